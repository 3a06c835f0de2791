using System.Numerics.Tensors;

namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>Channels last, of which there may be or is just one: a plan of every kind for that one, beside a plan for many.</summary>
internal static partial class SingleChannels
{
    /// <summary>Only the plan for many reads a Half as its bits.</summary>
    [PoolingKernel(PoolingMode.Max, Sizes = [3, 2], Strides = [2, 9], Layout = PoolingLayout.ChannelsLast)]
    public static partial void OtherStorage(ReadOnlySpan<Half> input, Span<Half> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Global = true, Layout = PoolingLayout.ChannelsLast)]
    public static partial void Global(ReadOnlySpan<int> input, Span<int> output, int batch, int channels, int height, int width);

    [PoolingKernel(
        PoolingMode.Min, Size = 3, Stride = 2, Padding = 1, Layout = PoolingLayout.ChannelsLast,
        IndexOrigin = PoolingIndexOrigin.Tensor, IndexOrder = PoolingIndexOrder.ColumnMajor)]
    public static partial void Indices(ReadOnlySpan<sbyte> input, Span<sbyte> output, Span<int> indices, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, OutputSizes = [3, 5], Layout = PoolingLayout.ChannelsLast, IndexOrigin = PoolingIndexOrigin.Tensor)]
    public static partial void Adaptive(ReadOnlySpan<float> input, Span<float> output, Span<long> indices, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, Layout = PoolingLayout.ChannelsLast)]
    public static partial void Absent(ReadOnlySpan<float> input, Span<float> output, int batch, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4, Channels = 1, Layout = PoolingLayout.ChannelsLast)]
    public static partial void Fixed(ReadOnlySpan<byte> input, Span<byte> output, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Layout = PoolingLayout.ChannelsLast, IndexOrigin = PoolingIndexOrigin.Tensor)]
    public static partial void OfTensors(ReadOnlyTensorSpan<float> input, TensorSpan<float> output, TensorSpan<long> indices);

    [PoolingKernel(PoolingMode.Sum, Size = 2, Channels = 1, Rank = 2, Layout = PoolingLayout.ChannelsLast)]
    public static partial void FixedTensors(ReadOnlyTensorSpan<double> input, TensorSpan<double> output);
}
