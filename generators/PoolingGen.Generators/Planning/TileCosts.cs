namespace PoolingGen.Generators.Planning;

/// <summary>The cost model: what a tile of sliding windows takes for each output row, and so how many rows it makes.</summary>
/// <param name="columnTree">How a row is reduced.</param>
/// <param name="readsAhead">Whether blocks of longer rows are read one ahead of the outputs that they complete.</param>
internal sealed class TileCosts(Geometry geometry, Arithmetic arithmetic, ReductionTree columnTree, bool readsAhead)
{
    /// <summary>Tiles that span more input rows, of all slices, would run out of registers for their addresses.</summary>
    public const int MostTileRows = 20;

    /// <summary>
    /// Likewise of tiles of several output slices, whose lanes are channels: rows and slices have addresses of their own, not
    /// rows of slices. Positions have a vector for each, though.
    /// </summary>
    private const int MostSlicedTileRows = 25;

    /// <summary>Likewise of those of a single output row of one block.</summary>
    private const int MostLowTileRows = 36;

    private const int MostOutputRows = 4;

    /// <summary>
    /// Rows of several blocks that are read side by side before they cost more than their loads: what comes from the third-level cache
    /// comes later, the more streams it is. 3x3 at stride 2 over 2 to 5 MB took 4 to 20 % less time with two output rows a tile than
    /// with four on Zen 4, over less than 1 MB 3 to 10 % more.
    /// </summary>
    private const int MostStreams = 6;

    /// <summary>More of them pay in tiles of a single output row of one block only; of several blocks they are more code than the JIT inlines.</summary>
    private const int MostOutputSlices = 2;
    private const int MostOutputSlicesOfRow = 4;

    /// <summary>Of values with positions: more outputs of them are more code than the JIT inlines in one method.</summary>
    private const int MostIndexedRows = 2;

    /// <summary>Output rows of planes in well-known networks: of those whose rows are a single block, and of larger ones.</summary>
    private static readonly int[] s_fewRows = [7, 8, 13, 14, 16];
    private static readonly int[] s_manyRows = [28, 35, 56, 71, 112, 128];

    private bool LanesAreChannels => geometry.Columns.Role == AxisRole.Channels;

    /// <summary>Every vector width asks for the same ones.</summary>
    private readonly Dictionary<TileSize, ReductionTree> _trees = [];

    /// <summary>How the input rows of a tile become its output rows.</summary>
    public ReductionTree PlanRows(TileSize size) => _trees.TryGetValue(size, out ReductionTree known) ? known
        : _trees[size] = RowTree.Plan(
            geometry.Rows, size.Rows, geometry.TileSlices(size.Slices), arithmetic.Idempotent, KernelPlanner.IsOrdered(geometry, arithmetic));

    /// <summary>How many outputs share their input rows in a tile: as few operations as possible, of those made twice by last tiles too.</summary>
    /// <param name="height">Output rows of the planes, if they are known.</param>
    public TileSize SizeOf(VectorWidth width, bool singleBlock, long? height = null)
    {
        if (geometry.Rows.EffectiveSize <= geometry.Rows.Stride)
        {
            return new TileSize(1, RowsWithoutOverlap(width, singleBlock));
        }

        int[] heights = singleBlock ? s_fewRows : s_manyRows;
        int mostRows = SharesSums ? 1 : (int)Math.Min(height ?? long.MaxValue, arithmetic.Form == LaneForm.Indexed ? MostIndexedRows : MostOutputRows);
        return Enumerable.Range(1, MostSlices(mostRows, singleBlock))
            .SelectMany(slices => Enumerable.Range(1, mostRows).Select(rows => new TileSize(slices, rows)))
            .Where(size => size.Outputs == 1 || Fits(width, size, singleBlock))
            .OrderBy(size => CostPerRow(size, singleBlock) * MadeOf(size.Rows) * MadeOf(size.Slices))
            .ThenByDescending(static size => size.Rows)
            .First();

        // As many as there are, and what the last tile makes twice.
        double MadeOf(int count) => heights.Sum(height => KernelPlanner.CeilingDivide(height, count) * count);
    }

    /// <summary>Whether neighbouring slices of outputs have slices in common.</summary>
    public bool SlicesOverlap => geometry.Slices.Count == 1 && geometry.Slices[0].Dilation == 1 && geometry.Slices[0].Size > geometry.Slices[0].Stride;

    /// <summary>
    /// How many slices of outputs a tile may make. It gains by several where lanes are channels, since every row of a window is
    /// read from the second-level cache, where there is a single row of outputs in each, and where they share whole sums.
    /// </summary>
    private int MostSlices(int mostRows, bool singleBlock) =>
        !SlicesOverlap || (mostRows > 1 && !LanesAreChannels && !SharesSums) ? 1
        : LanesAreChannels || arithmetic.Form == LaneForm.Indexed || !singleBlock ? MostOutputSlices
        : MostOutputSlicesOfRow;

    private bool SharesSums => !arithmetic.Idempotent && geometry.SumsSlicesLast;

    /// <summary>
    /// Rows of up to one and a half of the widest vectors take two of them or three half as wide, whichever costs less where
    /// blocks cannot overlap. Two and a half are as fast either way.
    /// </summary>
    /// <param name="halvesGoThroughScratch">Whether those half as wide do: 9x9 over 19 columns took 14 % less time with them.</param>
    public int FewestColumnsOfBlocks(VectorWidth width, bool halvesGoThroughScratch)
    {
        // Measured on Zen 4, whose operations on 512 bits take two turns.
        const double Half = 0.57;
        bool halvesAreCheaper = width.Bits == 512
            && (halvesGoThroughScratch
                || (columnTree.Steps.Any(static step => step.Shift > 0) && 3 * Half * RowCost(width.Half) < 2 * RowCost(width)));
        return halvesAreCheaper ? width.Lanes * 3 / 2 + 1 : 1;

        double RowCost(VectorWidth vector) => CostPerRow(SizeOf(vector, singleBlock: false), singleBlock: false);
    }

    /// <summary>
    /// Where windows do not overlap there is nothing to share, and the fewer rows, the fewer streams: one by one, 2x2 over 3 to 11 MB
    /// took 3 to 10 % less time than by twos on Zen 4, with AVX2 1 to 5 %; with four rows, AVX2 took up to 20 % more for planes
    /// of 80 KB to 3 MB, and twice as much for 16 MB. Elements that are transformed first do not wait for memory (<c>Half</c> took 4 %
    /// more), nor do positions (20 % more); and rows that are made quickly, as those of a single block, of windows with columns in
    /// common and of planes that are rows, spread what a tile costs besides. Where lanes are channels, a window of several slices is as many
    /// streams of memory as run well side by side.
    /// </summary>
    private int RowsWithoutOverlap(VectorWidth width, bool singleBlock)
    {
        bool waitsForMemory = !singleBlock
            && geometry is { Rows.Role: AxisRole.Spatial, Columns.Stride: > 1 }
            && arithmetic is { Form: LaneForm.Plain, Transform: TapTransform.None };
        return geometry.SliceTaps > 1 ? (LanesAreChannels ? 1 : 2)
            : waitsForMemory ? 1
            : width.Bits == 512 || !singleBlock || arithmetic.Form == LaneForm.Indexed ? 2
            : 4;
    }

    /// <summary>
    /// Loads and joins of a block's column vectors per output row, and what each row costs whatever the tile: its columns
    /// and its store. Measured on Zen 4, where addresses that find no register cost next to nothing beside loads.
    /// </summary>
    private double CostPerRow(TileSize size, bool singleBlock)
    {
        const int GeneralRegisters = 16;
        const int Row = 16;
        const int Block = 4;
        TileSlices slices = geometry.TileSlices(size.Slices);
        ReductionTree tree = PlanRows(size);
        int joins = RowTree.Cost(tree);

        // Where lanes are channels, or rows a single block, a row has a distance from the begin of its slice that is the same in all slices.
        int addresses = LanesAreChannels || (singleBlock && slices.Inputs > 1) ? tree.Inputs / slices.Inputs + slices.Inputs : tree.Inputs;
        int reloads = Math.Max(0, addresses + size.Outputs - GeneralRegisters);
        int late = LanesAreChannels || singleBlock ? 0 : 2 * Math.Max(0, tree.Inputs - MostStreams);
        return Row + (geometry.Columns.Stride * (tree.Inputs + joins + reloads + late) + Block) / (double)size.Outputs;
    }

    /// <summary>Whether the tile's addresses and live vectors stay within what the registers hold.</summary>
    private bool Fits(VectorWidth width, TileSize size, bool singleBlock)
    {
        // Columns of several vectors are split by more of them; of rows that are read ahead, all but two take the place of one carried.
        int working = geometry.Columns.Stride > 1 ? 6 : readsAhead ? 2 : 4;
        int carried = singleBlock ? 0 : columnTree.Steps.Where(static step => step.Shift > 0).Select(static step => step.Right).Distinct().Count();

        // Where rows of windows lie outside the plane, averages have scales for them, too.
        int scales = readsAhead && !singleBlock && arithmetic.Division != Division.None ? 4 : 0;
        int live = (size.Outputs * (geometry.Columns.Stride + carried) + working + scales) * arithmetic.Registers;
        int rows = RowTree.InputRows(geometry.Rows, size.Rows) * geometry.TileSlices(size.Slices).Inputs;
        int mostRows = size.Slices == 1 || arithmetic.Form == LaneForm.Indexed ? MostTileRows
            : LanesAreChannels ? MostSlicedTileRows
            : MostLowTileRows;
        return rows <= mostRows && live <= VectorRegisters(width);
    }

    /// <summary>AVX-512 has 32 registers, everything else is planned for the 16 of AVX2; some are left to the JIT.</summary>
    private static int VectorRegisters(VectorWidth width) => width.Bits == 512 ? 28 : 14;
}

/// <summary>Output rows of a tile, in each of so many output slices.</summary>
internal readonly record struct TileSize(int Slices, int Rows)
{
    public int Outputs => Slices * Rows;
}
