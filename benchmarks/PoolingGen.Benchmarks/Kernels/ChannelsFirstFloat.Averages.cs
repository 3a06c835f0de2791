namespace PoolingGen.Benchmarks.Kernels;

/// <summary>A kernel for each of <see cref="Pools"/>, whatever the extent. The project file says which other classes this text stands for.</summary>
internal static partial class ChannelsFirstFloat
{
    [PoolingKernel(PoolingMode.Average, Size = 2)]
    public static partial void Average2x2(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 2, Padding = 1, CountIncludePad = true)]
    public static partial void Average3x3Stride2(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1)]
    public static partial void Average3x3Stride1(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, CountIncludePad = true)]
    public static partial void Average3x3Stride1CountPad(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Sizes = [2, 7, 7], Stride = 1)]
    public static partial void Average2x7x7Stride1(ReadOnlySpan<float> input, Span<float> output, int channels, int depth, int height, int width);

    [PoolingKernel(PoolingMode.Average, Global = true)]
    public static partial void GlobalAverage(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Global = true)]
    public static partial void GlobalAverage1D(ReadOnlySpan<float> input, Span<float> output, int channels, int length);
}
