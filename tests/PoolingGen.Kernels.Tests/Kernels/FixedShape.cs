namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>Shapes fixed by the attribute, wholly or in part, named after the layer or after what is awkward in them.</summary>
internal static partial class FixedShapeMax
{
    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 3, InputSizes = [28, 28])]
    public static partial void VggPool4(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 5, InputSizes = [6, 5])]
    public static partial void Halving6x5(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 7, InputSizes = [8, 8])]
    public static partial void Halving8x8(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 3, InputSizes = [14, 16])]
    public static partial void Halving14x16(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 2, InputSizes = [4, 33])]
    public static partial void Halving4x33(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1, Channels = 3, InputSize = 15)]
    public static partial void Stem15x15(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1, Channels = 2, InputSizes = [16, 64])]
    public static partial void Stem16x64(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, Channels = 2, InputSize = 35)]
    public static partial void Inception35(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Channels = 3, InputSize = 17)]
    public static partial void Inception17(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, Channels = 9, InputSize = 8)]
    public static partial void Inception8(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 1, Padding = 2, Channels = 3, InputSize = 20)]
    public static partial void Sppf20(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 13, Stride = 1, Padding = 6, Channels = 2, InputSize = 19)]
    public static partial void Spp19(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4, Channels = 3, InputSizes = [13, 9])]
    public static partial void Spp13x9(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 13, Stride = 1, Padding = 6, Channels = 4, InputSizes = [3, 2])]
    public static partial void PlaneInsidePadding(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1, Channels = 21, InputSize = 1)]
    public static partial void OneElementPlane(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, Channels = 3, InputSizes = [1, 37])]
    public static partial void OneRow(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, Channels = 5, InputSizes = [37, 1])]
    public static partial void OneColumn(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 7, Channels = 6, InputSize = 7)]
    public static partial void WindowIsPlane(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Sizes = [2, 9], Stride = 1, Paddings = [0, 8, 1, 0], Channels = 3, InputSizes = [5, 11])]
    public static partial void Width1x9Left8(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 3, InputSizes = [7, 9])]
    public static partial void Batched(ReadOnlySpan<float> input, Span<float> output, int batch);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1, Channels = 4)]
    public static partial void FixedChannels(ReadOnlySpan<float> input, Span<float> output, int batch, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, InputSizes = [9, 18])]
    public static partial void FixedPlane(ReadOnlySpan<float> input, Span<float> output, int batch, int channels);

    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 1, InputSizes = [4, 17])]
    public static partial void FixedPlaneWithoutChannels(ReadOnlySpan<float> input, Span<float> output);
}
