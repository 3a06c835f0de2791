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

    /// <summary>Of 4x4 windows of <c>byte</c>, whose sums are twice as large as those of <c>sbyte</c>, some quotients would be rounded wrong.</summary>
    [Theory]
    [InlineData(nameof(ElementType.Byte), 2, nameof(ElementType.Int16))]
    [InlineData(nameof(ElementType.SByte), 2, nameof(ElementType.Int16))]
    [InlineData(nameof(ElementType.Byte), 3, nameof(ElementType.Int16))]
    [InlineData(nameof(ElementType.SByte), 3, nameof(ElementType.Int16))]
    [InlineData(nameof(ElementType.Byte), 4, nameof(ElementType.Int32))]
    [InlineData(nameof(ElementType.SByte), 4, nameof(ElementType.Int16))]
    [InlineData(nameof(ElementType.SByte), 5, nameof(ElementType.Int32))]
    [InlineData(nameof(ElementType.Int16), 2, nameof(ElementType.Int32))]
    public void Averages_of_few_bytes_take_lanes_of_16_bits(string element, int size, string expected)
    {
        AxisSpec axis = new(size, 1, 1, 1, new DimensionSpec(null));
        ElementType type = Enum.Parse<ElementType>(element);
        PoolingSpec pooling = new(PoolingMode.Average, NaNHandling.Propagate, new([axis, axis]), HasBatch: true, new DimensionSpec(null), type, type);

        Assert.Equal(expected, Arithmetic.Of(pooling, Geometry.Of(pooling), gathers: false).Lane.ToString());
        Assert.Equal(ElementType.Int32, Arithmetic.Of(pooling, Geometry.Of(pooling), gathers: true).Lane);
        Assert.Equal(ElementType.Int32, Arithmetic.Of(pooling with { DivisorOverride = 3 }, Geometry.Of(pooling), gathers: false).Lane);
    }

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
