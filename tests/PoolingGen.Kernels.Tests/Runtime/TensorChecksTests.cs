using PoolingGen.Runtime;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

public class TensorChecksTests
{
    [Fact]
    public void View_knows_the_axes_of_either_layout()
    {
        TensorView first = TensorView.Of([2, 3, 5, 7], [105, 35, 7, 1], 2, channelsLast: false, "input");
        TensorView last = TensorView.Of([2, 5, 7, 3], [105, 21, 3, 1], 2, channelsLast: true, "input");

        Assert.Equal((2, 3, 1, 5, 7), (first.Batch, first.Channels, first.Depth, first.Height, first.Width));
        Assert.Equal((2, 3, 1, 5, 7), (last.Batch, last.Channels, last.Depth, last.Height, last.Width));
        Assert.Equal("[2, 3, 5, 7]", first.ToString());
        Assert.Equal("[2, 5, 7, 3]", last.ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Another_rank_is_reported(int spatialAxes)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("input", () =>
            TensorView.Of([2, 3, 5, 7], [105, 35, 7, 1], spatialAxes, channelsLast: false, "input"));
        Assert.Contains("[2, 3, 5, 7]", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"{spatialAxes + 2} dimensions", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_batch_may_be_empty()
    {
        Assert.Equal(0, Checks.Batch(0, "input"));
        Assert.Equal(4, Checks.Channels(4, "input"));
        Assert.Equal(5, Checks.Dimension(5, "input", "height"));
        Assert.Throws<ArgumentOutOfRangeException>("input", () => Checks.Channels(0, "input"));
        ArgumentException exception = Assert.Throws<ArgumentOutOfRangeException>("input", () => Checks.Dimension(0, "input", "height"));
        Assert.Contains("height", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("input", () => Checks.Dimension(nint.MaxValue, "input", "height"));
    }

    [Fact]
    public void Dimension_other_than_the_attribute_says_is_reported()
    {
        Checks.Fixed(20, 20, "input", "height");
        ArgumentException exception = Assert.Throws<ArgumentException>("input", () => Checks.Fixed(21, 20, "input", "height"));
        Assert.Contains("height", exception.Message, StringComparison.Ordinal);
        Assert.Contains("21", exception.Message, StringComparison.Ordinal);
        Assert.Contains("20", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "[2, 3, 4, 5]", "[2, 3, 4, 6]")]
    [InlineData(true, "[2, 4, 5, 3]", "[2, 4, 6, 3]")]
    public void Shape_other_than_the_result_is_reported_with_both(bool channelsLast, string actual, string needed)
    {
        TensorView view = channelsLast
            ? TensorView.Of([2, 4, 5, 3], [60, 15, 3, 1], 2, channelsLast, "output")
            : TensorView.Of([2, 3, 4, 5], [60, 20, 5, 1], 2, channelsLast, "output");
        Checks.Shape(view, 2, 3, 1, 4, 5, "output");
        ArgumentException exception = Assert.Throws<ArgumentException>("output", () => Checks.Shape(view, 2, 3, 1, 4, 6, "output"));
        Assert.Contains(actual, exception.Message, StringComparison.Ordinal);
        Assert.Contains(needed, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Result_cannot_be_broadcast()
    {
        TensorView view = TensorView.Of([2, 3, 4, 5], [20, 0, 5, 1], 2, channelsLast: false, "output");
        Assert.Throws<ArgumentException>("output", () => Checks.Shape(view, 2, 3, 1, 4, 5, "output"));
    }

    [Fact]
    public void Indices_too_narrow_for_a_tensor_are_reported()
    {
        TensorView view = TensorView.Of([4, 1 << 10, 1 << 10, 1 << 10], [0, 0, 1 << 10, 1], 2, channelsLast: false, "input");
        Checks.IndexRange(view, countsAll: false, int.MaxValue, "indices");
        Checks.IndexRange(view, countsAll: true, long.MaxValue, "indices");
        Assert.Throws<ArgumentException>("indices", () => Checks.IndexRange(view, countsAll: true, int.MaxValue, "indices"));

        TensorView fits = TensorView.Of([2, 1 << 10, 1 << 10, 1 << 10], [0, 0, 1 << 10, 1], 2, channelsLast: false, "input");
        Checks.IndexRange(fits, countsAll: true, int.MaxValue, "indices");
    }

    /// <summary>A view of every other element has fewer elements than places.</summary>
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 14, true)]
    [InlineData(0, 15, false)]
    [InlineData(3, 0, true)]
    [InlineData(4, 0, false)]
    public void Overlap_is_that_of_places_in_memory(int first, int second, bool overlap)
    {
        float[] memory = new float[64];
        TensorView strided = TensorView.Of([1, 2, 4], [0, 8, 2], 1, channelsLast: false, "input");
        TensorView dense = TensorView.Of([1, 2, 2], [0, 2, 1], 1, channelsLast: false, "output");
        void Check() => Checks.Apart(in memory[first], strided, ref memory[second], dense, "output", "input");

        if (overlap)
        {
            Assert.Throws<ArgumentException>("output", Check);
        }
        else
        {
            Check();
        }
    }
}
