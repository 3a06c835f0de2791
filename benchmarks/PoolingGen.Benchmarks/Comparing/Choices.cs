using System.CommandLine;
using PoolingGen.Benchmarks.Peers;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>The options that say what is to be compared.</summary>
internal sealed class Choices
{
    private const string First = "first";
    private const string Last = "last";

    private readonly Option<string?> _layers = new("--layers") { Description = "Only these layers, by id or network, separated by commas; * stands for anything." };
    private readonly Option<string> _layout = new("--layout") { Description = "Where our kernels find the channels.", DefaultValueFactory = _ => First };
    private readonly Option<string> _type = new("--type") { Description = "The type of the elements.", DefaultValueFactory = _ => Variant.Float };
    private readonly Option<bool> _indices = new("--indices") { Description = "Maxima with their indices." };
    private readonly Option<bool> _fixed = new("--fixed") { Description = "The kernels whose shape the attribute fixes." };
    private readonly Option<bool> _parallel = new("--parallel") { Description = "The kernels that use all cores, against those that do not." };
    private readonly Option<string?> _peers = new("--peers") { Description = $"Only these, separated by commas: {string.Join(", ", Peer.All.Select(peer => peer.Id))}." };

    public Choices()
    {
        _layout.AcceptOnlyFromAmong(First, Last);
        _type.AcceptOnlyFromAmong([.. Contest.Types]);
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (ReadOnlySpan<Option>)[_layers, _layout, _type, _indices, _fixed, _parallel, _peers])
        {
            command.Add(option);
        }
    }

    /// <exception cref="ArgumentException">There is nothing to compare.</exception>
    public Selection Read(ParseResult arguments)
    {
        PoolingLayout layout = arguments.GetValue(_layout) == Last ? PoolingLayout.ChannelsLast : PoolingLayout.ChannelsFirst;
        var variant = new Variant(arguments.GetValue(_type)!, layout)
        {
            Indices = arguments.GetValue(_indices),
            FixedShapes = arguments.GetValue(_fixed),
            Parallel = arguments.GetValue(_parallel),
        };
        IReadOnlyList<Peer> peers =
            arguments.GetValue(_peers) is string ids ? Peer.Named(ids)
            : variant.Parallel ? [new OneThreadPeer()]
            : Peer.Libraries;
        Layer[] layers = [.. Layers.Matching(arguments.GetValue(_layers)).Where(layer => GeneratedKernels.Has(layer, variant))];
        return layers.Length > 0
            ? new Selection(layers, variant, peers)
            : throw new ArgumentException($"None of these layers has a kernel in {variant.KernelClass}.");
    }
}
