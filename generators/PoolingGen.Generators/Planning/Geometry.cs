namespace PoolingGen.Generators.Planning;

/// <summary>
/// The axes of a kernel as loops see them, whatever rank and layout: slices of rows of columns. Columns lie side by side
/// in memory. They are the last spatial axis; or the channels, if those come last, with windows of a single one.
/// </summary>
/// <param name="Slices">The axes outside the rows, outermost first; up to two.</param>
/// <param name="Rows">The axis of which neighbouring windows share the most.</param>
/// <param name="Columns">The axis that vectors lie along.</param>
internal sealed record Geometry(EquatableArray<PlanAxis> Slices, PlanAxis Rows, PlanAxis Columns)
{
    public IEnumerable<PlanAxis> Axes => [.. Slices, Rows, Columns];

    /// <summary>Taps of a window, or <see langword="null"/> if that is not known at compile time.</summary>
    /// <remarks>More than an int counts are counted as so many.</remarks>
    public long? Taps => Axes.Aggregate((long?)1, static (taps, axis) => taps * axis.Taps is { } product ? Math.Min(product, int.MaxValue) : null);

    /// <summary>Whether a window may have no tap inside the input at all.</summary>
    public bool MayBeEmpty => Axes.Any(static axis => axis.MayBeEmpty);

    /// <summary>Slices of a window. May exceed 32 bits.</summary>
    public long SliceTaps => Slices.Aggregate(1L, static (taps, axis) => taps * axis.Size);

    /// <summary>Whether rows are those of planes, without slices.</summary>
    public bool IsPlanar => Slices.Count == 0 && Columns.Role == AxisRole.Spatial;

    /// <summary>
    /// Whether sums add the rows of a slice before they add slices: then neighbouring slices of outputs share whole sums. Windows of
    /// volumes so much longer along the rows than along the slices take all rows of a plane, as the last average of a network for
    /// videos does: there are no neighbouring rows to share anything with. Sums that are made of chains are not.
    /// </summary>
    public bool SumsSlicesLast =>
        Columns.Role == AxisRole.Spatial && SliceTaps > 1 && Rows.Size > 3 * SliceTaps && Rows.Size <= KernelPlanner.LongestChain;

    /// <summary>The slices of a tile that makes several slices of outputs.</summary>
    public TileSlices TileSlices(int outputSlices) => new(outputSlices, (int)SliceTaps, Slices.Count == 1 ? Slices[0].Stride : 1, SumsSlicesLast);

    public static Geometry Of(PoolingSpec pooling)
    {
        List<PlanAxis> axes = [.. pooling.Axes.Select((axis, number) => new PlanAxis(Regular(axis), AxisRole.Spatial, number))];
        if (pooling.Layout == PoolingLayout.ChannelsLast)
        {
            axes.Add(PlanAxis.Single(AxisRole.Channels, pooling.Channels));
        }
        else if (axes.Count == 1)
        {
            axes.Insert(0, PlanAxis.Single(AxisRole.Planes, new DimensionSpec(pooling.HasBatch ? null : pooling.Channels.Fixed)));
        }

        return new Geometry(new([.. axes.Take(axes.Count - 2)]), axes[axes.Count - 2], axes[axes.Count - 1]);
    }

    /// <summary>Adaptive windows are ordinary ones where the input is a multiple of the output.</summary>
    private static AxisSpec Regular(AxisSpec axis) =>
        axis is { Outputs: { } outputs, Input.Fixed: { } input } && input % outputs == 0
            ? new AxisSpec(input / outputs, input / outputs, 0, 0, axis.Input)
            : axis;
}

/// <summary>One axis of a <see cref="Geometry"/>.</summary>
/// <param name="Windows">The windows along it.</param>
/// <param name="Role">Which axis of the tensors it is.</param>
/// <param name="Number">The number of a spatial axis.</param>
internal sealed record PlanAxis(AxisSpec Windows, AxisRole Role, int Number)
{
    public int Size => Windows.Size;

    public int Stride => Windows.Stride;

    public int Dilation => Windows.Dilation;

    public int PadBegin => Windows.PadBegin;

    /// <summary>How far the last window may reach beyond the input.</summary>
    public int PadEnd => Windows.PadEnd + (Windows.CeilMode ? Windows.Stride - 1 : 0);

    /// <summary>The extent of a window. May exceed 32 bits.</summary>
    public long EffectiveSize => Windows.EffectiveSize;

    /// <summary>Whether each window has an extent of its own.</summary>
    public bool Adaptive => Windows.Outputs is not null;

    /// <summary>Whether a window may reach beyond the input.</summary>
    public bool Overhangs => PadBegin > 0 || PadEnd > 0;

    /// <summary>Whether there are as many windows as elements, whatever the extent.</summary>
    public bool KeepsExtent => !Adaptive && Windows.Same == SamePadding.None && Stride == 1 && PadBegin + PadEnd == EffectiveSize - 1;

    /// <summary>Whether a window may have no tap inside the input: only dilated ones have gaps as wide as that.</summary>
    public bool MayBeEmpty => Dilation > 1 && Overhangs;

    /// <summary>Taps of a window, or <see langword="null"/> if that is not known at compile time.</summary>
    public long? Taps => !Adaptive ? Size
        : Windows.Input.Fixed is { } input ? Math.Min(input, ((long)input - 1) / Windows.Outputs!.Value + 2)
        : null;

    /// <summary>An axis that is not pooled: windows of one element.</summary>
    public static PlanAxis Single(AxisRole role, DimensionSpec extent) => new(new AxisSpec(1, 1, 0, 0, extent), role, 0);
}

/// <summary>Which axis of the tensors an axis is.</summary>
internal enum AxisRole
{
    Spatial,
    Channels,

    /// <summary>Batch and channels in one: the rows of a kernel with a single spatial axis.</summary>
    Planes,
}
