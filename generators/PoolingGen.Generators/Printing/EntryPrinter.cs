using System.Globalization;
using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Printing;

/// <summary>
/// Prints what runs before the loops: every check, so that nothing is written on an error, and the choice of a width.
/// </summary>
internal sealed class EntryPrinter(SourceWriter writer, MethodSpec method, PoolingSpec pooling, TensorShape shape)
{
    private static readonly ParameterRole[] s_order =
        [ParameterRole.Input, ParameterRole.Output, ParameterRole.Batch, ParameterRole.Channels, ParameterRole.Height, ParameterRole.Width];

    /// <summary>What the user's method has as parameters, in an order of our own.</summary>
    private IEnumerable<ParameterSpec> Parameters =>
        s_order.SelectMany(role => method.Parameters.Where(parameter => parameter.Role == role));

    /// <summary>The body of the user's method.</summary>
    public void PrintCall() => writer.Line(
        $"global::PoolingGen.Generated.{method.KernelName}.Run({string.Join(", ", Parameters.Select(parameter => parameter.Name))});");

    public void PrintRun()
    {
        using (writer.Block($"public static void Run({string.Join(", ", Parameters.Select(parameter => Declaration(parameter.Role)))})"))
        {
            PrintDimensionChecks();
            string height = Dimension(ParameterRole.Height, shape.Axes[0].Input);
            string width = Dimension(ParameterRole.Width, shape.Axes[1].Input);
            writer.Line($"long planes = {Planes()};");
            writer.Line($"Checks.Input(input.Length, planes, {height}, {width}, {Quoted(ParameterRole.Input)});");
            writer.Line($"Checks.Output(output.Length, planes, {IndexPrinter.Print(shape.Axes[0].Output)}, {IndexPrinter.Print(shape.Axes[1].Output)}, {Quoted(ParameterRole.Output)});");
            writer.Line($"Checks.Apart(input, output, {Quoted(ParameterRole.Output)});");
            string[] arguments =
            [
                "ref MemoryMarshal.GetReference(input)",
                "ref MemoryMarshal.GetReference(output)",
                .. shape.Variables.Select(variable => variable.Name == "planes" ? "(nint)planes" : variable.Name),
            ];
            writer.Line($"Dispatch({string.Join(", ", arguments)});");
        }
    }

    private void PrintDimensionChecks()
    {
        foreach (ParameterSpec parameter in Parameters.Where(parameter => parameter.Role > ParameterRole.Indices))
        {
            string check = parameter.Role == ParameterRole.Batch ? "NotNegative" : "Positive";
            writer.Line($"Checks.{check}({Local(parameter.Role)}, {Quoted(parameter.Role)});");
        }

        PrintExtent(shape.Axes[0].Output, 0, ParameterRole.Height);
        PrintExtent(shape.Axes[1].Output, 1, ParameterRole.Width);
    }

    private void PrintExtent(Index extent, int axis, ParameterRole role)
    {
        if (extent is VariableIndex variable)
        {
            AxisSpec spec = pooling.Axes[axis];
            writer.Line($"nint {variable.Name} = Checks.OutputExtent({Local(role)}, {spec.Size}, {spec.Stride}, {spec.PadBegin}, {spec.PadEnd}, {Quoted(role)});");
        }
    }

    private string Planes()
    {
        string channels = Has(ParameterRole.Channels) ? "channels" : (pooling.Channels.Fixed ?? 1).ToString(CultureInfo.InvariantCulture);
        return !pooling.HasBatch ? channels : channels == "1" ? "batch" : $"(long)batch * {channels}";
    }

    private string Dimension(ParameterRole role, Index extent) => Has(role) ? Local(role) : IndexPrinter.Print(extent);

    private bool Has(ParameterRole role) => method.Parameters.Any(parameter => parameter.Role == role);

    /// <summary>The name that an exception gives: the user's, not ours.</summary>
    private string Quoted(ParameterRole role) =>
        $"\"{method.Parameters.Single(parameter => parameter.Role == role).Name.TrimStart('@')}\"";

    private static string Local(ParameterRole role) => role.ToString().ToLowerInvariant();

    private static string Declaration(ParameterRole role) => role switch
    {
        ParameterRole.Input => "ReadOnlySpan<float> input",
        ParameterRole.Output => "Span<float> output",
        _ => $"int {Local(role)}",
    };
}
