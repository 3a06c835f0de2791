using System.Globalization;
using System.Text;
using PoolingGen.Benchmarks.Peers;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>What <c>compare</c> found out, in Markdown: a table, geometric means, the worst layers.</summary>
/// <param name="Layers">One measurement a layer, at least one.</param>
/// <param name="OnnxRuntimeCall">Seconds that a call of ONNX Runtime takes before it computes anything.</param>
/// <param name="FixedShapes">Whether the kernels' extents were fixed by the attribute.</param>
/// <param name="Rounds">The turns that each contender took.</param>
internal sealed record CompareReport(IReadOnlyList<Measurement> Layers, double OnnxRuntimeCall, bool FixedShapes, int Rounds)
{
    private bool HasNaive => Layers[0].Naive is not null;

    public override string ToString() => $"{Conditions()}\n{Table()}\n{Summary()}";

    private string Conditions() => Text(
        $"""
        {Machine.Processor}, vectors of {Machine.InstructionLevel}, {Machine.Runtime}, ONNX Runtime {OnnxRuntimePeer.Version}.
        One thread, one image, {(FixedShapes ? "shapes fixed by the attribute" : "dimensions as parameters")}; medians of {Rounds} interleaved rounds.
        ONNX Runtime at the faster of its two ways for each layer: with channels reordered into blocks (its default) or planar.

        """);

    private string Table()
    {
        string[] header =
        [
            "layer", "", "us", "GB/s", "ONNX Runtime us", "times faster", "limit us", "of limit",
            .. HasNaive ? (string[])["naive loop us", "times faster"] : [],
        ];
        return MarkdownTable.Render(header, [.. Layers.Select(Cells)], textColumns: 2);
    }

    private static string[] Cells(Measurement m) =>
    [
        m.Layer.Id,
        m.Layer.Description,
        Microseconds(m.Ours),
        Text($"{m.GigabytesPerSecond:F0}"),
        Microseconds(m.OnnxRuntime),
        Text($"{m.Speedup:F2}"),
        Microseconds(m.Limit),
        Percent(m.FractionOfLimit),
        .. m.NaiveSpeedup is double speedup ? (string[])[Microseconds(speedup * m.Ours), Text($"{speedup:F1}")] : [],
    ];

    private string Summary()
    {
        Measurement slowest = Layers.MinBy(m => m.Speedup)!;
        Measurement farthest = Layers.MinBy(m => m.FractionOfLimit)!;
        var text = new StringBuilder();
        text.Append(Text($"Geometric means: {GeometricMean(m => m.Speedup):F2} times faster than ONNX Runtime, "));
        text.Append(Text($"{Percent(GeometricMean(m => m.FractionOfLimit))} of the limit (reading the input and writing the output)"));
        text.Append(HasNaive ? Text($", {GeometricMean(m => m.NaiveSpeedup!.Value):F1} times faster than the naive loop.\n") : ".\n");
        text.Append(Text($"Against ONNX Runtime as it comes, its default way on every layer: {GeometricMean(m => m.SpeedupOverDefault):F2} times faster.\n"));
        text.Append(Text($"Worst layers: {slowest.Layer} with {slowest.Speedup:F2} times ONNX Runtime, {farthest.Layer} with {Percent(farthest.FractionOfLimit)} of the limit.\n"));
        text.Append(Text($"Of every time of ONNX Runtime, {Microseconds(OnnxRuntimeCall)} us are its call, whatever the layer.\n"));
        return text.ToString();
    }

    private double GeometricMean(Func<Measurement, double> value) => Math.Exp(Layers.Average(m => Math.Log(value(m))));

    private static string Microseconds(double seconds) => Text($"{seconds * 1e6:F1}");

    private static string Percent(double fraction) => Text($"{fraction * 100:F0}%");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
