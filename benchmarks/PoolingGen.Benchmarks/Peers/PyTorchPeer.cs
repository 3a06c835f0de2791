namespace PoolingGen.Benchmarks.Peers;

/// <summary>PyTorch, in either layout. Its maxima come with indices always, and its outputs are allocated by every call.</summary>
internal sealed class PyTorchPeer : Peer
{
    public override string Id => "pytorch";

    public override string Title => "PyTorch";

    public override string Version => LibTorch.Version;

    public override string? Missing => LibTorch.Missing;

    /// <summary>It has no averages of integers.</summary>
    public override IEnumerable<Contender> Enter<T>(Job<T> job) =>
        job.Layer.Pool.Mode == PoolingMode.Max || !Element.IsInteger<T>() ? [PyTorchContender.New(job)] : [];
}
