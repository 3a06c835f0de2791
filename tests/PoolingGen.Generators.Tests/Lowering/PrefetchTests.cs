using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Tiles of large tensors, which ask ahead for the rows of later tiles, or for the next places of an image.</summary>
public sealed class PrefetchTests
{
    public static TheoryData<string> Windows() => [.. new[] { "2x2/2", "3x3/2 padded", "3x3/1 padded", "5x7/3 askew", "2x2x2/2", "3x3x3/2 padded" }];

    /// <summary>As if every tensor were a large one: what is asked for lies behind what is read, and results are the same.</summary>
    [Theory]
    [MemberData(nameof(Windows))]
    public void Rows_of_large_tensors_are_asked_for_ahead(string name)
    {
        EquatableArray<AxisSpec> axes = ProgramWindows.All.First(windows => windows.Name == name).Axes;
        PoolingSpec pooling = Pooling(axes);
        Extents input = new(1, 3, new([.. axes.Select(static (_, axis) => axis == 0 ? 9 : 37)]));

        new ProgramComparison(pooling, input, WithoutGroups).Compare(ProgramInputs.Of(pooling, input.Size, new Random(1))[0]);
    }

    /// <summary>What is asked for is never what has been read already, and may lie behind the image.</summary>
    [Theory]
    [InlineData(2, 2, nameof(PoolingMode.Max))]
    [InlineData(2, 2, nameof(PoolingMode.Average))]
    [InlineData(3, 3, nameof(PoolingMode.Max))]
    [InlineData(3, 2, nameof(PoolingMode.Max))]
    [InlineData(3, 1, nameof(PoolingMode.Average))]
    public void Places_of_large_images_are_asked_for_ahead(int size, int stride, string mode)
    {
        AxisSpec axis = new(size, stride, 0, 0, new DimensionSpec(null));
        PoolingSpec pooling = Pooling(new([axis, axis])) with { Mode = Enum.Parse<PoolingMode>(mode), Layout = PoolingLayout.ChannelsLast };
        Extents input = new(1, 70, new([7, 6]));

        new ProgramComparison(pooling, input, plan => OfAnySize((WindowPlan)plan)).Compare(ProgramInputs.Of(pooling, input.Size, new Random(1))[0]);
    }

    /// <summary>Channels that come last are streams that processors foresee longer where windows overlap; rows that no window has need not be there.</summary>
    [Theory]
    [InlineData(3, false, 10)]
    [InlineData(3, true, 10)]
    [InlineData(2, true, 3)]
    [InlineData(1, true, null)]
    [InlineData(1, false, null)]
    public void Only_what_is_read_and_not_foreseen_is_asked_for(int size, bool channelsLast, int? leastMegabytes)
    {
        AxisSpec axis = new(size, 2, 0, 0, new DimensionSpec(null));
        PoolingSpec pooling = Pooling(new([axis, axis])) with { Layout = channelsLast ? PoolingLayout.ChannelsLast : PoolingLayout.ChannelsFirst };

        WindowPlan plan = Assert.IsType<WindowPlan>(KernelPlanner.Plan(pooling));

        Assert.Equal(leastMegabytes << 20, plan.Tiles.Select(static tile => tile.Foresight?.Elements).FirstOrDefault(static elements => elements is not null) * sizeof(float));
    }

    [Theory]
    [InlineData(64, 112, false)]
    [InlineData(512, 112, true)]
    [InlineData(2048, 56, false)]
    public void Of_fixed_tensors_it_is_known_which_are_large(int channels, int size, bool isLarge)
    {
        AxisSpec axis = new(3, 2, 1, 1, new DimensionSpec(size));
        PoolingSpec pooling = Pooling(new([axis, axis])) with { HasBatch = false, Channels = new DimensionSpec(channels) };

        KernelProgram program = KernelLowering.Lower(KernelPlanner.Plan(pooling)).First();

        Assert.Equal(isLarge, Statements(program.Procedures[0].Body).OfType<Prefetch>().Any());
        Assert.DoesNotContain(Statements(program.Procedures[0].Body), static statement => statement is LetCondition { Target.Name: "isFar" });
    }

    private static KernelPlan WithoutGroups(KernelPlan plan) =>
        plan is WindowPlan windows ? windows with { Tiles = new([.. windows.Tiles.Select(static tile => tile with { Foresight = new ForesightPlan(1, 1, Distance: 100), GroupLength = 0 })]) } : plan;

    private static WindowPlan OfAnySize(WindowPlan plan)
    {
        Assert.Contains(plan.Tiles, static tile => tile.Foresight is not null);
        return plan with { Tiles = new([.. plan.Tiles.Select(static tile => tile.Foresight is { } large ? tile with { Foresight = large with { Elements = 1, Columns = 1 } } : tile)]) };
    }

    private static IEnumerable<Statement> Statements(IEnumerable<Statement> statements) => statements.SelectMany(static statement => statement switch
    {
        Scope scope => Statements(scope.Body),
        For loop => Statements(loop.Body),
        If branch => Statements(branch.Then.Concat(branch.Else)),
        _ => [statement],
    });

    private static PoolingSpec Pooling(EquatableArray<AxisSpec> axes) =>
        new(PoolingMode.Max, NaNHandling.Propagate, axes, HasBatch: true, new DimensionSpec(null), ElementType.Single, ElementType.Single);
}
