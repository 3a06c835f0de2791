namespace PoolingGen.Generators.Planning;

/// <summary>How a kernel gets fast, before any instruction set: plain data on plain ints.</summary>
/// <param name="Pooling">What is computed.</param>
/// <param name="Reduction">What a join of two taps is.</param>
/// <param name="Description">The plan in words, a sentence a line.</param>
internal abstract record KernelPlan(PoolingSpec Pooling, Reduction Reduction, EquatableArray<string> Description);

/// <summary>Windows that slide: rows are reduced first and shared by the output rows of a tile, then columns.</summary>
/// <param name="Edges">How windows that overhang the top or bottom are met.</param>
/// <param name="Columns">How a row is reduced; <see langword="null"/> where it is read tap by tap.</param>
/// <param name="FirstOutput">The output column of the first lane of the first block; negative where the first
/// window's columns do not end the first block's group.</param>
/// <param name="ColumnOffset">First column of the group of output 0.</param>
/// <param name="GroupLength">Input elements of the planes that are worked on together; 0 if planes are made one by one.</param>
/// <param name="ChunkLength">Taps that are added in one chain; longer sums are sums of such chains, so that rounding errors
/// do not pile up.</param>
/// <param name="Tiles">One per vector width that may run, widest first.</param>
internal sealed record WindowPlan(
    PoolingSpec Pooling,
    Reduction Reduction,
    RowEdges Edges,
    ReductionTree? Columns,
    int FirstOutput,
    int ColumnOffset,
    int GroupLength,
    int ChunkLength,
    EquatableArray<TilePlan> Tiles,
    EquatableArray<string> Description) : KernelPlan(Pooling, Reduction, Description)
{
    public AxisSpec RowAxis => Pooling.Axes[0];

    public AxisSpec ColumnAxis => Pooling.Axes[1];

    /// <summary>Whether windows that overhang the plane are divided by the taps that they have inside it.</summary>
    public bool CountsTapsInside => Reduction.Divides && !Pooling.CountIncludePad;

    /// <summary>Whether a block needs lanes of the block before it, so that blocks follow each other without overlap.</summary>
    public bool Carries => ColumnAxis.Size > ColumnAxis.Stride;
}

/// <summary>How windows that overhang the top or bottom of a plane are met.</summary>
internal enum RowEdges
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>A row outside is replaced by the nearest one inside, which the window has anyway: right where taps may repeat.</summary>
    Repeat,

    /// <summary>A row outside is replaced by the identity.</summary>
    Mask,
}

/// <summary>What one pass of the inner loop makes: <paramref name="OutputRows"/> rows of <paramref name="Lanes"/> outputs.</summary>
/// <param name="Lanes">Elements of a vector.</param>
/// <param name="OutputRows">Output rows of a tile; 0 if every output row is made alone by a loop over its rows.</param>
/// <param name="Rows">How the tile's input rows become its output rows; <see langword="null"/> without a tile.</param>
/// <param name="Optimistic">Whether a tile is first made with joins that lose NaN, and again if there was one.</param>
internal sealed record TilePlan(int Lanes, int OutputRows, ReductionTree? Rows, bool Optimistic);

/// <summary>One window a plane.</summary>
/// <param name="VirtualLanes">Partial results of a plane, whatever the vector width: element i goes to i modulo this.</param>
/// <param name="ChunkLength">Elements after which partial sums go to a second level, so that rounding errors do not pile up; 0 for none.</param>
/// <param name="Widths">One per vector width, widest first.</param>
internal sealed record GlobalPlan(
    PoolingSpec Pooling,
    Reduction Reduction,
    int VirtualLanes,
    int ChunkLength,
    EquatableArray<GlobalWidthPlan> Widths,
    EquatableArray<string> Description) : KernelPlan(Pooling, Reduction, Description);

/// <summary>Global pooling at one vector width.</summary>
/// <param name="Lanes">Elements of a vector.</param>
/// <param name="PlanesAtATime">Planes whose chains of dependent operations run side by side.</param>
internal sealed record GlobalWidthPlan(int Lanes, int PlanesAtATime);
