namespace PoolingGen.Generators.Planning;

/// <summary>Decides how a kernel gets fast.</summary>
internal static class KernelPlanner
{
    /// <summary>Longer windows along a row, or wider steps, are read tap by tap instead of shuffled out of registers.</summary>
    private const int LongestShuffledWindow = 32;
    private const int WidestShuffledStride = 8;

    /// <summary>Windows so far apart have nothing in common; one output row at a time is as good as several.</summary>
    private const int WidestTileStride = 64;

    /// <summary>Tiles that span more input rows, of all slices, would run out of registers for their addresses.</summary>
    private const int MostTileRows = 20;
    private const int MostOutputRows = 4;

    /// <summary>
    /// Likewise of tiles of several output slices, whose lanes are channels: rows and slices have addresses of their own, not
    /// rows of slices. Positions have a vector for each, though.
    /// </summary>
    private const int MostSlicedTileRows = 25;
    private const int MostOutputSlices = 2;

    /// <summary>Of values with positions: more rows of them are more code than the JIT inlines in one method.</summary>
    private const int MostIndexedRows = 2;

    /// <summary>Shuffles of a block: with more of them, one more copy of a block is more code than the JIT inlines in one method.</summary>
    private const int MostShuffles = 12;

    /// <summary>Output rows of planes in well-known networks: of those whose rows are a single block, and of larger ones.</summary>
    private static readonly int[] s_fewRows = [7, 8, 13, 14, 16];
    private static readonly int[] s_manyRows = [28, 35, 56, 71, 112, 128];

    /// <summary>Numbers that are added one to the other; longer sums are sums of such chains, so that rounding errors do not pile up.</summary>
    private const int LongestChain = 10;

    private const int LongestGlobalChain = 16;

    /// <summary>Windows of more rows go through scratch even without slices: of 24 KB, most of a first-level cache.</summary>
    private const int MostPlanarTileRows = 10;
    private const int MostScratchedRows = 24;
    private const int ScratchRows = 48;
    private const int ScratchRowBytes = 512;

    /// <summary>16 KB of floats: half of a first-level cache.</summary>
    private const int GroupLength = 4096;

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

        // Where NaN is ignored, windows without a tap are told apart tap by tap.
        return regular
            && geometry.SliceTaps <= (mayOverlap ? MostTileRows : LongestChain)
            && geometry.Columns.EffectiveSize <= LongestShuffledWindow
            && geometry.Columns.Stride <= WidestShuffledStride
            && !(geometry.MayBeEmpty && pooling.NaN == NaNHandling.Ignore);
    }

    private static WindowPlan PlanWindows(PoolingSpec pooling, Geometry geometry)
    {
        PlanAxis rows = geometry.Rows;
        PlanAxis columns = geometry.Columns;
        Arithmetic arithmetic = Arithmetic.Of(pooling, geometry, gathers: false);
        ReductionTree columnTree = ColumnTree.Plan(columns, arithmetic.Idempotent);

        // A block's last group holds the end of its windows; before the first block there is nothing but padding. Where
        // that is as much as the extent asks for, there may be none at all.
        int columnOffset = (int)Math.Max(columns.EffectiveSize - columns.Stride, 0);
        int leastPadding = columns.Windows.Same == SamePadding.None ? columns.PadBegin : 0;
        int firstOutput = columnOffset > 0 ? -CeilingDivide(columnOffset - leastPadding, columns.Stride) : 0;

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
            new([.. VectorWidth.Of(arithmetic.Lane).SelectMany(width => PlanTiles(geometry, columnTree, arithmetic, firstOutput, width))]),
            EquatableArray<string>.Empty);
        return plan with { Description = PlanDescription.Of(plan) };
    }

    /// <summary>How windows are met that reach beyond the input along the axis of rows, or of slices.</summary>
    public static RowEdges EdgesOf(PlanAxis axis, Arithmetic arithmetic) =>
        !axis.Overhangs ? RowEdges.None
        : arithmetic.Idempotent && axis.Dilation == 1 ? RowEdges.Repeat
        : RowEdges.Mask;

    /// <summary>Whether every row that is joined has a position for each tap; a row that is masked has none, which is not in order.</summary>
    private static bool IsOrdered(Geometry geometry, Arithmetic arithmetic) =>
        arithmetic.Form == LaneForm.Indexed
        && geometry.Slices.Append(geometry.Rows).All(axis => EdgesOf(axis, arithmetic) != RowEdges.Mask);

    /// <summary>A tile for rows of a single block, and one for longer rows; only one of them where the number of windows is known.</summary>
    private static IEnumerable<TilePlan> PlanTiles(Geometry geometry, ReductionTree columnTree, Arithmetic arithmetic, int firstOutput, VectorWidth width)
    {
        TilePlan tile = PlanTile(geometry, columnTree, arithmetic, width, singleBlock: false);
        if (tile.TakesAnyLength)
        {
            return [tile];
        }

        tile = tile with { HalvesLast = MayHalveLast(geometry, columnTree, arithmetic, firstOutput, tile) };
        int groupLength = IsCheapPerPlane(geometry) ? 0 : GroupLength;
        bool centred = MayCentre(geometry.Columns, columnTree);
        TilePlan single = PlanTile(geometry, columnTree, arithmetic, width, singleBlock: true) with { GroupLength = groupLength, Centred = centred };
        return geometry.Columns.Windows.Windows is not { } windows ? [single, tile]
            : windows - (centred ? 0 : firstOutput) <= width.Lanes ? [single]
            : [tile with { GroupLength = groupLength }];
    }

    /// <summary>
    /// Whether a single block can begin with the first column, so that rows as long as a vector need no other: no row is longer
    /// than its outputs, and lanes are shifted before they are joined to anything.
    /// </summary>
    private static bool MayCentre(PlanAxis columns, ReductionTree columnTree) =>
        columns is { Stride: 1, Windows: { Same: SamePadding.None, CeilMode: false } }
        && columns.PadBegin > 0
        && columns.PadBegin + columns.PadEnd >= columns.EffectiveSize - 1
        && columnTree.Steps.All(step => step.Shift == 0 || step.Right < columnTree.Inputs);

    /// <summary>
    /// Whether the last block of a row, where it has at most half as many outputs as a vector has lanes, is made with vectors
    /// half as wide. By itself that costs 0.57 of a whole block on Zen 4, whose operations on 512 bits take two turns; rows of two
    /// whole blocks and a few outputs take some 10 % less time, of four some 3 %. Likewise with AVX2, whose masked stores and
    /// shifts across 256 bits are slow; where AVX-512 has those, halves of 256 bits gain nothing and lose little.
    /// </summary>
    private static bool MayHalveLast(Geometry geometry, ReductionTree columnTree, Arithmetic arithmetic, int firstOutput, TilePlan tile)
    {
        int shifts = columnTree.Steps.Count(static step => step.Shift > 0);
        int splits = geometry.Columns.Stride * (geometry.Columns.Stride - 1);
        bool isFew = geometry.Columns.Windows.Windows is not { } windows || (windows - firstOutput - 1) % tile.Lanes < tile.Lanes / 2;

        // Of other elements each load and store is a conversion, of which another copy is more than the JIT inlines, too.
        bool areFloats = arithmetic is { Form: LaneForm.Plain, Storage: ElementType.Single, Lane: ElementType.Single, Output: ElementType.Single }
            && arithmetic.Transform != TapTransform.Power;
        return tile.Width.Bits >= 256 && isFew && areFloats && tile.OutputRows * (shifts + splits) <= MostShuffles;
    }

    /// <summary>Whether what depends on rows and slices alone is nothing beside what a plane costs.</summary>
    private static bool IsCheapPerPlane(Geometry geometry) =>
        geometry.Columns.Role == AxisRole.Channels
        || !geometry.Slices.Append(geometry.Rows).Any(static axis => axis.Overhangs)
        || geometry.Axes.Aggregate((long?)1, static (size, axis) => size * axis.Windows.Input.Fixed) >= GroupLength / 8;

    private static TilePlan PlanTile(Geometry geometry, ReductionTree columnTree, Arithmetic arithmetic, VectorWidth width, bool singleBlock)
    {
        PlanAxis rows = geometry.Rows;
        if (width.Bits > 0 && IsSeparable(geometry, arithmetic))
        {
            return PlanScratch(geometry, arithmetic, width);
        }

        int slices = (int)geometry.SliceTaps;
        bool isLongSum = arithmetic.OrderMatters && rows.Size > LongestChain;
        if (width.Bits == 0 || rows.EffectiveSize * slices > MostTileRows || rows.Stride > WidestTileStride || isLongSum)
        {
            return new TilePlan(width, 0, null, Optimistic: false, SingleBlock: false, GroupLength: 0, width.FewestColumns);
        }

        TileSize size = SizeOf(geometry, columnTree, arithmetic, width, singleBlock);

        int fewTaps = arithmetic.Form == LaneForm.Indexed ? 1 : 4;
        bool optimistic = IsOptimistic(arithmetic, width) && geometry.Taps > fewTaps;
        return new TilePlan(
            width,
            size.Rows,
            PlanRows(geometry, arithmetic, size),
            optimistic,
            singleBlock,
            GroupLength: 0,
            singleBlock ? width.FewestColumns : FewestColumnsOfBlocks(geometry, columnTree, arithmetic, width),
            OutputSlices: size.Slices);
    }

    /// <summary>Output rows of a tile, in each of so many output slices.</summary>
    private readonly record struct TileSize(int Slices, int Rows)
    {
        public int Outputs => Slices * Rows;
    }

    private static ReductionTree PlanRows(Geometry geometry, Arithmetic arithmetic, TileSize size) => RowTree.Plan(
        geometry.Rows, size.Rows, geometry.TileSlices(size.Slices), arithmetic.Idempotent, IsOrdered(geometry, arithmetic));

    /// <summary>How many outputs share their input rows in a tile: as few operations as possible, of those made twice by last tiles too.</summary>
    private static TileSize SizeOf(Geometry geometry, ReductionTree columnTree, Arithmetic arithmetic, VectorWidth width, bool singleBlock)
    {
        if (geometry.Rows.EffectiveSize <= geometry.Rows.Stride)
        {
            return new TileSize(1, RowsWithoutOverlap(geometry, arithmetic, width));
        }

        int[] heights = singleBlock ? s_fewRows : s_manyRows;
        int mostRows = arithmetic.Form == LaneForm.Indexed ? MostIndexedRows : MostOutputRows;
        return Enumerable.Range(1, MaySharePastSlices(geometry) ? MostOutputSlices : 1)
            .SelectMany(slices => Enumerable.Range(1, mostRows).Select(rows => new TileSize(slices, rows)))
            .Where(size => size.Outputs == 1 || Fits(geometry, columnTree, arithmetic, width, size))
            .OrderBy(size => CostPerRow(geometry, arithmetic, size) * MadeOf(size.Rows) * MadeOf(size.Slices))
            .ThenByDescending(static size => size.Rows)
            .First();

        // As many as there are, and what the last tile makes twice.
        double MadeOf(int count) => heights.Sum(height => CeilingDivide(height, count) * count);
    }

    /// <summary>
    /// Whether neighbouring slices of outputs have slices in common, and tiles that make several of them gain by it: where lanes
    /// are channels, every row of a window is read from the second-level cache.
    /// </summary>
    private static bool MaySharePastSlices(Geometry geometry) =>
        geometry is { Columns.Role: AxisRole.Channels, Slices.Count: 1 }
        && geometry.Slices[0].Dilation == 1
        && geometry.Slices[0].Size > geometry.Slices[0].Stride;

    /// <summary>
    /// Rows of up to one and a half of the widest vectors take two of them or three half as wide, whichever costs less where
    /// blocks cannot overlap. Two and a half are as fast either way.
    /// </summary>
    private static int FewestColumnsOfBlocks(Geometry geometry, ReductionTree columnTree, Arithmetic arithmetic, VectorWidth width)
    {
        // Measured on Zen 4, whose operations on 512 bits take two turns.
        const double Half = 0.57;
        bool halvesAreCheaper = width.Bits == 512
            && columnTree.Steps.Any(static step => step.Shift > 0)
            && 3 * Half * RowCost(width.Half) < 2 * RowCost(width);
        return halvesAreCheaper ? width.Lanes * 3 / 2 + 1 : 1;

        double RowCost(VectorWidth vector) => CostPerRow(
            geometry, arithmetic, SizeOf(geometry, columnTree, arithmetic, vector, singleBlock: false));
    }

    /// <summary>
    /// A join that keeps NaN is three instructions on x86, where one and an addition do: it pays from a few taps on. Of
    /// NEON, which the narrow vectors are for too, it is one.
    /// </summary>
    private static bool IsOptimistic(Arithmetic arithmetic, VectorWidth width) => arithmetic.HasFastJoin && width.Bits > 128;

    /// <summary>
    /// Whether windows have so many rows that it pays to reduce everything else of an input row once, and to store and read
    /// what that becomes. Neighbouring output rows then share nearly all, in tiles that hold neither lanes of the block
    /// before nor the addresses of all slices.
    /// </summary>
    private static bool IsSeparable(Geometry geometry, Arithmetic arithmetic)
    {
        PlanAxis rows = geometry.Rows;
        bool planar = geometry is { Slices.Count: 0, Columns.Role: AxisRole.Spatial };
        return rows is { Role: AxisRole.Spatial, Dilation: 1, Size: <= MostScratchedRows } && rows.Size >= 2 * rows.Stride
            && geometry.Columns is { Stride: 1, Dilation: 1 }
            && rows.Size * geometry.SliceTaps > (planar ? MostPlanarTileRows : MostTileRows)
            && (arithmetic.Form == LaneForm.Indexed ? IsOrdered(geometry, arithmetic) : HoldsOutputs(arithmetic));
    }

    /// <summary>Whether a vector is stored to scratch as it is to the output.</summary>
    private static bool HoldsOutputs(Arithmetic arithmetic) =>
        arithmetic is { Idempotent: true, Form: LaneForm.Plain, Transform: TapTransform.None }
        && arithmetic.Storage == arithmetic.Lane && arithmetic.Output == arithmetic.Lane;

    private static TilePlan PlanScratch(Geometry geometry, Arithmetic arithmetic, VectorWidth width)
    {
        PlanAxis rows = geometry.Rows;
        bool hasPositions = arithmetic.Form == LaneForm.Indexed;
        ScratchPlan scratch = new(ScratchRows, ScratchRowBytes / arithmetic.Lane.Bytes(), hasPositions);

        // The rows of a plane are divided evenly: half a filling must still hold a tile. Planes for which windows are as long
        // as that have 19 or 20 rows in well-known networks: two tiles.
        int mostRows = (width.Bits == 512 ? 10 : 4) / arithmetic.Registers;
        int outputRows = Math.Min(mostRows, (scratch.OutputRows(rows) + 1) / 2);
        ReductionTree tree = RowTree.Plan(rows, outputRows, TileSlices.None, arithmetic.Idempotent, hasPositions && geometry.SliceTaps == 1);
        return new TilePlan(width, outputRows, tree, IsOptimistic(arithmetic, width), SingleBlock: false, GroupLength: 0, width.FewestColumns, scratch);
    }

    /// <summary>
    /// Where windows do not overlap there is nothing to share. Long rows run fastest two at a time; of short ones, which
    /// narrow vectors are for, more rows spread what a tile costs besides. Where lanes are channels, a window of several
    /// slices is as many streams of memory as run well side by side.
    /// </summary>
    private static int RowsWithoutOverlap(Geometry geometry, Arithmetic arithmetic, VectorWidth width) =>
        geometry.SliceTaps > 1 ? (geometry.Columns.Role == AxisRole.Channels ? 1 : 2)
        : width.Bits == 512 || arithmetic.Form == LaneForm.Indexed ? 2
        : 4;

    /// <summary>
    /// Loads and joins of a block's column vectors per output row, and what each row costs whatever the tile: its columns
    /// and its store. Measured on Zen 4, where addresses that find no register cost next to nothing beside loads.
    /// </summary>
    private static double CostPerRow(Geometry geometry, Arithmetic arithmetic, TileSize size)
    {
        const int Addresses = 16;
        const int Row = 16;
        const int Block = 4;
        TileSlices slices = geometry.TileSlices(size.Slices);
        ReductionTree tree = PlanRows(geometry, arithmetic, size);
        int joins = RowTree.Cost(tree);
        int inputs = geometry.Columns.Role != AxisRole.Channels ? tree.Inputs : tree.Inputs / slices.Inputs + slices.Inputs;
        int reloads = Math.Max(0, inputs + size.Outputs - Addresses);
        return Row + (geometry.Columns.Stride * (tree.Inputs + joins + reloads) + Block) / (double)size.Outputs;
    }

    /// <summary>Whether the tile's addresses and live vectors stay within what the registers hold.</summary>
    private static bool Fits(Geometry geometry, ReductionTree columnTree, Arithmetic arithmetic, VectorWidth width, TileSize size)
    {
        // Columns of several vectors are split by more of them.
        int working = geometry.Columns.Stride > 1 ? 6 : 4;
        int carried = columnTree.Steps.Where(step => step.Shift > 0).Select(step => step.Right).Distinct().Count();
        int live = (size.Outputs * (geometry.Columns.Stride + carried) + working) * arithmetic.Registers;
        int rows = RowTree.InputRows(geometry.Rows, size.Rows) * geometry.TileSlices(size.Slices).Inputs;
        int mostRows = size.Slices > 1 && arithmetic.Form != LaneForm.Indexed ? MostSlicedTileRows : MostTileRows;
        return rows <= mostRows && live <= VectorRegisters(width);
    }

    /// <summary>AVX-512 has 32 registers, everything else is planned for the 16 of AVX2; some are left to the JIT.</summary>
    private static int VectorRegisters(VectorWidth width) => width.Bits == 512 ? 28 : 14;

    private static TapPlan PlanTaps(PoolingSpec pooling, Geometry geometry)
    {
        bool gathers = geometry.Columns.Adaptive || geometry.Columns.Stride > 1;
        Arithmetic arithmetic = Arithmetic.Of(pooling, geometry, gathers || pooling.Input == ElementType.Half);
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
            new([.. widths.Select(width => new GlobalWidthPlan(width, PlanesAtATime(width, arithmetic)))]),
            EquatableArray<string>.Empty);
        return plan with { Description = PlanDescription.Of(plan) };
    }

    /// <summary>As many chains as hide the latency of an addition, as far as registers last.</summary>
    private static int PlanesAtATime(VectorWidth width, Arithmetic arithmetic) => width.Bits switch
    {
        0 => 1,
        128 => 2,
        _ => 4 / arithmetic.Registers,
    };

    private static int CeilingDivide(int value, int divisor) =>
        value >= 0 ? (value + divisor - 1) / divisor : -(-value / divisor);
}
