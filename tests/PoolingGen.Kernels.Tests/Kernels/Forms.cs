namespace PoolingGen.Kernels.Tests.Kernels;

/// <summary>Every way to write a kernel's method: which dimensions are parameters, in which order, in what kind of type.</summary>
internal static partial class Forms
{
    [PoolingKernel(PoolingMode.Max, Size = 2)]
    public static partial void WithoutBatch(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2)]
    public static partial void WithoutChannels(ReadOnlySpan<float> input, Span<float> output, int batch, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1)]
    public static partial void OnePlane(ReadOnlySpan<float> input, Span<float> output, int height, int width);

    [PoolingKernel(PoolingMode.Min, Sizes = [3, 2], Strides = [2, 1], Paddings = [1, 0, 1, 0])]
    public static partial void Permuted(int width, Span<float> output, int channels, int height, ReadOnlySpan<float> input, int batch);

    [PoolingKernel(PoolingMode.Max, Sizes = [2, 3])]
    public static partial void ShortNames(ReadOnlySpan<float> input, Span<float> output, int n, int c, int h, int w);

    [PoolingKernel(PoolingMode.Max, Sizes = [2, 3])]
    internal static partial void OtherCase(ReadOnlySpan<float> Input, Span<float> OUTPUT, int Batch, int CHANNELS, int H, int Width);

    [PoolingKernel(PoolingMode.Average, Size = 2)]
    private static partial void Private(scoped ReadOnlySpan<float> input, scoped Span<float> output, int channels, int height, int width);

    public partial class Instance
    {
        [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1)]
        public partial void OfClass(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
    }

    public partial struct Structure
    {
        [PoolingKernel(PoolingMode.Min, Size = 3, Stride = 2, Padding = 1)]
        public partial void OfStruct(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

        [PoolingKernel(PoolingMode.Min, Size = 2)]
        public readonly partial void ReadOnlyOfStruct(ReadOnlySpan<float> input, Span<float> output, int height, int width);
    }

    public partial record Container<TFirst>
        where TFirst : notnull
    {
        internal partial class Nested<TSecond>
        {
            [PoolingKernel(PoolingMode.Average, Size = 5, Stride = 1, Padding = 2)]
            public static partial void OfGeneric(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
        }
    }

    /// <summary>The same name as above in another container: the generated files must not collide.</summary>
    public partial record Container
    {
        [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 1, Padding = 2)]
        public static partial void OfGeneric(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
    }

    /// <summary>Overloads of one name, told apart by their parameters.</summary>
    public static partial class Overloads
    {
        [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 1)]
        public static partial void Pool(ReadOnlySpan<float> input, Span<float> output, int height, int width);

        [PoolingKernel(PoolingMode.Max, Size = 4, Stride = 1)]
        public static partial void Pool(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
    }
}
