namespace PoolingGen.Benchmarks.Costs;

/// <summary>The first example of the README.</summary>
internal static partial class ReadmeExample
{
    private static readonly float[] Input =
    [
        1, 3, 2, 4,
        5, 6, 7, 8,
        3, 2, 1, 0,
        1, 2, 3, 4,
    ];

    private static readonly float[] Output = new float[4];

    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 2)]
    public static partial void MaxPool2x2(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    public static void Run() => MaxPool2x2(Input, Output, channels: 1, height: 4, width: 4);

    /// <exception cref="InvalidOperationException">The result is wrong.</exception>
    public static void Check()
    {
        if (Output is not [6, 8, 3, 4])
        {
            throw new InvalidOperationException($"The example came to {string.Join(", ", Output)}.");
        }
    }
}
