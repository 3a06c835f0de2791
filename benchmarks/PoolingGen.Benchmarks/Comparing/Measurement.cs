using PoolingGen.Benchmarks.Peers;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>What <c>compare</c> found out about one layer: median seconds of a call.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Bytes">What anyone has to read and write.</param>
/// <param name="Ours">The generated kernel.</param>
/// <param name="Limit">Reading the input and writing the output.</param>
/// <param name="Naive">The naive loop, where it took part.</param>
/// <param name="Peers">Everyone who was asked.</param>
internal sealed record Measurement(Layer Layer, long Bytes, double Ours, double Limit, double? Naive, IReadOnlyList<PeerTime> Peers)
{
    /// <summary>How many times faster than the fastest peer; <see langword="null"/> where none knows the layer.</summary>
    public double? SpeedupOverBest => Peers.Min(peer => peer.Seconds) / Ours;

    public double? NaiveSpeedup => Naive / Ours;

    /// <summary>1 for a kernel that does not take longer than reading its input and writing its output.</summary>
    public double FractionOfLimit => Limit / Ours;

    public double GigabytesPerSecond => Bytes / Ours * 1e-9;

    public PeerTime this[Peer peer] => Peers.Single(time => time.Peer == peer);

    public double? SpeedupOver(Peer peer) => this[peer].Seconds / Ours;
}
