using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Rows whose last block is made with vectors half as wide, and rows for which that is just too narrow.</summary>
public sealed class HalvedLastBlockTests
{
    private const int Lanes = 16;

    /// <summary>Windows so long that sums would take more code than is worth it; those of 31 columns reach two halves of a vector back.</summary>
    private static readonly string[] s_longWindows = ["5x5/1", "1x31/1"];

    private static readonly Dictionary<string, EquatableArray<AxisSpec>> s_windows = new()
    {
        ["3x3/1"] = Both(Axis(3, 1, 0)),
        ["3x3/2"] = Both(Axis(3, 2, 0)),
        ["3x3/2 padded"] = Both(Axis(3, 2, 1)),
        ["5x5/1"] = Both(Axis(5, 1, 2)),
        ["dilated 3x3/1"] = Both(Axis(3, 1, 2) with { Dilation = 2 }),
        ["1x31/1"] = new([Axis(1, 1, 0), Axis(31, 1, 15)]),
        ["2 x 3x3/1"] = new([Axis(2, 1, 1), Axis(3, 1, 1), Axis(3, 1, 0)]),
    };

    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> cases = [];
        foreach (string windows in s_windows.Keys)
        {
            cases.Add(windows, nameof(PoolingMode.Max));
            cases.Add(windows, nameof(PoolingMode.Min));
            if (!s_longWindows.Contains(windows))
            {
                cases.Add(windows, nameof(PoolingMode.Average));
                cases.Add(windows, nameof(PoolingMode.LpNorm));
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Last_blocks_of_few_outputs_are_right(string windows, string mode)
    {
        PoolingSpec pooling = Pooling(s_windows[windows], Enum.Parse<PoolingMode>(mode));
        WindowPlan plan = Assert.IsType<WindowPlan>(KernelPlanner.Plan(pooling));
        Assert.Contains(plan.Tiles, static tile => tile is { HalvesLast: true, Lanes: Lanes });

        foreach (int few in new[] { 1, 2, 5, 8, 9 })
        {
            int width = Width(pooling.Axes[^1], Lanes + few + plan.FirstOutput);
            Compare(pooling, width);
            Compare(pooling with { Axes = new([.. pooling.Axes.Take(pooling.Axes.Count - 1), pooling.Axes[^1] with { Input = new DimensionSpec(width) }]) }, width);
        }
    }

    [Theory]
    [InlineData(35, true)]
    [InlineData(39, true)]
    [InlineData(40, false)]
    public void Of_rows_of_known_length_the_plan_knows_the_last_block(int width, bool halves)
    {
        EquatableArray<AxisSpec> windows = Both(Axis(3, 1, 1));
        PoolingSpec pooling = Pooling(new([windows[0], windows[1] with { Input = new DimensionSpec(width) }]), PoolingMode.Max);

        Assert.Equal(halves, Assert.IsType<WindowPlan>(KernelPlanner.Plan(pooling)).Tiles.Any(static tile => tile is { HalvesLast: true, Lanes: Lanes }));
    }

    [Theory]
    [InlineData(ElementType.Double)]
    [InlineData(ElementType.Byte)]
    [InlineData(ElementType.Half)]
    public void Blocks_of_other_elements_stay_whole(object type) => Assert.DoesNotContain(
        Assert.IsType<WindowPlan>(KernelPlanner.Plan(Pooling(s_windows["3x3/1"], PoolingMode.Max) with { Input = (ElementType)type, Output = (ElementType)type })).Tiles,
        static tile => tile.HalvesLast);

    /// <summary>Numbers without NaN, so that blocks are made once; then one NaN at the end of a row, in the last block only.</summary>
    private static void Compare(PoolingSpec pooling, int width)
    {
        int[] spatial = [.. pooling.Axes.Select(static _ => 9)];
        spatial[^1] = width;
        Extents input = new(1, 3, new([.. spatial]));
        ProgramComparison comparison = new(pooling, input);
        Number[] numbers = ProgramInputs.Of(pooling, input.Size, new Random(width))[0];
        comparison.Compare(numbers);
        numbers[5 * width - 1] = Number.OfReal(double.NaN);
        comparison.Compare(numbers);
    }

    /// <summary>The width of rows of so many outputs.</summary>
    private static int Width(AxisSpec axis, int outputs) => (outputs - 1) * axis.Stride + (axis.Size - 1) * axis.Dilation + 1 - axis.PadBegin - axis.PadEnd;

    private static PoolingSpec Pooling(EquatableArray<AxisSpec> axes, PoolingMode mode) =>
        new(mode, NaNHandling.Propagate, axes, HasBatch: true, new DimensionSpec(null), ElementType.Single, ElementType.Single);

    private static EquatableArray<AxisSpec> Both(AxisSpec axis) => new([axis, axis]);

    private static AxisSpec Axis(int size, int stride, int padding) => new(size, stride, padding, padding, new DimensionSpec(null));
}
