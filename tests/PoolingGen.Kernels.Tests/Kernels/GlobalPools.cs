namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>One window over the whole plane.</summary>
internal static partial class GlobalPools
{
    [PoolingKernel(PoolingMode.Max, Global = true)]
    public static partial void Max(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Global = true, NaN = NaNHandling.Unspecified)]
    public static partial void MaxUnspecified(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Min, Global = true)]
    public static partial void Min(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Min, Global = true, NaN = NaNHandling.Unspecified)]
    public static partial void MinUnspecified(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Global = true)]
    public static partial void Average(ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Global = true)]
    public static partial void AverageOfOneImage(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, Global = true)]
    public static partial void AverageOfOnePlane(ReadOnlySpan<float> input, Span<float> output, int height, int width);

    [PoolingKernel(PoolingMode.Average, Global = true, Channels = 37, InputSize = 7)]
    public static partial void AverageOf37Planes7x7(ReadOnlySpan<float> input, Span<float> output, int batch);

    [PoolingKernel(PoolingMode.Max, Global = true, Channels = 5, InputSizes = [3, 2])]
    public static partial void MaxOf5Planes3x2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Min, Global = true, InputSizes = [8, 16])]
    public static partial void MinOfPlanes8x16(ReadOnlySpan<float> input, Span<float> output, int channels);
}
