using System.Text.Json;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>The times of a report for other programs, in microseconds.</summary>
internal static class CompareJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public static string Write(CompareReport report) => JsonSerializer.Serialize(
        new
        {
            processor = Machine.Processor,
            vectors = Machine.InstructionLevel,
            runtime = Machine.Runtime,
            type = report.Selection.Variant.Type,
            layout = report.Selection.Variant.Layout.ToString(),
            indices = report.Selection.Variant.Indices,
            fixedShapes = report.Selection.Variant.FixedShapes,
            threads = report.Selection.Variant.Threads,
            rounds = report.Rounds,
            missing = report.Selection.MissingPeers.ToDictionary(peer => peer.Id, peer => peer.Missing),
            layers = report.Layers.Select(m => new
            {
                id = m.Layer.Id,
                network = m.Layer.Network,
                description = m.Layer.Description,
                bytes = m.Bytes,
                kernel = m.Ours * 1e6,
                limit = m.Limit * 1e6,
                naive = m.Naive * 1e6,
                peers = m.Peers.SelectMany(peer => peer.Ways).ToDictionary(way => way.Key, way => way.Value * 1e6),
            }),
        },
        Options) + "\n";
}
