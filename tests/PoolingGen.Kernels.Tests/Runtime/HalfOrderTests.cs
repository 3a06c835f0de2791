using System.Numerics;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Halves as integers of the same order.</summary>
public class HalfOrderTests
{
    [Fact]
    public void Every_half_is_mapped_in_order_and_back()
    {
        foreach (Width width in Width.All)
        {
            for (int first = short.MinValue; first <= short.MaxValue; first += width.Count<short>())
            {
                short[] bits = Enumerable.Range(first, width.Count<short>()).Select(pattern => (short)pattern).ToArray();
                short[] ordered = width.ToOrdered(bits);
                Assert.Equal(bits, width.FromOrdered(ordered));
                Assert.Equal(bits.Select((pattern, lane) => Half.IsNaN(BitConverter.Int16BitsToHalf(pattern)) ? (short)-5 : ordered[lane]), width.ToOrdered(bits, -5));
                Assert.Equal(bits.Select(pattern => pattern < 0 ? (short)(pattern ^ 0x7FFF) : pattern), ordered);
            }
        }
    }

    [Fact]
    public void The_order_is_that_of_the_numbers()
    {
        Half[] ascending = Enumerable.Range(short.MinValue, 65536)
            .Select(pattern => BitConverter.Int16BitsToHalf((short)pattern))
            .Where(half => !Half.IsNaN(half))
            .OrderBy(half => PoolingGen.Runtime.Lanes.ToOrdered(BitConverter.HalfToInt16Bits(half)))
            .ToArray();

        Assert.True(ascending.Zip(ascending.Skip(1), (lower, higher) => lower <= higher).All(isAscending => isAscending));
    }
}
