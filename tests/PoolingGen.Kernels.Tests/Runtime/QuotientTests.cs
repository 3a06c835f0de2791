using System.Numerics;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Integer averages against exact ones.</summary>
public class QuotientTests
{
    [Fact]
    public void Quotients_are_rounded_half_away_from_zero()
    {
        foreach (Width width in Width.All)
        {
            Quotient<int, sbyte>(width);
            Quotient<int, byte>(width);
            Quotient<int, short>(width);
            Quotient<int, ushort>(width);
            Quotient<int, int>(width);
            Quotient<int, uint>(width);
            Quotient<int, long>(width);
            Quotient<int, ulong>(width);
            Quotient<int, float>(width);
            Quotient<int, double>(width);
            Quotient<long, sbyte>(width);
            Quotient<long, byte>(width);
            Quotient<long, short>(width);
            Quotient<long, ushort>(width);
            Quotient<long, int>(width);
            Quotient<long, uint>(width);
            Quotient<long, long>(width);
            Quotient<long, ulong>(width);
            Quotient<long, float>(width);
            Quotient<long, double>(width);
        }
    }

    /// <summary>
    /// A proof: quotients grow with their sums, so that all are right if the sums on both sides of each half between whole
    /// numbers are. At one width of every divisor, at the others of some.
    /// </summary>
    [Fact]
    public void Small_quotients_are_rounded_half_away_from_zero()
    {
        const int Least = 1 << 20;
        foreach (Width width in Width.All)
        {
            SmallQuotients quotients = new(width);
            for (int divisor = 1; divisor < Least; divisor += width.Bits == 512 ? 1 : 31)
            {
                for (int below = 0; (2L * below + 1) * divisor / 2 < Least - 1; below++)
                {
                    int half = (int)(((2L * below + 1) * divisor + 1) / 2);
                    quotients.Add(half - 1, divisor, below);
                    quotients.Add(half, divisor, below + 1);
                }
            }
        }
    }

    [Fact]
    public void Small_quotients_of_zero_are_zero()
    {
        foreach (Width width in Width.All)
        {
            int[] zeros = new int[width.Count<int>()];
            Assert.Equal(zeros, width.SmallQuotient(zeros, zeros));
            Assert.Equal(zeros, width.SmallQuotient([.. zeros.Select(static _ => 1234)], zeros));
        }
    }

    /// <summary>All sums of bytes over all numbers of taps for which the planner takes lanes of 16 bits.</summary>
    [Theory]
    [InlineData(0, byte.MaxValue, 12)]
    [InlineData(sbyte.MinValue, sbyte.MaxValue, 16)]
    public void Quotients_of_few_bytes_are_rounded_half_away_from_zero(int least, int most, short mostTaps)
    {
        foreach (Width width in Width.All)
        {
            foreach (short count in (ReadOnlySpan<short>)[0, 1, 2, 3, 4, 6, 8, 9, mostTaps])
            {
                int[] sums = [.. Enumerable.Range(least * count, (most - least) * count + 1)];
                foreach (int[] some in sums.Chunk(width.Count<short>()))
                {
                    short[] lanes = [.. some.Select(static sum => (short)sum), .. new short[width.Count<short>() - some.Length]];
                    short[] expected = [.. lanes.Select(sum => count == 0 ? (short)0 : (short)Math.Round(sum / (double)count, MidpointRounding.AwayFromZero))];
                    short[] counts = [.. lanes.Select(_ => count)];
                    Elements.AssertSame(expected, width.SmallQuotient(lanes, counts), $"{width.Bits} bits: {string.Join(' ', lanes)} by {count}");
                }
            }
        }
    }

    [Fact]
    public void Bytes_are_lanes_of_16_bits_and_bytes_again()
    {
        foreach (Width width in Width.All)
        {
            BytesAndBack(width, [.. Enumerable.Range(0, 2 * Width.Margin).Select(static number => (byte)(number * 37 + 5))]);
            BytesAndBack(width, [.. Enumerable.Range(0, 2 * Width.Margin).Select(static number => (sbyte)(number * 37 + 5))]);
        }
    }

    private static void BytesAndBack<T>(Width width, T[] elements)
        where T : unmanaged, INumber<T>
    {
        int count = width.Count<short>();
        T[] expected = elements[Width.Margin..(Width.Margin + count)];
        short[] lanes = width.LoadBytes(elements);
        Elements.AssertSame([.. expected.Select(short.CreateChecked)], lanes, $"{width.Bits} bits");

        T[] target = new T[2 * Width.Margin];
        width.StoreBytes(target, lanes);
        Elements.AssertSame(Placed(expected, 0, count), target, $"{width.Bits} bits");
        foreach (int column in Enumerable.Range(-count, 2 * count))
        {
            target = new T[2 * Width.Margin];
            width.StoreBytesEdge(target, column, count - 1, lanes);
            Elements.AssertSame(Placed(expected, column, count - 1), target, $"{width.Bits} bits from {column} on");
        }
    }

    /// <summary>Collects as many quotients as a vector has lanes, with the signs in turn, and compares them.</summary>
    private sealed class SmallQuotients(Width width)
    {
        private readonly int[] _sums = new int[width.Count<int>()];
        private readonly int[] _divisors = new int[width.Count<int>()];
        private readonly int[] _expected = new int[width.Count<int>()];
        private int _count;
        private int _turn;

        public void Add(int sum, int divisor, int expected)
        {
            (int sign, int divisorSign) = ((_turn & 1) == 0 ? 1 : -1, (_turn & 4) == 0 ? 1 : -1);
            (_sums[_count], _divisors[_count], _expected[_count]) = (sign * sum, divisorSign * divisor, sign * divisorSign * expected);
            _turn++;
            if (++_count == _sums.Length)
            {
                _count = 0;
                if (!_expected.AsSpan().SequenceEqual(width.SmallQuotient(_sums, _divisors)))
                {
                    Assert.Fail($"{width.Bits} bits: {string.Join(' ', _sums)} by {string.Join(' ', _divisors)}.");
                }
            }
        }
    }

    private static void Quotient<L, U>(Width width)
        where L : unmanaged, INumber<L>
        where U : unmanaged, INumber<U>
    {
        Random random = new(10);
        int count = width.Count<L>();
        for (int round = 0; round < 200; round++)
        {
            int bits = random.Next(typeof(L) == typeof(int) ? 31 : 63) + 1;
            L[] divisor = Enumerable.Range(0, count).Select(_ => L.CreateSaturating(random.NextInt64(-(1L << random.Next(bits)), 1L << random.Next(bits)))).ToArray();
            L[] sum = divisor.Select((by, lane) => random.Next(3) switch
            {
                0 => L.CreateSaturating(random.NextInt64(-(1L << (bits - 1)), 1L << (bits - 1))),
                1 => L.CreateSaturating((Int128.CreateChecked(by) * (2 * random.Next(100) + 1) / 2) + random.Next(-1, 2)),
                _ => Elements.Special<L>()[random.Next(Elements.Special<L>().Length)],
            }).ToArray();
            U[] expected = sum.Zip(divisor, (a, b) => Exact.Quotient<U>(Int128.CreateChecked(a), long.CreateChecked(b))).ToArray();
            string what = $"{width.Bits} bits of {typeof(L)} as {typeof(U)}: {string.Join(' ', sum)} by {string.Join(' ', divisor)}";

            U[] target = new U[2 * Width.Margin];
            width.StoreQuotient(target, sum, divisor);
            Elements.AssertSame(Placed(expected, 0, count), target, what);

            int column = random.Next(-count, count);
            target = new U[2 * Width.Margin];
            width.StoreQuotientEdge(target, column, count, sum, divisor);
            Elements.AssertSame(Placed(expected, column, count), target, "edge " + what);
        }
    }

    private static U[] Placed<U>(U[] elements, int column, int extent)
    {
        U[] target = new U[2 * Width.Margin];
        for (int lane = 0; lane < elements.Length; lane++)
        {
            if ((uint)(column + lane) < extent)
            {
                target[Width.Margin + column + lane] = elements[lane];
            }
        }

        return target;
    }
}
