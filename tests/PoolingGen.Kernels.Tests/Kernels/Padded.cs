namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>Windows with padding, named height x width / stride and the padding. The other modes are made from this file.</summary>
internal static partial class PaddedMax
{
    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1)]
    public static partial void W3x3S1P1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1)]
    public static partial void W3x3S2P1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 5, Padding = 1)]
    public static partial void W3x3S5P1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 1, Padding = 2)]
    public static partial void W5x5S1P2(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 2, Padding = 2)]
    public static partial void W5x5S2P2(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 4, Padding = 2)]
    public static partial void W5x5S4P2(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 7, Stride = 2, Padding = 3)]
    public static partial void W7x7S2P3(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4)]
    public static partial void W9x9S1P4(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 11, Stride = 9, Padding = 5)]
    public static partial void W11x11S9P5(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 13, Stride = 1, Padding = 6)]
    public static partial void W13x13S1P6(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 2, Padding = 1)]
    public static partial void W2x2S2P1(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 4, Stride = 3, Padding = 3)]
    public static partial void W4x4S3P3(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [1, 7], Stride = 1, Paddings = [0, 3])]
    public static partial void W1x7S1P3(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [7, 1], Stride = 1, Paddings = [3, 0])]
    public static partial void W7x1S1P3(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [1, 33], Stride = 1, Paddings = [0, 16])]
    public static partial void W1x33S1P16(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [17, 1], Stride = 1, Paddings = [8, 0])]
    public static partial void W17x1S1P8(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [5, 20], Strides = [1, 16], Paddings = [2, 10])]
    public static partial void W5x20S1x16P2x10(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 1, Paddings = [1, 1, 0, 0])]
    public static partial void W2x2S1BeginOnly(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 2, Paddings = [0, 0, 1, 1])]
    public static partial void W2x2S2EndOnly(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [2, 1], Strides = [2, 1], Paddings = [0, 0, 1, 0])]
    public static partial void W2x1S2x1EndOnly(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [3, 2], Strides = [2, 1], Paddings = [1, 0, 1, 0])]
    public static partial void W3x2S2x1P1x0(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Paddings = [2, 2, 0, 0])]
    public static partial void W3x3S1BeginOnly(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Paddings = [0, 0, 2, 2])]
    public static partial void W3x3S1EndOnly(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Paddings = [0, 2, 0, 0])]
    public static partial void W3x3S2Left2(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Paddings = [0, 0, 0, 2])]
    public static partial void W3x3S2Right2(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [5, 4], Strides = [1, 2], Paddings = [4, 0, 0, 3])]
    public static partial void W5x4S1x2Top4Right3(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [3, 9], Strides = [2, 7], Paddings = [0, 8, 0, 8])]
    public static partial void W3x9S2x7P8(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Sizes = [3, 40], Stride = 1, Paddings = [1, 39, 1, 0])]
    public static partial void W3x40S1Left39(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 70, Stride = 8, Paddings = [69, 0, 0, 69])]
    public static partial void W70x70S8Top69Right69(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);
}
