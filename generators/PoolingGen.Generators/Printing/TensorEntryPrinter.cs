using PoolingGen.Generators.Lowering;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints the entry of a kernel that takes tensor spans: they bring dimensions along, and strides that may be any.</summary>
internal sealed class TensorEntryPrinter(SourceWriter writer, MethodSpec method, PoolingSpec pooling, TensorShape shape, EntryTypes types, EntryCalls calls)
{
    private const string Namespace = "global::System.Numerics.Tensors.";

    private static readonly string[] s_axes = ["Depth", "Height", "Width"];

    private readonly bool _channelsLast = pooling.Layout == PoolingLayout.ChannelsLast;

    public void PrintRun()
    {
        string indices = types.Indices is null ? "" : $", {Namespace}TensorSpan<{types.Indices}> indices";
        using (writer.Block($"public static void Run({Namespace}ReadOnlyTensorSpan<{types.Input}> input, {Namespace}TensorSpan<{types.Output}> output{indices})"))
        {
            PrintDimensions();
            PrintResult("output", ParameterRole.Output);
            if (types.Indices is not null)
            {
                PrintResult("indices", ParameterRole.Indices);
                PrintIndexRange();
            }

            PrintOverlaps();
            PrintSteps();
        }

        calls.PrintPart();
    }

    private bool CountsAll => pooling.Indices?.Origin == PoolingIndexOrigin.Tensor;

    private void PrintDimensions()
    {
        string input = Quoted(ParameterRole.Input);
        PrintView("input", ParameterRole.Input);
        writer.Line($"nint batch = Checks.Batch(inputView.Batch, {input});");
        PrintDimension("nint", "Channels", "Channels", pooling.Channels, input);
        for (int axis = 0; axis < shape.Axes.Count; axis++)
        {
            string name = AxisName(axis);
            PrintDimension("int", "Dimension", name, pooling.Axes[axis].Input, input);
            DerivedExtentPrinter.Print(writer, pooling.Axes[axis], shape.Axes[axis], $"{input}, \"{name.ToLowerInvariant()}\"");
        }
    }

    private void PrintDimension(string type, string check, string name, DimensionSpec dimension, string input)
    {
        string local = name.ToLowerInvariant();
        string dimensionName = check == "Dimension" ? $", \"{local}\"" : "";
        writer.Line(dimension.Fixed is { } value
            ? $"Checks.Fixed(inputView.{name}, {value}, {input}, \"{local}\");"
            : $"{type} {local} = Checks.{check}(inputView.{name}, {input}{dimensionName});");
    }

    private void PrintResult(string tensor, ParameterRole role)
    {
        PrintView(tensor, role);
        string[] missing = [.. Enumerable.Repeat("1", s_axes.Length - shape.Axes.Count)];
        string spatial = string.Join(", ", missing.Concat(shape.Axes.Select(static axis => IndexPrinter.Print(axis.Output))));
        string channels = pooling.Channels.Fixed is { } value ? IndexPrinter.Print(value) : "channels";
        writer.Line($"Checks.Shape({tensor}View, batch, {channels}, {spatial}, {Quoted(role)});");
    }

    private void PrintView(string tensor, ParameterRole role) => writer.Line(
        $"TensorView {tensor}View = TensorView.Of({tensor}.Lengths, {tensor}.Strides, {shape.Axes.Count}, channelsLast: {Literal(_channelsLast)}, {Quoted(role)});");

    private void PrintIndexRange() => writer.Line(
        $"Checks.IndexRange(inputView, countsAll: {Literal(CountsAll)}, {types.Indices}.MaxValue, {Quoted(ParameterRole.Indices)});");

    private void PrintOverlaps()
    {
        writer.Line($"ref readonly {types.Input} firstInput = ref TensorMarshal.GetReference(input);");
        writer.Line($"ref {types.Output} firstOutput = ref TensorMarshal.GetReference(output);");
        writer.Line($"Checks.Apart(in firstInput, inputView, ref firstOutput, outputView, {Quoted(ParameterRole.Output)}, \"input\");");
        if (types.Indices is not null)
        {
            string indices = Quoted(ParameterRole.Indices);
            writer.Line($"ref {types.Indices} firstIndex = ref TensorMarshal.GetReference(indices);");
            writer.Line($"Checks.Apart(in firstInput, inputView, ref firstIndex, indicesView, {indices}, \"input\");");
            writer.Line($"Checks.Apart(in firstOutput, outputView, ref firstIndex, indicesView, {indices}, \"output\");");
        }
    }

    /// <summary>The kernel knows nothing of strides: the runtime brings parts of the tensors before it that have none.</summary>
    private void PrintSteps()
    {
        string generics = $"<{types.Input}, {types.Output}, {types.Indices ?? "int"}>";
        string tensors = "in firstInput, inputView, ref firstOutput, outputView" + (types.Indices is null ? "" : ", ref firstIndex, indicesView");
        string splits = $"splitsChannels: {Literal(!_channelsLast || shape.Channels is VariableIndex)}";
        string counts = types.Indices is null ? "" : $", countsAll: {Literal(CountsAll)}";
        writer.Line("// One step if the tensors have no gaps; otherwise as many as it takes.");
        using (writer.Block($"foreach (TensorStep{generics} step in new TensorSteps{generics}({tensors}, {splits}{counts}))"))
        {
            calls.Print(new TensorOrigins("step.Input", "step.Output", "step.Indices"), static variable => variable.Name switch
            {
                "planes" => "step.Planes",
                "batch" => "step.Batch",
                "channels" => "step.Channels",
                string name => name,
            });
        }
    }

    private string AxisName(int axis) => s_axes[s_axes.Length - shape.Axes.Count + axis];

    /// <summary>The name that an exception gives: the user's, not ours.</summary>
    private string Quoted(ParameterRole role) =>
        $"\"{method.Parameters.Single(parameter => parameter.Role == role).Name.TrimStart('@')}\"";

    private static string Literal(bool value) => value ? "true" : "false";
}
