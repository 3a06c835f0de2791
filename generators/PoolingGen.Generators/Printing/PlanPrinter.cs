using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints what a plan has become: a method per procedure, and one that chooses among them.</summary>
/// <param name="owner">The class that it is printed into, if it is not that of the entry.</param>
internal sealed class PlanPrinter(SourceWriter writer, LoweredPlan lowered, string owner = "")
{
    private readonly PoolingSpec _pooling = lowered.Plan.Pooling;
    private readonly TensorShape _shape = TensorShape.Of(lowered.Plan.Pooling);

    public EntryTypes Types { get; } = new(
        lowered.Plan.Pooling.Input.Name(),
        lowered.Plan.Pooling.Output.Name(),
        lowered.Plan.Pooling.Indices?.Type.Name(),
        lowered.Plan.Arithmetic.Storage.Name(),
        lowered.Plan.Arithmetic.Output.Name());

    /// <summary>How the loops are started.</summary>
    public DispatchPrinter Call => new(writer, _pooling, _shape, Types, owner);

    public void Print()
    {
        string[] tensors =
        [
            $"ref {Types.InputStorage} input",
            $"ref {Types.OutputStorage} output",
            .. Types.Indices is { } indices ? [$"ref {indices} indices"] : Array.Empty<string>(),
        ];
        string[] parameters = [.. tensors, .. _shape.Variables.Select(static variable => $"nint {variable.Name}")];
        PrintDispatch(parameters);
        foreach (KernelProgram program in lowered.Programs)
        {
            ProgramPrinter.Print(writer, program, parameters);
        }
    }

    /// <summary>The guards are constants to the JIT, which keeps the one branch that fits the machine.</summary>
    private void PrintDispatch(string[] parameters)
    {
        string[] indices = Types.Indices is not null ? ["ref indices"] : [];
        string arguments = string.Join(", ", ["ref input", "ref output", .. indices, .. _shape.Variables.Select(static variable => variable.Name)]);
        string access = owner.Length > 0 ? "public" : "private";
        writer.Line("// The guards are constants to the JIT: only what fits the machine remains.");
        using (writer.Block($"{access} static void Dispatch({string.Join(", ", parameters)})"))
        {
            string keyword = "if";
            foreach (KernelProgram program in lowered.Programs)
            {
                string guard = Dialect.Of(program.Width).Guard;
                Condition suits = program.When & program.Fits;
                string[] conditions = [.. new[] { guard, suits is ConstantCondition ? "" : IndexPrinter.Print(suits) }.Where(static text => text.Length > 0)];
                using (writer.Block(conditions.Length > 0 ? $"{keyword} ({string.Join(" && ", conditions)})" : "else"))
                {
                    foreach (Procedure procedure in program.Procedures)
                    {
                        writer.Line($"{ProgramPrinter.MethodName(program, procedure)}({arguments});");
                    }
                }

                keyword = "else if";
            }
        }
    }
}
