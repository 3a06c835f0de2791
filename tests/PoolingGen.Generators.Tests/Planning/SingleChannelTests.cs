using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Planning;

/// <summary>One channel is a plane, even where channels come last.</summary>
public sealed class SingleChannelTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Images_that_have_one_channel_are_planned_as_planes(bool hasBatch)
    {
        KernelPlan plan = Plan(PoolingLayout.ChannelsLast, channels: 1, hasBatch);
        KernelPlan planes = Plan(PoolingLayout.ChannelsFirst, channels: 1, hasBatch);

        Assert.Equal(planes with { Description = plan.Description }, plan);
        Assert.NotEqual(planes.Description, plan.Description);
    }

    [Fact]
    public void Images_that_may_have_one_channel_have_a_plan_for_it_beside()
    {
        KernelPlan plan = Plan(PoolingLayout.ChannelsLast, channels: null);

        Assert.Equal(AxisRole.Channels, plan.Geometry.Columns.Role);
        Assert.Equal(Plan(PoolingLayout.ChannelsFirst, channels: 1), plan.SingleChannel);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void Nothing_else_has_two_plans(bool channelsLast, int? channels) =>
        Assert.Null(Plan(channelsLast ? PoolingLayout.ChannelsLast : PoolingLayout.ChannelsFirst, channels).SingleChannel);

    /// <summary>The order of additions is fixed by the window alone.</summary>
    [Fact]
    public void Sums_that_are_rounded_do_not_depend_on_how_many_channels_there_are()
    {
        Assert.Null(Plan(PoolingLayout.ChannelsLast, channels: null, mode: PoolingMode.Sum).SingleChannel);
        Assert.NotNull(Plan(PoolingLayout.ChannelsLast, channels: null, mode: PoolingMode.Sum, type: ElementType.Int32).SingleChannel);
    }

    private static KernelPlan Plan(
        PoolingLayout layout, int? channels, bool hasBatch = true, PoolingMode mode = PoolingMode.Max, ElementType type = ElementType.Single)
    {
        AxisSpec axis = new(3, 2, 1, 1, new DimensionSpec(null));
        return KernelPlanner.Plan(new PoolingSpec(
            mode, NaNHandling.Propagate, new([axis, axis]), hasBatch, new DimensionSpec(channels), type, type, Layout: layout));
    }
}
