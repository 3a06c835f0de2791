using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Planning;

/// <summary>What the planner chooses for the windows of well-known networks, by a model whose constants were measured.</summary>
/// <remarks>
/// Of each vector width from the widest on: the output rows of a tile, times its output slices if it has several, for rows of a single block and for longer ones; the
/// columns from which on the latter are better than narrower vectors, if it is not all; whether rows go through scratch;
/// the tiles for planes of fewer rows, where slices of windows overlap, and for rows that lie side by side. Before them, for rows of
/// which numbers of vectors there are tiles of rows that are reduced as a whole; or of which multiple of channels windows are made
/// one place after the other.
/// </remarks>
public sealed class TileChoiceTests
{
    [Theory]
    [InlineData("Max", 2, 2, 0, "512: 2 or 4 in pairs, 1; 256: 4, 1; 128: 4, 1")]
    [InlineData("Average", 2, 2, 0, "512: 2 or 4 in pairs, 1; 256: 4, 1; 128: 4, 1")]
    [InlineData("Max", 1, 2, 0, "512: 2 or 4 in pairs, 1; 256: 4, 1; 128: 4, 1")]
    [InlineData("Max", 3, 2, 0, "512: 2, 2 from 25; 256: 2, 2; 128: 2, 2")]
    [InlineData("Max", 3, 2, 1, "512: 2, 2 from 25; 256: 2, 2; 128: 2, 2")]
    [InlineData("Average", 3, 2, 1, "512: 2, 2 from 25; 256: 2, 2; 128: 2, 2")]
    [InlineData("Max", 3, 1, 1, "512: 4, 4 from 25; 256: 4, 4; 128: 4, 4")]
    [InlineData("Average", 3, 1, 1, "512: 4, 4 from 25; 256: 4, 2; 128: 4, 2")]
    [InlineData("Max", 5, 1, 2, "256 whole: 10 of 2, 3, 4; 512: 4, 4 from 25; 256: 4, 3; 128: 4, 3")]
    [InlineData("Max", 9, 1, 4, "256 whole: 10 of 2, 3, 4; 512: 4, 4 from 25; 256: 2 from 128, 10 in scratch; 128: 2 from 128, 10 in scratch")]
    [InlineData("Max", 13, 1, 6, "256 whole: 10 of 2, 3, 4; 512: 10 in scratch; 256: 10 in scratch; 128: 10 in scratch")]
    public void Planar_windows(string mode, int size, int stride, int padding, string expected) =>
        Assert.Equal(expected, Choice(mode, size, stride, padding, PoolingLayout.ChannelsFirst));

    [Theory]
    [InlineData("Max", 2, 2, 0, "512: 1, 1; 256: 1, 1; 128: 1, 1")]
    [InlineData("Max", 3, 2, 1, "512 rolling; 512: 2x2, 2x2; 256: 2x2, 2x2; 128: 2x2, 2x2")]
    [InlineData("Max", 3, 1, 1, "512 rolling; 512: 4x2, 4x2; 256: 4x2, 4x2; 128: 4x2, 4x2")]
    [InlineData("Average", 3, 1, 1, "512 rolling; 512: 4x2, 4x2; 256: 4x2, 4x2; 128: 4x2, 4x2")]
    [InlineData("Max", 5, 1, 2, "512: 10x4 in scratch; 256: 10x4 in scratch; 128: 10x4 in scratch")]
    [InlineData("Max", 9, 1, 4, "512: 10x4 in scratch; 256: 10x4 in scratch; 128: 10x4 in scratch")]
    public void Channels_last(string mode, int size, int stride, int padding, string expected) =>
        Assert.Equal(expected, Choice(mode, size, stride, padding, PoolingLayout.ChannelsLast));

    /// <summary>Places of images have neighbours to share with, however few rows a window has.</summary>
    [Fact]
    public void Wide_windows_with_channels_last() =>
        Assert.Equal("512 rolling; 512: 4, 4; 256: 4, 4; 128: 4, 4", Choice("Average", [2, 7], 1, 0, PoolingLayout.ChannelsLast));

    [Theory]
    [InlineData("Max", new[] { 2, 2, 2 }, 2, 0, "512: 2 or 4 in pairs, 2; 256: 2, 2; 128: 2, 2")]
    [InlineData("Max", new[] { 3, 3, 3 }, 1, 1, "512: 4, 4 from 25; 256: 4, 4; 128: 4, 4")]
    [InlineData("Average", new[] { 2, 7, 7 }, 1, 0, "512: 1x4, 1x2 from 25; 256: 1x4, 1x2; 128: 1x4, 1x2")]
    public void Volumes(string mode, int[] sizes, int stride, int padding, string expected) =>
        Assert.Equal(expected, Choice(mode, sizes, stride, padding, PoolingLayout.ChannelsFirst));

    /// <summary>A value with its position takes two registers, of which tiles have half as many rows.</summary>
    [Theory]
    [InlineData(3, 1, false, "512: 2, 2 from 25; 256: 2, 1; 128: 2, 1")]
    [InlineData(5, 2, false, "512: 2, 2 from 25; 256: 2 in scratch; 128: 2 in scratch")]
    [InlineData(9, 4, false, "512: 5 in scratch; 256: 2 in scratch; 128: 2 in scratch")]
    [InlineData(3, 1, true, "512: 2x2, 2x2; 256: 1x2, 1x2; 128: 1x2, 1x2")]
    [InlineData(5, 2, true, "512: 5x4 in scratch; 256: 2x4 in scratch; 128: 2x2 in scratch")]
    [InlineData(9, 4, true, "512: 5x4 in scratch; 256: 2x4 in scratch; 128: 2x2 in scratch")]
    public void With_indices(int size, int padding, bool channelsLast, string expected)
    {
        AxisSpec axis = new(size, 1, padding, padding, new DimensionSpec(null));
        PoolingLayout layout = channelsLast ? PoolingLayout.ChannelsLast : PoolingLayout.ChannelsFirst;
        IndexSpec indices = new(ElementType.Int64, PoolingIndexOrigin.Plane, PoolingIndexOrder.RowMajor);

        Assert.Equal(expected, Choice(new PoolingSpec(
            PoolingMode.Max, NaNHandling.Propagate, new([axis, axis]), HasBatch: true, new DimensionSpec(null), Layout: layout, Indices: indices)));
    }

    /// <summary>Where the height is known, tiles make no more rows than there are.</summary>
    [Theory]
    [InlineData(7, "512: 1x4; 256: 1x4; 128: 1x2")]
    [InlineData(8, "512: 2; 256: 2; 128: 2")]
    [InlineData(13, "512: 4; 256: 4; 128: 2")]
    public void Low_planes_of_known_height(int height, string expected)
    {
        AxisSpec Axis(int size, int extent) => new(size, 1, 0, 0, new DimensionSpec(extent));
        PoolingSpec pooling = new(
            PoolingMode.Max, NaNHandling.Propagate, new([Axis(2, 8), Axis(7, height), Axis(7, 7)]), HasBatch: false, new DimensionSpec(64), Layout: PoolingLayout.ChannelsFirst);

        Assert.Equal(expected, Choice(pooling));
    }

    /// <summary>Whole windows are too long for tiles, with which alone rows of channels would spare loads.</summary>
    [Theory]
    [InlineData("Average")]
    [InlineData("Max")]
    public void Whole_windows_with_channels_last_are_read_tap_by_tap(string mode)
    {
        AxisSpec whole = new(0, 0, 0, 0, new DimensionSpec(7)) { Outputs = 1 };
        PoolingSpec pooling = new(
            Enum.Parse<PoolingMode>(mode), NaNHandling.Propagate, new([whole, whole]), HasBatch: true, new DimensionSpec(256), Layout: PoolingLayout.ChannelsLast);

        Assert.IsType<TapPlan>(KernelPlanner.Plan(pooling));
    }

    private static string Choice(string mode, int size, int stride, int padding, PoolingLayout layout) => Choice(mode, [size, size], stride, padding, layout);

    private static string Choice(string mode, int[] sizes, int stride, int padding, PoolingLayout layout)
    {
        AxisSpec[] axes = [.. sizes.Select(size => new AxisSpec(size, stride, padding, padding, new DimensionSpec(null)))];
        return Choice(new PoolingSpec(Enum.Parse<PoolingMode>(mode), NaNHandling.Propagate, new([.. axes]), HasBatch: true, new DimensionSpec(null), Layout: layout));
    }

    private static string Choice(PoolingSpec pooling)
    {
        WindowPlan plan = Assert.IsType<WindowPlan>(KernelPlanner.Plan(pooling));
        TilePlan[] whole = [.. plan.Tiles.Where(static tile => tile.Scratch is { Blocks: > 0 })];
        string rows = whole.Length == 0 ? "" : $"{whole[0].Width.Bits} whole: {whole[0].OutputRows} of {string.Join(", ", whole.Select(static tile => tile.Scratch!.Blocks))}; ";
        TilePlan[] rolling = [.. plan.Tiles.Where(static tile => tile.Rolling is not null)];
        rows = rolling.Length == 0 ? rows : $"{rolling[0].Rolling!.Columns} rolling; ";
        return rows + string.Join("; ", plan.Tiles.Except(whole).Except(rolling).Where(static tile => tile.Width.Bits > 0).GroupBy(static tile => tile.Width.Bits).Select(static tiles =>
            $"{tiles.Key}: {string.Join(", ", tiles.Select(static tile =>
                $"{tile.OutputRows}{(tile.OutputSlices > 1 ? $"x{tile.OutputSlices}" : "")}{(tile.Pairs is { } pairs ? $" or {pairs.OutputRows} in pairs" : "")}{(tile.Scratch is null ? "" : " in scratch")}{(tile is { TakesAnyLength: false, SingleBlock: false, FewestColumns: > 1 } ? $" from {tile.FewestColumns}" : "")}"))}"));
    }
}
