using System.Numerics.Tensors;

namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>Kernels of tensors, with all dimensions open and with all of an image's fixed.</summary>
internal static partial class Tensors
{
    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2)]
    public static partial void Open(ReadOnlyTensorSpan<float> input, TensorSpan<float> output, TensorSpan<int> indices);

    [PoolingKernel(PoolingMode.Average, Size = 2, Channels = 3, InputSizes = [4, 6], Layout = PoolingLayout.ChannelsLast)]
    public static partial void Fixed(ReadOnlyTensorSpan<float> input, TensorSpan<float> output);
}
