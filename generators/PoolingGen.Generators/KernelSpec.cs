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
/// <param name="NaN">What a NaN does to a maximum or minimum; <see cref="NaNHandling.Propagate"/> for other modes and for integers.</param>
/// <param name="Axes">The windows along each spatial axis. A global kernel has one window per axis, of the whole axis.</param>
/// <param name="HasBatch">Whether the batch is a parameter; 1 otherwise.</param>
/// <param name="Channels">Where the number of channels comes from.</param>
/// <param name="Input">The type of the input's elements.</param>
/// <param name="Output">The type of the output's elements.</param>
/// <param name="Indices">What indices are written beside a maximum or minimum; <see langword="null"/> for none.</param>
/// <param name="Layout">The order of the tensors' axes.</param>
/// <param name="CountIncludePad">Whether the average's divisor counts taps in the declared padding.</param>
/// <param name="DivisorOverride">Replaces the average's divisor; 0 for none.</param>
/// <param name="NormOrder">The p of <see cref="PoolingMode.LpNorm"/>.</param>
/// <param name="TakesTensors">Whether input and output are tensor spans, which bring their dimensions and strides along.</param>
/// <param name="Parallel">Whether the work may be split over cores.</param>
internal sealed record PoolingSpec(
    PoolingMode Mode,
    NaNHandling NaN,
    EquatableArray<AxisSpec> Axes,
    bool HasBatch,
    DimensionSpec Channels,
    ElementType Input = ElementType.Single,
    ElementType Output = ElementType.Single,
    IndexSpec? Indices = null,
    PoolingLayout Layout = PoolingLayout.ChannelsFirst,
    bool CountIncludePad = false,
    int DivisorOverride = 0,
    double NormOrder = 2,
    bool TakesTensors = false,
    bool Parallel = false)
{
    /// <summary>Whether one window covers the whole spatial extent.</summary>
    public bool Global => Axes.All(static axis => axis.Outputs == 1);

    /// <summary>Whether cores can share the work: several planes, several images where channels come last, or bands of them.</summary>
    public bool SplitsOverCores => Parallel && (HasBatch || (Layout == PoolingLayout.ChannelsFirst && Channels.Fixed != 1) || SplitsIntoBands);

    /// <summary>
    /// Whether cores can share a plane or an image, each with some of the outputs along the outermost spatial axis. That of a
    /// single axis with channels first is the one of the vectors.
    /// </summary>
    public bool SplitsIntoBands => Parallel && Axes[0].Windows != 1 && (Layout == PoolingLayout.ChannelsLast || Axes.Count > 1);

    /// <summary>
    /// Outputs along that axis that make a band worth it: twice those whose windows reach into the next band, which may be
    /// computed for both, and no fewer than tiles make at once.
    /// </summary>
    public int LeastBand => !SplitsIntoBands ? 1
        : Axes[0] is { Outputs: null } axis ? (int)Math.Min(Math.Max(4, 2 * (axis.EffectiveSize - axis.Stride) / axis.Stride), int.MaxValue)
        : 4;
}

/// <summary>The windows along one spatial axis.</summary>
/// <param name="Size">Taps of a window; 0 if <paramref name="Outputs"/> is given.</param>
/// <param name="Stride">Step between windows; 0 if <paramref name="Outputs"/> is given.</param>
/// <param name="PadBegin">Padding before the input; the most that there can be if <paramref name="Same"/> is given.</param>
/// <param name="PadEnd">Likewise behind it.</param>
/// <param name="Input">Where the input's extent comes from.</param>
/// <param name="Dilation">Distance between taps.</param>
/// <param name="CeilMode">Whether a last window that overhangs the padded input counts.</param>
/// <param name="Same">Where automatic padding that depends on the input's extent at run time puts an odd element.</param>
/// <param name="Outputs">Adaptive pooling: the number of windows, which then cover equal parts of the input.</param>
internal sealed record AxisSpec(
    int Size,
    int Stride,
    int PadBegin,
    int PadEnd,
    DimensionSpec Input,
    int Dilation = 1,
    bool CeilMode = false,
    SamePadding Same = SamePadding.None,
    int? Outputs = null)
{
    /// <summary>The extent of a window, from its first tap to its last. May exceed 32 bits.</summary>
    public long EffectiveSize => (long)Dilation * (Size - 1) + 1;

    /// <summary>The number of windows if it is known at compile time, 0 or less if none fits; <see langword="null"/> otherwise.</summary>
    /// <remarks>PyTorch's rule: a last window that <see cref="CeilMode"/> adds has to start inside the input or the padding before it.</remarks>
    public long? Windows
    {
        get
        {
            if (Outputs is not null || Input.Fixed is not { } input)
            {
                return Outputs;
            }

            long room = (long)input + PadBegin + PadEnd - EffectiveSize + (CeilMode ? Stride - 1 : 0);
            long windows = room < 0 ? 0 : room / Stride + 1;
            return CeilMode ? Math.Min(windows, ((long)input + PadBegin - 1) / Stride + 1) : windows;
        }
    }
}

/// <summary>Automatic padding whose amount is known at run time only: a stride above 1 and an input extent that is a parameter.</summary>
internal enum SamePadding
{
    /// <summary>The padding is fixed.</summary>
    None,

    /// <summary>An odd element goes to the end.</summary>
    Upper,

    /// <summary>An odd element goes to the beginning.</summary>
    Lower,
}

/// <summary>The indices beside a maximum or minimum.</summary>
/// <param name="Type"><see cref="ElementType.Int32"/> or <see cref="ElementType.Int64"/>.</param>
/// <param name="Origin">What an index counts from.</param>
/// <param name="Order">Which spatial axis runs fastest.</param>
internal sealed record IndexSpec(ElementType Type, PoolingIndexOrigin Origin, PoolingIndexOrder Order);

/// <summary>A dimension: fixed by the attribute, or a parameter, or (channels only) absent and so fixed at 1.</summary>
/// <param name="Fixed">The value, or <see langword="null"/> if the dimension is a parameter or comes with a tensor.</param>
internal sealed record DimensionSpec(int? Fixed);

/// <summary>The types of elements, named as in the <c>System</c> namespace.</summary>
internal enum ElementType
{
    Single,
    Double,
    Half,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
}

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
internal enum PoolingLayout
{
    ChannelsFirst,
    ChannelsLast,
}

/// <summary>As in the library, which a generator cannot reference.</summary>
internal enum NaNHandling
{
    Propagate,
    Ignore,
    Unspecified,
}

/// <summary>As in the library, which a generator cannot reference.</summary>
internal enum PoolingIndexOrigin
{
    Plane,
    Tensor,
}

/// <summary>As in the library, which a generator cannot reference.</summary>
internal enum PoolingIndexOrder
{
    RowMajor,
    ColumnMajor,
}
