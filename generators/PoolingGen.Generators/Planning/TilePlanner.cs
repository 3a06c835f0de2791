namespace PoolingGen.Generators.Planning;

/// <summary>Plans the tiles of sliding windows.</summary>
/// <param name="columnTree">How a row is reduced.</param>
/// <param name="firstOutput">The output of the first lane of a row's first block.</param>
internal sealed class TilePlanner(Geometry geometry, Arithmetic arithmetic, ReductionTree columnTree, int firstOutput)
{
    /// <summary>Windows so far apart have nothing in common; one output row at a time is as good as several.</summary>
    private const int WidestTileStride = 64;

    /// <summary>Shuffles of a block, and scales of averages: with more of them, one more copy of a block is more code than the JIT inlines in one method.</summary>
    private const int MostShuffles = 12;

    /// <summary>
    /// Windows of more rows go through scratch even without slices. With 16 registers a tile has few output rows: 9x9 over
    /// planes of 13 to 20 rows took 1.4 to 1.6 times as long without scratch, on AVX-512 as long with it. Values with positions
    /// take two registers each: with those 9x9 took 1.5 to 3 times as long without scratch, 5x5 with AVX2 1.2 to 1.9 times, on
    /// AVX-512 less.
    /// </summary>
    private const int MostPlanarTileRows = 10;
    private const int MostPlanarTileRowsOfFewRegisters = 8;
    private const int MostPlanarTileRowsOfFewest = 4;

    /// <summary>Joins of columns that wait for each other, from which on the rows of the next block are joined before them.</summary>
    private const int LongColumnChain = 3;

    /// <summary>Of 24 KB, most of a first-level cache; twice that for several slices, of which few images use all rows.</summary>
    private const int MostScratchedRows = 24;
    private const int ScratchRows = 48;
    private const int ScratchRowBytes = 512;

    /// <summary>
    /// Slices of outputs of an image that are made together, and what a row of scratch has of each: places come from the second-level
    /// cache, and are read 12 times instead of 36 for four windows of 9x9. 5x5 and 9x9 took 20 to 45 % less time on Zen 4. With
    /// positions, 9x9 in vectors of SSE took 1.5 times as long with four of them.
    /// </summary>
    private const int ScratchedSlices = 4;
    private const int ScratchedSlicesOfPositions = 2;
    private const int ScratchSliceBytes = 256;

    /// <summary>
    /// Large tensors, which come from far: the rows of a tile, or of its slices, are several streams that processors do not
    /// foresee. With rows asked for 3 KB before the next tile needs them, 3x3 at stride 2 of 19 to 100 MB took 20 to 50 % less
    /// time on Zen 4, 2x2 of 11 to 13 MB 20 %, 2x2x2 of 25 to 67 MB 15 to 25 %; right before it, 5 % more in the mean, twice as
    /// far ahead as well. Short rows of a single slice follow each other so closely that they are one stream: 2x2 of rows of 256
    /// bytes took 5 to 20 % more, and so did tensors of 3 to 8 MB.
    /// </summary>
    private const int LeastUnforeseenBytes = 10 << 20;
    private const int LeastUnforeseenRowBytes = 384;

    /// <summary>
    /// Images whose places are read once, one after the other in each slice of a window: asked for 3 KB ahead, 2x2 over 3 to 8 MB
    /// took 2 to 35 % less time on Zen 4, the more the less of it lay in a near cache. Below 2 MB, of places of 256 bytes, and of
    /// the four slices of volumes it took up to 10 and 30 % more. Of windows that overlap, 3x3 over 10 to 15 MB took up to 35 %
    /// less time, over 4 to 8 MB 2 % more.
    /// </summary>
    private const int LeastUnforeseenImageBytes = 3 << 20;
    private const int LeastUnforeseenPlaceBytes = 512;
    private const int StreamedBytes = 3072;

    /// <summary>Output rows of a tile of pairs: two vectors.</summary>
    private const int PairedRows = 4;

    /// <summary>The vectors of rows that are reduced as a whole, and how many of them a row has at most.</summary>
    private static readonly VectorWidth s_wholeRows = new(256, 8);
    private const int MostWholeBlocks = 4;
    private const int FewestRowsOfWhole = 5;

    /// <summary>Such rows are made by twos, so that their chains of joins overlap: 13x13 over 20 columns took 7 % less time on Zen 4.</summary>
    private const int WholeRowsAtATime = 2;

    /// <summary>
    /// Windows from which on tiles at the ends of planes leave out rows outside them: over 20 rows 9x9 took 3 % less time, 13x13 5 %,
    /// 5x5 none.
    /// </summary>
    private const int FewestRowsOfEnds = 9;

    /// <summary>Rows so many bytes apart, or a multiple of that, share sets of a first-level cache.</summary>
    private const int RollingBytes = 2048;

    /// <summary>16 KB of floats: half of a first-level cache.</summary>
    private const int GroupLength = 4096;

    private TileCosts? _costs;

    private TileCosts Costs => _costs ??= new TileCosts(geometry, arithmetic, columnTree, MayReadAhead);

    /// <summary>All tiles, in the order in which they are preferred: the widest vectors first, but rows as a whole before block by block.</summary>
    public IEnumerable<TilePlan> Plan()
    {
        TilePlan[] tiles = [.. VectorWidth.Of(arithmetic.Lane).SelectMany(width => PlanRolling(width).Concat(Plan(width)))];
        int singles = tiles[0] is { SingleBlock: true, Width.Bits: 512 } ? 1 : 0;
        return [.. tiles.Take(singles), .. PlanWholeRows(), .. tiles.Skip(singles)];
    }

    /// <summary>A tile for rows of a single block, and one for longer rows; only one of them where the number of windows is known.</summary>
    private IEnumerable<TilePlan> Plan(VectorWidth width)
    {
        if (width.Bits > 0 && IsSeparable(geometry, arithmetic, width.Bits))
        {
            TilePlan scratch = PlanScratch(width);
            if (!MayTileLongRows)
            {
                return [scratch];
            }

            TilePlan longer = PlanLongRows(width) with { FewestColumns = scratch.Scratch!.Columns };
            return geometry.Columns.Windows.Windows is not { } known ? [longer, scratch] : [known < longer.FewestColumns ? scratch : longer];
        }

        TilePlan tile = PlanLongRows(width);
        if (tile.TakesAnyLength)
        {
            return [tile];
        }

        TilePlan single = PlanOneBlock(width);
        if (MayPair(width))
        {
            single = single with { Pairs = PlanPairs(width), FewestColumns = width.Half.FewestColumns };
        }

        return geometry.Columns.Windows.Windows is not { } windows ? [single, tile]
            : windows - (single.Centred ? 0 : firstOutput) <= width.Lanes ? [single]
            : [tile with { GroupLength = LengthOfGroups }];
    }

    /// <summary>A tile for rows of a single block.</summary>
    private TilePlan PlanOneBlock(VectorWidth width) =>
        PlanTile(width, singleBlock: true) with { GroupLength = LengthOfGroups, Centred = MayCentre };

    /// <summary>
    /// Channels of which there is a multiple of 2 KB, as large networks have: the same channels of all places share a few sets of a
    /// first-level cache, which holds no more of them than there are ways. A tile of 4x2 windows of 3x3 reads 24 places at once, and
    /// takes 1.5 times as long as with other numbers of channels at 512 of them, 2.6 times at 1024 and more.
    /// </summary>
    private IEnumerable<TilePlan> PlanRolling(VectorWidth width)
    {
        int columns = RollingBytes / arithmetic.Lane.Bytes();
        bool mayRoll = width.Bits >= 256
            && AreFloats
            && geometry is { Columns.Role: AxisRole.Channels, Rows.Dilation: 1 }
            && geometry.Rows.Size > geometry.Rows.Stride
            && HasShortWindows(geometry, arithmetic)
            && !IsSeparable(geometry, arithmetic, width.Bits)
            && !(geometry.Columns.Windows.Input.Fixed % columns > 0);
        return mayRoll
            ? [new TilePlan(width, 1, null, IsOptimistic(width), SingleBlock: false, GroupLength: 0, width.FewestColumns, Rolling: new RollingPlan(columns))]
            : [];
    }

    /// <summary>
    /// Tiles for rows of two to four vectors of 256 bits, which are reduced as a whole and not block by block: no counter, no
    /// branch, and lanes of what was read are read shifted instead of shuffled. 5x5, 9x9 and 13x13 over 13 to 32 columns took 20
    /// to 40 % less time, with AVX2 20 to 50 %; 3x3 takes longer with scratch.
    /// </summary>
    private IEnumerable<TilePlan> PlanWholeRows()
    {
        return !MayTakeWholeRows ? [] : Enumerable.Range(2, MostWholeBlocks - 1)
            .Where(blocks => geometry.Columns.Windows.Input.Fixed is not { } known || KernelPlanner.CeilingDivide(known, s_wholeRows.Lanes) == blocks)
            .Select(blocks => PlanScratch(s_wholeRows, blocks));
    }

    private bool MayTakeWholeRows =>
        AreFloats
        && HoldsOutputs(arithmetic)
        && arithmetic.Join != NaNJoin.Number
        && geometry is { IsPlanar: true, Columns: { Role: AxisRole.Spatial, Windows.Same: SamePadding.None } }
        && geometry.Rows.Size >= FewestRowsOfWhole
        && ShareRows(geometry);

    /// <summary>Not of windows that leave rows out: those would be asked for in vain.</summary>
    private ForesightPlan? Foresight => geometry switch
    {
        _ when geometry.Rows.EffectiveSize < geometry.Rows.Stride => null,
        { Columns.Role: AxisRole.Spatial } => new ForesightPlan(
            LeastUnforeseenBytes / arithmetic.Storage.Bytes(), geometry.SliceTaps > 1 ? 1 : LeastUnforeseenRowBytes / arithmetic.Storage.Bytes(), StreamedBytes / arithmetic.Storage.Bytes()),
        { Columns.Role: AxisRole.Channels, Slices.Count: 1 } => new ForesightPlan(
            (geometry.Rows.EffectiveSize == geometry.Rows.Stride ? LeastUnforeseenImageBytes : LeastUnforeseenBytes) / arithmetic.Storage.Bytes(),
            LeastUnforeseenPlaceBytes / arithmetic.Storage.Bytes(),
            StreamedBytes / arithmetic.Storage.Bytes()),
        _ => null,
    };

    /// <summary>
    /// Whether the outputs of two rows may lie side by side: rows of two columns an output are split anyway, and then by twos.
    /// With AVX-512 rows of 14 columns take half as many operations as with vectors of 256 bits; 2x2 at stride 2 took 20 to 28 %
    /// less time.
    /// </summary>
    private bool MayPair(VectorWidth width) =>
        width.Bits == 512
        && AreFloats
        && geometry.Columns is { Role: AxisRole.Spatial, Stride: 2, EffectiveSize: <= 2, Overhangs: false }
        && geometry.Rows is { Overhangs: false } rows
        && rows.EffectiveSize <= rows.Stride
        && !(geometry.Columns.Windows.Windows > width.Lanes / 2);

    private TilePlan PlanPairs(VectorWidth width)
    {
        TileSize size = new(1, PairedRows);
        return new TilePlan(width, size.Rows, Costs.PlanRows(size), IsOptimistic(width), SingleBlock: true, LengthOfGroups, width.FewestColumns, InPairs: true);
    }

    /// <summary>A tile for rows of several blocks.</summary>
    private TilePlan PlanLongRows(VectorWidth width)
    {
        TilePlan tile = PlanTile(width, singleBlock: false);
        if (tile.TakesAnyLength)
        {
            return tile;
        }

        bool halvesLast = MayHalveLast(tile);
        bool readsAhead = MayReadAhead && width.Bits > 0 && !(halvesLast && geometry.Columns.Windows.Windows is not null);
        bool joinsRowsAhead = !readsAhead && MayJoinRowsAhead(tile);
        return tile with
        {
            ReadsAhead = readsAhead,
            FirstApart = MayMakeFirstApart(tile) && !readsAhead && !joinsRowsAhead,
            HalvesLast = halvesLast && !readsAhead,
            JoinsRowsAhead = joinsRowsAhead,
            Foresight = width.Bits > 0 ? Foresight : null,
        };
    }

    private TilePlan PlanTile(VectorWidth width, bool singleBlock)
    {
        if (width.Bits == 0 || !HasShortWindows(geometry, arithmetic))
        {
            return new TilePlan(width, 0, null, Optimistic: false, SingleBlock: false, GroupLength: 0, width.FewestColumns);
        }

        TileSize size = Costs.SizeOf(width, singleBlock, geometry.Rows.Windows.Windows);
        return new TilePlan(
            width,
            size.Rows,
            Costs.PlanRows(size),
            IsOptimistic(width),
            singleBlock,
            GroupLength: 0,
            singleBlock ? width.FewestColumns : Costs.FewestColumnsOfBlocks(width, IsSeparable(geometry, arithmetic, width.Half.Bits)),
            OutputSlices: size.Slices);
    }

    /// <summary>Whether output rows share their input rows in any way.</summary>
    public static bool MayTile(Geometry geometry, Arithmetic arithmetic) =>
        IsSeparable(geometry, arithmetic, bits: 512) || HasShortWindows(geometry, arithmetic);

    /// <summary>Whether the rows of a window, of all slices, fit a tile.</summary>
    private static bool HasShortWindows(Geometry geometry, Arithmetic arithmetic)
    {
        PlanAxis rows = geometry.Rows;
        bool isLongSum = arithmetic.OrderMatters && rows.Size > KernelPlanner.LongestChain;
        return rows.EffectiveSize * geometry.SliceTaps <= TileCosts.MostTileRows && rows.Stride <= WidestTileStride && !isLongSum;
    }

    /// <summary>
    /// Whether rows too long for the scratch are better made without, in one part: 9x9 over 640 columns took 25 % less time with
    /// AVX2, since parts have rows and columns in common. With positions it took 1.5 to 2.3 times as long.
    /// </summary>
    private bool MayTileLongRows =>
        geometry.IsPlanar && arithmetic.Form != LaneForm.Indexed && geometry.Rows.Size <= MostPlanarTileRows && HasShortWindows(geometry, arithmetic);

    /// <param name="width">The vector.</param>
    /// <param name="blocks">If it is for rows of so many vectors alone; 0 for rows of any length.</param>
    private TilePlan PlanScratch(VectorWidth width, int blocks = 0)
    {
        PlanAxis rows = geometry.Rows;
        bool hasPositions = arithmetic.Form == LaneForm.Indexed;
        int slices = geometry.Columns.Role != AxisRole.Channels || !Costs.SlicesOverlap ? 1
            : hasPositions && width.Bits == 128 ? ScratchedSlicesOfPositions
            : ScratchedSlices;
        int columns = blocks > 0 ? WholeRowColumns(width.Lanes, blocks) : (slices > 1 ? ScratchSliceBytes : ScratchRowBytes) / arithmetic.Lane.Bytes();

        // A masked block is as much code as another, and the JIT inlines so much in one method; fewer channels find narrower vectors.
        bool blocksOverlap = geometry.Columns.Role == AxisRole.Channels && width.Bits > 128;
        ScratchPlan scratch = new(ScratchRows, columns, hasPositions, blocks, blocks > 0 ? WholeRowsAtATime : 1, blocksOverlap, RowTree.Plan(
            PlanAxis.Single(rows.Role, rows.Windows.Input), 1, geometry.TileSlices(slices), arithmetic.Idempotent, KernelPlanner.IsOrdered(geometry, arithmetic)));

        // The rows of a plane are divided evenly: half a filling must still hold a tile. Planes for which windows are as long
        // as that have 19 or 20 rows in well-known networks: two tiles. Of values with positions, 16 registers hold few.
        int mostRows = !hasPositions ? 10 : width.Bits == 512 ? 5 : 2;
        int outputRows = Math.Min(mostRows, (scratch.OutputRows(rows) + 1) / 2);
        ReductionTree tree = RowTree.Plan(rows, outputRows, TileSlices.None, arithmetic.Idempotent, hasPositions && geometry.SliceTaps == 1);
        int fewestColumns = blocksOverlap ? 1 : width.FewestColumns;
        scratch = scratch with { Ends = blocks > 0 ? PlanEnds(tree) : null };
        return new TilePlan(width, outputRows, tree, IsOptimistic(width), SingleBlock: false, GroupLength: 0, fewestColumns, scratch, OutputSlices: slices);
    }

    /// <summary>Tiles at the ends of planes, where these have so many rows that windows reach beyond them.</summary>
    private TileEnds? PlanEnds(ReductionTree tree)
    {
        PlanAxis rows = geometry.Rows;
        return rows.KeepsExtent && rows.Size >= FewestRowsOfEnds
            ? new TileEnds(tree.Without(row => row < rows.PadBegin), tree.Without(row => row >= tree.Inputs - rows.PadEnd))
            : null;
    }

    /// <summary>
    /// Whole vectors before the first output, those of the row, and those behind it that hold ends of windows: a power of two of
    /// elements. Rows of other lengths have stores to two pages, which made 5x5 to 13x13 over 20 columns 10 to 15 % slower on Zen 4
    /// where the stack happened to begin so.
    /// </summary>
    private int WholeRowColumns(int lanes, int blocks)
    {
        int vectors = KernelPlanner.CeilingDivide(geometry.Columns.Size - 1, lanes) + blocks + KernelPlanner.CeilingDivide(geometry.Columns.PadEnd, lanes);
        int columns = lanes;
        while (columns < vectors * lanes)
        {
            columns *= 2;
        }

        return columns;
    }

    /// <summary>
    /// Whether windows have so many rows that it pays to reduce everything else of an input row once, and to store and read
    /// what that becomes. Neighbouring output rows then share nearly all, in tiles that hold neither lanes of the block
    /// before nor the addresses of all slices.
    /// </summary>
    private static bool IsSeparable(Geometry geometry, Arithmetic arithmetic, int bits) =>
        ShareRows(geometry)
        && geometry.Rows.Size * geometry.SliceTaps > (!geometry.IsPlanar ? TileCosts.MostTileRows : MostRowsWithoutScratch(arithmetic, bits))
        && (arithmetic.Form == LaneForm.Indexed ? KernelPlanner.IsOrdered(geometry, arithmetic) : HoldsOutputs(arithmetic));

    private static int MostRowsWithoutScratch(Arithmetic arithmetic, int bits) => (bits, arithmetic.Form) switch
    {
        (512, not LaneForm.Indexed) => MostPlanarTileRows,
        (512, _) or (_, not LaneForm.Indexed) => MostPlanarTileRowsOfFewRegisters,
        _ => MostPlanarTileRowsOfFewest,
    };

    /// <summary>Whether neighbouring output rows share most of their input rows, and these can be reduced before.</summary>
    private static bool ShareRows(Geometry geometry) =>
        geometry.Rows is { Role: AxisRole.Spatial, Dilation: 1, Size: <= MostScratchedRows } rows && rows.Size >= 2 * rows.Stride
        && geometry.Columns is { Stride: 1, Dilation: 1 };

    /// <summary>Whether a vector is stored to scratch as it is to the output, of ordered halves before they are halves again.</summary>
    private static bool HoldsOutputs(Arithmetic arithmetic) =>
        arithmetic is { Idempotent: true, Form: LaneForm.Plain, Transform: TapTransform.None or TapTransform.Ordered }
        && arithmetic.Storage == arithmetic.Lane && arithmetic.Output == arithmetic.Lane;

    /// <summary>
    /// A join that keeps NaN is three instructions on x86, where one and an addition do: it pays from a few taps on. Of
    /// NEON, which the narrow vectors are for too, it is one.
    /// </summary>
    private bool IsOptimistic(VectorWidth width) => arithmetic.HasFastJoin && width.Bits > 128 && geometry.Taps > (arithmetic.Form == LaneForm.Indexed ? 1 : 4);

    /// <summary>
    /// Whether a single block can begin with the first column, so that rows as long as a vector need no other: no row is longer
    /// than its outputs, and lanes are shifted before they are joined to anything.
    /// </summary>
    private bool MayCentre =>
        geometry.Columns is { Stride: 1, PadBegin: > 0, Windows.Same: SamePadding.None } columns
        && columns.PadBegin + columns.PadEnd >= columns.EffectiveSize - 1
        && columnTree.JoinsAreMovedOnce;

    /// <summary>
    /// Whether blocks are read one ahead of the outputs that they complete: of planes that keep their width, of which no window
    /// reaches past the last block. Windows that reach one column beyond their output then take no more joins than otherwise; of
    /// longer ones, more would have to be carried. Rows of a multiple of a vector's lanes take one block less and aligned stores:
    /// 3x3 at stride 1 took 15 to 30 % less time on Zen 4, most other rows 3 to 8 %. Those of which few outputs are left for the
    /// last block took up to 15 % more than with vectors half as wide for it, which is known in time for fixed rows only.
    /// </summary>
    private bool MayReadAhead =>
        MayCentre && firstOutput == -1 && geometry.Columns.KeepsExtent && arithmetic.Registers == 1 && columnTree.Steps[columnTree.Steps.Count - 1].Shift == 1;

    /// <summary>
    /// Whether the last block of a row, where it has at most half as many outputs as a vector has lanes, is made with vectors
    /// half as wide. By itself that costs 0.57 of a whole block on Zen 4, whose operations on 512 bits take two turns; rows of two
    /// whole blocks and a few outputs take some 10 % less time, of four some 3 %. Likewise with AVX2, whose masked stores and
    /// shifts across 256 bits are slow; where AVX-512 has those, halves of 256 bits gain nothing and lose little.
    /// </summary>
    private bool MayHalveLast(TilePlan tile)
    {
        bool isFew = geometry.Columns.Windows.Windows is not { } windows || (windows - firstOutput - 1) % tile.Lanes < tile.Lanes / 2;
        return tile.Width.Bits >= 256 && isFew && FitsOneMoreBlock(tile);
    }

    /// <summary>
    /// Whether the first block of a row, which alone has lanes before the first output, is made apart from those that follow. Rows
    /// have few blocks, and a branch in the loop over them costs more than another copy: 3x3 at stride 2 without padding took 1
    /// to 10 % less time on Zen 4.
    /// </summary>
    private bool MayMakeFirstApart(TilePlan tile) => firstOutput < 0 && firstOutput + tile.Lanes >= 0 && FitsOneMoreBlock(tile);

    /// <summary>
    /// Whether the rows of each block are joined before the columns of the block before it. The columns of long windows are a chain of
    /// shuffles and joins, each of which waits for the one before; the rows of the next block need not. Maxima of 5x5 to 9x9 over rows
    /// of 36 to 640 columns took 4 to 13 % less time on Zen 4. Short chains gain nothing: 3x3 did not, at stride 2 neither. Sums carry
    /// more than the registers hold: averages of 7x7 took up to 1.4 times as long.
    /// </summary>
    private bool MayJoinRowsAhead(TilePlan tile) =>
        tile.Width.Bits == 512
        && AreFloats
        && arithmetic.Idempotent
        && geometry.Columns.Stride == 1
        && columnTree.Steps.Count(static step => step.Shift > 0) >= LongColumnChain;

    /// <summary>
    /// Whether a block may be made apart from the others of its row. Of other elements each load and store is a conversion, of
    /// which another copy is more than the JIT inlines, too.
    /// </summary>
    private bool FitsOneMoreBlock(TilePlan tile)
    {
        int shifts = columnTree.Steps.Count(static step => step.Shift > 0);
        int splits = geometry.Columns.Stride * (geometry.Columns.Stride - 1);
        int scales = arithmetic.Division != Division.None ? 1 : 0;
        return AreFloats && tile.OutputRows * tile.OutputSlices * (shifts + splits + scales) <= MostShuffles;
    }

    private bool AreFloats =>
        arithmetic is { Form: LaneForm.Plain, Storage: ElementType.Single, Lane: ElementType.Single, Output: ElementType.Single }
        && arithmetic.Transform != TapTransform.Power;

    /// <summary>Planes are made one by one if what depends on rows and slices alone is nothing beside what a plane costs.</summary>
    private int LengthOfGroups => IsCheapPerPlane ? 0 : GroupLength;

    private bool IsCheapPerPlane =>
        geometry.Columns.Role == AxisRole.Channels
        || !geometry.Slices.Append(geometry.Rows).Any(static axis => axis.Overhangs)
        || geometry.Axes.Aggregate((long?)1, static (size, axis) => size * axis.Windows.Input.Fixed) >= GroupLength / 8;
}
