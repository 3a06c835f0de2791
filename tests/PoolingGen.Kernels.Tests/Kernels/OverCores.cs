namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>Kernels that split their work, of every plan, layout and kind of index; <see cref="OnOneCore"/> has the same that do not.</summary>
internal static partial class OverCores
{
    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1, Parallel = true)]
    public static partial void Stem(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 2, Channels = 37, Parallel = true)]
    public static partial void FixedChannels(ReadOnlySpan<float> input, Span<float> output, int height, int width);

    [PoolingKernel(PoolingMode.Average, Global = true, Parallel = true)]
    public static partial void Global(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Sum, Size = 3, Stride = 1, Padding = 1, Parallel = true)]
    public static partial void Length(ReadOnlySpan<Half> input, Span<Half> output, int channels, int length);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, Layout = PoolingLayout.ChannelsLast, Parallel = true)]
    public static partial void Bytes(ReadOnlySpan<byte> input, Span<float> output, int batch, int channels, int height, int width);

    /// <summary>Windows between the two rows of a plane have no tap, and -1 for an index.</summary>
    [PoolingKernel(
        PoolingMode.Max, Sizes = [2, 1], Stride = 1, Dilations = [3, 1], Paddings = [3, 0], InputSizes = [2, 50],
        IndexOrigin = PoolingIndexOrigin.Tensor, Parallel = true)]
    public static partial void WithoutTap(ReadOnlySpan<uint> input, Span<uint> output, Span<int> indices, int batch, int channels);

    [PoolingKernel(PoolingMode.Min, Size = 2, Layout = PoolingLayout.ChannelsLast, IndexOrigin = PoolingIndexOrigin.Tensor, Parallel = true)]
    public static partial void ChannelsLast(ReadOnlySpan<double> input, Span<double> output, Span<long> indices, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, IndexOrigin = PoolingIndexOrigin.Plane, IndexOrder = PoolingIndexOrder.ColumnMajor, Parallel = true)]
    public static partial void OfPlanes(ReadOnlySpan<short> input, Span<short> output, Span<int> indices, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, IndexOrigin = PoolingIndexOrigin.Tensor, Parallel = true)]
    public static partial void OfTensor(ReadOnlySpan<float> input, Span<float> output, Span<long> indices, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Layout = PoolingLayout.ChannelsLast, Parallel = true)]
    public static partial void OneImage(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 13, Stride = 1, Padding = 6, Parallel = true)]
    public static partial void Pyramid(ReadOnlySpan<float> input, Span<float> output, int height, int width);

    [PoolingKernel(PoolingMode.Average, OutputSize = 37, Layout = PoolingLayout.ChannelsLast, Parallel = true)]
    public static partial void EqualParts(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, Layout = PoolingLayout.ChannelsLast, IndexOrigin = PoolingIndexOrigin.Tensor, Parallel = true)]
    public static partial void OfImage(ReadOnlySpan<float> input, Span<float> output, Span<long> indices, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, Layout = PoolingLayout.ChannelsLast, Parallel = true)]
    public static partial void Pixels(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
}
