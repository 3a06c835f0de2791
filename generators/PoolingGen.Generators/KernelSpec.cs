namespace PoolingGen.Generators;

/// <summary>
/// All that the source says about one kernel, as values: equal source gives equal specs. Nothing of Roslyn is in it.
/// </summary>
/// <param name="Method">How the user's partial method looks.</param>
/// <param name="Pooling">What it is to compute.</param>
internal sealed record KernelSpec(MethodSpec Method, PoolingSpec Pooling);

/// <summary>The user's partial method, in the detail that its implementation has to repeat.</summary>
/// <param name="Namespace">The containing namespace, empty for the global one.</param>
/// <param name="ContainingTypes">The headers of the containing types, outermost first: <c>partial struct Outer&lt;T&gt;</c>.</param>
/// <param name="Modifiers">The method's modifiers as written but for <c>partial</c>: <c>public static</c>. May be empty.</param>
/// <param name="ReturnType">The return type as the implementation repeats it; <c>void</c> but for a method in error.</param>
/// <param name="Name">The method's name, escaped where it is a keyword.</param>
/// <param name="TypeParameters">The method's type parameter list with its brackets, or empty.</param>
/// <param name="Constraints">The constraint clauses of the type parameters, or empty.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="HintName">A file name that no other kernel of the compilation has: <c>Pools.MaxPool2x2.g.cs</c>.</param>
/// <param name="KernelName">A C# identifier that no other kernel of the compilation has: <c>Pools_MaxPool2x2</c>.</param>
internal sealed record MethodSpec(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Modifiers,
    string ReturnType,
    string Name,
    string TypeParameters,
    string Constraints,
    EquatableArray<ParameterSpec> Parameters,
    string HintName,
    string KernelName);

/// <summary>One parameter of the user's method.</summary>
/// <param name="Declaration">The parameter as the implementation repeats it: <c>scoped global::System.Span&lt;float&gt; output</c>.</param>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="Role">What it means.</param>
internal sealed record ParameterSpec(string Declaration, string Name, ParameterRole Role);

/// <summary>What a parameter means, told by its type and name.</summary>
internal enum ParameterRole
{
    Input,
    Output,
    Indices,
    Batch,
    Channels,
    Depth,
    Height,
    Width,

    /// <summary>None: the method is in error and gets no kernel.</summary>
    Unknown,
}

/// <summary>What a kernel computes. Per-axis values are in (depth, height, width) order.</summary>
/// <param name="Mode">What a window is reduced to.</param>
/// <param name="NaN">What a NaN does to a maximum or minimum.</param>
/// <param name="Axes">The geometry of each spatial axis; empty windows for <paramref name="Global"/>.</param>
/// <param name="Global">Whether one window covers the whole spatial extent.</param>
/// <param name="CountIncludePad">Whether the average's divisor counts taps in the declared padding.</param>
/// <param name="HasBatch">Whether the batch is a parameter; 1 otherwise.</param>
/// <param name="Channels">Where the number of channels comes from.</param>
internal sealed record PoolingSpec(
    PoolingMode Mode,
    NaNHandling NaN,
    EquatableArray<AxisSpec> Axes,
    bool Global,
    bool CountIncludePad,
    bool HasBatch,
    DimensionSpec Channels);

/// <summary>One spatial axis. For a global kernel size, stride and padding are 0.</summary>
/// <param name="Size">Taps of the window along this axis.</param>
/// <param name="Stride">Step between windows.</param>
/// <param name="PadBegin">Padding before the input.</param>
/// <param name="PadEnd">Padding behind the input.</param>
/// <param name="Input">Where the input's extent comes from.</param>
internal sealed record AxisSpec(int Size, int Stride, int PadBegin, int PadEnd, DimensionSpec Input);

/// <summary>A dimension: fixed by the attribute, or a parameter, or (channels only) absent and so fixed at 1.</summary>
/// <param name="Fixed">The value, or <see langword="null"/> if the dimension is a parameter.</param>
internal sealed record DimensionSpec(int? Fixed);

/// <summary>As in the library, which a generator cannot reference.</summary>
internal enum PoolingMode
{
    Max,
    Min,
    Average,
    Sum,
    LpNorm,
}

/// <summary>As in the library, which a generator cannot reference.</summary>
internal enum NaNHandling
{
    Propagate,
    Ignore,
    Unspecified,
}
