using System.Text;
using PoolingGen.Benchmarks.Peers;
using static PoolingGen.Benchmarks.Comparing.Figures;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>What <c>compare</c> found out, in Markdown: a table, geometric means, the worst layers.</summary>
/// <param name="Selection">What was compared.</param>
/// <param name="Layers">One measurement a layer, at least one.</param>
/// <param name="Calls">What each peer takes before it computes anything.</param>
/// <param name="Rounds">The turns that each contender took.</param>
internal sealed record CompareReport(Selection Selection, IReadOnlyList<Measurement> Layers, IReadOnlyList<PeerTime> Calls, int Rounds)
{
    /// <summary>Those who computed a layer.</summary>
    private Peer[] Peers => [.. Selection.Peers.Where(peer => Layers.Any(layer => layer[peer].Seconds is not null))];

    private bool HasNaive => Layers[0].Naive is not null;

    private bool HasBest => Peers.Length > 1;

    public override string ToString() => $"{Conditions()}\n{Table()}\n{Summary()}";

    private string Conditions()
    {
        Variant variant = Selection.Variant;
        var text = new StringBuilder();
        text.Append(Text($"{Machine.Processor}, vectors of {Machine.InstructionLevel}, {Machine.Runtime}"));
        text.AppendJoin("", Peers.Where(peer => peer.Version.Length > 0).Select(peer => $", {peer} {peer.Version}")).Append(".\n");
        text.Append(Text($"{variant.Type}, channels {(variant.Layout == PoolingLayout.ChannelsLast ? "last" : "first")}, "));
        text.Append(variant.Indices ? "with indices, " : "");
        text.Append(variant.Parallel ? Text($"{variant.Threads} threads, ") : "one thread, ");
        text.Append(Text($"one image, {(variant.FixedShapes ? "shapes fixed by the attribute" : "dimensions as parameters")}; "));
        text.Append(Text($"medians of {Rounds} interleaved rounds.\n"));
        text.AppendJoin("", Selection.MissingPeers.Select(peer => $"Without {peer}: {peer.Missing}.\n"));
        text.AppendJoin("", Selection.Peers.Except(Peers).Select(peer => $"Without {peer}, which knows none of this.\n"));
        return text.ToString();
    }

    private string Table()
    {
        string[] header =
        [
            "layer", "", "us", "GB/s",
            .. Peers.SelectMany(peer => (string[])[$"{peer} us", "times faster"]),
            .. HasBest ? (string[])["than the best"] : [],
            "limit us", "of limit",
            .. HasNaive ? (string[])["naive loop us", "times faster"] : [],
        ];
        return MarkdownTable.Render(header, [.. Layers.Select(Cells)], textColumns: 2);
    }

    private string[] Cells(Measurement m) =>
    [
        m.Layer.Id,
        m.Layer.Description,
        Microseconds(m.Ours),
        Text($"{m.GigabytesPerSecond:F0}"),
        .. Peers.SelectMany(peer => (string[])[Microseconds(m[peer].Seconds), Ratio(m.SpeedupOver(peer))]),
        .. HasBest ? (string[])[Ratio(m.SpeedupOverBest)] : [],
        Microseconds(m.Limit),
        Percent(m.FractionOfLimit),
        .. HasNaive ? (string[])[Microseconds(m.Naive), Ratio(m.NaiveSpeedup)] : [],
    ];

    private string Summary()
    {
        var text = new StringBuilder("Geometric means: ");
        text.AppendJoin("", Peers.Select(peer => $"{Ratio(GeometricMean(m => m.SpeedupOver(peer)))} times faster than {peer}{WhereFew(peer)}, "));
        text.Append(HasBest ? $"{Ratio(GeometricMean(m => m.SpeedupOverBest))} than the best of them on each layer, " : "");
        text.Append(HasNaive ? $"{Ratio(GeometricMean(m => m.NaiveSpeedup))} than the naive loop, " : "");
        text.Append($"{Percent(GeometricMean(m => m.FractionOfLimit)!.Value)} of the limit (reading the input and writing the output).\n");
        text.AppendJoin("", Peers.Where(peer => WaysOf(peer).Length > 1).Select(Ways));
        text.Append(Worst());
        PeerTime[] calls = [.. Calls.Where(call => Peers.Contains(call.Peer) && call.Seconds is not null)];
        text.Append(calls.Length == 0 ? "" : "Of every time of a peer, this much is its call, whatever the layer: ");
        text.AppendJoin(", ", calls.Select(call => $"{call.Peer} {Microseconds(call.Seconds)} us"));
        return text.Append(calls.Length == 0 ? "" : ".\n").ToString();
    }

    private string WhereFew(Peer peer)
    {
        int known = Layers.Count(m => m[peer].Seconds is not null);
        return known == Layers.Count ? "" : Text($" (on the {known} layers that it knows)");
    }

    private string[] WaysOf(Peer peer) => [.. Layers.SelectMany(m => m[peer].Ways.Keys).Distinct()];

    /// <summary>The time of a peer is that of its fastest way: this says how far each of them is behind our kernels.</summary>
    private string Ways(Peer peer) =>
        $"{peer} counts with the faster of its ways on each layer. Against each of them alone: {string.Join(", ", WaysOf(peer).Select(way =>
            $"{way} {Ratio(GeometricMean(m => m[peer].Ways.TryGetValue(way, out double seconds) ? seconds / m.Ours : null))}"))}.\n";

    private string Worst()
    {
        Measurement farthest = Layers.MinBy(m => m.FractionOfLimit)!;
        string limit = $"{farthest.Layer} with {Percent(farthest.FractionOfLimit)} of the limit";
        return Layers.Where(m => m.SpeedupOverBest is not null).MinBy(m => m.SpeedupOverBest) is { } slowest
            ? $"Worst layers: {slowest.Layer} with {Ratio(slowest.SpeedupOverBest)} times the best peer, {limit}.\n"
            : $"Worst layer: {limit}.\n";
    }

    /// <summary>Over the layers that have a value.</summary>
    private double? GeometricMean(Func<Measurement, double?> value) =>
        Layers.Average(m => value(m) is double known ? Math.Log(known) : (double?)null) is double mean ? Math.Exp(mean) : null;
}
