using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints a program: a method per procedure.</summary>
internal sealed class ProgramPrinter
{
    private readonly SourceWriter _writer;
    private readonly KernelProgram _program;
    private readonly Dialect _dialect;
    private readonly OperationPrinter _operations;
    private readonly StorePrinter _stores;

    /// <summary>What can be named where the printer is, but for registers, as parameters are declared.</summary>
    private readonly List<string> _inScope;

    /// <summary>Methods that have been called and are yet to be printed, with their parameters.</summary>
    private readonly Queue<(Apart Method, IReadOnlyList<string> Parameters)> _apart;

    private ProgramPrinter(SourceWriter writer, KernelProgram program, List<string> inScope, Queue<(Apart Method, IReadOnlyList<string> Parameters)> apart)
    {
        _writer = writer;
        _program = program;
        _inScope = inScope;
        _apart = apart;
        _dialect = Dialect.Of(program.Width);
        _operations = new OperationPrinter(_dialect, program.Arithmetic);
        _stores = new StorePrinter(_dialect, program, _operations);
    }

    public static string MethodName(KernelProgram program, Procedure procedure) => $"{procedure.Name}{program.Lanes}";

    public static void Print(SourceWriter writer, KernelProgram program, IReadOnlyList<string> parameters)
    {
        foreach (Procedure procedure in program.Procedures)
        {
            ProgramPrinter printer = new(writer, program, [.. parameters], []);
            printer.PrintMethod(MethodName(program, procedure), procedure.Summary, parameters, procedure.ScratchLength, procedure.Body);
            while (printer._apart.Count > 0)
            {
                (Apart method, IReadOnlyList<string> some) = printer._apart.Dequeue();
                printer.PrintMethod(MethodName(program, method), method.Summary, some, 0, method.Body);
            }
        }
    }

    private static string MethodName(KernelProgram program, Apart method) => $"{method.Name}{program.Lanes}";

    private void PrintMethod(string name, string summary, IReadOnlyList<string> parameters, int scratchLength, IReadOnlyList<Statement> body)
    {
        string lanes = _program.Width.Bits == 0 ? "One output" : $"{_program.Lanes} lanes";
        _writer.Line();
        _writer.Line($"// {lanes} ({_dialect.Instructions}). {summary}");
        _writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (_writer.Block($"private static void {name}({string.Join(", ", parameters)})"))
        {
            PrintScratch(scratchLength);
            PrintScope(body);
        }
    }

    /// <summary>Calls a method that is printed later, with what its code names.</summary>
    private void PrintCall(Apart method)
    {
        UsedNames used = new();
        used.Add(method.Body);
        string[] parameters = [.. _inScope.Where(declaration => used.Contains(NameOf(declaration)))];
        IEnumerable<string> arguments = parameters.Select(static declaration => declaration.StartsWith("ref ", StringComparison.Ordinal) ? $"ref {NameOf(declaration)}" : NameOf(declaration));
        _writer.Line($"{MethodName(_program, method)}({string.Join(", ", arguments)});");
        _apart.Enqueue((method, parameters));

        static string NameOf(string declaration) => declaration.Substring(declaration.LastIndexOf(' ') + 1);
    }

    private void PrintScratch(int length)
    {
        if (length > 0)
        {
            string element = ElementOf(Tensor.Scratch);
            _writer.Line($"Span<{element}> memory = stackalloc {element}[Scratch.LengthFor<{element}>({length})];");
            _writer.Line($"{InScope($"ref {element} {Place.Scratch.Name}")} = ref Scratch.Align(memory);");
        }
    }

    /// <summary>Notes a name that can be used from here on.</summary>
    private string InScope(string declaration)
    {
        _inScope.Add(declaration);
        return declaration;
    }

    /// <param name="statements">Those that the scope ends with.</param>
    /// <param name="declarations">What is declared on the way in.</param>
    private void PrintScope(IReadOnlyList<Statement> statements, params string[] declarations)
    {
        int outer = _inScope.Count;
        _inScope.AddRange(declarations);
        Print(statements);
        _inScope.RemoveRange(outer, _inScope.Count - outer);
    }

    private void Print(IReadOnlyList<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            Print(statement);
        }
    }

    private void Print(Statement statement)
    {
        switch (statement)
        {
            case Remark remark:
                PrintRemark(remark.Text);
                break;
            case LetIndex let:
                PrintRemark(let.Remark);
                _writer.Line($"{InScope($"nint {let.Target.Name}")} = {IndexPrinter.PrintAlone(let.Value)};");
                break;
            case LetCondition let:
                PrintRemark(let.Remark);
                _writer.Line($"{InScope($"bool {let.Target.Name}")} = {IndexPrinter.Print(let.Value)};");
                break;
            case LetPlace let:
                _writer.Line($"{InScope($"ref {ElementOf(let.Target.Tensor)} {let.Target.Name}")} = ref Unsafe.Add(ref {let.Origin.Name}, {IndexPrinter.Print(let.Offset)});");
                break;
            case Prefetch prefetch:
                _writer.Line($"Lanes.Prefetch(ref {prefetch.Row.Name}, {IndexPrinter.Print(prefetch.From)}, {IndexPrinter.Print(prefetch.To)});");
                break;
            case PrefetchLine prefetch:
                _writer.Line($"Lanes.PrefetchLine(ref {prefetch.Row.Name}, {IndexPrinter.Print(prefetch.Column)});");
                break;
            case Define define:
                _writer.Line($"{TypeOf(define.Target)} {define.Target.Name} = {_operations.Print(define.Value)};");
                break;
            case Declare { Initial: { } initial } declare:
                _writer.Line($"{TypeOf(declare.Target)} {declare.Target.Name} = {_operations.Print(initial)};");
                break;
            case Declare declare:
                _writer.Line($"{TypeOf(declare.Target)} {declare.Target.Name};");
                break;
            case Assign assign:
                _writer.Line($"{assign.Target.Name} = {_operations.Print(assign.Value)};");
                break;
            case Store or StoreScratch or StoreEdge or StoreIndices or StoreFolded:
                foreach (string line in _stores.Print(statement))
                {
                    _writer.Line(line);
                }

                break;
            case Scope scope:
                using (_writer.Block())
                {
                    PrintScope(scope.Body);
                }

                break;
            case Apart apart:
                PrintCall(apart);
                break;
            case Halved halved:
                new ProgramPrinter(_writer, _program with { Width = _program.Width.Half }, _inScope, _apart).Print(halved.Body);
                break;
            case For loop:
                PrintLoop(loop);
                break;
            case If branch:
                PrintBranch(branch);
                break;
            case Leave leave:
                using (_writer.Block($"if ({IndexPrinter.Print(leave.Condition)})"))
                {
                    _writer.Line("return;");
                }

                _writer.Line();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(statement));
        }
    }

    private string TypeOf(Register register) => _dialect.TypeOf(register.Kind, _program.Arithmetic);

    private string ElementOf(Tensor tensor) => tensor switch
    {
        Tensor.Input => _program.Arithmetic.Storage.Name(),
        Tensor.Output => _program.Arithmetic.Output.Name(),
        Tensor.Scratch => _program.Arithmetic.Lane.Name(),
        _ => _program.Indices!.Type.Name(),
    };

    private void PrintRemark(string? text)
    {
        if (text is not null)
        {
            _writer.Line($"// {text}");
        }
    }

    private void PrintLoop(For loop)
    {
        string counter = loop.Counter.Name;
        string step = loop.Step is ConstantIndex { Value: 1 } ? $"{counter}++" : $"{counter} += {IndexPrinter.Print(loop.Step)}";
        using (_writer.Block($"for (nint {counter} = {IndexPrinter.Print(loop.From)}; {counter} < {IndexPrinter.Print(loop.To)}; {step})"))
        {
            PrintScope(loop.Body, $"nint {counter}");
        }
    }

    private void PrintBranch(If branch)
    {
        if (branch is { Then.Count: 0, Condition: Flag flag })
        {
            PrintBranch(new If(new NotCondition(flag), branch.Else, []));
            return;
        }

        using (_writer.Block($"if ({IndexPrinter.Print(branch.Condition)})"))
        {
            PrintScope(branch.Then);
        }

        if (branch.Else.Count > 0)
        {
            using (_writer.Block("else"))
            {
                PrintScope(branch.Else);
            }
        }
    }
}
