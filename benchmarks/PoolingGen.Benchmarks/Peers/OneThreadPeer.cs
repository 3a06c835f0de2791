namespace PoolingGen.Benchmarks.Peers;

/// <summary>Our own kernel without <c>Parallel</c>.</summary>
internal sealed class OneThreadPeer : Peer
{
    public override string Id => "one-thread";

    public override string Title => "one thread";

    public override string Version => "";

    public override IEnumerable<Contender> Enter<T>(Job<T> job) => [GeneratedKernels.Enter(job, job.Variant with { Parallel = false })];
}
