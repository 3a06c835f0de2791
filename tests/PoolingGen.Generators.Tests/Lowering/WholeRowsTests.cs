using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;
using PoolingGen.Generators.Printing;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Rows of two to four vectors of 256 bits, which are reduced without a loop over their blocks.</summary>
public sealed class WholeRowsTests
{
    private const int Lanes = 8;

    private static readonly Dictionary<string, EquatableArray<AxisSpec>> s_windows = new()
    {
        ["5x5"] = new([Axis(5, 2, 2), Axis(5, 2, 2)]),
        ["9x9"] = new([Axis(9, 4, 4), Axis(9, 4, 4)]),
        ["13x13"] = new([Axis(13, 6, 6), Axis(13, 6, 6)]),
        ["13x13 askew"] = new([Axis(13, 0, 12), Axis(13, 12, 0)]),
        ["7x7"] = new([Axis(7, 3, 3), Axis(7, 3, 3)]),
        ["6x11 askew"] = new([Axis(6, 5, 0), Axis(11, 0, 10)]),
        ["19x19"] = new([Axis(19, 9, 9), Axis(19, 9, 9)]),
        ["7x4 inside"] = new([Axis(7, 0, 0), Axis(4, 0, 0)]),
        ["11x5/2x1"] = new([Axis(11, 5, 5) with { Stride = 2 }, Axis(5, 2, 2)]),
        ["6x2/3x1"] = new([Axis(6, 1, 1) with { Stride = 3 }, Axis(2, 1, 1)]),
    };

    public static TheoryData<string, string> Cases() => new()
    {
        { "5x5", nameof(PoolingMode.Max) },
        { "5x5", nameof(PoolingMode.Min) },
        { "9x9", nameof(PoolingMode.Max) },
        { "13x13", nameof(PoolingMode.Min) },
        { "13x13 askew", nameof(PoolingMode.Max) },
        { "7x7", nameof(PoolingMode.Max) },
        { "6x11 askew", nameof(PoolingMode.Min) },
        { "19x19", nameof(PoolingMode.Max) },
        { "7x4 inside", nameof(PoolingMode.Max) },
        { "6x2/3x1", nameof(PoolingMode.Max) },
    };

    /// <summary>Rows of whole blocks, and of one column more or less; with numbers only, then with a NaN at either end of a block.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Rows_of_any_length_are_right(string windows, string mode)
    {
        PoolingSpec pooling = Pooling(s_windows[windows], Enum.Parse<PoolingMode>(mode));
        Assert.Equal([2, 3, 4], Blocks(pooling));

        foreach (int width in new[] { 9, 15, 16, 17, 23, 24, 25, 32 })
        {
            PoolingSpec known = pooling with { Axes = new([pooling.Axes[0], pooling.Axes[1] with { Input = new DimensionSpec(width) }]) };
            Assert.Equal([(width + Lanes - 1) / Lanes], Blocks(known));
            int height = 9 + 3 * pooling.Axes[0].Size;
            Compare(pooling, height, width);
            Compare(known, height, width);
        }
    }

    /// <summary>
    /// Planes of fewer rows than a tile makes, of one tile or more, and of more than the scratch holds, whose tiles lie at an end of
    /// the plane or between; at once, in bands, and of a known height.
    /// </summary>
    [Theory]
    [InlineData("9x9", true)]
    [InlineData("13x13", true)]
    [InlineData("13x13 askew", true)]
    [InlineData("5x5", false)]
    [InlineData("11x5/2x1", false)]
    public void Planes_of_any_height_are_right(string windows, bool endsApart)
    {
        PoolingSpec pooling = Pooling(s_windows[windows], PoolingMode.Max);
        Assert.All(WholeRows(pooling), scratch => Assert.Equal(endsApart, scratch.Ends is not null));

        foreach (int height in new[] { 3, 9, 10, 11, 13, 19, 20, 21, 30, 36, 37, 70 })
        {
            foreach (PoolingSpec form in new[] { pooling, pooling with { Parallel = true }, pooling with { Axes = new([pooling.Axes[0] with { Input = new DimensionSpec(height) }, pooling.Axes[1]]) } })
            {
                Compare(form, height, 19);
                Compare(form with { NaN = NaNHandling.Unspecified }, height, 19);
            }
        }
    }

    /// <summary>Whether joins may lose a NaN from the first or only until there is one.</summary>
    [Theory]
    [InlineData(nameof(NaNHandling.Propagate))]
    [InlineData(nameof(NaNHandling.Unspecified))]
    public void Tiles_at_the_ends_are_made_apart_as_the_plan_says(string handling)
    {
        PoolingSpec pooling = Pooling(s_windows["13x13"], PoolingMode.Max) with { NaN = Enum.Parse<NaNHandling>(handling) };

        SourceWriter writer = new();
        ProgramPrinter.Print(writer, KernelLowering.Lower(KernelPlanner.Plan(pooling)).First(), []);

        Assert.Contains("The plane's first tile", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("The plane's last tile", writer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(PoolingMode.Max), nameof(NaNHandling.Propagate), 3)]
    [InlineData(nameof(PoolingMode.Average), nameof(NaNHandling.Propagate), 5)]
    [InlineData(nameof(PoolingMode.Max), nameof(NaNHandling.Ignore), 5)]
    public void Other_windows_are_made_block_by_block(string mode, string handling, int size) => Assert.Empty(
        Blocks(Pooling(new([Axis(size, 1, 1), Axis(size, 1, 1)]), Enum.Parse<PoolingMode>(mode)) with { NaN = Enum.Parse<NaNHandling>(handling) }));

    private static void Compare(PoolingSpec pooling, int height, int width)
    {
        // Of more than one image, in several bands.
        Extents input = new(pooling.Parallel ? 2 : 1, pooling.Parallel ? 1 : 2, new([height, width]));
        ProgramComparison comparison = new(pooling, input);
        Number[] numbers = ProgramInputs.Of(pooling, input.Size, new Random(width))[0];
        comparison.Compare(numbers);
        foreach (int column in new[] { 0, Lanes, width - 1 })
        {
            Number[] broken = [.. numbers];
            broken[(height - 1) * width + column] = Number.OfReal(double.NaN);
            comparison.Compare(broken);
        }
    }

    private static IEnumerable<int> Blocks(PoolingSpec pooling) => WholeRows(pooling).Select(static scratch => scratch.Blocks);

    private static IEnumerable<ScratchPlan> WholeRows(PoolingSpec pooling) =>
        Assert.IsType<WindowPlan>(KernelPlanner.Plan(pooling)).Tiles.Select(static tile => tile.Scratch).OfType<ScratchPlan>().Where(static scratch => scratch.Blocks > 0);

    private static PoolingSpec Pooling(EquatableArray<AxisSpec> axes, PoolingMode mode) =>
        new(mode, NaNHandling.Propagate, axes, HasBatch: true, new DimensionSpec(null), ElementType.Single, ElementType.Single);

    private static AxisSpec Axis(int size, int padBegin, int padEnd) => new(size, 1, padBegin, padEnd, new DimensionSpec(null));
}
