namespace PoolingGen;

/// <summary>
/// Asks for the implementation of a partial method: a pooling kernel for exactly the geometry given here.
/// </summary>
/// <remarks>
/// The method is <c>void</c> and takes a <see cref="ReadOnlySpan{T}"/> <c>input</c>, a <see cref="Span{T}"/>
/// <c>output</c> and those of the dimensions <c>batch</c>, <c>channels</c>, <c>depth</c>, <c>height</c> and
/// <c>width</c> that are not fixed by <see cref="Channels"/> and <see cref="InputSizes"/>; a maximum or minimum may
/// have a <see cref="Span{T}"/> of <c>int</c> or <c>long</c> <c>indices</c> too. Tensor spans take the place of spans
/// and dimensions. A scalar property applies to every spatial axis; its plural has one value per axis in (depth,
/// height, width) order, and only one of the two may be set. All sizes are counted in elements.
/// </remarks>
/// <param name="mode">What a window is reduced to.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PoolingKernelAttribute(PoolingMode mode) : Attribute
{
    /// <summary>What a window is reduced to.</summary>
    public PoolingMode Mode { get; } = mode;

    /// <summary>The window's extent along every spatial axis.</summary>
    public int Size { get; set; }

    /// <summary>The window's extent, one value per spatial axis.</summary>
    public int[]? Sizes { get; set; }

    /// <summary>The step between windows along every spatial axis. Default: the window size.</summary>
    public int Stride { get; set; }

    /// <summary>The step between windows, one value per spatial axis.</summary>
    public int[]? Strides { get; set; }

    /// <summary>
    /// The padding at both ends of every spatial axis; smaller than the effective window,
    /// <c>dilation * (size - 1) + 1</c>, and excluded by an <see cref="AutoPad"/> other than explicit.
    /// </summary>
    public int Padding { get; set; }

    /// <summary>
    /// The padding, one value per spatial axis (the same at both ends) or two: all begins, then all ends (ONNX <c>pads</c>).
    /// </summary>
    public int[]? Paddings { get; set; }

    /// <summary>The distance between the taps of a window along every spatial axis. Default: 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The distance between the taps of a window, one value per spatial axis.</summary>
    public int[]? Dilations { get; set; }

    /// <summary>Where the padding comes from.</summary>
    public PoolingAutoPad AutoPad { get; set; }

    /// <summary>Rounds the output size up; the last window still starts inside the input or its begin padding (PyTorch).</summary>
    public bool CeilMode { get; set; }

    /// <summary>Counts the taps in the declared padding in the divisor of <see cref="PoolingMode.Average"/>.</summary>
    public bool CountIncludePad { get; set; }

    /// <summary>Replaces the divisor of <see cref="PoolingMode.Average"/>; 0 leaves it alone.</summary>
    public int DivisorOverride { get; set; }

    /// <summary>The p of <see cref="PoolingMode.LpNorm"/>, at least 1 and finite.</summary>
    public double NormOrder { get; set; } = 2.0;

    /// <summary>One window over the whole spatial extent; excludes size, stride, padding, dilation and output size.</summary>
    public bool Global { get; set; }

    /// <summary>
    /// The output's extent along every spatial axis (adaptive pooling); excludes size, stride, padding, dilation, ceil
    /// mode and automatic padding.
    /// </summary>
    public int OutputSize { get; set; }

    /// <summary>The output's extent, one value per spatial axis (adaptive pooling).</summary>
    public int[]? OutputSizes { get; set; }

    /// <summary>The order of the tensor's axes, of input and output alike.</summary>
    public PoolingLayout Layout { get; set; }

    /// <summary>What a NaN does to a maximum or minimum.</summary>
    public NaNHandling NaN { get; set; }

    /// <summary>What an index counts from.</summary>
    public PoolingIndexOrigin IndexOrigin { get; set; }

    /// <summary>Which spatial axis runs fastest in an index.</summary>
    public PoolingIndexOrder IndexOrder { get; set; }

    /// <summary>The number of channels, fixed at compile time.</summary>
    public int Channels { get; set; }

    /// <summary>The input's extent along every spatial axis, fixed at compile time.</summary>
    public int InputSize { get; set; }

    /// <summary>The input's extent, one value per spatial axis, fixed at compile time.</summary>
    public int[]? InputSizes { get; set; }

    /// <summary>The number of spatial axes, 1 to 3. Needed only where nothing else tells it; 2 then.</summary>
    public int Rank { get; set; }

    /// <summary>
    /// Splits the work over the cores when there is enough of it to pay, with the same results; the method still returns
    /// when all is written.
    /// </summary>
    /// <remarks>
    /// What is split are planes, or images where channels come last; if they are few, each into bands of outputs along its
    /// outermost spatial axis. A global window is never split, nor a signal of one channel; what tensor spans with gaps make
    /// the library copy stays on the caller's thread. A split call borrows threads of the thread pool and allocates one
    /// small object, whatever the size of the tensors.
    /// </remarks>
    public bool Parallel { get; set; }
}
