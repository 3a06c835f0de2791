using System.Runtime.InteropServices;
using PoolingGen.Runtime;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

public class ChecksTests
{
    public static TheoryData<int, int, int, int, int> Axes
    {
        get
        {
            TheoryData<int, int, int, int, int> axes = [];
            foreach (int size in (int[])[1, 2, 3, 5, 8])
            {
                foreach (int stride in (int[])[1, 2, 3, 7])
                {
                    axes.Add(size, stride, 0, 0, 1);
                    axes.Add(size, stride, size / 3, size / 2, 2);
                    axes.Add(size, stride, size - 1, 0, 3);
                }
            }

            return axes;
        }
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void Output_extent_is_that_of_the_public_rule(int size, int stride, int padBegin, int padEnd, int dilation)
    {
        int effectiveSize = dilation * (size - 1) + 1;
        for (int input = 1; input < 30; input++)
        {
            AssertExtent(
                PoolingShape.OutputSize(input, size, stride, padBegin, padEnd, dilation, ceilMode: false),
                () => Checks.OutputExtent(input, effectiveSize, stride, padBegin, padEnd, "height"));
            AssertExtent(
                PoolingShape.OutputSize(input, size, stride, padBegin, padEnd, dilation, ceilMode: true),
                () => Checks.CeilOutputExtent(input, effectiveSize, stride, padBegin, padEnd, "height"));
        }
    }

    [Fact]
    public void Windows_beyond_any_extent_are_reported()
    {
        const long Size = (long)int.MaxValue * (int.MaxValue - 1) + 1;
        Assert.Throws<ArgumentOutOfRangeException>("width", () => Checks.OutputExtent(int.MaxValue, Size, 1, 0, 0, "width"));
        Assert.Throws<ArgumentOutOfRangeException>("width", () => Checks.OutputExtent(int.MaxValue, 1, 1, 1, 0, "width"));
        Assert.Throws<ArgumentOutOfRangeException>("width", () => Checks.CeilOutputExtent(int.MaxValue, Size, int.MaxValue, 0, 0, "width"));
    }

    [Fact]
    public void Exception_about_a_tensor_names_it_and_says_which_axis()
    {
        ArgumentException exception = Assert.Throws<ArgumentOutOfRangeException>("input", () => Checks.OutputExtent(2, 3, 1, 0, 0, "input", "height"));
        Assert.Contains("height", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_are_products_of_any_number_of_extents()
    {
        Checks.Input(6, 2, 3, "input");
        Checks.Input(24, 2, 3, 4, "input");
        Checks.Input(120, 2, 3, 4, 5, "input");
        Checks.Input(720, 2, 3, 4, 5, 6, "input");
        Checks.Output(7, 2, 3, "output");
        Checks.Output(25, 2, 3, 4, "output");
        Checks.Output(121, 2, 3, 4, 5, "output");
        Checks.Output(721, 2, 3, 4, 5, 6, "output");
        AssertReports("input", 719, 720, () => Checks.Input(719, 2, 3, 4, 5, 6, "input"));
        AssertReports("input", 7, 6, () => Checks.Input(7, 2, 3, "input"));
        AssertReports("indices", 719, 720, () => Checks.Output(719, 2, 3, 4, 5, 6, "indices"));
        AssertReports("output", 5, 6, () => Checks.Output(5, 2, 3, "output"));
    }

    /// <summary>2^64 and multiples of it are 0 in 64 bits, and 2^62 planes of the largest volumes exceed 128.</summary>
    [Fact]
    public void Products_do_not_wrap()
    {
        Assert.Throws<ArgumentException>("input", () => Checks.Input(0, 1L << 62, 4, "input"));
        Assert.Throws<ArgumentException>("input", () => Checks.Input(0, 1L << 32, 1 << 16, 1 << 16, "input"));
        Assert.Throws<ArgumentException>("output", () => Checks.Output(int.MaxValue, 1L << 32, 1 << 30, 1 << 2, "output"));
        Assert.Throws<ArgumentException>("output", () => Checks.Output(int.MaxValue, 1L << 62, int.MaxValue, int.MaxValue, int.MaxValue, "output"));
    }

    [Fact]
    public void Empty_batch_needs_nothing_however_large_its_images_are()
    {
        Checks.Input(0, 0, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, "input");
        Checks.Output(0, 0, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, "output");
        Assert.Throws<ArgumentException>("input", () => Checks.Input(1, 0, int.MaxValue, int.MaxValue, "input"));
    }

    [Fact]
    public void Memory_shared_by_different_types_is_reported()
    {
        byte[] memory = new byte[64];
        Checks.Apart<byte, float>(memory.AsSpan(0, 32), MemoryMarshal.Cast<byte, float>(memory.AsSpan(32)), "output");
        Checks.Apart<byte, float>(memory.AsSpan(32), MemoryMarshal.Cast<byte, float>(memory.AsSpan(0, 32)), "output");
        Assert.Throws<ArgumentException>("output", () =>
            Checks.Apart<byte, float>(memory.AsSpan(0, 33), MemoryMarshal.Cast<byte, float>(memory.AsSpan(32)), "output"));
        Assert.Throws<ArgumentException>("output", () =>
            Checks.Apart<byte, float>(memory.AsSpan(31), MemoryMarshal.Cast<byte, float>(memory.AsSpan(0, 32)), "output"));
        Assert.Throws<ArgumentException>("output", () =>
            Checks.Apart<byte, float>(memory.AsSpan(8, 1), MemoryMarshal.Cast<byte, float>(memory.AsSpan()), "output"));
        Assert.Throws<ArgumentException>("indices", () =>
            Checks.IndicesApart(memory.AsSpan(24), MemoryMarshal.Cast<byte, long>(memory.AsSpan(0, 32)), "indices"));
        Checks.IndicesApart(memory.AsSpan(32), MemoryMarshal.Cast<byte, long>(memory.AsSpan(0, 32)), "indices");
    }

    [Fact]
    public void Nothing_overlaps_an_empty_span()
    {
        float[] memory = new float[8];
        Checks.Apart<float, float>(memory.AsSpan(4, 0), memory, "output");
        Checks.Apart<float, float>(memory, memory.AsSpan(4, 0), "output");
        Checks.IndicesApart(Span<float>.Empty, Span<int>.Empty, "indices");
    }

    private static void AssertExtent(int expected, Func<nint> extent)
    {
        if (expected > 0)
        {
            Assert.Equal(expected, extent());
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>("height", () => extent());
        }
    }

    private static void AssertReports(string name, int actual, int needed, Action check)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(name, check);
        Assert.Contains($" {actual} ", exception.Message, StringComparison.Ordinal);
        Assert.Contains($" {needed}.", exception.Message, StringComparison.Ordinal);
    }
}
