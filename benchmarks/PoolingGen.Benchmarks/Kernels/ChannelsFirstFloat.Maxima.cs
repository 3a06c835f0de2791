namespace PoolingGen.Benchmarks.Kernels;

/// <summary>A kernel for each of <see cref="Pools"/>, whatever the extent. The project file says which other classes this text stands for.</summary>
internal static partial class ChannelsFirstFloat
{
    [PoolingKernel(PoolingMode.Max, Size = 1, Stride = 2)]
    public static partial void Max1x1Stride2(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2)]
    public static partial void Max2x2(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Paddings = [0, 0, 1, 1])]
    public static partial void Max2x2PadEnd(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Strides = [2, 1], Paddings = [0, 1])]
    public static partial void Max2x2Stride2x1(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2)]
    public static partial void Max3x3Stride2(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1)]
    public static partial void Max3x3Stride2Pad1(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Paddings = [0, 0, 1, 1])]
    public static partial void Max3x3Stride2PadEnd(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1)]
    public static partial void Max3x3Stride1(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 1, Padding = 2)]
    public static partial void Max5x5Stride1(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4)]
    public static partial void Max9x9Stride1(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 13, Stride = 1, Padding = 6)]
    public static partial void Max13x13Stride1(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 4)]
    public static partial void Max4(ReadOnlySpan<float> input, Span<float> output, int channels, int length);

    [PoolingKernel(PoolingMode.Max, Size = 2)]
    public static partial void Max2x2x2(ReadOnlySpan<float> input, Span<float> output, int channels, int depth, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [1, 3, 3], Strides = [1, 2, 2], Paddings = [0, 0, 0, 0, 1, 1])]
    public static partial void Max1x3x3Stride1x2x2PadEnd(
        ReadOnlySpan<float> input, Span<float> output, int channels, int depth, int height, int width);
}
