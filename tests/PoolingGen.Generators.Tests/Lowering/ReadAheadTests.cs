using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Planes that keep their width, whose blocks are read one ahead of the outputs that they complete.</summary>
public sealed class ReadAheadTests
{
    private const int Lanes = 16;

    private static readonly Dictionary<string, EquatableArray<AxisSpec>> s_windows = new()
    {
        ["3x3"] = new([Axis(3, 1, 1), Axis(3, 1, 1)]),
        ["4x4"] = new([Axis(4, 2, 1), Axis(4, 2, 1)]),
        ["2 x 1x3"] = new([Axis(2, 1, 0), Axis(1, 0, 0), Axis(3, 1, 1)]),
    };

    public static TheoryData<string, string> Cases() => new()
    {
        { "3x3", nameof(PoolingMode.Max) },
        { "3x3", nameof(PoolingMode.Min) },
        { "3x3", nameof(PoolingMode.Average) },
        { "3x3", nameof(PoolingMode.LpNorm) },
        { "4x4", nameof(PoolingMode.Max) },
        { "2 x 1x3", nameof(PoolingMode.Max) },
        { "2 x 1x3", nameof(PoolingMode.Average) },
    };

    /// <summary>Rows of whole blocks, and of one column more or less; with numbers only, then with a NaN at either end of a block.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Rows_of_any_length_are_right(string windows, string mode)
    {
        PoolingSpec pooling = Pooling(s_windows[windows], Enum.Parse<PoolingMode>(mode));
        Assert.Contains(Tiles(pooling), static tile => tile is { ReadsAhead: true, Lanes: Lanes });

        foreach (int width in new[] { Lanes, Lanes + 1, 2 * Lanes - 1, 2 * Lanes, 2 * Lanes + 1, 3 * Lanes })
        {
            Compare(pooling, width);
            Compare(pooling with { Axes = new([.. pooling.Axes.Take(pooling.Axes.Count - 1), pooling.Axes[^1] with { Input = new DimensionSpec(width) }]) }, width);
        }
    }

    [Theory]
    [InlineData(5, 2, 2)]
    [InlineData(3, 0, 0)]
    [InlineData(3, 2, 2)]
    [InlineData(2, 1, 0)]
    public void Other_windows_are_not(int size, int padBegin, int padEnd) => Assert.DoesNotContain(
        Tiles(Pooling(new([Axis(3, 1, 1), Axis(size, padBegin, padEnd)]), PoolingMode.Max)), static tile => tile.ReadsAhead);

    private static void Compare(PoolingSpec pooling, int width)
    {
        int[] spatial = [.. pooling.Axes.Select(static _ => 7)];
        spatial[^1] = width;
        Extents input = new(1, 2, new([.. spatial]));
        ProgramComparison comparison = new(pooling, input);
        Number[] numbers = ProgramInputs.Of(pooling, input.Size, new Random(width))[0];
        comparison.Compare(numbers);
        foreach (int column in new[] { 0, Lanes - 1, Lanes, width - 1 })
        {
            Number[] broken = [.. numbers];
            broken[4 * width + Math.Min(column, width - 1)] = Number.OfReal(double.NaN);
            comparison.Compare(broken);
        }
    }

    private static EquatableArray<TilePlan> Tiles(PoolingSpec pooling) => Assert.IsType<WindowPlan>(KernelPlanner.Plan(pooling)).Tiles;

    private static PoolingSpec Pooling(EquatableArray<AxisSpec> axes, PoolingMode mode) =>
        new(mode, NaNHandling.Propagate, axes, HasBatch: true, new DimensionSpec(null), ElementType.Single, ElementType.Single);

    private static AxisSpec Axis(int size, int padBegin, int padEnd) => new(size, 1, padBegin, padEnd, new DimensionSpec(null));
}
