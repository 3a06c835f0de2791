using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Parsing;

/// <summary>What the attribute's arguments come to.</summary>
public sealed class PoolingSpecTests
{
    private static readonly DimensionSpec Parameter = new((int?)null);

    [Fact]
    public void Scalars_apply_to_every_axis()
    {
        PoolingSpec pooling = Parse(Sources.Kernel("PoolingMode.Max, Size = 3, Stride = 2, Padding = 1"));

        AxisSpec axis = new(3, 2, 1, 1, Parameter);
        Assert.Equal(
            new PoolingSpec(PoolingMode.Max, NaNHandling.Propagate, Axes(axis, axis), HasBatch: false, Parameter),
            pooling);
    }

    [Fact]
    public void Plurals_are_in_height_width_order()
    {
        PoolingSpec pooling = Parse(Sources.Kernel("PoolingMode.Min, Sizes = [3, 2], Strides = [2, 1], Paddings = [2, 1]"));

        Assert.Equal(Axes(new(3, 2, 2, 2, Parameter), new(2, 1, 1, 1, Parameter)), pooling.Axes);
        Assert.Equal(PoolingMode.Min, pooling.Mode);
    }

    [Fact]
    public void Four_paddings_are_all_begins_then_all_ends()
    {
        PoolingSpec pooling = Parse(Sources.Kernel("PoolingMode.Max, Size = 5, Paddings = [1, 2, 3, 4]"));

        Assert.Equal(Axes(new(5, 5, 1, 3, Parameter), new(5, 5, 2, 4, Parameter)), pooling.Axes);
    }

    [Fact]
    public void The_stride_is_the_window_by_default()
    {
        PoolingSpec pooling = Parse(Sources.Kernel("PoolingMode.Max, Sizes = [3, 2]"));

        Assert.Equal(Axes(new(3, 3, 0, 0, Parameter), new(2, 2, 0, 0, Parameter)), pooling.Axes);
    }

    [Fact]
    public void A_global_window_has_no_geometry()
    {
        PoolingSpec pooling = Parse(Sources.Kernel("PoolingMode.Average, Global = true"));

        AxisSpec axis = new(0, 0, 0, 0, Parameter, Outputs: 1);
        Assert.True(pooling.Global);
        Assert.Equal(Axes(axis, axis), pooling.Axes);
    }

    [Theory]
    [InlineData("InputSizes = [20, 30]", 20, 30)]
    [InlineData("InputSizes = new int[] { 20, 30 }", 20, 30)]
    [InlineData("InputSize = 20", 20, 20)]
    public void Extents_may_be_fixed(string arguments, int height, int width)
    {
        PoolingSpec pooling = Parse(Sources.Kernel($"PoolingMode.Max, Size = 2, Channels = 256, {arguments}", Sources.Spans));

        Assert.Equal([height, width], pooling.Axes.Select(axis => axis.Input.Fixed!.Value));
        Assert.Equal(new DimensionSpec(256), pooling.Channels);
    }

    [Fact]
    public void Fixed_extents_go_with_channels_as_a_parameter()
    {
        PoolingSpec pooling = Parse(Sources.Kernel("PoolingMode.Max, Size = 2, InputSize = 20", $"{Sources.Spans}, int channels, int batch"));

        Assert.Equal(Parameter, pooling.Channels);
        Assert.True(pooling.HasBatch);
    }

    [Fact]
    public void Without_channels_there_is_one()
    {
        PoolingSpec pooling = Parse(Sources.Kernel("PoolingMode.Max, Size = 2", $"{Sources.Spans}, int height, int width"));

        Assert.Equal(new DimensionSpec(1), pooling.Channels);
        Assert.False(pooling.HasBatch);
    }

    [Theory]
    [InlineData("PoolingMode.Average, CountIncludePad = true", true)]
    [InlineData("PoolingMode.Average, CountIncludePad = false", false)]
    [InlineData("PoolingMode.Max, CountIncludePad = true", false)]
    public void Only_averages_count_padding(string arguments, bool counts)
    {
        Assert.Equal(counts, Parse(Sources.Kernel($"{arguments}, Size = 3, Padding = 1")).CountIncludePad);
    }

    [Theory]
    [InlineData("PoolingMode.Max", nameof(NaNHandling.Propagate))]
    [InlineData("PoolingMode.Max, NaN = NaNHandling.Unspecified", nameof(NaNHandling.Unspecified))]
    [InlineData("PoolingMode.Average, NaN = NaNHandling.Unspecified", nameof(NaNHandling.Propagate))]
    [InlineData("PoolingMode.Average, NaN = NaNHandling.Ignore", nameof(NaNHandling.Propagate))]
    public void Averages_always_propagate_NaN(string arguments, string handling)
    {
        Assert.Equal(handling, Parse(Sources.Kernel($"{arguments}, Size = 2")).NaN.ToString());
    }

    [Theory]
    [InlineData("Dilation = 1")]
    [InlineData("Dilations = [1, 1]")]
    [InlineData("AutoPad = PoolingAutoPad.Explicit")]
    [InlineData("CeilMode = false")]
    [InlineData("DivisorOverride = 0")]
    [InlineData("Layout = PoolingLayout.ChannelsFirst")]
    [InlineData("Parallel = false")]
    [InlineData("Global = false")]
    [InlineData("Rank = 2")]
    [InlineData("Paddings = null")]
    public void Spelling_out_a_default_changes_nothing(string argument)
    {
        Assert.Equal(Parse(Sources.Kernel("PoolingMode.Max, Size = 2")), Parse(Sources.Kernel($"PoolingMode.Max, Size = 2, {argument}")));
    }

    [Theory]
    [InlineData("mode: PoolingMode.Max, Size = 1 + 1")]
    [InlineData("(PoolingMode)0, Size = Pools.Two")]
    public void Arguments_are_values_however_they_are_written(string arguments)
    {
        string source = Sources.Kernel(arguments).Replace("{\n    [", "{\n    private const int Two = 2;\n    [", StringComparison.Ordinal);

        Assert.Equal(Parse(Sources.Kernel("PoolingMode.Max, Size = 2")), Parse(source));
    }

    private static EquatableArray<AxisSpec> Axes(params AxisSpec[] axes) => new([.. axes]);

    private static PoolingSpec Parse(string source) => Specs.Parse(source);
}
