namespace PoolingGen.Benchmarks.Peers;

/// <summary>XNNPACK knows channels last only. The copy inside of PyTorch has its maxima, and no averages; a sequence is an image of one row.</summary>
internal sealed class XnnpackPeer : Peer
{
    public override string Id => "xnnpack";

    public override string Title => "XNNPACK";

    public override string Version => $"of PyTorch {LibTorch.Version}";

    public override string? Missing => LibTorch.Missing;

    /// <summary>It refuses windows of one element.</summary>
    public override IEnumerable<Contender> Enter<T>(Job<T> job) =>
        job.Layer.Pool.Mode == PoolingMode.Max
        && !job.Variant.Indices
        && !job.Variant.Parallel
        && typeof(T) != typeof(double)
        && job.Layer.Input.Rank < 3
        && job.Layer.Taps > 1
            ? [XnnpackContender.New(job)]
            : [];
}
