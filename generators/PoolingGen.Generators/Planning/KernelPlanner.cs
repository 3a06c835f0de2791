namespace PoolingGen.Generators.Planning;

/// <summary>Decides how a kernel gets fast.</summary>
internal static class KernelPlanner
{
    /// <summary>Longer windows along a row, or wider steps, are read tap by tap instead of shuffled out of registers.</summary>
    private const int LongestShuffledWindow = 32;
    private const int WidestShuffledStride = 8;

    /// <summary>Numbers that are added one to the other; longer sums are sums of such chains, so that rounding errors do not pile up.</summary>
    public const int LongestChain = 10;

    private const int LongestGlobalChain = 16;

    /// <summary>Plans a kernel, and where a single channel may come last, another for that.</summary>
    public static KernelPlan Plan(PoolingSpec pooling)
    {
        if (pooling.Layout == PoolingLayout.ChannelsFirst || pooling.Channels.Fixed is not (null or 1))
        {
            return PlanLayout(pooling);
        }

        // One channel is a plane in either layout: lanes along its columns are full, where those along channels are empty but for one.
        KernelPlan single = PlanLayout(pooling with { Layout = PoolingLayout.ChannelsFirst, Channels = new DimensionSpec(1) });
        if (pooling.Channels.Fixed is not null)
        {
            return single with { Description = PlanDescription.WithSingleChannel(single) };
        }

        // How numbers are added that have to be rounded must not depend on how many channels there are.
        KernelPlan plan = PlanLayout(pooling);
        return plan.Arithmetic.OrderMatters ? plan : plan with { SingleChannel = single, Description = PlanDescription.BesideSingleChannel(plan) };
    }

    private static KernelPlan PlanLayout(PoolingSpec pooling)
    {
        Geometry geometry = Geometry.Of(pooling);
        return pooling is { Global: true, Layout: PoolingLayout.ChannelsFirst } ? PlanGlobal(pooling, geometry)
            : IsTiled(pooling, geometry) ? PlanWindows(pooling, geometry)
            : PlanTaps(pooling, geometry);
    }

    /// <summary>Whether windows are short and regular enough to be reduced axis by axis.</summary>
    private static bool IsTiled(PoolingSpec pooling, Geometry geometry)
    {
        bool regular = geometry.Axes.All(static axis => !axis.Adaptive);
        bool mayOverlap = Reduction.Of(pooling.Mode, pooling.NormOrder).Idempotent;

        // Where NaN is ignored, windows without a tap are told apart tap by tap. Where lanes are channels, it is tiles alone
        // that spare loads: without them, several vectors of channels side by side are faster.
        return regular
            && geometry.SliceTaps <= (mayOverlap ? TileCosts.MostTileRows : LongestChain)
            && geometry.Columns.EffectiveSize <= LongestShuffledWindow
            && geometry.Columns.Stride <= WidestShuffledStride
            && !(geometry.MayBeEmpty && pooling.NaN == NaNHandling.Ignore)
            && (geometry.Columns.Role != AxisRole.Channels || TilePlanner.MayTile(geometry, Arithmetic.Of(pooling, geometry, gathers: false)));
    }

    private static WindowPlan PlanWindows(PoolingSpec pooling, Geometry geometry)
    {
        PlanAxis rows = geometry.Rows;
        PlanAxis columns = geometry.Columns;
        Arithmetic arithmetic = Arithmetic.Of(pooling, geometry, gathers: false);

        // A block's last group holds the end of its windows; before the first block there is nothing but padding. Where
        // that is as much as the extent asks for, there may be none at all.
        int leastPadding = columns.Windows.Same == SamePadding.None ? columns.PadBegin : 0;
        int columnOffset = ColumnTree.Offset(columns, leastPadding, arithmetic.OrderMatters);
        int firstOutput = columnOffset > 0 ? -CeilingDivide(columnOffset - leastPadding, columns.Stride) : 0;
        ReductionTree columnTree = ColumnTree.Plan(columns, columnOffset, columns.KeepsExtent && firstOutput == -1, arithmetic.Idempotent);

        TilePlanner tiles = new(geometry, arithmetic, columnTree, firstOutput);
        WindowPlan plan = new(
            pooling,
            geometry,
            arithmetic,
            EdgesOf(rows, arithmetic),
            columnTree,
            firstOutput,
            columnOffset,
            IsOrdered(geometry, arithmetic),
            LongestChain,
            new([.. tiles.Plan()]),
            EquatableArray<string>.Empty);
        return plan with { Description = PlanDescription.Of(plan) };
    }

    /// <summary>How windows are met that reach beyond the input along the axis of rows, or of slices.</summary>
    public static RowEdges EdgesOf(PlanAxis axis, Arithmetic arithmetic) =>
        !axis.Overhangs ? RowEdges.None
        : arithmetic.Idempotent && axis.Dilation == 1 ? RowEdges.Repeat
        : RowEdges.Mask;

    /// <summary>Whether every row that is joined has a position for each tap; a row that is masked has none, which is not in order.</summary>
    public static bool IsOrdered(Geometry geometry, Arithmetic arithmetic) =>
        arithmetic.Form == LaneForm.Indexed
        && geometry.Slices.Append(geometry.Rows).All(axis => EdgesOf(axis, arithmetic) != RowEdges.Mask);

    private static TapPlan PlanTaps(PoolingSpec pooling, Geometry geometry)
    {
        bool gathers = geometry.Columns.Adaptive || geometry.Columns.Stride > 1;
        Arithmetic arithmetic = Arithmetic.Of(pooling, geometry, gathers || pooling.Input == ElementType.Half || pooling.Mode == PoolingMode.Average);
        TapPlan plan = new(
            pooling,
            geometry,
            arithmetic,
            arithmetic.OrderMatters ? LongestChain : 0,
            VectorWidth.Of(arithmetic.Lane),
            EquatableArray<string>.Empty);
        return plan with { Description = PlanDescription.Of(plan) };
    }

    private static GlobalPlan PlanGlobal(PoolingSpec pooling, Geometry geometry)
    {
        Arithmetic arithmetic = Arithmetic.Of(pooling, geometry, gathers: false);
        EquatableArray<VectorWidth> widths = VectorWidth.Of(arithmetic.Lane);
        int virtualLanes = arithmetic is { Form: LaneForm.Plain } && arithmetic.Lane.IsFloatingPoint() ? widths[0].Lanes : 0;
        GlobalPlan plan = new(
            pooling,
            geometry,
            arithmetic,
            virtualLanes,
            arithmetic.OrderMatters ? LongestGlobalChain : 0,
            new([.. widths.Select(width => PlanGlobal(width, virtualLanes, arithmetic))]),
            EquatableArray<string>.Empty);
        return plan with { Description = PlanDescription.Of(plan) };
    }

    private static GlobalWidthPlan PlanGlobal(VectorWidth width, int virtualLanes, Arithmetic arithmetic) =>
        new(width, PlanesAtATime(width, arithmetic), LargePlanesAtATime(width, virtualLanes, arithmetic), MayReadFew(width, arithmetic));

    /// <summary>As many chains as hide the latency of an addition.</summary>
    private static int PlanesAtATime(VectorWidth width, Arithmetic arithmetic) => width.Bits switch
    {
        0 => 1,
        128 => 2,
        _ => 4 / arithmetic.Registers,
    };

    /// <summary>
    /// As far as registers last: levels of sums in two registers a plane would fill those of AVX2 several times over, and spilled
    /// ones took up to four times as long.
    /// </summary>
    private static int LargePlanesAtATime(VectorWidth width, int virtualLanes, Arithmetic arithmetic) =>
        width.Bits > 128 && arithmetic.OrderMatters ? PlanesAtATime(width, arithmetic) / Math.Max(virtualLanes / width.Lanes, 1) : PlanesAtATime(width, arithmetic);

    /// <summary>
    /// Planes as small as networks end with are read where no line of a cache begins, and a vector that crosses one takes twice as
    /// long. Planes of 7x7 have one element left over: global averages took 7 % less time on Zen 4.
    /// </summary>
    private static bool MayReadFew(VectorWidth width, Arithmetic arithmetic) =>
        width.Bits > 0 && arithmetic is { Form: LaneForm.Plain, Storage: ElementType.Single, Lane: ElementType.Single };

    public static int CeilingDivide(int value, int divisor) =>
        value >= 0 ? (value + divisor - 1) / divisor : -(-value / divisor);
}
