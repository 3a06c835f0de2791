using PoolingGen.Benchmarks.Peers;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>What a peer took for a layer.</summary>
/// <param name="Peer">The peer.</param>
/// <param name="Ways">Its ways and their median seconds; none if it does not know the layer.</param>
internal sealed record PeerTime(Peer Peer, IReadOnlyDictionary<string, double> Ways)
{
    /// <summary>That of the fastest way.</summary>
    public double? Seconds => Ways.Count == 0 ? null : Ways.Values.Min();
}
