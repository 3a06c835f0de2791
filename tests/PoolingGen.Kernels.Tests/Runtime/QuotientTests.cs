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
