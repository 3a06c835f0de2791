using System.Globalization;
using PoolingGen.Generators.Lowering;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints how the loops of a plan are started: on the caller's thread, or on several, each with some of the planes.</summary>
/// <param name="owner">The class that the loops are in, if it is not that of the entry.</param>
internal sealed class DispatchPrinter(SourceWriter writer, PoolingSpec pooling, TensorShape shape, EntryTypes types, string owner = "")
{
    private string Qualifier => owner.Length > 0 ? $"{owner}." : "";

    /// <param name="origins">The first elements, as the user has them.</param>
    /// <param name="argument">Where the value of a dimension is to be had.</param>
    public void PrintCall(TensorOrigins origins, Func<VariableIndex, string> argument)
    {
        string[] tensors =
        [
            types.StoredInput(origins.Input),
            types.StoredOutput(origins.Output),
            .. types.Indices is null ? (string[])[] : [$"ref {origins.Indices}"],
        ];
        if (!pooling.SplitsOverCores)
        {
            writer.Line($"{Qualifier}Dispatch({string.Join(", ", tensors.Concat(shape.Variables.Select(argument)))});");
            return;
        }

        string[] dimensions = [.. Inner.Select(variable => $"{variable.Name} = {argument(variable)}")];
        string part = $"new {Qualifier}Part" + (dimensions.Length > 0 ? $" {{ {string.Join(", ", dimensions)} }}" : "()");
        string[] countsAll = pooling.Indices is { } indices ? [$"countsAll: {(indices.Origin == PoolingIndexOrigin.Tensor ? "true" : "false")}"] : [];
        string planes = Outer is not null ? argument(Outer) : IndexPrinter.Print(shape.Outer);
        writer.Line($"ParallelPlanes.Run({string.Join(", ", [part, .. tensors, planes, .. countsAll])});");
    }

    /// <summary>What a thread runs: a structure, so that the library can call it without a delegate.</summary>
    public void PrintPart()
    {
        if (!pooling.SplitsOverCores)
        {
            return;
        }

        string index = types.Indices ?? "int";
        string[] tensors = ["ref input", "ref output", .. types.Indices is null ? (string[])[] : ["ref indices"]];
        writer.Line();
        string outer = Outer?.Name ?? "planes";
        string bands = pooling.SplitsIntoBands ? ", or a band of outputs" : "";
        writer.Line($"// Some of the {outer}{bands}, for one core.");
        string access = owner.Length > 0 ? "public" : "private";
        using (writer.Block($"{access} readonly struct Part : IPlaneKernel<{types.InputStorage}, {types.OutputStorage}, {index}>"))
        {
            foreach (VariableIndex variable in Inner)
            {
                writer.Line($"public nint {variable.Name} {{ get; init; }}");
            }

            writer.Line($"public nint InputSize => {IndexPrinter.Print(shape.InputSize)};");
            writer.Line($"public nint OutputSize => {IndexPrinter.Print(shape.OutputSize)};");
            writer.Line($"public nint Outputs => {(pooling.SplitsIntoBands ? IndexPrinter.Print(shape.Axes[0].Output) : "1")};");
            writer.Line($"public nint LeastBand => {pooling.LeastBand.ToString(CultureInfo.InvariantCulture)};");
            writer.Line($"public void Pool(ref {types.InputStorage} input, ref {types.OutputStorage} output, ref {index} indices, nint {outer}, nint bandBegin, nint bandEnd) =>");
            writer.Line($"    Dispatch({string.Join(", ", tensors.Concat(shape.Variables.Select(static variable => variable.Name)))});");
        }
    }

    /// <summary>Planes or images, unless their number is known.</summary>
    private VariableIndex? Outer => shape.Outer as VariableIndex;

    /// <summary>The dimensions that all parts have in common.</summary>
    private IEnumerable<VariableIndex> Inner => shape.Variables.Where(variable => variable != Outer).Except(shape.Band);
}
