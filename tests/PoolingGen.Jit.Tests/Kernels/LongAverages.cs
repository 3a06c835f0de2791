namespace PoolingGen.Jit.Tests.Kernels;

/// <summary>Long windows whose sums are scaled by how many of their taps lie inside: more is inlined in their methods than in those of maxima.</summary>
internal static partial class LongAverages
{
    [PoolingKernel(PoolingMode.Average, Size = 5, Stride = 1, Padding = 2)]
    public static partial void Average5x5Stride1(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
}
