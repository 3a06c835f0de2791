namespace PoolingGen.Generators.Planning;

/// <summary>How a kernel gets fast, before any instruction set: plain data on plain ints.</summary>
/// <param name="Pooling">What is computed.</param>
/// <param name="Geometry">The axes as the loops see them.</param>
/// <param name="Arithmetic">What a lane holds and how lanes are joined.</param>
/// <param name="Description">The plan in words, a sentence a line.</param>
internal abstract record KernelPlan(PoolingSpec Pooling, Geometry Geometry, Arithmetic Arithmetic, EquatableArray<string> Description)
{
    /// <summary>
    /// With channels last, whose number is known at run time only: the plan for a single one, which is a plane. Every kind
    /// of plan has it; one channel in one lane of sixteen is as slow for whole planes and for equal parts as for short windows.
    /// </summary>
    public KernelPlan? SingleChannel { get; init; }
}

/// <summary>Windows that slide: rows are reduced first and shared by the output rows of a tile, then columns.</summary>
/// <param name="Edges">How windows that overhang the top or bottom are met.</param>
/// <param name="Columns">How a row is reduced.</param>
/// <param name="FirstOutput">The output column of the first lane of the first block; negative where the first
/// window's columns do not end the first block's group.</param>
/// <param name="ColumnOffset">First column of the group of output 0, counted from the first column of its window.</param>
/// <param name="Ordered">Whether every row that is joined has a position for each tap, so that joins may be in order.</param>
/// <param name="ChunkLength">Taps that are added in one chain; longer sums are sums of such chains, so that rounding errors
/// do not pile up.</param>
/// <param name="Tiles">For each vector width that may run, widest first: for rows of a single block, and for longer ones. Of rows that are
/// reduced as a whole, before the first that is not for a single block.</param>
internal sealed record WindowPlan(
    PoolingSpec Pooling,
    Geometry Geometry,
    Arithmetic Arithmetic,
    RowEdges Edges,
    ReductionTree Columns,
    int FirstOutput,
    int ColumnOffset,
    bool Ordered,
    int ChunkLength,
    EquatableArray<TilePlan> Tiles,
    EquatableArray<string> Description) : KernelPlan(Pooling, Geometry, Arithmetic, Description)
{
    public PlanAxis RowAxis => Geometry.Rows;

    public PlanAxis ColumnAxis => Geometry.Columns;

    /// <summary>Whether the rows of a window are added slice by slice.</summary>
    public bool SumsSlicesLast => !Arithmetic.Idempotent && Geometry.SumsSlicesLast;

    /// <summary>Whether a block needs lanes of the block before it, so that blocks follow each other without overlap.</summary>
    public bool Carries => ColumnAxis.EffectiveSize > ColumnAxis.Stride;

    /// <summary>Whether the blocks of a row before its last read no column behind it: the last output's window begins, or ends, so far behind theirs.</summary>
    public bool EndsBeforeLast => !Carries || ColumnAxis.PadEnd <= ColumnAxis.EffectiveSize - ColumnOffset;

    /// <summary>The output of the first lane of a tile's first block.</summary>
    public int FirstOutputOf(TilePlan tile) => tile.Centred || tile.ReadsAhead ? 0 : FirstOutput;

    /// <summary>First column of the group of output 0 in a tile, counted from the first column of its window.</summary>
    public int ColumnOffsetOf(TilePlan tile) => tile.Centred ? ColumnAxis.PadBegin : ColumnOffset;

    /// <summary>Whether windows of one plane and of the next follow each other as those of a plane do, if there is no row left over between them.</summary>
    public bool MayJoinPlanes =>
        Geometry.Slices.Count == 0
        && RowAxis is { Role: AxisRole.Spatial, Overhangs: false }
        && RowAxis.EffectiveSize <= RowAxis.Stride
        && Arithmetic.Form != LaneForm.Indexed;
}

/// <summary>Every tap is read from memory, a vector of outputs at a time.</summary>
/// <param name="ChunkLength">Taps along an axis that are added in one chain; 0 if the order does not matter.</param>
/// <param name="Widths">One per vector width, widest first.</param>
internal sealed record TapPlan(
    PoolingSpec Pooling,
    Geometry Geometry,
    Arithmetic Arithmetic,
    int ChunkLength,
    EquatableArray<VectorWidth> Widths,
    EquatableArray<string> Description) : KernelPlan(Pooling, Geometry, Arithmetic, Description);

/// <summary>How windows that overhang the plane above or below are met.</summary>
internal enum RowEdges
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>A row outside is replaced by the nearest one inside, which the window has anyway: right where taps may repeat.</summary>
    Repeat,

    /// <summary>A row outside is replaced by the identity.</summary>
    Mask,
}

/// <summary>What one pass of the inner loop makes: <paramref name="OutputRows"/> rows of a vector of outputs each, in each of its slices.</summary>
/// <param name="Width">The vector.</param>
/// <param name="OutputRows">Output rows of a tile; 0 if every output row is made alone by a loop over its rows.</param>
/// <param name="Rows">How the tile's input rows become its output rows; <see langword="null"/> without a tile.</param>
/// <param name="Optimistic">Whether a tile is first made with joins that lose NaN, and again if there was one.</param>
/// <param name="SingleBlock">Whether it is for rows of a single block: where that begins and ends depends on no loop.</param>
/// <param name="GroupLength">Input elements of the planes that are worked on together; 0 if planes are made one by one.</param>
/// <param name="FewestColumns">Columns of a row, from the first output's first block on, with which narrower tiles are no better.</param>
/// <param name="Scratch">If given, all but the rows is reduced first, into rows of this scratch, and those by the tile.</param>
/// <param name="OutputSlices">Neighbouring slices of outputs that a tile makes.</param>
/// <param name="FirstApart">Whether the first block of a row, which has lanes before the first output, is made apart from those between it and the last.</param>
/// <param name="HalvesLast">Whether the last block of a row may be made with vectors half as wide.</param>
/// <param name="ReadsAhead">Whether outputs are made once the block behind theirs has been read: they begin with the row, and take no more blocks than columns do.</param>
/// <param name="JoinsRowsAhead">Whether the rows of each block are joined before the columns of the block before it, which wait for each other.</param>
/// <param name="Centred">Whether a single block begins with the first output and the first column: its windows reach for lanes on both sides.</param>
/// <param name="Foresight">For which tensors what is read next is asked for ahead; <see langword="null"/> for none.</param>
/// <param name="Pairs">For rows of at most half a vector of outputs, a tile of pairs; <see langword="null"/> if narrower vectors make them as well.</param>
/// <param name="InPairs">Whether the outputs of two rows lie side by side in a vector.</param>
/// <param name="Rolling">If given, output rows are made one after the other, some columns at a time.</param>
internal sealed record TilePlan(
    VectorWidth Width,
    int OutputRows,
    ReductionTree? Rows,
    bool Optimistic,
    bool SingleBlock,
    int GroupLength,
    int FewestColumns,
    ScratchPlan? Scratch = null,
    int OutputSlices = 1,
    bool FirstApart = false,
    bool HalvesLast = false,
    bool ReadsAhead = false,
    bool JoinsRowsAhead = false,
    bool Centred = false,
    ForesightPlan? Foresight = null,
    TilePlan? Pairs = null,
    bool InPairs = false,
    RollingPlan? Rolling = null)
{
    public int Lanes => Width.Lanes;

    /// <summary>
    /// Output rows whose columns take every step before the next one. A step waits for the one before it, and processors look
    /// less far ahead for other work than a row is long: with AVX-512 3x3 at stride 2 took up to 10 % less time than row by row.
    /// Where there are 16 registers, that many values find no place: 3x3 at stride 1 took 1.4 times as long.
    /// </summary>
    public int RowsAbreast => Width.Bits == 512 ? Math.Max(1, OutputRows * OutputSlices) : 1;

    /// <summary>
    /// Whether the mask of the last columns of a row is made once for all rows. Where outputs wait for the next block it costs a
    /// register that 16 do not have: 3x3 at stride 1 took 4 to 10 % less time with AVX-512, with AVX2 up to 20 % more.
    /// </summary>
    public bool KeepsMask => !ReadsAhead || Width.Bits == 512;

    /// <summary>Whether it is for rows of any length, but of a vector at least where blocks overlap, and not for those of so many blocks or longer ones alone.</summary>
    public bool TakesAnyLength => Rows is null || Scratch is { Blocks: 0 };
}

/// <summary>Rows of which first-level caches hold no more than a few at the same column.</summary>
/// <param name="Columns">Elements of a row that are worked on at a time; rows whose elements are no multiple of it are made otherwise.</param>
internal sealed record RollingPlan(int Columns);

/// <summary>Tensors of which the processor does not foresee what is read next.</summary>
/// <param name="Elements">How many elements they have at least.</param>
/// <param name="Columns">How many columns their rows have at least.</param>
/// <param name="Distance">How many elements behind the next tile, or where lanes are channels behind the block, is asked for in each of the slices.</param>
internal sealed record ForesightPlan(int Elements, int Columns, int Distance);

/// <summary>Memory on the stack for input rows that have been reduced but for the rows themselves.</summary>
/// <param name="Rows">Rows that it holds.</param>
/// <param name="Columns">Elements of a row: a power of two.</param>
/// <param name="HasPositions">Whether the positions of a row's elements follow them.</param>
/// <param name="Blocks">If it is for rows of so many blocks alone, which are made without a loop; 0 for rows of any length, made block by block.</param>
/// <param name="RowsAtATime">How many such rows are made at a time.</param>
/// <param name="BlocksOverlap">If it is for rows of a vector at least: the last block of a part is moved back so that it ends with the part.</param>
/// <param name="Slices">How the slices that windows span become one of each slice of outputs that is made together with others.</param>
internal sealed record ScratchPlan(int Rows, int Columns, bool HasPositions, int Blocks, int RowsAtATime, bool BlocksOverlap, ReductionTree Slices)
{
    public int RowLength => HasPositions ? 2 * Columns : Columns;

    public int Length => Rows * RowLength;

    /// <summary>How the first and the last tile of a plane are made; <see langword="null"/> if as all others.</summary>
    public TileEnds? Ends { get; init; }

    /// <summary>Output rows that can be made of one filling.</summary>
    public int OutputRows(PlanAxis rows) => (Rows - rows.Size) / rows.Stride + 1;
}

/// <summary>Tiles that leave out the rows outside the plane.</summary>
/// <param name="First">How the rows of a plane's first tile become its output rows.</param>
/// <param name="Last">Likewise its last one.</param>
internal sealed record TileEnds(ReductionTree First, ReductionTree Last);

/// <summary>A vector width.</summary>
/// <param name="Bits">512, 256, 128, or 0 for scalars.</param>
/// <param name="Lanes">Elements of a vector; 1 for scalars.</param>
internal sealed record VectorWidth(int Bits, int Lanes)
{
    public static readonly VectorWidth Scalar = new(0, 1);

    /// <summary>Outputs of a row that no narrower vector holds; rows of more outputs than any vector has lanes get the widest.</summary>
    public int FewestColumns => Bits > 128 ? Lanes / 2 + 1 : 1;

    public VectorWidth Half => new(Bits / 2, Lanes / 2);

    /// <summary>All widths for lanes of a type, widest first.</summary>
    public static EquatableArray<VectorWidth> Of(ElementType lane) =>
        new([.. new[] { 512, 256, 128 }.Select(bits => new VectorWidth(bits, bits / 8 / lane.Bytes())), Scalar]);
}

/// <summary>One window a plane.</summary>
/// <param name="VirtualLanes">Partial results of a plane, whatever the vector width: element i goes to i modulo this. 0 for
/// as many as a vector has lanes, where the order does not matter.</param>
/// <param name="ChainLength">Additions after which a partial sum goes to the next level, of which there are <see cref="Levels"/>, so
/// that rounding errors do not pile up; 0 if the order does not matter.</param>
/// <param name="Widths">One per vector width, widest first.</param>
internal sealed record GlobalPlan(
    PoolingSpec Pooling,
    Geometry Geometry,
    Arithmetic Arithmetic,
    int VirtualLanes,
    int ChainLength,
    EquatableArray<GlobalWidthPlan> Widths,
    EquatableArray<string> Description) : KernelPlan(Pooling, Geometry, Arithmetic, Description)
{
    /// <summary>Levels of partial sums in large planes.</summary>
    public const int Levels = 4;
}

/// <summary>Global pooling at one vector width.</summary>
/// <param name="Width">The vector.</param>
/// <param name="PlanesAtATime">Planes whose chains of dependent operations run side by side.</param>
/// <param name="LargePlanesAtATime">Likewise of planes so large that there are levels of sums.</param>
/// <param name="ReadsFew">Whether the last elements of a plane, where they are but a few, are read by a vector of 128 bits.</param>
internal sealed record GlobalWidthPlan(VectorWidth Width, int PlanesAtATime, int LargePlanesAtATime, bool ReadsFew);
