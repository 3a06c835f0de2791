namespace PoolingGen.Generators.Planning;

/// <summary>Decides how a kernel gets fast.</summary>
internal static class KernelPlanner
{
    /// <summary>Longer windows along a row, or wider steps, are read tap by tap instead of shuffled out of registers.</summary>
    private const int LongestShuffledWindow = 32;
    private const int WidestShuffledStride = 8;

    /// <summary>Windows so far apart have nothing in common; one output row at a time is as good as several.</summary>
    private const int WidestTileStride = 64;

    /// <summary>Tiles that span more input rows would run out of registers for their addresses.</summary>
    private const int MostTileRows = 20;
    private const int MostOutputRows = 4;

    /// <summary>No shorter than a tile's rows, which are added in one chain whether a tile fits or not.</summary>
    private const int LongestChain = MostTileRows;

    /// <summary>16 KB of floats: half of a first-level cache.</summary>
    private const int GroupLength = 4096;

    private static readonly int[] s_lanes = [16, 8, 4, 1];

    public static KernelPlan Plan(PoolingSpec pooling)
    {
        Reduction reduction = Reduction.Of(pooling.Mode, pooling.NaN);
        return pooling.Global ? PlanGlobal(pooling, reduction) : PlanWindows(pooling, reduction);
    }

    private static WindowPlan PlanWindows(PoolingSpec pooling, Reduction reduction)
    {
        AxisSpec rows = pooling.Axes[0];
        AxisSpec columns = pooling.Axes[1];
        bool shuffled = columns.Size <= LongestShuffledWindow && columns.Stride <= WidestShuffledStride;
        RowEdges edges = rows.PadBegin == 0 && rows.PadEnd == 0 ? RowEdges.None
            : reduction.Idempotent ? RowEdges.Repeat
            : RowEdges.Mask;

        ReductionTree? columnTree = shuffled ? ColumnTree.Plan(columns, reduction.Idempotent) : null;

        // A block's last group holds the end of its windows; before the first block there is nothing but padding.
        bool carries = shuffled && columns.Size > columns.Stride;
        int columnOffset = (carries ? columns.Size - columns.Stride : 0) - columns.PadBegin;
        int firstOutput = carries ? -CeilingDivide(columnOffset, columns.Stride) : 0;

        WindowPlan plan = new(
            pooling,
            reduction,
            edges,
            columnTree,
            firstOutput,
            columnOffset,
            IsCheapPerPlane(edges, rows, columns) ? 0 : GroupLength,
            LongestChain,
            new([.. s_lanes.Select(lanes => PlanTile(rows, columns, columnTree, reduction, lanes))]),
            EquatableArray<string>.Empty);
        return plan with { Description = PlanDescription.Of(plan) };
    }

    /// <summary>Whether what depends on rows alone is known at compile time, or nothing beside what a plane costs.</summary>
    private static bool IsCheapPerPlane(RowEdges edges, AxisSpec rows, AxisSpec columns) =>
        (long?)rows.Input.Fixed * columns.Input.Fixed is { } size && (edges == RowEdges.None || size >= GroupLength / 8);

    private static TilePlan PlanTile(AxisSpec rows, AxisSpec columns, ReductionTree? columnTree, Reduction reduction, int lanes)
    {
        if (lanes == 1 || columnTree is null || rows.Size > MostTileRows || rows.Stride > WidestTileStride)
        {
            return new TilePlan(lanes, 0, null, Optimistic: false);
        }

        int outputRows = rows.Size > rows.Stride
            ? Enumerable.Range(1, MostOutputRows)
                .Where(count => count == 1 || Fits(rows, columns, columnTree, lanes, count))
                .OrderBy(count => CostPerRow(rows, reduction, columns.Stride, count))
                .ThenByDescending(count => count)
                .First()
            : RowsWithoutOverlap(lanes);
        ReductionTree rowTree = RowTree.Plan(rows, outputRows, reduction.Idempotent);

        // A join that keeps NaN is three instructions on x86, where one and an addition do: it pays from a few taps on.
        // Of NEON, which the narrow vectors are for too, it is one.
        const int FewTaps = 4;
        bool optimistic = reduction is { Idempotent: true, PropagatesNaN: true } && rows.Size * columns.Size > FewTaps && lanes > 4;
        return new TilePlan(lanes, outputRows, rowTree, optimistic);
    }

    /// <summary>
    /// Where windows do not overlap there is nothing to share. Long rows run fastest two at a time; of short ones, which
    /// narrow vectors are for, more rows spread what a tile costs besides.
    /// </summary>
    private static int RowsWithoutOverlap(int lanes) => lanes == 16 ? 2 : 4;

    /// <summary>Loads and joins of the column vectors, and what a block costs besides, per output row.</summary>
    private static double CostPerRow(AxisSpec rows, Reduction reduction, int stride, int outputRows)
    {
        const int Addresses = 8;
        const int Block = 4;
        int inputs = RowTree.InputRows(rows, outputRows);
        int joins = RowTree.Plan(rows, outputRows, reduction.Idempotent).Steps.Count;

        // Each row has an address in a register; those that find none are reloaded wherever they are used.
        int reloads = Math.Max(0, inputs + outputRows - Addresses);
        return (stride * (inputs + joins + reloads) + Block) / (double)outputRows;
    }

    /// <summary>Whether the tile's addresses and live vectors stay within what the registers hold.</summary>
    private static bool Fits(AxisSpec rows, AxisSpec columns, ReductionTree columnTree, int lanes, int outputRows)
    {
        const int Working = 4;
        int carried = columnTree.Steps.Where(step => step.Shift > 0).Select(step => step.Right).Distinct().Count();
        int live = outputRows * (columns.Stride + carried) + Working;
        return RowTree.InputRows(rows, outputRows) <= MostTileRows && live <= VectorRegisters(lanes);
    }

    /// <summary>AVX-512 has 32 registers, everything else is planned for the 16 of AVX2; some are left to the JIT.</summary>
    private static int VectorRegisters(int lanes) => lanes == 16 ? 28 : 14;

    private static GlobalPlan PlanGlobal(PoolingSpec pooling, Reduction reduction)
    {
        const int VirtualLanes = 16;
        GlobalPlan plan = new(
            pooling,
            reduction,
            VirtualLanes,
            reduction.Idempotent ? 0 : VirtualLanes * 64,
            new([new(16, 4), new(8, 4), new(4, 2), new(1, 1)]),
            EquatableArray<string>.Empty);
        return plan with { Description = PlanDescription.Of(plan) };
    }

    private static int CeilingDivide(int value, int divisor) =>
        value >= 0 ? (value + divisor - 1) / divisor : -(-value / divisor);
}
