using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Parsing;

/// <summary>The normal form of windows: equal windows have equal specs however they are asked for.</summary>
public sealed class WindowSpecTests
{
    private static readonly DimensionSpec Parameter = new((int?)null);

    [Fact]
    public void Three_axes_are_in_depth_height_width_order()
    {
        PoolingSpec pooling = Specs.Parse(Sources.Kernel(
            "PoolingMode.Max, Sizes = [2, 3, 4], Strides = [1, 2, 3], Paddings = [1, 2, 3, 0, 1, 2], Dilations = [2, 1, 3]",
            $"{Sources.Spans}, int width, int height, int depth"));

        Assert.Equal(
            Axes(new(2, 1, 1, 0, Parameter, 2), new(3, 2, 2, 1, Parameter), new(4, 3, 3, 2, Parameter, 3)),
            pooling.Axes);
    }

    [Fact]
    public void One_axis_has_begin_and_end()
    {
        Assert.Equal(Axes(new AxisSpec(3, 3, 2, 1, Parameter)), Parse("Sizes = [3], Paddings = [2, 1]", ", int length"));
    }

    [Theory]
    [InlineData("Size = 3, Dilation = 2, Padding = 4")]
    [InlineData("Sizes = [3, 3], Dilations = [2, 2], Paddings = [4, 4]")]
    [InlineData("Size = 3, Stride = 3, Dilation = 2, Paddings = [4, 4, 4, 4]")]
    public void Padding_is_smaller_than_the_effective_window(string arguments)
    {
        AxisSpec axis = new(3, 3, 4, 4, Parameter, Dilation: 2);

        Assert.Equal(Axes(axis, axis), Parse(arguments));
    }

    [Theory]
    [InlineData("OutputSize = 7", 7, 7)]
    [InlineData("OutputSizes = [5, 7]", 5, 7)]
    [InlineData("OutputSize = 1", 1, 1)]
    public void Adaptive_windows_have_a_number_only(string arguments, int height, int width)
    {
        Assert.Equal(Axes(new(0, 0, 0, 0, Parameter, Outputs: height), new(0, 0, 0, 0, Parameter, Outputs: width)), Parse(arguments));
    }

    [Theory]
    [InlineData("Global = true, CeilMode = true, AutoPad = PoolingAutoPad.SameUpper")]
    [InlineData("OutputSize = 1")]
    public void One_window_is_one_window(string arguments)
    {
        Assert.Equal(Parse("Global = true"), Parse(arguments));
    }

    [Theory]
    [InlineData("Size = 3, Stride = 2, AutoPad = PoolingAutoPad.Valid")]
    [InlineData("Size = 3, Stride = 2, AutoPad = PoolingAutoPad.Valid, CeilMode = true")]
    [InlineData("Size = 3, Stride = 2, AutoPad = PoolingAutoPad.Explicit")]
    public void Valid_is_no_padding(string arguments)
    {
        AxisSpec axis = new(3, 2, 0, 0, Parameter);

        Assert.Equal(Axes(axis, axis), Parse(arguments));
    }

    [Theory]
    [InlineData("SameUpper", 4, 1, 1, 2)]
    [InlineData("SameLower", 4, 1, 2, 1)]
    [InlineData("SameUpper", 3, 2, 2, 2)]
    [InlineData("SameLower", 3, 2, 2, 2)]
    public void Same_padding_is_known_with_a_stride_of_1(string autoPad, int size, int dilation, int begin, int end)
    {
        AxisSpec axis = new(size, 1, begin, end, Parameter, dilation);

        Assert.Equal(Axes(axis, axis), Parse($"Size = {size}, Stride = 1, Dilation = {dilation}, AutoPad = PoolingAutoPad.{autoPad}, CeilMode = true"));
    }

    [Theory]
    [InlineData("SameUpper")]
    [InlineData("SameLower")]
    public void Windows_of_one_tap_need_no_padding(string autoPad)
    {
        AxisSpec axis = new(1, 3, 0, 0, Parameter, Dilation: 5);

        Assert.Equal(Axes(axis, axis), Parse($"Size = 1, Stride = 3, Dilation = 5, AutoPad = PoolingAutoPad.{autoPad}"));
    }

    [Theory]
    [InlineData("SameUpper", 1, 2, nameof(SamePadding.Upper))]
    [InlineData("SameLower", 2, 1, nameof(SamePadding.Lower))]
    public void Same_padding_that_depends_on_the_input_is_the_most_there_can_be(string autoPad, int begin, int end, string same)
    {
        AxisSpec axis = new(4, 2, begin, end, Parameter, Same: Enum.Parse<SamePadding>(same));

        Assert.Equal(Axes(axis, axis), Parse($"Size = 4, Stride = 2, AutoPad = PoolingAutoPad.{autoPad}"));
    }

    [Fact]
    public void Same_padding_is_decided_axis_by_axis()
    {
        Assert.Equal(
            Axes(new(3, 1, 1, 1, Parameter), new(3, 2, 1, 1, Parameter, Same: SamePadding.Upper)),
            Parse("Size = 3, Strides = [1, 2], AutoPad = PoolingAutoPad.SameUpper"));
    }

    [Fact]
    public void Same_padding_of_a_fixed_input_is_as_the_contract_says()
    {
        foreach ((int input, int size, int stride, int dilation) in
            from input in Enumerable.Range(1, 9)
            from size in Enumerable.Range(1, 4)
            from stride in Enumerable.Range(1, 4)
            from dilation in Enumerable.Range(1, 2)
            select (input, size, stride, dilation))
        {
            string arguments = $"Size = {size}, Stride = {stride}, Dilation = {dilation}, InputSize = {input}, Rank = 1";
            AxisSpec upper = Assert.Single(Parse($"{arguments}, AutoPad = PoolingAutoPad.SameUpper", ""));
            AxisSpec lower = Assert.Single(Parse($"{arguments}, AutoPad = PoolingAutoPad.SameLower", ""));

            int windows = (input + stride - 1) / stride;
            int total = Math.Max(((windows - 1) * stride) + (dilation * (size - 1)) + 1 - input, 0);
            AxisSpec expected = new(size, stride, total / 2, total - (total / 2), new DimensionSpec(input), dilation);
            Assert.Equal(expected, upper);
            Assert.Equal(expected with { PadBegin = expected.PadEnd, PadEnd = expected.PadBegin }, lower);
            Assert.Equal(windows, upper.Windows);
            Assert.Equal(windows, lower.Windows);
        }
    }

    [Theory]
    [InlineData("Size = 3, Stride = 2, CeilMode = true", ", int height, int width", true)]
    [InlineData("Size = 3, Stride = 1, CeilMode = true", ", int height, int width", false)]
    [InlineData("Size = 3, Stride = 2, CeilMode = true, InputSize = 8", "", true)]
    [InlineData("Size = 3, Stride = 2, CeilMode = true, InputSize = 7", "", false)]
    [InlineData("Size = 2, Stride = 3, CeilMode = true, InputSize = 5, Padding = 1", "", false)]
    [InlineData("Size = 2, Stride = 3, CeilMode = true, InputSize = 6, Padding = 0", "", false)]
    [InlineData("Size = 4, Stride = 2, CeilMode = true, InputSize = 3", "", true)]
    public void Rounding_up_counts_where_it_makes_a_difference(string arguments, string parameters, bool ceilMode)
    {
        Assert.All(Parse(arguments, parameters), axis => Assert.Equal(ceilMode, axis.CeilMode));
    }

    [Theory]
    [InlineData("PoolingMode.Average, DivisorOverride = -4", -4)]
    [InlineData("PoolingMode.Average, DivisorOverride = 0", 0)]
    [InlineData("PoolingMode.Average, DivisorOverride = int.MinValue", int.MinValue)]
    [InlineData("PoolingMode.Sum, DivisorOverride = 3", 0)]
    public void Only_averages_have_a_divisor(string arguments, int divisor)
    {
        Assert.Equal(divisor, Specs.Parse(Sources.Kernel($"{arguments}, Size = 2")).DivisorOverride);
    }

    [Theory]
    [InlineData("PoolingMode.LpNorm", 2.0)]
    [InlineData("PoolingMode.LpNorm, NormOrder = 1", 1.0)]
    [InlineData("PoolingMode.LpNorm, NormOrder = 2.5", 2.5)]
    [InlineData("PoolingMode.LpNorm, NormOrder = double.MaxValue", double.MaxValue)]
    [InlineData("PoolingMode.Max, NormOrder = 3", 2.0)]
    public void Only_norms_have_an_order(string arguments, double order)
    {
        Assert.Equal(order, Specs.Parse(Sources.Kernel($"{arguments}, Size = 2")).NormOrder);
    }

    [Fact]
    public void Layout_and_parallel_are_read()
    {
        PoolingSpec pooling = Specs.Parse(Sources.Kernel("PoolingMode.Max, Size = 2, Layout = PoolingLayout.ChannelsLast, Parallel = true"));

        Assert.Equal(PoolingLayout.ChannelsLast, pooling.Layout);
        Assert.True(pooling.Parallel);
    }

    [Theory]
    [InlineData(true, "Parallel = true", Sources.Parameters)]
    [InlineData(true, "Parallel = true, Channels = 2, InputSize = 9", Sources.Spans)]
    [InlineData(true, "Parallel = true, Layout = PoolingLayout.ChannelsLast", "ReadOnlySpan<float> input, Span<float> output, int batch, int height, int width")]
    [InlineData(true, "Parallel = true, Layout = PoolingLayout.ChannelsLast", Sources.Parameters)]
    [InlineData(true, "Parallel = true", "ReadOnlySpan<float> input, Span<float> output, int height, int width")]
    [InlineData(false, "Parallel = true", "ReadOnlySpan<float> input, Span<float> output, int length")]
    [InlineData(true, "Parallel = true, Layout = PoolingLayout.ChannelsLast", "ReadOnlySpan<float> input, Span<float> output, int channels, int length")]
    [InlineData(false, "Parallel = true, InputSize = 3", "ReadOnlySpan<float> input, Span<float> output")]
    [InlineData(false, "Parallel = false", Sources.Parameters)]
    public void Cores_share_planes_or_images_or_bands_of_them(bool splits, string arguments, string parameters)
    {
        Assert.Equal(splits, Specs.Parse(Sources.Kernel($"PoolingMode.Max, Size = 2, {arguments}", parameters)).SplitsOverCores);
    }

    [Theory]
    [InlineData("Size = 2, Dilation = 2147483646")]
    [InlineData("Size = 3, Dilation = 1500000000, Padding = 1000000000")]
    [InlineData("Size = 2147483647")]
    [InlineData("Size = 2, Dilation = 2147483647, CeilMode = true, Stride = 2")]
    public void A_window_may_be_as_large_as_the_largest_input(string arguments)
    {
        Assert.Equal(2, Parse(arguments).Count);
    }

    private static EquatableArray<AxisSpec> Axes(params AxisSpec[] axes) => new([.. axes]);

    private static EquatableArray<AxisSpec> Parse(string arguments, string parameters = ", int height, int width") =>
        Specs.Parse(Sources.Kernel($"PoolingMode.Max, {arguments}", Sources.Spans + parameters)).Axes;
}
