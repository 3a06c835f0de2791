using PoolingGen.Generators.Printing;

namespace PoolingGen.Generators.Tests.Printing;

public sealed class EntryPrinterTests
{
    private static readonly EntryTypes s_float = new("float", "float", null, "float", "float");
    private static readonly DimensionSpec s_parameter = new((int?)null);
    private static readonly DimensionSpec s_one = new(1);

    [Fact]
    public void Length_is_the_extent_of_one_axis()
    {
        PrintedEntry entry = new(Max(false, s_parameter, Axis(3, 2)), s_float, ParameterRole.Channels, ParameterRole.Width);

        Assert.Equal("planes 2, width 9, outputWidth 4", entry.Call(18, 8, 0, 2, 9));
        AssertBlames(ParameterRole.Input, () => entry.Call(17, 8, 0, 2, 9));
        AssertBlames(ParameterRole.Output, () => entry.Call(18, 7, 0, 2, 9));
        AssertBlames(ParameterRole.Width, () => entry.Call(4, 8, 0, 2, 2));
        AssertBlames(ParameterRole.Width, () => entry.Call(0, 8, 0, 2, 0));
        AssertBlames(ParameterRole.Channels, () => entry.Call(0, 8, 0, 0, 9));
    }

    [Fact]
    public void Volumes_with_channels_last_and_indices()
    {
        PoolingSpec pooling = Max(true, s_parameter, Axis(2, 2), Axis(3, 2), Axis(1, 1)) with
        {
            Layout = PoolingLayout.ChannelsLast,
            Indices = new IndexSpec(ElementType.Int64, PoolingIndexOrigin.Plane, PoolingIndexOrder.RowMajor),
        };
        PrintedEntry entry = new(
            pooling,
            new EntryTypes("Half", "Half", "long", "short", "short"),
            ParameterRole.Batch, ParameterRole.Channels, ParameterRole.Depth, ParameterRole.Height, ParameterRole.Width);

        Assert.Equal(
            "batch 2, channels 3, depth 4, height 5, width 6, outputDepth 2, outputHeight 2, outputWidth 6",
            entry.Call(720, 144, 144, 2, 3, 4, 5, 6));
        Assert.StartsWith("batch 0", entry.Call(0, 0, 0, 0, 3, 4, 5, 6), StringComparison.Ordinal);
        AssertBlames(ParameterRole.Batch, () => entry.Call(0, 0, 0, -1, 3, 4, 5, 6));
        AssertBlames(ParameterRole.Depth, () => entry.Call(180, 144, 144, 2, 3, 1, 5, 6));
        AssertBlames(ParameterRole.Height, () => entry.Call(288, 144, 144, 2, 3, 4, 2, 6));
        AssertBlames(ParameterRole.Output, () => entry.Call(720, 143, 144, 2, 3, 4, 5, 6));
        AssertBlames(ParameterRole.Indices, () => entry.Call(720, 144, 143, 2, 3, 4, 5, 6));
        AssertBlames(ParameterRole.Input, () => entry.Call(0, 144, 144, 1 << 30, 1 << 30, 1 << 30, 1 << 30, 1 << 30));
    }

    [Fact]
    public void Extents_are_rounded_up_and_windows_dilated()
    {
        AxisSpec ceil = Axis(2, 2) with { CeilMode = true };
        AxisSpec dilated = Axis(3, 1) with { Dilation = 2, PadBegin = 1 };
        PrintedEntry entry = new(Max(false, s_one, ceil, dilated), s_float, ParameterRole.Height, ParameterRole.Width);

        Assert.Equal("height 5, width 7, outputHeight 3, outputWidth 4", entry.Call(35, 12, 0, 5, 7));
        AssertBlames(ParameterRole.Width, () => entry.Call(15, 12, 0, 5, 3));
    }

    [Theory]
    [InlineData(SamePaddingKind.Upper, 5, 3, 1)]
    [InlineData(SamePaddingKind.Upper, 6, 3, 0)]
    [InlineData(SamePaddingKind.Lower, 6, 3, 1)]
    [InlineData(SamePaddingKind.Lower, 1, 1, 1)]
    public void Automatic_padding_follows_from_the_extent(SamePaddingKind same, int height, int windows, int pad)
    {
        AxisSpec axis = Axis(3, 2) with { PadBegin = 1, PadEnd = 1, Same = (SamePadding)same };
        PrintedEntry entry = new(Max(false, s_one, axis, Axis(1, 1)), s_float, ParameterRole.Height, ParameterRole.Width);

        Assert.Equal(
            $"height {height}, width 4, outputHeight {windows}, outputWidth 4, padHeight {pad}",
            entry.Call(height * 4, windows * 4, 0, height, 4));
    }

    [Fact]
    public void Adaptive_and_fixed_extents_are_no_variables()
    {
        AxisSpec adaptive = new(0, 0, 0, 0, s_parameter, Outputs: 3);
        AxisSpec known = Axis(2, 2) with { Input = new DimensionSpec(8) };
        PrintedEntry entry = new(
            Max(true, new DimensionSpec(5), adaptive, known), s_float, ParameterRole.Batch, ParameterRole.Height);

        Assert.Equal("planes 10, height 2", entry.Call(160, 120, 0, 2, 2));
        AssertBlames(ParameterRole.Output, () => entry.Call(160, 119, 0, 2, 2));
    }

    [Theory]
    [InlineData("byte", "float")]
    [InlineData("ulong", "double")]
    [InlineData("sbyte", "long")]
    public void Output_may_be_of_another_type(string input, string output)
    {
        PrintedEntry entry = new(
            Max(false, s_one, Axis(2, 2), Axis(2, 2)) with { Mode = PoolingMode.Sum },
            new EntryTypes(input, output, null, input, output), ParameterRole.Height, ParameterRole.Width);

        Assert.Equal("height 4, width 4, outputHeight 2, outputWidth 2", entry.Call(16, 4, 0, 4, 4));
    }

    [Fact]
    public void Parts_for_cores_have_any_number_of_planes()
    {
        PoolingSpec pooling = Max(false, new DimensionSpec(6), Axis(2, 2), Axis(2, 2) with { Input = new DimensionSpec(8) }) with { Parallel = true };
        PrintedEntry entry = new(pooling, s_float, ParameterRole.Height);

        Assert.Contains("ParallelPlanes.Run(new Part { height = height, outputHeight = outputHeight }, ", entry.Text, StringComparison.Ordinal);
        Assert.Equal("planes 6, height 4, outputHeight 2, bandBegin 0, bandEnd 2", entry.Call(192, 48, 0, 4));
        AssertBlames(ParameterRole.Input, () => entry.Call(191, 48, 0, 4));
        AssertBlames(ParameterRole.Output, () => entry.Call(192, 47, 0, 4));
    }

    [Theory]
    [InlineData(false, "(nint)planes, countsAll: false);")]
    [InlineData(true, "(nint)planes, countsAll: true);")]
    public void Parts_for_cores_have_indices_of_their_own(bool countsAll, string end)
    {
        PoolingIndexOrigin origin = countsAll ? PoolingIndexOrigin.Tensor : PoolingIndexOrigin.Plane;
        PoolingSpec pooling = Max(true, s_parameter, Axis(2, 2)) with
        {
            Indices = new IndexSpec(ElementType.Int64, origin, PoolingIndexOrder.RowMajor),
            Parallel = true,
        };
        PrintedEntry entry = new(
            pooling, new EntryTypes("Half", "Half", "long", "short", "short"), ParameterRole.Batch, ParameterRole.Channels, ParameterRole.Width);

        Assert.Contains(end, entry.Text, StringComparison.Ordinal);
        Assert.Equal("planes 6, width 5, outputWidth 2", entry.Call(30, 12, 12, 2, 3, 5));
    }

    /// <summary>The size of a plane then overflows, and nobody may ask for it.</summary>
    [Fact]
    public void No_image_of_whatever_size_is_no_work_for_cores()
    {
        PoolingSpec pooling = Max(true, s_parameter, Axis(2, 2), Axis(2, 2), Axis(2, 2)) with { Layout = PoolingLayout.ChannelsLast, Parallel = true };
        PrintedEntry entry = new(
            pooling, s_float, ParameterRole.Batch, ParameterRole.Channels, ParameterRole.Depth, ParameterRole.Height, ParameterRole.Width);

        Assert.StartsWith("batch 0", entry.Call(0, 0, 0, 0, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue), StringComparison.Ordinal);
    }

    /// <summary>As the spec's own, which a public test cannot have as a parameter.</summary>
    public enum SamePaddingKind
    {
        Upper = SamePadding.Upper,
        Lower = SamePadding.Lower,
    }

    private static PoolingSpec Max(bool hasBatch, DimensionSpec channels, params AxisSpec[] axes) =>
        new(PoolingMode.Max, NaNHandling.Propagate, new([.. axes]), hasBatch, channels);

    private static AxisSpec Axis(int size, int stride) => new(size, stride, 0, 0, s_parameter);

    private static void AssertBlames(ParameterRole role, Action call) =>
        Assert.Equal(PrintedEntry.NameOf(role), Assert.ThrowsAny<ArgumentException>(call).ParamName);
}
