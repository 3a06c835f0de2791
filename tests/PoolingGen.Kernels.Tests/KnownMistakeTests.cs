using System.Numerics;
using PoolingGen.Kernels.Tests.Specs;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>What other libraries got wrong, with results worked out by hand. Numbers are those of their issues.</summary>
public class KnownMistakeTests(KnownMistakes kernels) : IClassFixture<KnownMistakes>
{
    /// <summary>PyTorch 71549, ONNX 5711. The element behind the two results is none.</summary>
    [Theory]
    [InlineData("ceil", new float[] { 1, 3, 0 })]
    [InlineData("ceil average", new float[] { 1, 2.5f, 0 })]
    public void Ceil_mode_makes_no_window_that_starts_in_the_end_padding(string kernel, float[] expected) =>
        Assert.Equal(expected, kernels.Run<float>(kernel, 1, 3, [1, 2, 3], outputs: 3));

    /// <summary>ONNX 5276. The last window has one tap, one element of padding and one of overhang.</summary>
    [Fact]
    public void Divisor_does_not_count_the_overhang_of_ceil_mode() =>
        Assert.Equal([1, 3, 2], kernels.Run<float>("overhang", 1, 4, [1, 2, 3, 4], outputs: 3));

    /// <summary>ONNX Runtime 24681. One row above, two columns to the right.</summary>
    [Fact]
    public void Asymmetric_padding_lies_at_its_end_of_its_axis() =>
        Assert.Equal([6, 5, 3, 21, 16, 9], kernels.Run<float>("asymmetric", 2, 3, [1, 2, 3, 4, 5, 6], outputs: 6));

    /// <summary>ONNX Runtime 29637. The first window's taps are at -1, 1 and 3.</summary>
    [Fact]
    public void Begin_padding_keeps_the_phase_of_dilated_taps() =>
        Assert.Equal([6, 9, 12, 15, 10], kernels.Run<float>("phase", 1, 7, [1, 2, 3, 4, 5, 6, 7], outputs: 5));

    /// <summary>TensorFlow 125965. Wherever it is: edge, vector or tail.</summary>
    [Fact]
    public void NaN_spreads_from_every_position_alike()
    {
        AssertSpreads<float>("NaN max");
        AssertSpreads<double>("NaN min");
        AssertSpreads<Half>("NaN average");
    }

    /// <summary>A running sum of ones in Half ends at 2048.</summary>
    [Fact]
    public void Sums_of_Half_do_not_saturate()
    {
        Half[] ones = new Half[64 * 64];
        ones.AsSpan().Fill(Half.One);

        Assert.Equal([Half.One], kernels.Run("Half", 64, 64, ones, outputs: 1));
    }

    [Fact]
    public void Window_of_negative_infinity_has_it_as_its_maximum()
    {
        float[] input = new float[37 * 37];
        input.AsSpan().Fill(float.NegativeInfinity);

        Assert.All(kernels.Run("infinity", 37, 37, input, outputs: 19 * 19), static value => Assert.Equal(float.NegativeInfinity, value));
    }

    [Fact]
    public void Window_of_negative_infinity_has_its_first_tap_as_index()
    {
        float[] input = new float[4 * 40];
        input.AsSpan().Fill(float.NegativeInfinity);

        long[] indices = kernels.Run<float, long>("infinite ties", 4, 40, input, outputs: 40).Indices;

        Assert.Equal([.. Enumerable.Range(0, 20).Select(static x => 2L * x), .. Enumerable.Range(0, 20).Select(static x => 80 + 2L * x)], indices);
    }

    /// <summary>PyTorch 81409. Bounds computed in float are off by one.</summary>
    [Fact]
    public void Adaptive_bounds_are_exact()
    {
        float[] ramp = [.. Enumerable.Range(0, 5873).Select(static x => (float)x)];

        float[] means = kernels.Run("adaptive", 1, 5873, ramp, outputs: 3527);

        Assert.Equal(
            Enumerable.Range(0, 3527).Select(static o => (o * 5873L / 3527 + ((o + 1) * 5873L + 3526) / 3527 - 1) / 2f),
            means);
    }

    /// <summary>A float counts up to 2^24 only.</summary>
    [Fact]
    public void Indices_are_exact_beyond_what_a_float_can_count()
    {
        float[] input = new float[(1 << 24) + 70];
        for (int odd = 1; odd < input.Length; odd += 2)
        {
            input[odd] = 1;
        }

        int[] indices = kernels.Run<float, int>("long", 1, input.Length, input, outputs: input.Length / 2).Indices;

        Assert.Equal(-1, Enumerable.Range(0, indices.Length).FirstOrDefault(window => indices[window] != 2 * window + 1, -1));
    }

    [Fact]
    public void Index_of_a_long_plane_is_exact()
    {
        float[] input = new float[(1 << 24) + 70];
        input[(1 << 24) + 3] = 1;

        Assert.Equal([(1 << 24) + 3], kernels.Run<float, long>("long global", 1, input.Length, input, outputs: 1).Indices);
    }

    private void AssertSpreads<T>(string kernel)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int length = 70;
        for (int position = 0; position < length; position++)
        {
            T[] input = new T[length];
            input[position] = T.NaN;

            T[] output = kernels.Run(kernel, 1, length, input, outputs: length);

            Assert.Equal(
                Enumerable.Range(0, length).Where(x => Math.Abs(x - position) <= 1),
                Enumerable.Range(0, length).Where(x => T.IsNaN(output[x])));
        }
    }
}
