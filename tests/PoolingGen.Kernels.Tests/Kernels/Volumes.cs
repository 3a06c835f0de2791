namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>Sums over long windows of a few slices, which are added slice by slice: depth x height x width / stride.</summary>
internal static partial class Volumes
{
    [PoolingKernel(PoolingMode.Average, Sizes = [2, 7, 7], Stride = 1)]
    public static partial void Average2x7x7S1(ReadOnlySpan<float> input, Span<float> output, int channels, int depth, int height, int width);

    [PoolingKernel(PoolingMode.Average, Sizes = [2, 7, 3], Stride = 1, Paddings = [1, 3, 1, 1, 3, 1])]
    public static partial void Average2x7x3S1P(ReadOnlySpan<float> input, Span<float> output, int channels, int depth, int height, int width);

    [PoolingKernel(PoolingMode.Sum, Sizes = [3, 10, 2], Strides = [2, 1, 1], Paddings = [1, 0, 0, 1, 9, 1])]
    public static partial void Sum3x10x2S2x1x1P(ReadOnlySpan<double> input, Span<double> output, int channels, int depth, int height, int width);
}
