using System.Numerics;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>PyTorch, in either layout. Its maxima come with indices always, and its outputs are allocated by every call.</summary>
internal sealed class PyTorchPeer : Peer
{
    public override string Id => "pytorch";

    public override string Title => "PyTorch";

    public override string Version => LibTorch.Version;

    public override string? Missing => LibTorch.Missing;

    public override IEnumerable<Contender> Enter<T>(Job<T> job) => Knows(job) ? [PyTorchContender.New(job, LayoutOf(job))] : [];

    /// <summary>Averages of volumes it has with channels first only.</summary>
    private static DataLayout LayoutOf<T>(Job<T> job)
        where T : unmanaged, INumber<T> =>
        job.Layer is { Input.Rank: 3, Pool.Mode: PoolingMode.Average } ? DataLayout.ChannelsFirst : job.Variant.DataLayout;

    /// <summary>
    /// It has no averages of integers. With channels last, its maxima count the elements of a plane in the type of the
    /// elements, and so know no planes of a useful size in 8 bits.
    /// </summary>
    private static bool Knows<T>(Job<T> job)
        where T : unmanaged, INumber<T> =>
        !Element.IsInteger<T>() || job.Layer.Pool.Mode == PoolingMode.Max && job.Variant.DataLayout == DataLayout.ChannelsFirst;
}
