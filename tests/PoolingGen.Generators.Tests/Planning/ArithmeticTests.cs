using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Planning;

/// <summary>What lanes compute with.</summary>
public sealed class ArithmeticTests
{
    /// <summary>The largest magnitudes of the types that are narrower than a lane.</summary>
    private static readonly Dictionary<ElementType, long> s_largest = new()
    {
        [ElementType.SByte] = -sbyte.MinValue,
        [ElementType.Byte] = byte.MaxValue,
        [ElementType.Int16] = -short.MinValue,
        [ElementType.UInt16] = ushort.MaxValue,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(1 << 15)]
    [InlineData((1 << 15) + 1)]
    [InlineData(1 << 16)]
    [InlineData(int.MaxValue)]
    public void Lanes_hold_the_largest_sum(int taps) => Assert.All(s_largest, narrow =>
        Assert.True(narrow.Value * taps <= (LaneOfSum(narrow.Key, taps) == ElementType.Int32 ? int.MaxValue : long.MaxValue)));

    [Fact]
    public void Sums_of_short_windows_take_narrow_lanes() =>
        Assert.All(s_largest.Keys, static type => Assert.Equal(ElementType.Int32, LaneOfSum(type, 1 << 15)));

    private static ElementType LaneOfSum(ElementType type, int taps)
    {
        PoolingSpec pooling = new(
            PoolingMode.Sum,
            NaNHandling.Propagate,
            new([new AxisSpec(taps, 1, 0, 0, new DimensionSpec(null))]),
            HasBatch: true,
            new DimensionSpec(null),
            type,
            ElementType.Int64);
        return Arithmetic.Of(pooling, Geometry.Of(pooling), gathers: false).Lane;
    }
}
