namespace PoolingGen.Jit.Tests.Kernels;

/// <summary>Long windows with indices: more is inlined in their methods than in any others.</summary>
internal static partial class ImagesWithIndices
{
    [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 1, Padding = 2, Channels = 24, Layout = PoolingLayout.ChannelsLast)]
    public static partial void Max5x5WithIndices(ReadOnlySpan<float> input, Span<float> output, Span<long> indices, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4, Channels = 24, Layout = PoolingLayout.ChannelsLast)]
    public static partial void Max9x9WithIndices(ReadOnlySpan<float> input, Span<float> output, Span<long> indices, int height, int width);
}
