using PoolingGen;

/// <summary>A kernel whose windows may lie in the padding alone.</summary>
internal static partial class Wrong
{
    [PoolingKernel(PoolingMode.Max, Size = 2, Padding = 2)]
    public static partial void PaddingOnly(ReadOnlySpan<float> input, Span<float> output, int height, int width);

    public static void Print()
    {
    }
}
