using System.Numerics;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>
/// Someone else who computes pooling layers. It gets its input in the layout of our kernels or, where it does not know that
/// one, in its own: the reordering that it would need is not timed.
/// </summary>
internal abstract class Peer
{
    /// <summary>Those that are timed where nobody asks for others.</summary>
    public static IReadOnlyList<Peer> Libraries { get; } =
        [new OnnxRuntimePeer(), new TensorPrimitivesPeer(), new PyTorchPeer(), new XnnpackPeer(), new OneDnnPeer()];

    public static IReadOnlyList<Peer> All { get; } = [.. Libraries, new OneThreadPeer()];

    /// <summary>What one types to choose it.</summary>
    public abstract string Id { get; }

    public abstract string Title { get; }

    public abstract string Version { get; }

    /// <summary>Why it cannot be used here; <see langword="null"/> if it can.</summary>
    public virtual string? Missing => null;

    /// <returns>Every way that it has for the layer; none if it does not know the window, mode or type.</returns>
    public abstract IEnumerable<Contender> Enter<T>(Job<T> job)
        where T : unmanaged, INumber<T>;

    public override string ToString() => Title;

    /// <param name="ids">Ids of peers, separated by commas.</param>
    /// <exception cref="ArgumentException">There is no such peer.</exception>
    public static IReadOnlyList<Peer> Named(string ids) =>
    [
        .. ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id =>
            All.SingleOrDefault(peer => string.Equals(peer.Id, id, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no peer '{id}'. There are: {string.Join(", ", All.Select(peer => peer.Id))}.")),
    ];
}
