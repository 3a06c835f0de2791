using System.Numerics;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Extrema with their positions against a comparison of two taps.</summary>
public class IndexedTests
{
    [Fact]
    public void Joins_agree_with_the_order_of_taps()
    {
        foreach (Width width in Width.All)
        {
            Join<float, int>(width);
            Join<double, long>(width);
            Join<int, int>(width);
            Join<uint, int>(width);
            Join<long, long>(width);
            Join<ulong, long>(width);
        }
    }

    [Fact]
    public void Joins_in_order_agree_with_the_order_of_taps()
    {
        foreach (Width width in Width.All)
        {
            JoinInOrder<float, int>(width);
            JoinInOrder<double, long>(width);
            JoinInOrder<int, int>(width);
            JoinInOrder<uint, int>(width);
            JoinInOrder<long, long>(width);
            JoinInOrder<ulong, long>(width);
        }
    }

    [Fact]
    public void Folds_agree_with_the_order_of_taps()
    {
        foreach (Width width in Width.All)
        {
            Fold<float, int>(width);
            Fold<double, long>(width);
            Fold<int, int>(width);
            Fold<uint, int>(width);
            Fold<long, long>(width);
            Fold<ulong, long>(width);
        }
    }

    [Fact]
    public void Loads_know_their_positions()
    {
        foreach (Width width in Width.All)
        {
            Load<float, float, int>(width);
            Load<double, double, long>(width);
            Load<byte, int, int>(width);
            Load<sbyte, int, int>(width);
            Load<short, int, int>(width);
            Load<ushort, int, int>(width);
            Load<Half, float, int>(width);
            Load<int, int, int>(width);
            Load<uint, uint, int>(width);
            Load<long, long, long>(width);
            Load<ulong, ulong, long>(width);
        }
    }

    [Fact]
    public void Positions_move_with_their_values()
    {
        foreach (Width width in Width.Vectors)
        {
            Move<float, int>(width);
            Move<double, long>(width);
            Move<int, int>(width);
            Move<uint, int>(width);
            Move<long, long>(width);
            Move<ulong, long>(width);
        }
    }

    private static void Join<T, P>(Width width)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>, IMinMaxValue<P>
    {
        Random random = new(15);
        for (int round = 0; round < 200; round++)
        {
            Found<T, P> left = Any<T, P>(width, random);
            Found<T, P> right = Any<T, P>(width, random);
            Found<T, P>[] both = [width.Max(left, right), width.Min(left, right), width.MaxNumber(left, right), width.MinNumber(left, right)];
            Found<T, P>[] exchanged = [width.Max(right, left), width.Min(right, left), width.MaxNumber(right, left), width.MinNumber(right, left)];
            for (int lane = 0; lane < left.Values.Length; lane++)
            {
                for (int order = 0; order < 4; order++)
                {
                    (T, P) expected = Better(left[lane], right[lane], order % 2 == 0, order < 2);
                    AssertSame(expected, both[order][lane], $"{order}: {left[lane]} and {right[lane]}");
                    AssertSame(expected, exchanged[order][lane], $"{order}: {right[lane]} and {left[lane]}");
                }

                if (!T.IsNaN(left.Values[lane]) && !T.IsNaN(right.Values[lane]))
                {
                    AssertSame(Better(left[lane], right[lane], true, true), width.MaxNative(left, right)[lane], "max native");
                    AssertSame(Better(left[lane], right[lane], false, true), width.MinNative(left, right)[lane], "min native");
                }
            }
        }
    }

    /// <summary>Where the left taps come first, as those of equal values or NaN do here, joins in order find what all others do.</summary>
    private static void JoinInOrder<T, P>(Width width)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>, IMinMaxValue<P>
    {
        Random random = new(17);
        for (int round = 0; round < 200; round++)
        {
            Found<T, P> left = Any<T, P>(width, random);
            Found<T, P> right = Any<T, P>(width, random);
            for (int lane = 0; lane < left.Values.Length; lane++)
            {
                left.Positions[lane] = P.CreateChecked(lane);
                right.Positions[lane] = P.CreateChecked(lane + random.Next(3));
            }

            Found<T, P>[] joined = [width.MaxInOrder(left, right), width.MinInOrder(left, right), width.MaxNumberInOrder(left, right), width.MinNumberInOrder(left, right)];
            Found<T, P>[] native = [width.MaxNativeInOrder(left, right), width.MinNativeInOrder(left, right)];
            for (int lane = 0; lane < left.Values.Length; lane++)
            {
                bool areNaN = T.IsNaN(left.Values[lane]) && T.IsNaN(right.Values[lane]);
                for (int order = 0; order < (areNaN ? 2 : 4); order++)
                {
                    AssertSame(Better(left[lane], right[lane], order % 2 == 0, order < 2), joined[order][lane], $"{order}: {left[lane]} and {right[lane]}");
                }

                // A NaN that is ignored keeps a position, which is forgotten at last.
                Assert.True(!areNaN || (T.IsNaN(joined[2].Values[lane]) && T.IsNaN(joined[3].Values[lane])));
                for (int order = 0; order < 2 && !T.IsNaN(left.Values[lane]) && !T.IsNaN(right.Values[lane]); order++)
                {
                    AssertSame(Better(left[lane], right[lane], order == 0, true), native[order][lane], $"native {order}: {left[lane]} and {right[lane]}");
                }
            }
        }
    }

    private static void Fold<T, P>(Width width)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>, IMinMaxValue<P>
    {
        Random random = new(16);
        for (int round = 0; round < 200; round++)
        {
            Found<T, P> lanes = Any<T, P>(width, random);
            (T, P)[] taps = lanes.Values.Zip(lanes.Positions).ToArray();
            (T, P)[] actual = [width.MaxAcross(lanes), width.MinAcross(lanes), width.MaxNumberAcross(lanes), width.MinNumberAcross(lanes)];
            for (int order = 0; order < 4; order++)
            {
                (T, P) expected = taps.Aggregate((a, b) => Better(a, b, order % 2 == 0, order < 2));
                AssertSame(expected, actual[order], $"{order}: {string.Join(' ', taps)}");
            }
        }
    }

    private static void Load<S, T, P>(Width width)
        where S : unmanaged, INumber<S>
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>, IMinMaxValue<P>
    {
        Random random = new(17);
        int count = width.Count<T>();
        T fill = T.CreateTruncating(77);
        S[] row = Elements.Random<S>(20 + 2 * Width.Margin, random);
        foreach (int step in new[] { 0, 1, 3 })
        {
            for (int column = -count; column <= 20; column++)
            {
                Found<T, P> loaded = width.LoadIndexedEdge<S, T, P>(row, column, 20, fill, 1000 + column, step);
                for (int lane = 0; lane < count; lane++)
                {
                    (T, P) expected = (uint)(column + lane) < 20
                        ? (T.CreateTruncating(row[Width.Margin + column + lane]), P.CreateChecked(1000 + column + lane * step))
                        : (fill, P.MaxValue);
                    AssertSame(expected, loaded[lane], $"{width.Bits} bits of {typeof(S)} at {column}");
                }
            }

            T[] values = Elements.Random<T>(count, random);
            Found<T, P> at = width.At<T, P>(values, 50, step);
            Elements.AssertSame(values, at.Values, "values");
            Elements.AssertSame(Enumerable.Range(0, count).Select(lane => P.CreateChecked(50 + lane * step)).ToArray(), at.Positions, "positions");
        }

        Assert.All(width.None<T, P>(fill).Positions, position => Assert.Equal(P.MaxValue, position));
        Assert.All(width.None<T, P>(fill).Values, value => Assert.Equal(fill, value));

        P[] columns = Enumerable.Range(0, count).Select(_ => P.CreateChecked(random.Next(-5, 40))).ToArray();
        P[] ends = columns.Select(_ => P.CreateChecked(random.Next(40))).ToArray();
        Found<T, P> gathered = width.LoadIndexedGather<S, T, P>(row, columns, ends, fill, 700);
        for (int lane = 0; lane < count; lane++)
        {
            (T, P) expected = columns[lane] >= P.Zero && columns[lane] < ends[lane]
                ? (T.CreateTruncating(row[int.CreateChecked(columns[lane])]), columns[lane] + P.CreateChecked(700))
                : (fill, P.MaxValue);
            AssertSame(expected, gathered[lane], $"{width.Bits} bits of {typeof(S)} gathered");
        }
    }

    private static void Move<T, P>(Width width)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>, IMinMaxValue<P>
    {
        Random random = new(18);
        Found<T, P> left = Any<T, P>(width, random);
        Found<T, P> right = Any<T, P>(width, random);
        AssertBoth(width.ShiftIn(right, left, 1), width.ShiftIn(right.Values, left.Values, 1), width.ShiftIn(right.Positions, left.Positions, 1));
        AssertBoth(width.Even(left, right), width.Even(left.Values, right.Values), width.Even(left.Positions, right.Positions));
        AssertBoth(width.Odd(left, right), width.Odd(left.Values, right.Values), width.Odd(left.Positions, right.Positions));
        AssertBoth(width.SelectInside(-1, 2, left, right), width.SelectInside(-1, 2, left.Values, right.Values), width.SelectInside(-1, 2, left.Positions, right.Positions));

        static void AssertBoth(Found<T, P> actual, T[] values, P[] positions)
        {
            Elements.AssertSame(values, actual.Values, "values");
            Elements.AssertSame(positions, actual.Positions, "positions");
        }
    }

    /// <summary>Taps with many ties, and some places without a tap.</summary>
    private static Found<T, P> Any<T, P>(Width width, Random random)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>, IMinMaxValue<P> =>
        new(
            Elements.Random<T>(width.Count<T>(), random),
            Enumerable.Range(0, width.Count<T>()).Select(_ => random.Next(5) == 0 ? P.MaxValue : P.CreateChecked(random.Next(6))).ToArray());

    private static (T, P) Better<T, P>((T Value, P Position) a, (T Value, P Position) b, bool larger, bool propagate)
        where T : INumber<T>
        where P : IBinaryInteger<P>, IMinMaxValue<P>
    {
        if (T.IsNaN(a.Value) && T.IsNaN(b.Value))
        {
            return !propagate ? (a.Value, P.MaxValue)
                : a.Position == P.MaxValue ? b
                : b.Position == P.MaxValue || a.Position > b.Position ? a
                : b;
        }

        return T.IsNaN(a.Value) || T.IsNaN(b.Value) ? (T.IsNaN(a.Value) == propagate ? a : b)
            : a.Value == b.Value ? (a.Position < b.Position ? a : b)
            : a.Value > b.Value == larger ? a
            : b;
    }

    private static void AssertSame<T, P>((T Value, P Position) expected, (T Value, P Position) actual, string what)
        where T : INumber<T>
        where P : INumber<P> =>
        Assert.True(Elements.Same(expected.Value, actual.Value) && expected.Position == actual.Position, $"{what}: {actual} instead of {expected}");
}
