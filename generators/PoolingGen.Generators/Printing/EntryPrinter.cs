using System.Globalization;
using PoolingGen.Generators.Lowering;

namespace PoolingGen.Generators.Printing;

/// <summary>
/// Prints what runs before the loops: every check, so that nothing is written on an error, and what follows from the
/// dimensions.
/// </summary>
internal sealed class EntryPrinter(SourceWriter writer, MethodSpec method, PoolingSpec pooling, TensorShape shape, EntryTypes types, EntryCalls calls)
{
    /// <summary>What the user's method has as parameters, in an order of our own.</summary>
    private IEnumerable<ParameterSpec> Parameters => method.Parameters.OrderBy(static parameter => parameter.Role);

    /// <summary>The dimensions among them.</summary>
    private IEnumerable<ParameterRole> Dimensions =>
        Parameters.Select(static parameter => parameter.Role).Where(static role => role > ParameterRole.Indices);

    /// <summary>The body of the user's method.</summary>
    public void PrintCall() => writer.Line(
        $"global::PoolingGen.Generated.{method.KernelName}.Run({string.Join(", ", Parameters.Select(static parameter => parameter.Name))});");

    public void PrintRun()
    {
        if (pooling.TakesTensors)
        {
            new TensorEntryPrinter(writer, method, pooling, shape, types, calls).PrintRun();
            return;
        }

        using (writer.Block($"public static void Run({string.Join(", ", Parameters.Select(parameter => Declaration(parameter.Role)))})"))
        {
            PrintDimensions();
            PrintLengths();
            PrintOverlaps();
            PrintCalls();
        }

        calls.PrintPart();
    }

    private void PrintDimensions()
    {
        foreach (ParameterRole role in Dimensions)
        {
            string check = role == ParameterRole.Batch ? "NotNegative" : "Positive";
            writer.Line($"Checks.{check}({Local(role)}, {Quoted(role)});");
        }

        for (int axis = 0; axis < shape.Axes.Count; axis++)
        {
            ParameterRole role = ParameterRole.Width - (shape.Axes.Count - 1 - axis);
            DerivedExtentPrinter.Print(writer, pooling.Axes[axis], shape.Axes[axis], Has(role) ? Quoted(role) : "");
        }
    }

    private void PrintLengths()
    {
        if (pooling.Layout == PoolingLayout.ChannelsFirst)
        {
            writer.Line($"long planes = {Planes()};");
        }

        string input = Extents(static axis => axis.Input);
        string output = Extents(static axis => axis.Output);
        writer.Line($"Checks.Input(input.Length, {input}, {Quoted(ParameterRole.Input)});");
        writer.Line($"Checks.Output(output.Length, {output}, {Quoted(ParameterRole.Output)});");
        if (types.Indices is not null)
        {
            writer.Line($"Checks.Output(indices.Length, {output}, {Quoted(ParameterRole.Indices)});");
        }
    }

    private void PrintOverlaps()
    {
        writer.Line($"Checks.Apart(input, output, {Quoted(ParameterRole.Output)});");
        if (types.Indices is not null)
        {
            string indices = Quoted(ParameterRole.Indices);
            writer.Line($"Checks.Apart(input, indices, {indices});");
            writer.Line($"Checks.IndicesApart(output, indices, {indices});");
        }
    }

    private void PrintCalls() => calls.Print(
        new TensorOrigins("MemoryMarshal.GetReference(input)", "MemoryMarshal.GetReference(output)", "MemoryMarshal.GetReference(indices)"),
        variable => variable.Name != "planes" ? variable.Name : pooling.Layout == PoolingLayout.ChannelsFirst ? "(nint)planes" : "batch");

    /// <summary>The extents of a tensor, outermost first.</summary>
    private string Extents(Func<AxisShape, Index> extent)
    {
        bool channelsLast = pooling.Layout == PoolingLayout.ChannelsLast;
        IEnumerable<Index> inner = shape.Axes.Select(extent).Concat(channelsLast ? [shape.Channels] : (Index[])[]);
        string outer = channelsLast ? IndexPrinter.Print(shape.Outer) : "planes";
        return string.Join(", ", inner.Select(static index => IndexPrinter.Print(index)).Prepend(outer));
    }

    private string Planes()
    {
        string channels = Has(ParameterRole.Channels) ? "channels" : (pooling.Channels.Fixed ?? 1).ToString(CultureInfo.InvariantCulture);
        return !pooling.HasBatch ? channels : channels == "1" ? "batch" : $"(long)batch * {channels}";
    }

    private bool Has(ParameterRole role) => method.Parameters.Any(parameter => parameter.Role == role);

    /// <summary>The name that an exception gives: the user's, not ours.</summary>
    private string Quoted(ParameterRole role) =>
        $"\"{method.Parameters.Single(parameter => parameter.Role == role).Name.TrimStart('@')}\"";

    private static string Local(ParameterRole role) => role.ToString().ToLowerInvariant();

    private string Declaration(ParameterRole role) => role switch
    {
        ParameterRole.Input => $"ReadOnlySpan<{types.Input}> input",
        ParameterRole.Output => $"Span<{types.Output}> output",
        ParameterRole.Indices => $"Span<{types.Indices}> indices",
        _ => $"int {Local(role)}",
    };
}
