using System.Numerics;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Stores of every lane as every element against one element at a time.</summary>
public class StoreTests
{
    [Fact]
    public void Stores_convert_each_lane_and_write_nothing_else()
    {
        foreach (Width width in Width.All)
        {
            Store<float, float>(width);
            Store<double, double>(width);
            Store<sbyte, sbyte>(width);
            Store<byte, byte>(width);
            Store<short, short>(width);
            Store<ushort, ushort>(width);
            Store<int, int>(width);
            Store<uint, uint>(width);
            Store<long, long>(width);
            Store<ulong, ulong>(width);
            Store<float, Half>(width);
            Store<int, sbyte>(width);
            Store<int, byte>(width);
            Store<int, short>(width);
            Store<int, ushort>(width);
            Store<int, uint>(width);
            Store<int, long>(width);
            Store<int, ulong>(width);
            Store<long, sbyte>(width);
            Store<long, byte>(width);
            Store<long, short>(width);
            Store<long, ushort>(width);
            Store<long, int>(width);
            Store<long, uint>(width);
            Store<long, ulong>(width);
            Store<int, float>(width);
            Store<int, double>(width);
            Store<long, float>(width);
            Store<long, double>(width);
        }
    }

    [Fact]
    public void Halves_are_rounded_to_nearest_even()
    {
        foreach (Width width in Width.All)
        {
            float[] values = Enumerable.Range(0, 0x7C01)
                .SelectMany(bits => Around((float)BitConverter.UInt16BitsToHalf((ushort)bits), (float)BitConverter.UInt16BitsToHalf((ushort)Math.Min(bits + 1, 0x7C00))))
                .Concat([65519.996f, 65520, 65536, float.MaxValue, float.Epsilon, 2.9802322E-08f, 2.9802326E-08f, float.NaN])
                .SelectMany(value => new[] { value, -value })
                .ToArray();
            foreach (float[] block in values.Chunk(width.Count<float>()).Where(block => block.Length == width.Count<float>()))
            {
                Half[] target = new Half[2 * Width.Margin];
                width.Store(target, block);
                Elements.AssertSame(block.Select(value => (Half)value).ToArray(), target[Width.Margin..(Width.Margin + block.Length)], $"{width.Bits} bits");
            }
        }

        static float[] Around(float lower, float upper)
        {
            float middle = lower + (upper - lower) / 2;
            return float.IsFinite(middle) ? [lower, middle, float.BitDecrement(middle), float.BitIncrement(middle)] : [lower];
        }
    }

    private static void Store<L, U>(Width width)
        where L : unmanaged, INumber<L>
        where U : unmanaged, INumber<U>
    {
        Random random = new(9);
        int count = width.Count<L>();
        U mark = U.CreateTruncating(99);
        for (int round = 0; round < 20; round++)
        {
            L[] value = Elements.Random<L>(count, random);
            U[] elements = value.Select(Exact.Convert<L, U>).ToArray();
            Check(0, count, target => width.Store(target, value), "whole");
            foreach (int extent in new[] { 1, 5, count, 70 })
            {
                foreach (int column in new[] { -1000, -count, 1 - count, -1, 0, 1, extent - count, extent - 1, extent, 1000 })
                {
                    Check(column, extent, target => width.StoreEdge(target, column, extent, value), $"at {column} of {extent}");
                }
            }

            void Check(int column, int extent, Action<U[]> store, string what)
            {
                U[] actual = Enumerable.Repeat(mark, 70 + 2 * Width.Margin).ToArray();
                U[] expected = (U[])actual.Clone();
                for (int lane = 0; lane < count; lane++)
                {
                    if ((uint)(column + lane) < extent)
                    {
                        expected[Width.Margin + column + lane] = elements[lane];
                    }
                }

                store(actual);
                Elements.AssertSame(expected, actual, $"{width.Bits} bits of {typeof(L)} as {typeof(U)} {what}");
            }
        }
    }
}
