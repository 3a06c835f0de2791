namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>One kernel or two for each thing of the contract, so that its arguments and allocations are tested with it; the drawn kernels test the numbers.</summary>
internal static partial class WholeContract
{
    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1)]
    public static partial void Length(ReadOnlySpan<float> input, Span<float> output, Span<int> indices, int batch, int channels, int length);

    [PoolingKernel(PoolingMode.Average, Size = 2)]
    public static partial void Depth(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int depth, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [3, 2], Strides = [2, 1], Paddings = [1, 0], Layout = PoolingLayout.ChannelsLast, NaN = NaNHandling.Ignore)]
    public static partial void ChannelsLast(ReadOnlySpan<double> input, Span<double> output, Span<long> indices, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, Layout = PoolingLayout.ChannelsLast)]
    public static partial void Bytes(ReadOnlySpan<byte> input, Span<byte> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Sum, Size = 3, Stride = 2)]
    public static partial void Wider(ReadOnlySpan<sbyte> input, Span<int> output, int batch, int height, int width);

    [PoolingKernel(PoolingMode.Sum, Size = 2, Dilation = 2, Stride = 1, Padding = 1)]
    public static partial void Dilated(ReadOnlySpan<Half> input, Span<Half> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.LpNorm, Size = 3, Stride = 2, CeilMode = true)]
    public static partial void Ceil(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 2, AutoPad = PoolingAutoPad.SameLower)]
    public static partial void Same(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Min, OutputSizes = [3, 5])]
    public static partial void Adaptive(ReadOnlySpan<short> input, Span<short> output, int channels, int height, int width);
}
