using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Oracle;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>The oracle against numbers worked out by hand, so that not everything hangs on one program.</summary>
public class OracleTests
{
    private static readonly double[] Lesson =
    [
        1, 3, 2, 4,
        5, 6, 1, 2,
        7, 2, 9, 1,
        3, 4, 0, 8,
    ];

    private static readonly double[] OneToFive = [1, 2, 3, 4, 5];

    [Theory]
    [InlineData(PoolingMode.Max, new double[] { 6, 4, 7, 9 })]
    [InlineData(PoolingMode.Min, new double[] { 1, 1, 2, 0 })]
    [InlineData(PoolingMode.Average, new double[] { 3.75, 2.25, 4, 4.5 })]
    [InlineData(PoolingMode.Sum, new double[] { 15, 9, 16, 18 })]
    public void Windows_of_two_by_two(PoolingMode mode, double[] expected) =>
        Assert.Equal(expected, Values(Plane(mode, new Axis(2, 2), new Axis(2, 2)), Lesson, 4, 4));

    [Fact]
    public void Padding_at_both_ends() => Assert.Equal(
        [6, 6, 7, 9], Values(Plane(PoolingMode.Max, new Axis(3, 2, 1, 1), new Axis(3, 2, 1, 1)), Lesson, 4, 4));

    [Fact]
    public void Axes_of_their_own() => Assert.Equal(
        [6, 6, 4, 7, 9, 9], Values(Plane(PoolingMode.Max, new Axis(3, 2, 1, 1), new Axis(2, 1)), Lesson, 4, 4));

    [Fact]
    public void Padding_at_the_begin_only() => Assert.Equal(
        [1, 3, 3, 4, 5, 6, 6, 4, 7, 7, 9, 9, 7, 7, 9, 9], Values(Plane(PoolingMode.Max, new Axis(2, 1, 1), new Axis(2, 1, 1)), Lesson, 4, 4));

    [Fact]
    public void Padding_at_the_end_only() => Assert.Equal([2, 3, 4, 5, 5], Row(PoolingMode.Max, new Axis(2, 1, 0, 1), OneToFive));

    [Theory]
    [InlineData(false, new double[] { 1, 2.5, 4, 6, 4.5, 1.5, 3, 2, 8 })]
    [InlineData(true, new double[] { 0.25, 1.25, 1, 3, 4.5, 0.75, 0.75, 1, 2 })]
    public void Average_of_padded_windows(bool countIncludePad, double[] expected)
    {
        Pooling pooling = Plane(PoolingMode.Average, new Axis(2, 2, 1, 1), new Axis(2, 2, 1, 1)) with { CountIncludePad = countIncludePad };

        Assert.Equal(expected, Values(pooling, Lesson, 4, 4));
    }

    [Fact]
    public void Global_average() => Assert.Equal(
        [3.625], Values(Plane(PoolingMode.Average, new Axis(1, 1, Outputs: 1), new Axis(1, 1, Outputs: 1)), Lesson, 4, 4));

    [Fact]
    public void Dilated_windows() => Assert.Equal(
        [9, 4, 5, 8], Values(Plane(PoolingMode.Max, new Axis(2, 1, Dilation: 2), new Axis(2, 1, Dilation: 2)), Lesson, 4, 4));

    /// <summary>Taps at -2, 1 and 4, then at -1, 2 and 5, ...</summary>
    [Fact]
    public void Dilated_and_padded_windows() => Assert.Equal(
        [5, 3, 4, 5, 3], Row(PoolingMode.Max, new Axis(3, 1, 2, 4, Dilation: 3), OneToFive));

    /// <summary>Both taps, at -1 and 1, miss the only element.</summary>
    [Theory]
    [InlineData(PoolingMode.Max, double.NegativeInfinity)]
    [InlineData(PoolingMode.Min, double.PositiveInfinity)]
    [InlineData(PoolingMode.Average, 0)]
    [InlineData(PoolingMode.Sum, 0)]
    [InlineData(PoolingMode.LpNorm, 0)]
    public void Window_without_a_tap_gives_the_identity(PoolingMode mode, double expected)
    {
        Pooling pooling = Line(mode, new Axis(2, 1, 1, 1, Dilation: 2)) with { CountIncludePad = true };

        Result result = Assert.Single(Results(pooling, [7], 1, 1));

        Assert.Equal(expected, result.Floating.Value);
        Assert.Equal(-1, result.Index);
    }

    [Theory]
    [InlineData(false, new double[] { 2, 4 })]
    [InlineData(true, new double[] { 2, 4, 5 })]
    public void Ceil_mode_adds_a_window_that_overhangs(bool ceilMode, double[] expected) =>
        Assert.Equal(expected, Row(PoolingMode.Max, new Axis(2, 2, CeilMode: ceilMode), OneToFive));

    /// <summary>With padding of 1 a third window would start at 3, behind the input.</summary>
    [Fact]
    public void Ceil_mode_adds_no_window_that_starts_in_the_padding() =>
        Assert.Equal([1, 3], Row(PoolingMode.Max, new Axis(2, 2, 1, 1, CeilMode: true), [1, 2, 3]));

    /// <summary>The last window has the tap at 3, padding at 4 and overhang at 5.</summary>
    [Theory]
    [InlineData(false, new double[] { 1.5, 3, 4 })]
    [InlineData(true, new double[] { 1, 3, 2 })]
    public void Overhang_is_never_counted(bool countIncludePad, double[] expected) => Assert.Equal(
        expected,
        Values(Line(PoolingMode.Average, new Axis(3, 2, 1, 1, CeilMode: true)) with { CountIncludePad = countIncludePad }, [1, 2, 3, 4], 1, 4));

    [Theory]
    [InlineData(PoolingAutoPad.SameUpper, 1, new double[] { 2, 3, 4, 4 })]
    [InlineData(PoolingAutoPad.SameLower, 1, new double[] { 1, 2, 3, 4 })]
    [InlineData(PoolingAutoPad.SameUpper, 3, new double[] { 2, 4 })]
    [InlineData(PoolingAutoPad.SameLower, 3, new double[] { 1, 4 })]
    [InlineData(PoolingAutoPad.Valid, 3, new double[] { 2 })]
    public void Automatic_padding(PoolingAutoPad autoPad, int stride, double[] expected) =>
        Assert.Equal(expected, Row(PoolingMode.Max, new Axis(2, stride, AutoPad: autoPad), [1, 2, 3, 4]));

    /// <summary>Where nothing is padded, windows that leave the input are no valid ones.</summary>
    [Theory]
    [InlineData(5, new double[] { 2, 4 })]
    [InlineData(2, new double[] { 2 })]
    [InlineData(1, new double[] { })]
    public void Valid_windows_do_not_overhang_in_ceil_mode(int extent, double[] expected) =>
        Assert.Equal(expected, Row(PoolingMode.Max, new Axis(2, 2, CeilMode: true, AutoPad: PoolingAutoPad.Valid), OneToFive[..extent]));

    [Theory]
    [InlineData(3, new double[] { 1.5, 3, 4.5 })]
    [InlineData(5, new double[] { 1, 2, 3, 4, 5 })]
    [InlineData(7, new double[] { 1, 1.5, 2.5, 3, 3.5, 4.5, 5 })]
    public void Adaptive_windows(int outputs, double[] expected) =>
        Assert.Equal(expected, Row(PoolingMode.Average, new Axis(1, 1, Outputs: outputs), OneToFive));

    /// <summary>In 32 bits 50000 * 50000 is negative.</summary>
    [Fact]
    public void Adaptive_windows_of_long_axes()
    {
        Taps[] windows = new Axis(1, 1, Outputs: 50_001).Windows(50_000);

        Assert.Equal(new Taps(49_999, 1, 1, 1), windows[50_000]);
        Assert.Equal(new Taps(49_998, 1, 2, 2), windows[49_999]);
    }

    [Fact]
    public void Divisor_override_replaces_the_divisor() => Assert.Equal(
        [-1.5, -3.5], Values(Line(PoolingMode.Average, new Axis(2, 2)) with { DivisorOverride = -2 }, OneToFive, 1, 5));

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 5)]
    [InlineData(3, 4.497941445275415)]
    [InlineData(1.5, 5.584250376480029)]
    public void Norms(double order, double expected)
    {
        Pooling pooling = Line(PoolingMode.LpNorm, new Axis(2, 2)) with { NormOrder = order };

        Assert.Equal(expected, Assert.Single(Values(pooling, [3, -4], 1, 2)), 1e-14);
    }

    [Theory]
    [InlineData(NaNHandling.Propagate, double.NaN, 3)]
    [InlineData(NaNHandling.Ignore, 2, 1)]
    public void NaN_in_a_maximum(NaNHandling handling, double value, long index)
    {
        Pooling pooling = Line(PoolingMode.Max, new Axis(4, 4)) with { NaN = handling };

        Result result = Assert.Single(Results(pooling, [double.NaN, 2, 2, double.NaN], 1, 4));

        Assert.Equal(value, result.Floating.Value);
        Assert.Equal(index, result.Index);
    }

    [Fact]
    public void Nothing_but_NaN_to_ignore()
    {
        Pooling pooling = Line(PoolingMode.Min, new Axis(2, 2)) with { NaN = NaNHandling.Ignore };

        Result result = Assert.Single(Results(pooling, [double.NaN, double.NaN], 1, 2));

        Assert.Equal(double.NaN, result.Floating.Value);
        Assert.Equal(-1, result.Index);
    }

    [Fact]
    public void NaN_where_it_is_unspecified() => Assert.True(
        Assert.Single(Results(Line(PoolingMode.Max, new Axis(2, 2)) with { NaN = NaNHandling.Unspecified }, [1, double.NaN], 1, 2)).IsUndefined);

    /// <summary>The maximum of every plane is its last element but one, and again its last.</summary>
    [Theory]
    [InlineData(PoolingLayout.ChannelsFirst, PoolingIndexOrigin.Plane, PoolingIndexOrder.RowMajor, new long[] { 4, 4, 4, 4 })]
    [InlineData(PoolingLayout.ChannelsFirst, PoolingIndexOrigin.Plane, PoolingIndexOrder.ColumnMajor, new long[] { 3, 3, 3, 3 })]
    [InlineData(PoolingLayout.ChannelsFirst, PoolingIndexOrigin.Tensor, PoolingIndexOrder.RowMajor, new long[] { 4, 10, 16, 22 })]
    [InlineData(PoolingLayout.ChannelsFirst, PoolingIndexOrigin.Tensor, PoolingIndexOrder.ColumnMajor, new long[] { 3, 9, 15, 21 })]
    [InlineData(PoolingLayout.ChannelsLast, PoolingIndexOrigin.Plane, PoolingIndexOrder.RowMajor, new long[] { 4, 4, 4, 4 })]
    [InlineData(PoolingLayout.ChannelsLast, PoolingIndexOrigin.Tensor, PoolingIndexOrder.RowMajor, new long[] { 8, 9, 20, 21 })]
    public void Index_of_the_first_of_equals(PoolingLayout layout, PoolingIndexOrigin origin, PoolingIndexOrder order, long[] expected)
    {
        Pooling pooling = Plane(PoolingMode.Max, new Axis(2, 2), new Axis(3, 3)) with { Layout = layout, IndexOrigin = origin, IndexOrder = order };
        Shape shape = new(2, 2, 1, 2, 3);
        double[] input = new double[shape.Length];
        for (int plane = 0; plane < 4; plane++)
        {
            (int start, int step) = shape.Plane(layout, plane / 2, plane % 2);
            input[start + 4 * step] = input[start + 5 * step] = 1;
        }

        Assert.Equal(expected, new NaivePooling(pooling, shape).Results(new Numbers(input, null)).Select(static result => result.Index));
    }

    /// <summary>The element at depth 1, row 0, column 1 of 2x2x2.</summary>
    [Theory]
    [InlineData(PoolingIndexOrder.RowMajor, 5)]
    [InlineData(PoolingIndexOrder.ColumnMajor, 5)]
    public void Index_in_three_dimensions(PoolingIndexOrder order, long expected)
    {
        Pooling pooling = new(PoolingMode.Max, [new Axis(2, 2), new Axis(2, 2), new Axis(2, 2)], 3, Element.Single, Element.Single, Element.Int64)
        {
            IndexOrder = order,
        };

        Result result = Assert.Single(new NaivePooling(pooling, new Shape(1, 1, 2, 2, 2)).Results(new Numbers([0, 0, 0, 0, 0, 1, 0, 0], null)));

        Assert.Equal(expected, result.Index);
    }

    [Theory]
    [InlineData(PoolingMode.Average, "sbyte", "sbyte", new[] { 1, 2 }, 2)]
    [InlineData(PoolingMode.Average, "sbyte", "sbyte", new[] { -1, -2 }, -2)]
    [InlineData(PoolingMode.Average, "int", "int", new[] { 1, 1, 1, 2 }, 1)]
    [InlineData(PoolingMode.Sum, "sbyte", "sbyte", new[] { 100, 100 }, 127)]
    [InlineData(PoolingMode.Sum, "sbyte", "short", new[] { 100, 100 }, 200)]
    [InlineData(PoolingMode.Sum, "sbyte", "ushort", new[] { -100, -100 }, 0)]
    [InlineData(PoolingMode.Sum, "int", "long", new[] { int.MaxValue, int.MaxValue }, 4294967294L)]
    [InlineData(PoolingMode.Max, "short", "short", new[] { -5, -3 }, -3)]
    public void Integers(PoolingMode mode, string input, string output, int[] taps, long expected) =>
        Assert.Equal(expected, Integer(mode, input, output, [.. taps]).Integer);

    /// <summary>One rounding of the sum, one of the quotient.</summary>
    [Theory]
    [InlineData(PoolingMode.Sum, "float", 16_777_216, 1, 16_777_216)]
    [InlineData(PoolingMode.Sum, "float", 16_777_218, 1, 16_777_220)]
    [InlineData(PoolingMode.Sum, "double", 9_007_199_254_740_992, 1, 9_007_199_254_740_992)]
    [InlineData(PoolingMode.Sum, "float", 9_007_199_791_611_904, 1, 9_007_200_328_482_816)] // in double first it would be a tie
    [InlineData(PoolingMode.Average, "float", 16_777_218, 1, 8_388_610)]
    [InlineData(PoolingMode.Average, "double", 1, 0, 0.5)]
    public void Floating_point_results_of_integers(PoolingMode mode, string output, long first, long second, double expected) =>
        Assert.Equal(expected, Integer(mode, "long", output, [first, second]).Floating.Value);

    [Theory]
    [InlineData(1f, 1f, true)]
    [InlineData(1f, 1.0000001f, false)]
    [InlineData(0f, -0f, true)]
    [InlineData(float.NaN, float.NaN, true)]
    [InlineData(float.NaN, 1f, false)]
    [InlineData(1f, float.NaN, false)]
    [InlineData(float.NegativeInfinity, float.MinValue, false)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity, true)]
    public void Extremum_admits_nothing_but_itself(float expected, float actual, bool admitted) =>
        Assert.Equal(admitted, Expectation.Exactly(expected).Admits(actual));

    [Theory]
    [InlineData("float", new double[] { 1, 1, 1, 1 }, 1.0000004f, true)]
    [InlineData("float", new double[] { 1, 1, 1, 1 }, 1.0000006f, false)]
    [InlineData("float", new double[] { 1e30f, -1e30f, 1, 1 }, 1e22f, true)]
    [InlineData("float", new double[] { 1e30f, -1e30f, 1, 1 }, 1e24f, false)]
    [InlineData("float", new double[] { float.MaxValue, float.MaxValue, 0, 0 }, double.PositiveInfinity, true)]
    [InlineData("float", new double[] { float.MaxValue, float.MaxValue, 0, 0 }, double.NegativeInfinity, false)]
    [InlineData("float", new double[] { 3e38f, 1, 0, 0 }, double.PositiveInfinity, false)]
    [InlineData("float", new double[] { double.PositiveInfinity, 1, 0, 0 }, double.PositiveInfinity, true)]
    [InlineData("float", new double[] { double.PositiveInfinity, 1, 0, 0 }, float.MaxValue, false)]
    [InlineData("float", new double[] { double.PositiveInfinity, double.NegativeInfinity, 0, 0 }, double.NaN, true)]
    [InlineData("float", new double[] { double.PositiveInfinity, double.NegativeInfinity, 0, 0 }, double.PositiveInfinity, false)]
    [InlineData("float", new double[] { double.NaN, 0, 0, 0 }, double.NaN, true)]
    [InlineData("float", new double[] { double.NaN, 0, 0, 0 }, 0, false)]
    [InlineData("double", new double[] { 1, 1, 1, 1 }, 1.0000000000000007, true)]
    [InlineData("double", new double[] { 1, 1, 1, 1 }, 1.0000000000000011, false)]
    [InlineData("double", new double[] { 1e16, 1, -1e16, 3 }, 1, true)]
    [InlineData("double", new double[] { double.MaxValue, double.MaxValue, 0, 0 }, double.PositiveInfinity, true)]
    [InlineData("double", new double[] { double.MaxValue, double.MaxValue, 0, 0 }, 8.9884656743115785E+307, true)]
    [InlineData("Half", new double[] { 1, 1, 1, 1 }, 1.0009765625, false)]
    [InlineData("Half", new double[] { 65504, 65504, 0, 0 }, 32752, true)]
    [InlineData("Half", new double[] { 65504, 65504, 0, 0 }, double.PositiveInfinity, false)]
    public void Average_admits_a_few_ulps_of_the_taps(string element, double[] plane, double actual, bool admitted)
    {
        Pooling pooling = Plane(PoolingMode.Average, new Axis(2, 2), new Axis(2, 2)) with { Input = Named(element), Output = Named(element) };

        Assert.Equal(admitted, Assert.Single(Results(pooling, plane, 2, 2)).Floating.Admits(actual));
    }

    [Theory]
    [InlineData("Half", new double[] { 65504, 15 }, 65504, true)]
    [InlineData("Half", new double[] { 65504, 15 }, double.PositiveInfinity, false)]
    [InlineData("Half", new double[] { 65504, 32 }, double.PositiveInfinity, true)]
    [InlineData("Half", new double[] { 65504, 32 }, 65504, false)]
    [InlineData("float", new double[] { 3, 4 }, 7, true)]
    public void Sum_overflows_where_the_type_ends(string element, double[] taps, double actual, bool admitted)
    {
        Pooling pooling = Line(PoolingMode.Sum, new Axis(2, 2)) with { Input = Named(element), Output = Named(element) };

        Assert.Equal(admitted, Assert.Single(Results(pooling, taps, 1, 2)).Floating.Admits(actual));
    }

    [Theory]
    [InlineData("float", 1e30, double.PositiveInfinity, true)]
    [InlineData("float", 1e30, 1.4142136e30, true)]
    [InlineData("float", 1e-30, 0, true)]
    [InlineData("float", 1e10, double.PositiveInfinity, false)]
    [InlineData("float", 1e-10, 0, false)]
    [InlineData("double", 1e200, 1.4142135623730951e200, true)]
    [InlineData("double", 1e200, 1.4142135623731e200, false)]
    public void Norm_admits_powers_that_overflow_or_vanish(string element, double tap, double actual, bool admitted)
    {
        Pooling pooling = Line(PoolingMode.LpNorm, new Axis(2, 2)) with { Input = Named(element), Output = Named(element) };

        Assert.Equal(admitted, Assert.Single(Results(pooling, [tap, -tap], 1, 2)).Floating.Admits(actual));
    }

    private static Pooling Plane(PoolingMode mode, Axis height, Axis width) =>
        new(mode, [Axis.None, height, width], 2, Element.Single, Element.Single, mode is PoolingMode.Max or PoolingMode.Min ? Element.Int64 : null);

    private static Pooling Line(PoolingMode mode, Axis width) => Plane(mode, Axis.None, width) with { Rank = 1 };

    private static Element Named(string keyword) => Element.All.Single(element => element.Keyword == keyword);

    private static Result[] Results(Pooling pooling, double[] input, int height, int width) =>
        new NaivePooling(pooling, new Shape(1, 1, 1, height, width)).Results(new Numbers(input, null));

    private static double[] Values(Pooling pooling, double[] input, int height, int width) =>
        [.. Results(pooling, input, height, width).Select(static result => result.Floating.Value)];

    private static double[] Row(PoolingMode mode, Axis axis, double[] input) => Values(Line(mode, axis), input, 1, input.Length);

    private static Result Integer(PoolingMode mode, string input, string output, Int128[] taps)
    {
        Pooling pooling = Line(mode, new Axis(taps.Length, taps.Length)) with { Input = Named(input), Output = Named(output), Indices = null };
        return Assert.Single(new NaivePooling(pooling, new Shape(1, 1, 1, 1, taps.Length)).Results(new Numbers(null, taps)));
    }
}
