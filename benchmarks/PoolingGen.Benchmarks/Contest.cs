using System.Numerics;
using System.Runtime.CompilerServices;
using PoolingGen.Benchmarks.Peers;

namespace PoolingGen.Benchmarks;

/// <summary>
/// One layer with everyone who computes it, all on the same image. Nobody gets in who has not computed the same
/// as the others.
/// </summary>
internal sealed class Contest : IDisposable
{
    private static readonly Dictionary<string, Opening> Openings = new()
    {
        [Variant.Float] = Open<float>,
        ["double"] = Open<double>,
        ["half"] = Open<Half>,
        ["byte"] = Open<byte>,
        ["sbyte"] = Open<sbyte>,
    };

    private readonly IDisposable _job;

    private Contest(IDisposable job, long bytes, Contender kernel, Contender naive, Contender limit, IReadOnlyList<Entry> peers)
    {
        _job = job;
        Bytes = bytes;
        Kernel = kernel;
        Naive = naive;
        Limit = limit;
        Peers = peers;
    }

    private delegate Contest Opening(Layer layer, Variant variant, IEnumerable<Peer> peers);

    public static IEnumerable<string> Types => Openings.Keys;

    /// <summary>What anyone has to move: every input element read and every output element and index written, once.</summary>
    public long Bytes { get; }

    public Contender Kernel { get; }

    public Contender Naive { get; }

    public Contender Limit { get; }

    public IReadOnlyList<Entry> Peers { get; }

    /// <exception cref="WrongResultException">Two contenders computed different outputs.</exception>
    public static Contest Open(Layer layer, Variant variant, IEnumerable<Peer> peers) => Openings[variant.Type](layer, variant, peers);

    public void Dispose()
    {
        foreach (Contender contender in (IEnumerable<Contender>)[Kernel, Naive, Limit, .. Peers.SelectMany(entry => entry.Ways)])
        {
            contender.Dispose();
        }

        _job.Dispose();
    }

    private static Contest Open<T>(Layer layer, Variant variant, IEnumerable<Peer> peers)
        where T : unmanaged, INumber<T>
    {
        var job = new Job<T>(layer, variant);
        BufferContender naive = NaiveLoop.Enter(job);
        BufferContender limit = ReadWriteLimit.Enter(job);
        Contender kernel = GeneratedKernels.Enter(job, variant);
        Entry[] entries = [.. peers.Select(peer => new Entry(peer, [.. peer.Enter(job)]))];

        naive.Run();
        foreach (Contender contender in entries.SelectMany(entry => entry.Ways).Prepend(kernel))
        {
            contender.Run();
            WrongResultException.ThrowIfDifferent(job, naive, contender);
        }

        long elementBytes = Unsafe.SizeOf<T>() * ((long)layer.Input.Length + layer.Output.Length);
        long indexBytes = variant.Indices ? sizeof(long) * (long)layer.Output.Length : 0;
        return new Contest(job, elementBytes + indexBytes, kernel, naive, limit, entries);
    }

    /// <summary>A peer and its ways to compute the layer; none if it does not know how.</summary>
    internal sealed record Entry(Peer Peer, IReadOnlyList<Contender> Ways);
}
