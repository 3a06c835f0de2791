using System.Numerics;
using System.Runtime.Intrinsics;
using PoolingGen.Runtime;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Loads of every element as every lane against one element at a time.</summary>
public class LoadTests
{
    [Fact]
    public void A_load_extends_each_element_exactly()
    {
        foreach (Width width in Width.All)
        {
            Load<float, float>(width);
            Load<double, double>(width);
            Load<sbyte, sbyte>(width);
            Load<byte, byte>(width);
            Load<short, short>(width);
            Load<ushort, ushort>(width);
            Load<int, int>(width);
            Load<uint, uint>(width);
            Load<long, long>(width);
            Load<ulong, ulong>(width);
            Load<byte, int>(width);
            Load<sbyte, int>(width);
            Load<short, int>(width);
            Load<ushort, int>(width);
            Load<byte, long>(width);
            Load<sbyte, long>(width);
            Load<short, long>(width);
            Load<ushort, long>(width);
            Load<int, long>(width);
            Load<uint, long>(width);
            Load<Half, float>(width);
        }
    }

    [Fact]
    public void A_few_elements_are_the_first_lanes()
    {
        float[] elements = [-1, 2, float.NaN, 4, 5];

        float[] few = new float[4];
        Lanes.LoadFew256(ref elements[1]).GetLower().CopyTo(few);
        Assert.Equal(elements[1..], few);
        Array.Clear(few);
        Lanes.LoadFew512(ref elements[1]).GetLower().GetLower().CopyTo(few);
        Assert.Equal(elements[1..], few);
    }

    [Fact]
    public void A_load_at_an_edge_fills_what_is_outside()
    {
        foreach (Width width in Width.All)
        {
            LoadEdge<float, float>(width);
            LoadEdge<double, double>(width);
            LoadEdge<sbyte, sbyte>(width);
            LoadEdge<byte, byte>(width);
            LoadEdge<short, short>(width);
            LoadEdge<ushort, ushort>(width);
            LoadEdge<int, int>(width);
            LoadEdge<uint, uint>(width);
            LoadEdge<long, long>(width);
            LoadEdge<ulong, ulong>(width);
            LoadEdge<byte, int>(width);
            LoadEdge<sbyte, int>(width);
            LoadEdge<short, int>(width);
            LoadEdge<ushort, int>(width);
            LoadEdge<byte, long>(width);
            LoadEdge<sbyte, long>(width);
            LoadEdge<short, long>(width);
            LoadEdge<ushort, long>(width);
            LoadEdge<int, long>(width);
            LoadEdge<uint, long>(width);
            LoadEdge<Half, float>(width);
        }
    }

    [Fact]
    public void A_gather_fills_what_is_outside()
    {
        foreach (Width width in Width.All)
        {
            Gather<float, float, int>(width);
            Gather<double, double, long>(width);
            Gather<int, int, int>(width);
            Gather<uint, uint, int>(width);
            Gather<long, long, long>(width);
            Gather<ulong, ulong, long>(width);
            Gather<byte, int, int>(width);
            Gather<sbyte, int, int>(width);
            Gather<short, int, int>(width);
            Gather<ushort, int, int>(width);
            Gather<byte, long, long>(width);
            Gather<sbyte, long, long>(width);
            Gather<short, long, long>(width);
            Gather<ushort, long, long>(width);
            Gather<int, long, long>(width);
            Gather<uint, long, long>(width);
            Gather<Half, float, int>(width);
        }
    }

    [Fact]
    public void Every_half_is_loaded_exactly()
    {
        foreach (Width width in Width.All)
        {
            for (int bits = 0; bits <= ushort.MaxValue; bits += width.Count<float>())
            {
                Half[] halves = Enumerable.Range(bits, width.Count<float>()).Select(pattern => BitConverter.UInt16BitsToHalf((ushort)pattern)).ToArray();
                float[] loaded = width.Load<Half, float>(halves);
                for (int lane = 0; lane < halves.Length; lane++)
                {
                    Assert.True(
                        BitConverter.SingleToInt32Bits((float)halves[lane]) == BitConverter.SingleToInt32Bits(loaded[lane]) || (Half.IsNaN(halves[lane]) && float.IsNaN(loaded[lane])),
                        $"{width.Bits} bits: {bits + lane:X4} as {loaded[lane]}");
                }
            }
        }
    }

    private static void Load<S, L>(Width width)
        where S : unmanaged, INumber<S>
        where L : unmanaged, INumber<L>
    {
        Random random = new(1);
        for (int round = 0; round < 20; round++)
        {
            S[] source = Elements.Random<S>(width.Count<L>(), random);
            Elements.AssertSame(source.Select(L.CreateTruncating).ToArray(), width.Load<S, L>(source), $"{width.Bits} bits of {typeof(S)} as {typeof(L)}");
        }
    }

    private static void LoadEdge<S, L>(Width width)
        where S : unmanaged, INumber<S>
        where L : unmanaged, INumber<L>
    {
        Random random = new(2);
        int count = width.Count<L>();
        foreach (int extent in new[] { 1, 3, count - 1, count, count + 2, 70 })
        {
            S[] row = Elements.Random<S>(extent + 2 * Width.Margin, random);
            L fill = L.CreateTruncating(77);
            foreach (int column in Enumerable.Range(-count - 1, 2 * count + extent + 2).Concat([-1000, -(1 << 30), 1000, 1 << 30]))
            {
                L[] expected = Enumerable.Range(column, count).Select(at => (uint)at < extent ? L.CreateTruncating(row[Width.Margin + at]) : fill).ToArray();
                string what = $"{width.Bits} bits of {typeof(S)} as {typeof(L)} at {column} of {extent}";
                Elements.AssertSame(expected, width.LoadEdge<S, L>(row, column, extent, fill), what);
                if (typeof(S) == typeof(L))
                {
                    L[] value = Elements.Random<L>(count, random);
                    L[] other = Elements.Random<L>(count, random);
                    L[] selected = value.Select((inside, lane) => (uint)(column + lane) < extent ? inside : other[lane]).ToArray();
                    Elements.AssertSame(selected, width.SelectInside(column, extent, value, other), "select " + what);
                    Elements.AssertSame((uint)column < extent ? value : other, width.SelectInsideAll(column, extent, value, other), "select all " + what);
                }
            }
        }
    }

    private static void Gather<S, L, P>(Width width)
        where S : unmanaged, INumber<S>
        where L : unmanaged, INumber<L>
        where P : unmanaged, IBinaryInteger<P>
    {
        Random random = new(3);
        S[] row = Elements.Random<S>(90, random);
        L fill = L.CreateTruncating(77);
        for (int round = 0; round < 50; round++)
        {
            int outside = round % 2 == 0 ? 0 : 40;
            P[] columns = Enumerable.Range(0, width.Count<L>()).Select(_ => P.CreateChecked(random.Next(-outside, 90))).ToArray();
            P[] ends = columns.Select(_ => P.CreateChecked(90 - random.Next(outside + 1))).ToArray();
            L[] expected = columns.Select((column, lane) => column >= P.Zero && column < ends[lane] ? L.CreateTruncating(row[int.CreateChecked(column)]) : fill).ToArray();
            Elements.AssertSame(expected, width.LoadGather<S, L, P>(row, columns, ends, fill), $"{width.Bits} bits of {typeof(S)} as {typeof(L)}");
        }
    }
}
