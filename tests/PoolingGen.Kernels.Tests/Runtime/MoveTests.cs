using System.Numerics;
using System.Runtime.Intrinsics;
using PoolingGen.Runtime;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Lanes moved between and picked from vectors.</summary>
public class MoveTests
{
    [Fact]
    public void Lanes_shift_in_from_the_vector_before()
    {
        foreach (Width width in Width.Vectors)
        {
            Shift<float>(width);
            Shift<double>(width);
            Shift<sbyte>(width);
            Shift<byte>(width);
            Shift<short>(width);
            Shift<ushort>(width);
            Shift<int>(width);
            Shift<uint>(width);
            Shift<long>(width);
            Shift<ulong>(width);
        }
    }

    [Fact]
    public void Every_second_lane_is_picked()
    {
        foreach (Width width in Width.Vectors)
        {
            Deinterleave<float>(width);
            Deinterleave<double>(width);
            Deinterleave<sbyte>(width);
            Deinterleave<byte>(width);
            Deinterleave<short>(width);
            Deinterleave<ushort>(width);
            Deinterleave<int>(width);
            Deinterleave<uint>(width);
            Deinterleave<long>(width);
            Deinterleave<ulong>(width);
        }
    }

    [Fact]
    public void Every_second_lane_of_two_rows_is_picked_the_second_behind_the_first()
    {
        float[] columns = Elements.Random<float>(32, new(8));
        for (int outputs = 1; outputs <= 8; outputs++)
        {
            for (int phase = 0; phase < 2; phase++)
            {
                float[] picked = new float[16];
                Lanes.Rearrange(Vector512.Create(columns), Vector512.Create(columns, 16), Lanes.PairedColumns512(outputs, phase)).CopyTo(picked);
                float[] expected = [.. Enumerable.Range(0, 2 * outputs).Select(lane => columns[lane / outputs * 16 + lane % outputs * 2 + phase])];
                Elements.AssertSame(expected, picked[..(2 * outputs)], $"{outputs} outputs, phase {phase}");
            }
        }
    }

    [Fact]
    public void The_last_lane_is_in_every_lane()
    {
        float[] columns = Elements.Random<float>(8, new(9));
        float[] splat = new float[8];
        Lanes.SplatLast(Vector256.Create(columns)).CopyTo(splat);
        Elements.AssertSame([.. Enumerable.Repeat(columns[7], 8)], splat, "8 lanes");
    }

    private static void Shift<L>(Width width)
        where L : unmanaged, INumber<L>
    {
        int lanes = width.Count<L>();
        L[] columns = Elements.Random<L>(2 * lanes, new(6));
        for (int count = 1; count < lanes; count++)
        {
            Elements.AssertSame(columns[(lanes - count)..(2 * lanes - count)], width.ShiftIn(columns[lanes..], columns[..lanes], count), $"{typeof(L)} in {width.Bits} bits by {count}");
        }
    }

    private static void Deinterleave<L>(Width width)
        where L : unmanaged, INumber<L>
    {
        int lanes = width.Count<L>();
        L[] columns = Elements.Random<L>(2 * lanes, new(7));
        Elements.AssertSame(columns.Where((_, column) => column % 2 == 0).ToArray(), width.Even(columns[..lanes], columns[lanes..]), $"even {typeof(L)} in {width.Bits} bits");
        Elements.AssertSame(columns.Where((_, column) => column % 2 == 1).ToArray(), width.Odd(columns[..lanes], columns[lanes..]), $"odd {typeof(L)} in {width.Bits} bits");
    }
}
