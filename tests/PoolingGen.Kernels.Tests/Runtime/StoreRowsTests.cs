using System.Runtime.Intrinsics;
using PoolingGen.Runtime;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Stores at the ends of rows that follow each other, or lie farther apart, against one element at a time.</summary>
public class StoreRowsTests
{
    private const int Extent = 19;
    private const int Margin = 64;
    private const float Mark = -99;

    [Theory]
    [InlineData(Extent)]
    [InlineData(Extent + 1)]
    [InlineData(3 * Extent)]
    public void Rows_get_the_lanes_whose_columns_they_have_and_nothing_else(int pitch)
    {
        foreach (int column in new[] { -16, -15, -5, -1, 0, 1, 3, 4, 11, 12, 15, 18, 19, 30 })
        {
            foreach (int lanes in new[] { 4, 8, 16 })
            {
                for (int rows = 1; rows <= 4; rows++)
                {
                    Check(pitch, column, lanes, rows);
                }
            }
        }
    }

    private static void Check(int pitch, int column, int lanes, int rows)
    {
        float[][] values = [.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, lanes).Select(lane => row * 100f + lane).ToArray())];
        float[] expected = [.. Enumerable.Repeat(Mark, 2 * Margin + 4 * pitch)];
        float[] actual = [.. expected];
        for (int row = 0; row < rows; row++)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                if (column + lane is >= 0 and < Extent)
                {
                    expected[Margin + row * pitch + column + lane] = values[row][lane];
                }
            }
        }

        Store(ref actual[Margin], pitch, column, values);
        Elements.AssertSame(expected, actual, $"{rows} rows of {lanes} lanes at {column}, {pitch} apart");
    }

    private static void Store(ref float row, int pitch, int column, float[][] values)
    {
        switch (values[0].Length, values.Length)
        {
            case (4, 1):
                Lanes.StoreEdge(ref row, column, Extent, V128(0));
                break;
            case (4, 2):
                Lanes.StoreEdge(ref row, column, Extent, pitch, V128(0), V128(1));
                break;
            case (4, 3):
                Lanes.StoreEdge(ref row, column, Extent, pitch, V128(0), V128(1), V128(2));
                break;
            case (4, _):
                Lanes.StoreEdge(ref row, column, Extent, pitch, V128(0), V128(1), V128(2), V128(3));
                break;
            case (8, 1):
                Lanes.StoreEdge(ref row, column, Extent, V256(0));
                break;
            case (8, 2):
                Lanes.StoreEdge(ref row, column, Extent, pitch, V256(0), V256(1));
                break;
            case (8, 3):
                Lanes.StoreEdge(ref row, column, Extent, pitch, V256(0), V256(1), V256(2));
                break;
            case (8, _):
                Lanes.StoreEdge(ref row, column, Extent, pitch, V256(0), V256(1), V256(2), V256(3));
                break;
            case (_, 1):
                Lanes.StoreEdge(ref row, column, Extent, V512(0));
                break;
            case (_, 2):
                Lanes.StoreEdge(ref row, column, Extent, pitch, V512(0), V512(1));
                break;
            case (_, 3):
                Lanes.StoreEdge(ref row, column, Extent, pitch, V512(0), V512(1), V512(2));
                break;
            default:
                Lanes.StoreEdge(ref row, column, Extent, pitch, V512(0), V512(1), V512(2), V512(3));
                break;
        }

        Vector128<float> V128(int number) => Vector128.Create(values[number]);
        Vector256<float> V256(int number) => Vector256.Create(values[number]);
        Vector512<float> V512(int number) => Vector512.Create(values[number]);
    }
}
