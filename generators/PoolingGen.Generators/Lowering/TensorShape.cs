namespace PoolingGen.Generators.Lowering;

/// <summary>The extents of the tensors, in elements: numbers where the attribute fixes them, variables elsewhere.</summary>
/// <param name="Outer">What stands before the spatial axes: planes (batch times channels), or images (the batch) where channels come last. A variable where cores may share them.</param>
/// <param name="Axes">The spatial axes, in (depth, height, width) order.</param>
/// <param name="Channels">The channels where they come last; 1 where they are part of <paramref name="Outer"/>.</param>
internal sealed record TensorShape(Index Outer, EquatableArray<AxisShape> Axes, Index Channels)
{
    private static readonly string[] s_names = ["Depth", "Height", "Width"];

    /// <summary>Elements of one of the <see cref="Outer"/>, of the input and of the output.</summary>
    public Index InputSize => Index.Product(Axes.Select(static axis => axis.Input).Append(Channels));

    public Index OutputSize => Index.Product(Axes.Select(static axis => axis.Output).Append(Channels));

    public static TensorShape Of(PoolingSpec pooling)
    {
        bool channelsLast = pooling.Layout == PoolingLayout.ChannelsLast;
        Index channels = pooling.Channels.Fixed is { } number ? number : new VariableIndex("channels");
        Index outer = channelsLast ? (pooling.HasBatch ? new VariableIndex("batch") : 1)
            : !pooling.HasBatch && channels is ConstantIndex known && (known.Value == 1 || !pooling.SplitsOverCores) ? channels
            : new VariableIndex("planes");
        string[] names = [.. s_names.Skip(s_names.Length - pooling.Axes.Count)];
        AxisShape[] axes = [.. pooling.Axes.Select((axis, number) => AxisShape.Of(axis, names[number]))];
        axes[0] = pooling.SplitsIntoBands ? axes[0] with { Begin = new VariableIndex("bandBegin"), End = new VariableIndex("bandEnd") } : axes[0];
        return new TensorShape(outer, new([.. axes]), channelsLast ? channels : 1);
    }

    /// <summary>Those extents that a procedure has to be told.</summary>
    public IEnumerable<VariableIndex> Variables =>
        new[] { Outer, Channels }
            .Concat(Axes.Select(static axis => axis.Input))
            .Concat(Axes.Select(static axis => axis.Output))
            .Concat(Axes.Select(static axis => axis.PadBegin))
            .OfType<VariableIndex>()
            .Concat(Band);

    /// <summary>The outputs along the outermost spatial axis that are made, from the first to the one behind the last; none if it is always all.</summary>
    public IEnumerable<VariableIndex> Band => Axes[0] is { Begin: VariableIndex begin, End: VariableIndex end } ? [begin, end] : [];
}

/// <summary>A spatial axis of the tensors.</summary>
/// <param name="Input">The input's extent: <c>height</c>.</param>
/// <param name="Output">The output's extent: <c>outputHeight</c>.</param>
/// <param name="PadBegin">The padding before the input: <c>padHeight</c> where it depends on the input's extent at run time.</param>
internal sealed record AxisShape(Index Input, Index Output, Index PadBegin)
{
    /// <summary>The first output that is made.</summary>
    public Index Begin { get; init; } = 0;

    /// <summary>The one behind the last that is made.</summary>
    public Index End { get; init; } = Output;

    /// <summary>Whether so many outputs are made.</summary>
    public Condition Has(int outputs) => outputs == 1 ? new ConstantCondition(true) : End - Begin >= outputs;

    public static AxisShape Of(AxisSpec axis, string name) => new(
        axis.Input.Fixed is { } input ? input : new VariableIndex(name.ToLowerInvariant()),
        axis.Windows is { } windows ? new ConstantIndex(windows) : new VariableIndex($"output{name}"),
        axis.Same == SamePadding.None ? axis.PadBegin : new VariableIndex($"pad{name}"));
}
