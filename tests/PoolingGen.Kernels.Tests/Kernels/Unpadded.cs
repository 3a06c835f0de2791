namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>Windows without padding, named height x width / stride. The other modes are made from this file.</summary>
internal static partial class UnpaddedMax
{
    [PoolingKernel(PoolingMode.Max, Size = 1)]
    public static partial void W1x1S1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 1, Stride = 2)]
    public static partial void W1x1S2(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 1)]
    public static partial void W2x2S1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2)]
    public static partial void W2x2S2(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 5)]
    public static partial void W2x2S5(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1)]
    public static partial void W3x3S1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2)]
    public static partial void W3x3S2(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 3)]
    public static partial void W3x3S3(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Strides = [1, 4])]
    public static partial void W3x3S1x4(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [5, 3], Strides = [4, 3])]
    public static partial void W5x3S4x3(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [1, 7], Stride = 1)]
    public static partial void W1x7S1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [7, 1], Stride = 1)]
    public static partial void W7x1S1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [2, 7])]
    public static partial void W2x7S2x7(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [3, 9], Strides = [2, 9])]
    public static partial void W3x9S2x9(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 5, Strides = [3, 16])]
    public static partial void W5x5S3x16(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 16, Stride = 1)]
    public static partial void W16x16S1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [17, 1], Stride = 1)]
    public static partial void W17x1S1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [1, 33], Stride = 1)]
    public static partial void W1x33S1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [1, 33], Strides = [1, 2])]
    public static partial void W1x33S2(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [40, 2], Stride = 2)]
    public static partial void W40x2S2(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [3, 40], Stride = 1)]
    public static partial void W3x40S1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 70)]
    public static partial void W70x70S70(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);
}
