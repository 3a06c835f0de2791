using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// A kernel for one vector width: loops over scalars around straight-line code on vector registers. It is plain data,
/// printed as C# for people and JIT, and executed lane by lane by the tests' interpreter.
/// </summary>
/// <param name="Lanes">Elements of a register: 16, 8, 4, or 1 for machines without vectors.</param>
/// <param name="Reduction">What <see cref="Combine"/> does.</param>
/// <param name="When">For which shapes this width is the right one, given that the machine has it.</param>
/// <param name="Procedures">Executed in order, each over all planes.</param>
internal sealed record KernelProgram(int Lanes, Reduction Reduction, Condition When, IReadOnlyList<Procedure> Procedures);

/// <summary>A part of the program that becomes a method of its own, so that no method outgrows the JIT.</summary>
/// <param name="Name">What it is called in the generated code.</param>
/// <param name="Summary">What it does, in words.</param>
/// <param name="Body">Its code; its free variables are the dimensions of a <see cref="TensorShape"/>.</param>
internal sealed record Procedure(string Name, string Summary, IReadOnlyList<Statement> Body);

/// <summary>A place in the input or the output from which columns are counted: the tensors themselves or a row of them.</summary>
internal sealed record Place(string Name)
{
    public static readonly Place Input = new("input");
    public static readonly Place Output = new("output");
}

/// <summary>A vector of <see cref="KernelProgram.Lanes"/> elements.</summary>
internal sealed record Register(string Name);

internal abstract record Statement;

/// <summary>A remark for whoever reads the generated code.</summary>
internal sealed record Remark(string Text) : Statement;

/// <summary>Names a scalar.</summary>
internal sealed record LetIndex(VariableIndex Target, Index Value) : Statement;

/// <summary>Names a condition.</summary>
internal sealed record LetCondition(Flag Target, Condition Value) : Statement;

/// <summary>Names the place <paramref name="Offset"/> elements after <paramref name="Origin"/>. Always inside the tensor.</summary>
internal sealed record LetPlace(Place Target, Place Origin, Index Offset) : Statement;

/// <summary>Statements whose names end with them.</summary>
internal sealed record Scope(IReadOnlyList<Statement> Body) : Statement;

/// <summary>Counts from <paramref name="From"/> while below <paramref name="To"/>.</summary>
internal sealed record For(VariableIndex Counter, Index From, Index To, Index Step, IReadOnlyList<Statement> Body) : Statement;

internal sealed record If(Condition Condition, IReadOnlyList<Statement> Then, IReadOnlyList<Statement> Else) : Statement;

/// <summary>Names the result of an operation.</summary>
internal sealed record Define(Register Target, Operation Value) : Statement;

/// <summary>Declares a register that is assigned more than once.</summary>
internal sealed record Declare(Register Target, Operation? Initial) : Statement;

/// <summary>Assigns a declared register.</summary>
internal sealed record Assign(Register Target, Operation Value) : Statement;

/// <summary>Writes all lanes.</summary>
internal sealed record Store(Place Row, Index Column, Register Value) : Statement;

/// <summary>
/// Writes the lanes whose column is in [0, <paramref name="Extent"/>), each value to a row of its own; the rows follow
/// each other, <paramref name="Extent"/> elements apart.
/// </summary>
internal sealed record StoreEdge(Place Row, Index Column, Index Extent, IReadOnlyList<Register> Values) : Statement;

/// <summary>
/// Writes one element for each of one or four values: the reduction of all lanes of the value, the upper half of the
/// lanes onto the lower half until one is left, over <paramref name="Divisor"/> if there is one.
/// </summary>
internal sealed record StoreFolded(Place Row, Index Column, IReadOnlyList<Register> Values, Index? Divisor) : Statement;

internal abstract record Operation;

/// <summary>A copy of a register.</summary>
internal sealed record Copy(Register Source) : Operation;

/// <summary>The same value in every lane.</summary>
internal sealed record Splat(float Value) : Operation;

/// <summary>A scalar, converted, in every lane.</summary>
internal sealed record SplatIndex(Index Value) : Operation;

/// <summary>Consecutive elements; all lie in the tensor.</summary>
internal sealed record Load(Place Row, Index Column) : Operation;

/// <summary>Consecutive elements; a lane whose column is outside [0, <paramref name="Extent"/>) is not read and holds the reduction's identity.</summary>
internal sealed record LoadEdge(Place Row, Index Column, Index Extent) : Operation;

/// <summary>Every <paramref name="Stride"/>-th element; lanes outside [0, <paramref name="Extent"/>) as for <see cref="LoadEdge"/>.</summary>
internal sealed record LoadStrided(Place Row, Index Column, int Stride, Index Extent) : Operation;

/// <summary>A mask of the lanes whose column is in [0, <paramref name="Extent"/>).</summary>
internal sealed record Inside(Index Column, Index Extent) : Operation;

/// <summary>A mask of all lanes if the position is in [0, <paramref name="Extent"/>), of none otherwise.</summary>
internal sealed record InsideAll(Index Position, Index Extent) : Operation;

/// <summary>The value where the mask says so, the reduction's identity elsewhere.</summary>
internal sealed record SelectInside(Register Mask, Register Value) : Operation;

/// <summary>The reduction of two registers, lane by lane.</summary>
/// <param name="Exact">Whether a NaN on either side makes the result NaN; without, a NaN may get lost.</param>
internal sealed record Combine(Register Left, Register Right, bool Exact) : Operation;

/// <summary>The sum of two registers, lane by lane.</summary>
internal sealed record Add(Register Left, Register Right) : Operation;

internal sealed record Multiply(Register Left, Register Right) : Operation;

/// <summary>One over a scalar, rounded once, in every lane.</summary>
internal sealed record SplatReciprocal(Index Value) : Operation;

/// <summary>One over each lane, which is a whole number up to <paramref name="Most"/>, rounded once.</summary>
internal sealed record Reciprocal(Register Counts, int Most) : Operation;

/// <summary>Of the columns in consecutive <paramref name="Sources"/>, every n-th (n sources) from <paramref name="Phase"/> on.</summary>
internal sealed record Deinterleave(IReadOnlyList<Register> Sources, int Phase) : Operation;

/// <summary>
/// The columns <paramref name="Count"/> before those of <paramref name="Current"/>: its lanes moved up, the last lanes
/// of <paramref name="Previous"/> (the columns directly before) moved in from below. 0 &lt; Count &lt; lanes.
/// </summary>
internal sealed record ShiftIn(Register Current, Register Previous, int Count) : Operation;

/// <summary>
/// Lane i: how many of the <paramref name="Window"/> taps that begin at <paramref name="FirstTap"/> + i * <paramref name="Stride"/>
/// have a column in [0, <paramref name="Extent"/>).
/// </summary>
internal sealed record TapCounts(Index FirstTap, int Window, int Stride, Index Extent) : Operation;
