using PoolingGen.Generators.Lowering;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints a program: a method per procedure.</summary>
internal sealed class ProgramPrinter
{
    private readonly SourceWriter _writer;
    private readonly Dialect _dialect;
    private readonly OperationPrinter _operations;

    private ProgramPrinter(SourceWriter writer, KernelProgram program) =>
        (_writer, _dialect, _operations) = (writer, Dialect.Of(program.Lanes), new OperationPrinter(Dialect.Of(program.Lanes), program.Reduction));

    public static string MethodName(KernelProgram program, Procedure procedure) => $"{procedure.Name}{program.Lanes}";

    public static void Print(SourceWriter writer, KernelProgram program, IReadOnlyList<string> parameters)
    {
        ProgramPrinter printer = new(writer, program);
        foreach (Procedure procedure in program.Procedures)
        {
            string lanes = program.Lanes == 1 ? "One output" : $"{program.Lanes} lanes";
            writer.Line();
            writer.Line($"// {lanes} ({printer._dialect.Instructions}). {procedure.Summary}");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (writer.Block($"private static void {MethodName(program, procedure)}({string.Join(", ", parameters)})"))
            {
                printer.Print(procedure.Body);
            }
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
                _writer.Line($"nint {let.Target.Name} = {IndexPrinter.PrintAlone(let.Value)};");
                break;
            case LetCondition let:
                _writer.Line($"bool {let.Target.Name} = {IndexPrinter.Print(let.Value)};");
                break;
            case LetPlace let:
                _writer.Line($"ref float {let.Target.Name} = ref Unsafe.Add(ref {let.Origin.Name}, {IndexPrinter.Print(let.Offset)});");
                break;
            case Define define:
                _writer.Line($"{_dialect.Type} {define.Target.Name} = {_operations.Print(define.Value)};");
                break;
            case Declare { Initial: { } initial } declare:
                _writer.Line($"{_dialect.Type} {declare.Target.Name} = {_operations.Print(initial)};");
                break;
            case Declare declare:
                _writer.Line($"{_dialect.Type} {declare.Target.Name};");
                break;
            case Assign assign:
                _writer.Line($"{assign.Target.Name} = {_operations.Print(assign.Value)};");
                break;
            case Store or StoreEdge or StoreFolded:
                PrintStore(statement);
                break;
            case Scope scope:
                using (_writer.Block())
                {
                    Print(scope.Body);
                }

                break;
            case For loop:
                PrintLoop(loop);
                break;
            case If branch:
                PrintBranch(branch);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(statement));
        }
    }

    private void PrintStore(Statement statement) => _writer.Line(statement switch
    {
        Store store when _dialect.IsScalar => $"{OperationPrinter.At(store.Row, store.Column)} = {store.Value.Name};",
        Store store => $"{store.Value.Name}.StoreUnsafe(ref {OperationPrinter.At(store.Row, store.Column)});",
        StoreEdge store => $"Lanes.StoreEdge(ref {store.Row.Name}, {IndexPrinter.Print(store.Column)}, {IndexPrinter.Print(store.Extent)}, "
            + $"{string.Join(", ", store.Values.Select(value => value.Name))});",
        StoreFolded { Values.Count: 4 } store => store.Divisor is null
            ? $"{_operations.Fold(store.Values)}.StoreUnsafe(ref {OperationPrinter.At(store.Row, store.Column)});"
            : $"({_operations.Fold(store.Values)} / Vector128.Create((float)({IndexPrinter.Print(store.Divisor)}))).StoreUnsafe(ref {OperationPrinter.At(store.Row, store.Column)});",
        StoreFolded store => $"{OperationPrinter.At(store.Row, store.Column)} = {_operations.Fold(store.Values)}"
            + (store.Divisor is null ? ";" : $" / {IndexPrinter.Print(store.Divisor)};"),
        _ => throw new ArgumentOutOfRangeException(nameof(statement)),
    });

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
