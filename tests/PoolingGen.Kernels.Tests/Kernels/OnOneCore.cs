namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>The kernels of <see cref="OverCores"/> without <c>Parallel</c>.</summary>
internal static partial class OnOneCore
{
    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1)]
    public static partial void Stem(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 2, Channels = 37)]
    public static partial void FixedChannels(ReadOnlySpan<float> input, Span<float> output, int height, int width);

    [PoolingKernel(PoolingMode.Average, Global = true)]
    public static partial void Global(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Sum, Size = 3, Stride = 1, Padding = 1)]
    public static partial void Length(ReadOnlySpan<Half> input, Span<Half> output, int channels, int length);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, Layout = PoolingLayout.ChannelsLast)]
    public static partial void Bytes(ReadOnlySpan<byte> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(
        PoolingMode.Max, Sizes = [2, 1], Stride = 1, Dilations = [3, 1], Paddings = [3, 0], InputSizes = [2, 50],
        IndexOrigin = PoolingIndexOrigin.Tensor)]
    public static partial void WithoutTap(ReadOnlySpan<uint> input, Span<uint> output, Span<int> indices, int batch, int channels);

    [PoolingKernel(PoolingMode.Min, Size = 2, Layout = PoolingLayout.ChannelsLast, IndexOrigin = PoolingIndexOrigin.Tensor)]
    public static partial void ChannelsLast(ReadOnlySpan<double> input, Span<double> output, Span<long> indices, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, IndexOrigin = PoolingIndexOrigin.Plane, IndexOrder = PoolingIndexOrder.ColumnMajor)]
    public static partial void OfPlanes(ReadOnlySpan<short> input, Span<short> output, Span<int> indices, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, IndexOrigin = PoolingIndexOrigin.Tensor)]
    public static partial void OfTensor(ReadOnlySpan<float> input, Span<float> output, Span<long> indices, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Layout = PoolingLayout.ChannelsLast)]
    public static partial void OneImage(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 13, Stride = 1, Padding = 6)]
    public static partial void Pyramid(ReadOnlySpan<float> input, Span<float> output, int height, int width);

    [PoolingKernel(PoolingMode.Average, OutputSize = 37, Layout = PoolingLayout.ChannelsLast)]
    public static partial void EqualParts(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, Layout = PoolingLayout.ChannelsLast, IndexOrigin = PoolingIndexOrigin.Tensor)]
    public static partial void OfImage(ReadOnlySpan<float> input, Span<float> output, Span<long> indices, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, Layout = PoolingLayout.ChannelsLast)]
    public static partial void Pixels(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
}
