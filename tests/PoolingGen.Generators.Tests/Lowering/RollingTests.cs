using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Images whose places lie so far apart that windows are made one place after the other, some channels at a time.</summary>
public sealed class RollingTests
{
    /// <summary>Instead of those that the planner asks for, which take long to interpret.</summary>
    private const int Columns = 32;

    private static readonly Dictionary<string, EquatableArray<AxisSpec>> s_windows = new()
    {
        ["3x3/1"] = new([Axis(3, 1, 1, 1), Axis(3, 1, 1, 1)]),
        ["3x3/2"] = new([Axis(3, 2, 1, 1), Axis(3, 2, 1, 1)]),
        ["3x3/2 ceil"] = new([Axis(3, 2, 0, 1) with { CeilMode = true }, Axis(3, 2, 0, 1) with { CeilMode = true }]),
        ["2x5/2 askew"] = new([Axis(2, 2, 1, 0), Axis(5, 2, 0, 4)]),
        ["2x7/1"] = new([Axis(2, 1, 0, 0), Axis(7, 1, 3, 3)]),
        ["1x4/3"] = new([Axis(1, 1, 0, 0), Axis(4, 3, 3, 0)]),
        ["dilated 2 x 3/1"] = new([Axis(2, 1, 1, 1) with { Dilation = 2 }, Axis(3, 1, 1, 1)]),
        ["4/1"] = new([Axis(4, 1, 2, 1)]),
        ["2x2x3/1"] = new([Axis(2, 1, 1, 0), Axis(2, 1, 0, 1), Axis(3, 1, 1, 1)]),
    };

    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> cases = [];
        foreach (string windows in s_windows.Keys)
        {
            cases.Add(windows, nameof(PoolingMode.Max));
            cases.Add(windows, nameof(PoolingMode.Average));
        }

        cases.Add("3x3/1", nameof(PoolingMode.Min));
        cases.Add("3x3/2", nameof(PoolingMode.Sum));
        return cases;
    }

    /// <summary>With one part and with two; with plain numbers, then with special ones.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Images_of_any_shape_are_right(string windows, string mode)
    {
        PoolingSpec pooling = Pooling(s_windows[windows], Enum.Parse<PoolingMode>(mode));
        Assert.Equal([512, 256], Rolling(pooling).Select(static tile => tile.Width.Bits));
        foreach (int[] spatial in new int[][] { [4, 5, 6], [3, 2, 4], [2, 7, 5] })
        {
            Compare(pooling, [.. spatial.Take(pooling.Axes.Count)], Columns);
            Compare(pooling, [.. spatial.Take(pooling.Axes.Count)], 2 * Columns);
        }
    }

    [Fact]
    public void Averages_that_count_padding_are_right() =>
        Compare(Pooling(s_windows["3x3/2 ceil"], PoolingMode.Average) with { CountIncludePad = true }, [4, 6], Columns);

    /// <summary>Nothing is left to tiles of known channels, and nothing to this where they are no multiple.</summary>
    [Theory]
    [InlineData(1024, 2, 0)]
    [InlineData(1000, 0, 2)]
    public void Channels_that_are_known_decide(int channels, int rolling, int tiled)
    {
        PoolingSpec pooling = Pooling(s_windows["3x3/1"], PoolingMode.Max) with { Channels = new DimensionSpec(channels) };
        IReadOnlyList<KernelProgram> programs = [.. KernelLowering.Lower(KernelPlanner.Plan(pooling)).Where(static program => program.Width.Bits >= 256)];

        Assert.Equal(rolling, programs.Count(static program => program.Procedures[0].Name == "Rolling"));
        Assert.Equal(tiled, programs.Count(static program => program.Procedures[0].Name != "Rolling"));
    }

    [Theory]
    [InlineData(2, 2, nameof(ElementType.Single))]
    [InlineData(3, 1, nameof(ElementType.Byte))]
    [InlineData(5, 1, nameof(ElementType.Single))]
    public void Windows_without_rows_in_common_other_elements_and_long_windows_are_made_otherwise(int size, int stride, string element)
    {
        EquatableArray<AxisSpec> axes = new([Axis(size, stride, 0, 0), Axis(size, stride, 0, 0)]);
        ElementType type = Enum.Parse<ElementType>(element);

        Assert.Empty(Rolling(Pooling(axes, PoolingMode.Max) with { Input = type, Output = type }));
    }

    private static void Compare(PoolingSpec pooling, int[] spatial, int channels)
    {
        Extents input = new(1, channels, new([.. spatial]));
        ProgramComparison comparison = new(pooling, input, static plan => WithColumns((WindowPlan)plan));
        foreach (Number[] elements in ProgramInputs.Of(pooling, input.Size, new Random(channels)))
        {
            comparison.Compare(elements);
        }
    }

    private static WindowPlan WithColumns(WindowPlan plan) => plan with
    {
        Tiles = new([.. plan.Tiles.Select(static tile => tile with { Rolling = tile.Rolling is null ? null : new RollingPlan(Columns) })]),
    };

    private static IEnumerable<TilePlan> Rolling(PoolingSpec pooling) =>
        Assert.IsType<WindowPlan>(KernelPlanner.Plan(pooling)).Tiles.Where(static tile => tile.Rolling is not null);

    private static PoolingSpec Pooling(EquatableArray<AxisSpec> axes, PoolingMode mode) => new(
        mode, NaNHandling.Propagate, axes, HasBatch: true, new DimensionSpec(null), ElementType.Single, ElementType.Single, Layout: PoolingLayout.ChannelsLast);

    private static AxisSpec Axis(int size, int stride, int padBegin, int padEnd) => new(size, stride, padBegin, padEnd, new DimensionSpec(null));
}
