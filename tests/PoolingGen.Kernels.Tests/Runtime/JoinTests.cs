using System.Numerics;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Extrema lane by lane and over all lanes.</summary>
public class JoinTests
{
    [Fact]
    public void Joins_agree_with_single_elements()
    {
        foreach (Width width in Width.All)
        {
            Join<float>(width);
            Join<double>(width);
            Join<sbyte>(width);
            Join<byte>(width);
            Join<short>(width);
            Join<ushort>(width);
            Join<int>(width);
            Join<uint>(width);
            Join<long>(width);
            Join<ulong>(width);
        }
    }

    [Fact]
    public void Folds_agree_with_single_elements()
    {
        foreach (Width width in Width.All)
        {
            Fold<float>(width);
            Fold<double>(width);
            Fold<sbyte>(width);
            Fold<byte>(width);
            Fold<short>(width);
            Fold<ushort>(width);
            Fold<int>(width);
            Fold<uint>(width);
            Fold<long>(width);
            Fold<ulong>(width);
        }
    }

    private static void Join<L>(Width width)
        where L : unmanaged, INumber<L>
    {
        Random random = new(4);
        for (int round = 0; round < 100; round++)
        {
            L[] left = Elements.Random<L>(width.Count<L>(), random);
            L[] right = Elements.Random<L>(width.Count<L>(), random);
            Check("max", width.Max(left, right), (a, b) => L.IsNaN(a) ? a : L.IsNaN(b) ? b : a > b ? a : b);
            Check("min", width.Min(left, right), (a, b) => L.IsNaN(a) ? a : L.IsNaN(b) ? b : a < b ? a : b);
            Check("max number", width.MaxNumber(left, right), Larger);
            Check("min number", width.MinNumber(left, right), Smaller);
            Assert.Equal(left.Any(L.IsNaN), width.AnyNaN(left));
            left = Elements.Numbers<L>(width.Count<L>(), random);
            right = Elements.Numbers<L>(width.Count<L>(), random);
            Check("max native", width.MaxNative(left, right), Larger);
            Check("min native", width.MinNative(left, right), Smaller);

            void Check(string what, L[] actual, Func<L, L, L> join) =>
                Elements.AssertSame(left.Zip(right, join).ToArray(), actual, $"{what} of {typeof(L)} in {width.Bits} bits");
        }
    }

    private static void Fold<L>(Width width)
        where L : unmanaged, INumber<L>
    {
        Random random = new(5);
        for (int round = 0; round < 100; round++)
        {
            L[] value = round % 2 == 0 ? Elements.Random<L>(width.Count<L>(), random) : Elements.Numbers<L>(width.Count<L>(), random);
            bool hasNaN = value.Any(L.IsNaN);
            L[] actual = [width.MaxAcross(value), width.MinAcross(value), width.MaxNumberAcross(value), width.MinNumberAcross(value)];
            L largest = value.Aggregate(Larger);
            L smallest = value.Aggregate(Smaller);
            L nan = value.FirstOrDefault(L.IsNaN);
            Elements.AssertSame([hasNaN ? nan : largest, hasNaN ? nan : smallest, largest, smallest], actual, $"{typeof(L)} in {width.Bits} bits");

            L[] small = value.Select(_ => L.CreateTruncating(random.Next(3))).ToArray();
            Assert.Equal(small.Aggregate((a, b) => a + b), width.SumAcross(small));
        }
    }

    private static L Larger<L>(L a, L b)
        where L : INumber<L> =>
        L.IsNaN(a) ? b : L.IsNaN(b) || a > b ? a : b;

    private static L Smaller<L>(L a, L b)
        where L : INumber<L> =>
        L.IsNaN(a) ? b : L.IsNaN(b) || a < b ? a : b;
}
