using System.Numerics;
using System.Runtime.Intrinsics;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Elements to compute with, special ones among them.</summary>
internal static class Elements
{
    public static T[] Of<T>(Vector128<T> value) => Enumerable.Range(0, Vector128<T>.Count).Select(lane => value.GetElement(lane)).ToArray();

    public static T[] Of<T>(Vector256<T> value) => Enumerable.Range(0, Vector256<T>.Count).Select(lane => value.GetElement(lane)).ToArray();

    public static T[] Of<T>(Vector512<T> value) => Enumerable.Range(0, Vector512<T>.Count).Select(lane => value.GetElement(lane)).ToArray();

    /// <summary>Any bits, one in four a special value, and small ones, so that there are ties.</summary>
    public static T[] Random<T>(int count, Random random)
        where T : unmanaged, INumber<T>
    {
        T[] elements = new T[count];
        random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(elements.AsSpan()));
        T[] special = Special<T>();
        for (int i = 0; i < count; i++)
        {
            elements[i] = random.Next(4) switch
            {
                0 => special[random.Next(special.Length)],
                1 => T.CreateTruncating(random.Next(4)),
                _ => elements[i],
            };
        }

        return elements;
    }

    /// <summary>As <see cref="Random{T}"/>, without NaN.</summary>
    public static T[] Numbers<T>(int count, Random random)
        where T : unmanaged, INumber<T> =>
        Random<T>(count, random).Select(value => T.IsNaN(value) ? T.One : value).ToArray();

    public static T[] Special<T>()
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? Cast<float, T>([0f, -0f, 1, -1, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue])
        : typeof(T) == typeof(double) ? Cast<double, T>([0d, -0d, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue])
        : typeof(T) == typeof(Half) ? Cast<Half, T>([Half.Zero, Half.NegativeZero, Half.NaN, Half.PositiveInfinity, Half.NegativeInfinity, Half.Epsilon, Half.MaxValue])
        : [T.Zero, T.One, T.CreateSaturating(long.MinValue), T.CreateSaturating(ulong.MaxValue), T.CreateTruncating(-1), T.CreateSaturating(ulong.MaxValue) - T.One];

    /// <summary>Equal numbers, or NaN both; zeros of either sign are equal.</summary>
    public static bool Same<T>(T left, T right)
        where T : INumber<T> =>
        left == right || (T.IsNaN(left) && T.IsNaN(right));

    public static void AssertSame<T>(IReadOnlyList<T> expected, IReadOnlyList<T> actual, string what)
        where T : INumber<T>
    {
        Assert.True(expected.Count == actual.Count, $"{what}: {actual.Count} lanes instead of {expected.Count}");
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.True(Same(expected[i], actual[i]), $"{what}: lane {i} is {actual[i]} instead of {expected[i]}");
        }
    }

    private static T[] Cast<TFrom, T>(TFrom[] values) => values.Select(value => (T)(object)value!).ToArray();
}
