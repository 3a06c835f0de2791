using PoolingGen.Benchmarks.Peers;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>What is to be compared.</summary>
/// <param name="Layers">Those for which there are kernels of the variant.</param>
/// <param name="Variant">How our kernels compute them.</param>
/// <param name="Asked">The peers that were asked for, here or not.</param>
internal sealed record Selection(IReadOnlyList<Layer> Layers, Variant Variant, IReadOnlyList<Peer> Asked)
{
    public IEnumerable<Peer> Peers => Asked.Where(peer => peer.Missing is null);

    public IEnumerable<Peer> MissingPeers => Asked.Where(peer => peer.Missing is not null);

    public Contest Open(Layer layer) => Contest.Open(layer, Variant, Peers);
}
