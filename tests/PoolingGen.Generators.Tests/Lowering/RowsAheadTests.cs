using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Long windows, of which the rows of a block are joined before the columns of the block before it.</summary>
public sealed class RowsAheadTests
{
    private const int Lanes = 16;

    /// <summary>Sizes of windows, and padding before and behind rows and columns.</summary>
    public static TheoryData<int, int, int, string> Cases() => new()
    {
        { 5, 2, 2, nameof(PoolingMode.Max) },
        { 5, 2, 2, nameof(PoolingMode.Min) },
        { 7, 3, 3, nameof(PoolingMode.Max) },
        { 9, 4, 4, nameof(PoolingMode.Max) },
        { 9, 4, 1, nameof(PoolingMode.Max) },
        { 10, 5, 5, nameof(PoolingMode.Min) },
        { 10, 1, 0, nameof(PoolingMode.Min) },
    };

    /// <summary>Rows of two to four blocks, the last of them whole, half and of one output; with numbers only, then with a NaN at either end of a block.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Rows_of_any_length_are_right(int size, int padBegin, int padEnd, string mode)
    {
        PoolingSpec pooling = Pooling(new AxisSpec(size, 1, padBegin, padEnd, new DimensionSpec(null)), Enum.Parse<PoolingMode>(mode));
        WindowPlan plan = Plan(pooling);
        Assert.Contains(plan.Tiles, static tile => tile is { JoinsRowsAhead: true, Lanes: Lanes });

        foreach (int outputs in new[] { 2 * Lanes, 2 * Lanes + 1, 2 * Lanes + 7, 3 * Lanes - 1, 3 * Lanes, 3 * Lanes + 1, 3 * Lanes + 8, 4 * Lanes })
        {
            int width = outputs - 1 + size - padBegin - padEnd;
            Compare(pooling, width);
            Compare(pooling with { Axes = new([pooling.Axes[0], pooling.Axes[1] with { Input = new DimensionSpec(width) }]) }, width);
        }
    }

    /// <summary>Windows for which that does not pay are right with it, too: averages, and rows that are split.</summary>
    [Theory]
    [InlineData(5, 1, nameof(PoolingMode.Average))]
    [InlineData(3, 2, nameof(PoolingMode.Average))]
    [InlineData(3, 2, nameof(PoolingMode.Max))]
    public void Whatever_the_window_results_are_right(int size, int stride, string mode)
    {
        PoolingSpec pooling = Pooling(new AxisSpec(size, stride, size / 2, size / 2, new DimensionSpec(null)), Enum.Parse<PoolingMode>(mode));
        foreach (bool halvesLast in new[] { false, true })
        {
            foreach (int outputs in new[] { 2 * Lanes, 2 * Lanes + 7, 3 * Lanes - 1, 3 * Lanes + 1 })
            {
                Compare(pooling, outputs * stride, plan => AllAhead(Assert.IsType<WindowPlan>(plan), halvesLast));
            }
        }
    }

    [Theory]
    [InlineData(3, 1, nameof(PoolingMode.Max))]
    [InlineData(5, 2, nameof(PoolingMode.Max))]
    [InlineData(5, 1, nameof(PoolingMode.Average))]
    public void Other_windows_are_not(int size, int stride, string mode)
    {
        AxisSpec axis = new(size, stride, size / 2, size / 2, new DimensionSpec(null));
        Assert.DoesNotContain(Plan(Pooling(axis, Enum.Parse<PoolingMode>(mode))).Tiles, static tile => tile.JoinsRowsAhead);
    }

    private static WindowPlan AllAhead(WindowPlan plan, bool halvesLast)
    {
        Assert.Contains(plan.Tiles, IsForLongRows);
        return plan with
        {
            Tiles = new([.. plan.Tiles.Select(tile => IsForLongRows(tile) ? tile with { JoinsRowsAhead = true, FirstApart = false, HalvesLast = halvesLast } : tile)]),
        };

        static bool IsForLongRows(TilePlan tile) => tile is { Lanes: Lanes, SingleBlock: false, TakesAnyLength: false, ReadsAhead: false };
    }

    private static void Compare(PoolingSpec pooling, int width, Func<KernelPlan, KernelPlan>? change = null)
    {
        Extents input = new(1, 2, new([pooling.Axes[0].Size * pooling.Axes[0].Stride + 2, width]));
        ProgramComparison comparison = new(pooling, input, change);
        Number[] numbers = ProgramInputs.Of(pooling, input.Size, new Random(width))[0];
        comparison.Compare(numbers);
        foreach (int column in new[] { 0, Lanes - 1, Lanes, width - 1 })
        {
            Number[] broken = [.. numbers];
            broken[4 * width + column] = Number.OfReal(double.NaN);
            comparison.Compare(broken);
        }
    }

    private static WindowPlan Plan(PoolingSpec pooling) => Assert.IsType<WindowPlan>(KernelPlanner.Plan(pooling));

    private static PoolingSpec Pooling(AxisSpec axis, PoolingMode mode) =>
        new(mode, NaNHandling.Propagate, new([axis, axis]), HasBatch: true, new DimensionSpec(null), ElementType.Single, ElementType.Single);
}
