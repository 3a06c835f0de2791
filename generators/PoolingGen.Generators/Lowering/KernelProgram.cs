using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// A kernel for one vector width: loops over scalars around straight-line code on vector registers. It is plain data,
/// printed as C# for people and JIT, and executed lane by lane by the tests' interpreter.
/// </summary>
/// <param name="Width">The width of its registers.</param>
/// <param name="Arithmetic">What a lane holds, and what <see cref="Combine"/> does.</param>
/// <param name="Indices">How positions become the indices that are written; <see langword="null"/> without indices.</param>
/// <param name="Fits">For which shapes it is made.</param>
/// <param name="When">For which of them this width is the best one, given that the machine has it.</param>
/// <param name="Procedures">Executed in order, each over all planes.</param>
internal sealed record KernelProgram(
    VectorWidth Width, Arithmetic Arithmetic, IndexFormat? Indices, Condition Fits, Condition When, IReadOnlyList<Procedure> Procedures)
{
    public int Lanes => Width.Lanes;
}

/// <summary>What becomes of a position, counted from the start of its plane in row-major order.</summary>
/// <param name="Type">What an index is written as.</param>
/// <param name="Scale">Factor of a position.</param>
/// <param name="Step">What each lane adds to that of the lane before.</param>
/// <param name="MayBeNone">Whether a window may have no tap to point to.</param>
/// <param name="ColumnMajor">If given, positions are counted with the first of these three extents running fastest.</param>
internal sealed record IndexFormat(ElementType Type, Index Scale, int Step, bool MayBeNone, EquatableArray<Index>? ColumnMajor);

/// <summary>A part of the program that becomes a method of its own, so that no method outgrows the JIT.</summary>
/// <param name="Name">What it is called in the generated code.</param>
/// <param name="Summary">What it does, in words.</param>
/// <param name="Body">Its code; its free variables are the dimensions of a <see cref="TensorShape"/>.</param>
/// <param name="ScratchLength">Elements of <see cref="Place.Scratch"/>; 0 without.</param>
internal sealed record Procedure(string Name, string Summary, IReadOnlyList<Statement> Body, int ScratchLength = 0);

/// <summary>A place in a tensor from which columns are counted: the tensors themselves or a row of them.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Tensor">Which tensor it lies in.</param>
internal sealed record Place(string Name, Tensor Tensor)
{
    public static readonly Place Input = new("input", Tensor.Input);
    public static readonly Place Output = new("output", Tensor.Output);
    public static readonly Place Indices = new("indices", Tensor.Indices);
    public static readonly Place Scratch = new("scratch", Tensor.Scratch);
}

internal enum Tensor
{
    Input,
    Output,
    Indices,

    /// <summary>Memory of the procedure itself, for lanes.</summary>
    Scratch,
}

/// <summary>A vector of <see cref="KernelProgram.Lanes"/> elements.</summary>
internal sealed record Register(string Name, RegisterKind Kind = RegisterKind.Value);

/// <summary>What the lanes of a register are.</summary>
internal enum RegisterKind
{
    /// <summary>Taps and what they are joined to, in the form that the arithmetic says.</summary>
    Value,

    /// <summary>Truths or numbers that go with values: masks, and numbers of taps.</summary>
    Number,

    /// <summary>What sums are multiplied or divided by.</summary>
    Scale,

    /// <summary>Columns of the input.</summary>
    Column,
}

internal abstract record Statement;

/// <summary>A remark for whoever reads the generated code.</summary>
internal sealed record Remark(string Text) : Statement;

/// <summary>Names a scalar.</summary>
/// <param name="Remark">What it is, for whoever reads the generated code.</param>
internal sealed record LetIndex(VariableIndex Target, Index Value, string? Remark = null) : Statement;

/// <summary>Names a condition.</summary>
/// <param name="Remark">What it is, for whoever reads the generated code.</param>
internal sealed record LetCondition(Flag Target, Condition Value, string? Remark = null) : Statement;

/// <summary>Names the place <paramref name="Offset"/> elements after <paramref name="Origin"/>. Always inside the tensor.</summary>
internal sealed record LetPlace(Place Target, Place Origin, Index Offset) : Statement;

/// <summary>Statements whose names end with them.</summary>
internal sealed record Scope(IReadOnlyList<Statement> Body) : Statement;

/// <summary>
/// A scope that is seldom executed, and becomes a method of its own: the JIT inlines so much in one method, from first to
/// last. It reads no register from around it.
/// </summary>
/// <param name="Name">What it is called in the generated code.</param>
/// <param name="Summary">What it does, in words.</param>
/// <param name="Body">Its code.</param>
internal sealed record Apart(string Name, string Summary, IReadOnlyList<Statement> Body) : Statement;

/// <summary>
/// Statements, without a scope of their own, on vectors half as wide: registers have half of <see cref="KernelProgram.Lanes"/>,
/// but for those from around them, of which <see cref="LowerHalf"/>, <see cref="UpperHalf"/> and <see cref="AddHalf"/> tell.
/// </summary>
internal sealed record Halved(IReadOnlyList<Statement> Body) : Statement;

/// <summary>Counts from <paramref name="From"/> while below <paramref name="To"/>.</summary>
internal sealed record For(VariableIndex Counter, Index From, Index To, Index Step, IReadOnlyList<Statement> Body) : Statement;

internal sealed record If(Condition Condition, IReadOnlyList<Statement> Then, IReadOnlyList<Statement> Else) : Statement;

/// <summary>Leaves the procedure, in no loop or branch of it, if the condition holds: nothing is left to do.</summary>
internal sealed record Leave(Condition Condition) : Statement;

/// <summary>Asks for columns that are read soon, from <paramref name="From"/> on, before <paramref name="To"/>, which need not be in the tensor.</summary>
internal sealed record Prefetch(Place Row, Index From, Index To) : Statement;

/// <summary>Asks for what lies in the same line of a cache as a column that is read soon, which need not be in the tensor.</summary>
internal sealed record PrefetchLine(Place Row, Index Column) : Statement;

/// <summary>Names the result of an operation.</summary>
internal sealed record Define(Register Target, Operation Value) : Statement;

/// <summary>Declares a register that is assigned more than once.</summary>
internal sealed record Declare(Register Target, Operation? Initial) : Statement;

/// <summary>Assigns a declared register.</summary>
internal sealed record Assign(Register Target, Operation Value) : Statement;

/// <summary>Writes all lanes, over those of <paramref name="Divisor"/> if there is one. A value with positions writes the value.</summary>
internal sealed record Store(Place Row, Index Column, Register Value, Register? Divisor) : Statement;

/// <summary>Writes all lanes of a value with positions to scratch, the positions <paramref name="Distance"/> elements behind the values.</summary>
internal sealed record StoreScratch(Place Row, Index Column, Register Value, int Distance) : Statement;

/// <summary>
/// Writes the lanes whose column is in [0, <paramref name="Extent"/>), each value to a row of its own.
/// </summary>
/// <param name="Pitch">How many elements the rows lie apart.</param>
/// <param name="Divisors">One for each value, or none.</param>
internal sealed record StoreEdge(Place Row, Index Column, Index Extent, Index Pitch, IReadOnlyList<Register> Values, IReadOnlyList<Register> Divisors) : Statement;

/// <summary>Writes the indices of all lanes, or of those whose column is in [0, <paramref name="Extent"/>) if that is given.</summary>
/// <param name="Offset">Is added to each index; see <see cref="IndexFormat"/>.</param>
internal sealed record StoreIndices(Place Row, Index Column, Index? Extent, Register Value, Index Offset) : Statement;

/// <summary>
/// Writes one element for each of one or four values: the reduction of all lanes of the value, the upper half of the
/// lanes onto the lower half until one is left, finished and over a divisor if there is one.
/// </summary>
/// <param name="Divisor">That of one value.</param>
/// <param name="Divisors">That of four, in all lanes.</param>
/// <param name="IndexOffsets">As the offset of <see cref="StoreIndices"/>, one for each value; none without indices.</param>
internal sealed record StoreFolded(
    Index Column, IReadOnlyList<Register> Values, Index? Divisor, Register? Divisors, IReadOnlyList<Index> IndexOffsets) : Statement;

internal abstract record Operation;

/// <summary>A copy of a register.</summary>
internal sealed record Copy(Register Source) : Operation;

/// <summary>In <see cref="Halved"/> statements: the first half of the lanes of a register from around them.</summary>
internal sealed record LowerHalf(Register Whole) : Operation;

/// <summary>Likewise the second half.</summary>
internal sealed record UpperHalf(Register Whole) : Operation;

/// <summary>Likewise all lanes of such a register, to the first half of which a register of half the lanes is added.</summary>
internal sealed record AddHalf(Register Whole, Register Half) : Operation;

/// <summary>The arithmetic's identity in every lane, without a position.</summary>
internal sealed record Identity : Operation;

/// <summary>A scalar, converted, in every lane.</summary>
internal sealed record SplatIndex(Index Value) : Operation;

/// <summary>A scalar in every lane of a column register.</summary>
internal sealed record SplatColumn(Index Value) : Operation;

/// <summary>Lane i of a column register: <paramref name="First"/> + i * <paramref name="Stride"/>.</summary>
internal sealed record Columns(Index First, int Stride) : Operation;

/// <summary>Lane i of a column register: where the window of output <paramref name="Output"/> + i begins if the windows are equal parts of the input.</summary>
internal sealed record WindowBegins(Index Output, Index Extent, int Outputs) : Operation;

/// <summary>Likewise where it ends.</summary>
internal sealed record WindowEnds(Index Output, Index Extent, int Outputs) : Operation;

/// <summary>A column register moved on by a scalar.</summary>
internal sealed record MoveColumns(Register Source, Index Distance) : Operation;

/// <summary>The differences of two column registers, as numbers.</summary>
internal sealed record CountColumns(Register Ends, Register Begins) : Operation;

/// <summary>Consecutive elements; all lie in the tensor.</summary>
/// <param name="Position">With indices: the position of lane 0. See <see cref="Positions"/>.</param>
internal sealed record Load(Place Row, Index Column, Positions Position) : Operation;

/// <summary>The first <see cref="Count"/> of consecutive elements, which lie in the tensor; other lanes hold whatever is there.</summary>
internal sealed record LoadFew(Place Row, Index Column) : Operation
{
    public const int Count = 4;
}

/// <summary>What <see cref="StoreScratch"/> wrote.</summary>
internal sealed record LoadScratch(Place Row, Index Column, int Distance) : Operation;

/// <summary>Consecutive elements; a lane whose column is outside [0, <paramref name="Extent"/>) is not read and holds the fill.</summary>
internal sealed record LoadEdge(Place Row, Index Column, Index Extent, Positions Position) : Operation;

/// <summary>The elements in some columns; a lane whose column is negative, or not less than that in <paramref name="Ends"/>, is not read and holds the fill.</summary>
/// <param name="Position">With indices: the position of column 0.</param>
internal sealed record LoadGather(Place Row, Register Columns, Register Ends, Positions Position) : Operation;

/// <summary>Where the lanes of a load were found, if anybody wants to know.</summary>
/// <param name="First">The position of the first.</param>
/// <param name="Step">How far the lanes are apart: 1; or 0 if all lanes have the same, those outside the row too.</param>
/// <param name="Splat">A column register of the first position, if that is in all lanes.</param>
internal sealed record Positions(Index First, int Step, Register? Splat = null)
{
    public static readonly Positions None = new(0, 0);
}

/// <summary>A value whose positions are further on, each by the column in its lane.</summary>
internal sealed record MovePositions(Register Value, Register Columns) : Operation;

/// <summary>What a tap becomes before it is joined.</summary>
internal sealed record Transform(Register Value) : Operation;

/// <summary>What the arithmetic makes of joined taps before they are stored, but for a division.</summary>
internal sealed record Finish(Register Value) : Operation;

/// <summary>A mask of the lanes whose column is in [0, <paramref name="Extent"/>).</summary>
internal sealed record Inside(Index Column, Index Extent) : Operation;

/// <summary>A mask of all lanes if the position is in [0, <paramref name="Extent"/>), of none otherwise.</summary>
internal sealed record InsideAll(Index Position, Index Extent) : Operation;

/// <summary>The value where the mask says so, the arithmetic's identity elsewhere.</summary>
internal sealed record SelectInside(Register Mask, Register Value) : Operation;

/// <summary>The value where the count of taps is not zero, what the arithmetic gives for no tap elsewhere.</summary>
internal sealed record SelectAny(Register Counts, Register Value) : Operation;

/// <summary>The reduction of two registers, lane by lane.</summary>
/// <param name="Exact">Whether NaN is met as the arithmetic says; without, a NaN may get lost.</param>
/// <param name="InOrder">With positions: whether of equal taps the left register's comes first, and of NaN the right one's last.</param>
internal sealed record Combine(Register Left, Register Right, bool Exact, bool InOrder = false) : Operation;

/// <summary>The sum of two registers, lane by lane.</summary>
internal sealed record Add(Register Left, Register Right) : Operation;

internal sealed record Multiply(Register Left, Register Right) : Operation;

/// <summary>A product and a sum, lane by lane, rounded once or twice: not for results, whose bits are the same everywhere.</summary>
internal sealed record MultiplyAdd(Register Left, Register Right, Register Sum) : Operation;

/// <summary>Exact sums over whole numbers, rounded half away from zero.</summary>
/// <param name="Scales">One over each divisor, rounded as <see cref="Division.SmallQuotient"/> says; 0 for a quotient of 0.</param>
internal sealed record SmallQuotient(Register Sums, Register Scales) : Operation;

/// <summary>One over a scalar, rounded as the arithmetic's division says, in every lane.</summary>
internal sealed record SplatReciprocal(Index Value) : Operation;

/// <summary>One over each lane, which is a whole number up to <paramref name="Most"/>, rounded likewise; 0 for 0.</summary>
internal sealed record Reciprocal(Register Counts, long Most) : Operation;

/// <summary>Of the columns in consecutive <paramref name="Sources"/>, every n-th (n sources) from <paramref name="Phase"/> on.</summary>
internal sealed record Deinterleave(IReadOnlyList<Register> Sources, int Phase) : Operation;

/// <summary>
/// A column register, to rearrange two rows with: lane i is the place of the first column of output i of the first row, plus
/// <paramref name="Phase"/>; behind its <paramref name="Outputs"/> come those of the second row, whose columns are counted on
/// behind the lanes of the first. Outputs have two columns each.
/// </summary>
internal sealed record PairedColumns(Index Outputs, int Phase) : Operation;

/// <summary>The columns of two registers side by side whose places are in the lanes of a column register.</summary>
internal sealed record Rearrange(Register Left, Register Right, Register Columns) : Operation;

/// <summary>
/// The columns <paramref name="Count"/> before those of <paramref name="Current"/>: its lanes moved up, the last lanes
/// of <paramref name="Previous"/> (the columns directly before) moved in from below. 0 &lt; Count &lt; lanes.
/// </summary>
internal sealed record ShiftIn(Register Current, Register Previous, int Count) : Operation;

/// <summary>The last lane in every lane.</summary>
internal sealed record SplatLast(Register Source) : Operation;

/// <summary>
/// Lane i: how many of the <paramref name="Window"/> taps that begin at <paramref name="FirstTap"/> + i * <paramref name="Stride"/>,
/// <paramref name="Dilation"/> apart, have a column in [0, <paramref name="Extent"/>).
/// </summary>
internal sealed record TapCounts(Index FirstTap, int Window, int Stride, Index Extent, int Dilation) : Operation;
