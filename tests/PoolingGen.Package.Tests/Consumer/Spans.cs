using PoolingGen;

/// <summary>Kernels of many kinds over spans.</summary>
internal static partial class Spans
{
    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 2)]
    public static partial void Max(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingOutputShape(nameof(Max))]
    public static partial (int Height, int Width) MaxShape(int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 2, Parallel = true)]
    public static partial void ParallelMax(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 2)]
    public static partial void MaxWithIndices(
        ReadOnlySpan<float> input, Span<float> output, Span<long> indices, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1)]
    public static partial void ByteAverage(ReadOnlySpan<byte> input, Span<byte> output, int height, int width);

    [PoolingKernel(PoolingMode.Average, Size = 2)]
    public static partial void HalfAverage(ReadOnlySpan<Half> input, Span<Half> output, int length);

    [PoolingKernel(PoolingMode.Min, Size = 2, Layout = PoolingLayout.ChannelsLast)]
    public static partial void ChannelsLastMin(
        ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.Average, OutputSize = 3)]
    public static partial void AdaptiveAverage(ReadOnlySpan<float> input, Span<float> output, int height, int width);

    [PoolingKernel(PoolingMode.Sum, Global = true)]
    public static partial void GlobalSum(ReadOnlySpan<byte> input, Span<int> output, int channels, int height, int width);

    [PoolingKernel(PoolingMode.LpNorm, Size = 2, Channels = 1, InputSizes = [2, 2])]
    public static partial void FixedNorm(ReadOnlySpan<double> input, Span<double> output);

    /// <summary>Prints a line for each kernel: its name and its results.</summary>
    public static void Print()
    {
        float[] picture = [1, 3, 2, 4,
                           5, 6, 7, 8,
                           3, 2, 1, 0,
                           1, 2, 3, 4];
        float[] quarter = new float[4];
        long[] indices = new long[4];
        MaxWithIndices(picture, quarter, indices, height: 4, width: 4);
        Print("max", quarter);
        Print("indices", indices);

        float[] ramp = [.. Enumerable.Range(0, 2 * 4 * 40).Select(i => (float)i)];
        (int Height, int Width) shape = MaxShape(height: 4, width: 40);
        Print("shape", [shape.Height, shape.Width]);
        float[] pooled = new float[2 * shape.Height * shape.Width];
        Max(ramp, pooled, channels: 2, height: 4, width: 40);
        Print("ramp", pooled);
        ParallelMax(ramp, pooled, channels: 2, height: 4, width: 40);
        Print("parallel ramp", pooled);

        byte[] digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        byte[] smoothed = new byte[9];
        ByteAverage(digits, smoothed, height: 3, width: 3);
        Print("byte average", smoothed);

        Half[] halved = new Half[2];
        HalfAverage([(Half)1, (Half)2, (Half)3, (Half)4], halved, length: 4);
        Print("half average", halved);

        float[] least = new float[4];
        ChannelsLastMin(ramp.AsSpan(0, 2 * 4 * 2), least, channels: 2, height: 2, width: 4);
        Print("channels last min", least);

        float[] adapted = new float[9];
        AdaptiveAverage(ramp.AsSpan(0, 5 * 5), adapted, height: 5, width: 5);
        Print("adaptive average", adapted);

        int[] sums = new int[3];
        GlobalSum(digits, sums, channels: 3, height: 1, width: 3);
        Print("global sum", sums);

        double[] norm = new double[1];
        FixedNorm([3, 0, 0, 4], norm);
        Print("norm", norm);

        try
        {
            Max(ramp, pooled, channels: 3, height: 4, width: 40);
        }
        catch (ArgumentException problem)
        {
            Print("refused", [problem.ParamName]);
        }
    }

    private static void Print<T>(string kernel, T[] results) => Console.WriteLine($"{kernel}: {string.Join(' ', results)}");
}
