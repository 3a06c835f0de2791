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

    private ProgramPrinter(SourceWriter writer, KernelProgram program)
    {
        _writer = writer;
        _program = program;
        _dialect = Dialect.Of(program.Width);
        _operations = new OperationPrinter(_dialect, program.Arithmetic);
        _stores = new StorePrinter(_dialect, program, _operations);
    }

    public static string MethodName(KernelProgram program, Procedure procedure) => $"{procedure.Name}{program.Lanes}";

    public static void Print(SourceWriter writer, KernelProgram program, IReadOnlyList<string> parameters)
    {
        ProgramPrinter printer = new(writer, program);
        foreach (Procedure procedure in program.Procedures)
        {
            string lanes = program.Width.Bits == 0 ? "One output" : $"{program.Lanes} lanes";
            writer.Line();
            writer.Line($"// {lanes} ({printer._dialect.Instructions}). {procedure.Summary}");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (writer.Block($"private static void {MethodName(program, procedure)}({string.Join(", ", parameters)})"))
            {
                printer.PrintScratch(procedure.ScratchLength);
                printer.Print(procedure.Body);
            }
        }
    }

    private void PrintScratch(int length)
    {
        if (length > 0)
        {
            string element = ElementOf(Tensor.Scratch);
            _writer.Line($"Span<{element}> memory = stackalloc {element}[Scratch.LengthFor<{element}>({length})];");
            _writer.Line($"ref {element} {Place.Scratch.Name} = ref Scratch.Align(memory);");
        }
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
                _writer.Line($"// {remark.Text}");
                break;
            case LetIndex let:
                if (let.Remark is not null)
                {
                    _writer.Line($"// {let.Remark}");
                }

                _writer.Line($"nint {let.Target.Name} = {IndexPrinter.PrintAlone(let.Value)};");
                break;
            case LetCondition let:
                _writer.Line($"bool {let.Target.Name} = {IndexPrinter.Print(let.Value)};");
                break;
            case LetPlace let:
                _writer.Line($"ref {ElementOf(let.Target.Tensor)} {let.Target.Name} = ref Unsafe.Add(ref {let.Origin.Name}, {IndexPrinter.Print(let.Offset)});");
                break;
            case Prefetch prefetch:
                _writer.Line($"Lanes.Prefetch(ref {prefetch.Origin.Name}, {IndexPrinter.Print(prefetch.From)}, {IndexPrinter.Print(prefetch.To)});");
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
                    Print(scope.Body);
                }

                break;
            case Halved halved:
                new ProgramPrinter(_writer, _program with { Width = _program.Width.Half }).Print(halved.Body);
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

    private void PrintLoop(For loop)
    {
        string counter = loop.Counter.Name;
        string step = loop.Step is ConstantIndex { Value: 1 } ? $"{counter}++" : $"{counter} += {IndexPrinter.Print(loop.Step)}";
        using (_writer.Block($"for (nint {counter} = {IndexPrinter.Print(loop.From)}; {counter} < {IndexPrinter.Print(loop.To)}; {step})"))
        {
            Print(loop.Body);
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
            Print(branch.Then);
        }

        if (branch.Else.Count > 0)
        {
            using (_writer.Block("else"))
            {
                Print(branch.Else);
            }
        }
    }
}
