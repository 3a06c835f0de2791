using System.Numerics;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Positions as the indices that a kernel returns.</summary>
public class IndexTests
{
    [Fact]
    public void Indices_are_scaled_and_moved()
    {
        foreach (Width width in Width.All)
        {
            Indices<int, int>(width);
            Indices<int, long>(width);
            Indices<long, int>(width);
            Indices<long, long>(width);
        }
    }

    [Fact]
    public void Row_major_becomes_column_major()
    {
        foreach (Width width in Width.All)
        {
            ColumnMajor<int>(width);
            ColumnMajor<long>(width);
        }
    }

    private static void Indices<P, I>(Width width)
        where P : unmanaged, IBinaryInteger<P>, IMinMaxValue<P>
        where I : unmanaged, IBinaryInteger<I>
    {
        Random random = new(11);
        int count = width.Count<P>();
        foreach ((int scale, int offset, int step) in new[] { (1, 0, 0), (1, 5000, 1), (16, 3, 0), (16, 1 << 20, 1), (3, 7, 5) })
        {
            P[] positions = Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? P.MaxValue : P.CreateChecked(random.Next(1 << 20))).ToArray();
            I[] indices = positions.Select((position, lane) => position == P.MaxValue ? -I.One : I.CreateChecked(long.CreateChecked(position) * scale + offset + lane * step)).ToArray();
            I[] target = new I[2 * Width.Margin];
            width.StoreIndices(target, positions, scale, offset, step);
            Elements.AssertSame(indices, target[Width.Margin..(Width.Margin + count)], $"{width.Bits} bits");
            Assert.Equal(I.Zero, target[Width.Margin - 1]);
            Assert.Equal(I.Zero, target[Width.Margin + count]);

            for (int column = -count; column <= 5; column++)
            {
                target = new I[2 * Width.Margin];
                I[] expected = new I[2 * Width.Margin];
                for (int lane = 0; lane < count; lane++)
                {
                    if ((uint)(column + lane) < 5)
                    {
                        expected[Width.Margin + column + lane] = indices[lane];
                    }
                }

                width.StoreIndicesEdge(target, column, 5, positions, scale, offset, step);
                Elements.AssertSame(expected, target, $"{width.Bits} bits at {column}");
            }
        }
    }

    private static void ColumnMajor<P>(Width width)
        where P : unmanaged, IBinaryInteger<P>, IMinMaxValue<P>
    {
        (int depth, int height, int width) size = (3, 5, 7);
        (int D, int H, int W)[] taps = Enumerable.Range(0, width.Count<P>()).Select(lane => (lane % 3, lane * 2 % 5, lane * 3 % 7)).ToArray();
        P[] rowMajor = taps.Select(tap => P.CreateChecked((tap.D * size.height + tap.H) * size.width + tap.W)).ToArray();
        P[] expected = taps.Select(tap => P.CreateChecked(tap.D + size.depth * (tap.H + size.height * tap.W))).ToArray();
        rowMajor[0] = P.MaxValue;
        expected[0] = P.MaxValue;
        Elements.AssertSame(expected, width.ColumnMajor(rowMajor, size.depth, size.height, size.width), $"{width.Bits} bits");
    }
}
