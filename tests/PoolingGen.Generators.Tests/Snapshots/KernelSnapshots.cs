using PoolingGen.Generators.Tests.Hosting;
using VerifyXunit;

namespace PoolingGen.Generators.Tests.Snapshots;

/// <summary>A few kernels as text, each for a reason: whoever changes what is generated sees here what it does to it.</summary>
public sealed class KernelSnapshots
{
    /// <summary>The first kernel that a reader meets: no padding, nothing carried from block to block.</summary>
    [Fact]
    public Task MaxPool2x2() => Verify("PoolingMode.Max, Size = 2");

    /// <summary>Overlapping windows and padding: repeated rows, masks, lanes carried from the block before.</summary>
    [Fact]
    public Task MaxPool3x3WithPadding() => Verify("PoolingMode.Max, Size = 3, Stride = 2, Padding = 1");

    /// <summary>NaN may do anything: one pass, no sums.</summary>
    [Fact]
    public Task MinPool3x3WithoutNaN() => Verify("PoolingMode.Min, Size = 3, Stride = 1, Padding = 1, NaN = NaNHandling.Unspecified");

    /// <summary>Windows of many rows: columns into scratch first.</summary>
    [Fact]
    public Task ManyRows() => Verify("PoolingMode.Max, Size = 13, Stride = 1, Padding = 6");

    /// <summary>The divisor differs at every edge.</summary>
    [Fact]
    public Task AveragePool3x3WithPadding() => Verify("PoolingMode.Average, Size = 3, Stride = 1, Padding = 1");

    /// <summary>The divisor is the same everywhere.</summary>
    [Fact]
    public Task AveragePool3x3CountingPad() => Verify("PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, CountIncludePad = true");

    /// <summary>Everything is known: numbers instead of variables, no width that the shape does not want.</summary>
    [Fact]
    public Task FixedShape() => Verify("PoolingMode.Max, Size = 5, Stride = 1, Padding = 2, Channels = 256, InputSizes = [20, 20]", Sources.Spans);

    /// <summary>Asymmetric padding, different strides, a batch.</summary>
    [Fact]
    public Task Asymmetric() => Verify(
        "PoolingMode.Max, Sizes = [3, 2], Strides = [2, 1], Paddings = [1, 0, 1, 0]",
        "ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width");

    /// <summary>A stride that no instruction splits: shuffles with indices spelt out.</summary>
    [Fact]
    public Task Stride3() => Verify("PoolingMode.Max, Size = 3, Stride = 3");

    /// <summary>A window too long for registers.</summary>
    [Fact]
    public Task LongWindow() => Verify("PoolingMode.Average, Sizes = [3, 40], Stride = 1");

    [Fact]
    public Task GlobalAverage() => Verify("PoolingMode.Average, Global = true");

    /// <summary>Split over cores: the entry hands the planes to the library, which calls back with some of them.</summary>
    [Fact]
    public Task ParallelMaximum() => Verify("PoolingMode.Max, Global = true, Parallel = true");

    /// <summary>Lanes are channels: nothing is shuffled, and the other axes are rows and slices.</summary>
    [Fact]
    public Task ChannelsLast() => Verify("PoolingMode.Max, Size = 3, Stride = 2, Padding = 1, Layout = PoolingLayout.ChannelsLast");

    /// <summary>Slices are joined before rows.</summary>
    [Fact]
    public Task ThreeAxes() => Verify(
        "PoolingMode.Max, Size = 2", "ReadOnlySpan<float> input, Span<float> output, int channels, int depth, int height, int width");

    /// <summary>A lane is a value and where it was found.</summary>
    [Fact]
    public Task Indices() => Verify(
        "PoolingMode.Max, Size = 2", "ReadOnlySpan<float> input, Span<float> output, Span<long> indices, int channels, int height, int width");

    /// <summary>Sums of integers are exact, and divided when they are stored.</summary>
    [Fact]
    public Task AverageOfBytes() => Verify(
        "PoolingMode.Average, Size = 2", "ReadOnlySpan<byte> input, Span<byte> output, int channels, int height, int width");

    /// <summary>Every window has a size of its own.</summary>
    [Fact]
    public Task Adaptive() => Verify("PoolingMode.Average, OutputSize = 7");

    private static async Task Verify(
        string arguments, string parameters = Sources.Parameters, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(Sources.Kernel(arguments, parameters));
        await Verifier.Verify(run.Files.Single().Value, "cs", method: method);
    }
}
