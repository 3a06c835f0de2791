namespace PoolingGen.Benchmarks.Peers;

/// <summary>oneDNN, in the layout of our kernels and in its own blocks of channels.</summary>
internal sealed class OneDnnPeer : Peer
{
    public override string Id => "onednn";

    public override string Title => "oneDNN";

    public override string Version => OneDnn.Version;

    public override string? Missing => OneDnn.Missing;

    /// <summary>Indices it has only inside of a window, and for 8 bits in blocks no code that anyone would run.</summary>
    public override IEnumerable<Contender> Enter<T>(Job<T> job) =>
        job.Variant.Indices || job.Variant.Parallel || typeof(T) == typeof(double) || typeof(T) == typeof(Half) ? []
        : Element.IsInteger<T>() ? [OneDnnContender.New(job, job.Variant.DataLayout)]
        : [OneDnnContender.New(job, job.Variant.DataLayout), OneDnnContender.New(job, DataLayout.Blocked)];
}
