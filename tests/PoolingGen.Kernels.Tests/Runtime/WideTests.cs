using System.Numerics;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Sums of integers of 64 bits against those of 128.</summary>
public class WideTests
{
    [Fact]
    public void Wide_loads_and_sums_are_exact()
    {
        foreach (Width width in Width.All)
        {
            Sum<long>(width);
            Sum<ulong>(width);
        }
    }

    [Fact]
    public void Wide_stores_round_once_and_saturate()
    {
        foreach (Width width in Width.All)
        {
            Store<sbyte>(width);
            Store<byte>(width);
            Store<short>(width);
            Store<ushort>(width);
            Store<int>(width);
            Store<uint>(width);
            Store<long>(width);
            Store<ulong>(width);
            Store<float>(width);
            Store<double>(width);
        }
    }

    [Fact]
    public void Wide_lanes_move_as_others()
    {
        foreach (Width width in Width.Vectors)
        {
            int lanes = width.Count<long>();
            Random random = new(12);
            Int128[] columns = Enumerable.Range(0, 2 * lanes).Select(_ => (Int128)random.NextInt64() * random.Next()).ToArray();
            Wides left = Wides.Of(columns[..lanes]);
            Wides right = Wides.Of(columns[lanes..]);
            Assert.Equal(columns[(lanes - 1)..(2 * lanes - 1)], width.ShiftIn(right, left, 1).Values);
            Assert.Equal(columns.Where((_, column) => column % 2 == 0), width.Even(left, right).Values);
            Assert.Equal(columns.Where((_, column) => column % 2 == 1), width.Odd(left, right).Values);
            Assert.Equal([left.Values[0], .. right.Values[1..]], width.SelectInside(0, 1, left, right).Values);
        }
    }

    private static void Sum<S>(Width width)
        where S : unmanaged, INumber<S>
    {
        Random random = new(13);
        int count = width.Count<long>();
        S[] first = Elements.Random<S>(count, random);
        Wides sum = width.LoadWide(first);
        Int128[] expected = first.Select(Int128.CreateChecked).ToArray();
        for (int round = 0; round < 100; round++)
        {
            S[] row = Elements.Random<S>(2 * Width.Margin, random);
            int column = random.Next(-count, 6);
            Int128[] edge = Enumerable.Range(column, count).Select(at => (uint)at < 5 ? Int128.CreateChecked(row[Width.Margin + at]) : 0).ToArray();
            long[] columns = Enumerable.Range(0, count).Select(_ => (long)random.Next(-9, 99)).ToArray();
            long[] ends = columns.Select(_ => (long)random.Next(99)).ToArray();
            Int128[] gathered = columns.Zip(ends, (at, end) => at >= 0 && at < end ? Int128.CreateChecked(row[at]) : 0).ToArray();
            sum = width.Add(width.Add(sum, width.LoadWideEdge(row, column, 5)), width.LoadWideGather(row, columns, ends));
            expected = expected.Select((value, lane) => value + edge[lane] + gathered[lane]).ToArray();
        }

        Assert.Equal(expected, sum.Values);
        Assert.Equal(expected.Aggregate((a, b) => a + b), width.SumAcross(sum));
    }

    private static void Store<U>(Width width)
        where U : unmanaged, INumber<U>
    {
        Random random = new(14);
        int count = width.Count<long>();
        for (int round = 0; round < 300; round++)
        {
            Int128[] values = Enumerable.Range(0, count).Select(_ => Any(random)).ToArray();
            long[] divisor = values.Select(_ => random.Next(5) == 0 ? 0 : random.NextInt64(-(1L << random.Next(62)), 1L << random.Next(62))).ToArray();
            Wides sum = Wides.Of(values);
            U[] sums = values.Select(Exact.Convert<U>).ToArray();
            U[] quotients = values.Zip(divisor, Exact.Quotient<U>).ToArray();
            int column = random.Next(-count, count);
            Check(sums, 0, target => width.StoreWide(target, sum));
            Check(sums, column, target => width.StoreWideEdge(target, column, count, sum));
            Check(quotients, 0, target => width.StoreWideQuotient(target, sum, divisor));
            Check(quotients, column, target => width.StoreWideQuotientEdge(target, column, count, sum, divisor));

            void Check(U[] elements, int at, Action<U[]> store)
            {
                U[] actual = new U[2 * Width.Margin];
                U[] expected = new U[2 * Width.Margin];
                for (int lane = 0; lane < count; lane++)
                {
                    if ((uint)(at + lane) < count)
                    {
                        expected[Width.Margin + at + lane] = elements[lane];
                    }
                }

                store(actual);
                Elements.AssertSame(expected, actual, $"{width.Bits} bits of {string.Join(' ', values)} by {string.Join(' ', divisor)} as {typeof(U)}");
            }
        }
    }

    /// <summary>A sum of up to 94 bits, one in three half way between two floats or two doubles, or next to it.</summary>
    private static Int128 Any(Random random)
    {
        int bits = random.Next(94);
        Int128 any = ((Int128)random.NextInt64() << 31 | random.Next()) >> (94 - bits);
        int digits = random.Next(2) == 0 ? 24 : 53;
        if (random.Next(3) == 0 && bits > digits + 1)
        {
            int cut = bits - digits;
            any = (any >> cut << cut) + ((Int128)1 << (cut - 1)) + random.Next(-1, 2);
        }

        return random.Next(2) == 0 ? any : -any;
    }
}
