namespace PoolingGen.Gallery;

/// <summary>
/// The kernels on show. They take planar values: for each channel a plane of <c>height</c> rows of <c>width</c> values.
/// </summary>
internal static partial class PictureKernels
{
    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 2)]
    public static partial void Max2x2(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Min, Size = 2, Stride = 2)]
    public static partial void Min2x2(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 2, Stride = 2)]
    public static partial void Average2x2(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1)]
    public static partial void Max3x3(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Min, Size = 3, Stride = 2, Padding = 1)]
    public static partial void Min3x3(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 2, Padding = 1)]
    public static partial void Average3x3(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 1, Padding = 2)]
    public static partial void Dilation5x5(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4)]
    public static partial void Max9x9(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Global = true)]
    public static partial void GlobalAverage(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
}

/// <summary>The shape that every method of <see cref="PictureKernels"/> has.</summary>
internal delegate void PictureKernel(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
