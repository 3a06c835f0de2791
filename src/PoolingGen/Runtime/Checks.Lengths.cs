using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace PoolingGen.Runtime;

/// <content>Spans are as long as the dimensions say. The outermost extent comes first: planes, or images where channels come last.</content>
public static partial class Checks
{
    /// <summary>The input is exactly as long as its dimensions say.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Input(int length, long outer, nint width, string name)
    {
        if (Product(outer, width) != length)
        {
            ThrowInputLength(length, name, outer, width);
        }
    }

    /// <inheritdoc cref="Input(int, long, nint, string)"/>
    public static void Input(int length, long outer, nint height, nint width, string name)
    {
        if (Product(outer, height, width) != length)
        {
            ThrowInputLength(length, name, outer, height, width);
        }
    }

    /// <inheritdoc cref="Input(int, long, nint, string)"/>
    public static void Input(int length, long outer, nint depth, nint height, nint width, string name)
    {
        if (Product(outer, depth, height, width) != length)
        {
            ThrowInputLength(length, name, outer, depth, height, width);
        }
    }

    /// <inheritdoc cref="Input(int, long, nint, string)"/>
    public static void Input(int length, long outer, nint depth, nint height, nint width, nint channels, string name)
    {
        if (Product(outer, depth, height, width, channels) != length)
        {
            ThrowInputLength(length, name, outer, depth, height, width, channels);
        }
    }

    /// <summary>The output, or the indices, are at least as long as needed.</summary>
    /// <exception cref="ArgumentException">They are shorter.</exception>
    public static void Output(int length, long outer, nint width, string name)
    {
        if (Product(outer, width) > length)
        {
            ThrowOutputLength(length, name, outer, width);
        }
    }

    /// <inheritdoc cref="Output(int, long, nint, string)"/>
    public static void Output(int length, long outer, nint height, nint width, string name)
    {
        if (Product(outer, height, width) > length)
        {
            ThrowOutputLength(length, name, outer, height, width);
        }
    }

    /// <inheritdoc cref="Output(int, long, nint, string)"/>
    public static void Output(int length, long outer, nint depth, nint height, nint width, string name)
    {
        if (Product(outer, depth, height, width) > length)
        {
            ThrowOutputLength(length, name, outer, depth, height, width);
        }
    }

    /// <inheritdoc cref="Output(int, long, nint, string)"/>
    public static void Output(int length, long outer, nint depth, nint height, nint width, nint channels, string name)
    {
        if (Product(outer, depth, height, width, channels) > length)
        {
            ThrowOutputLength(length, name, outer, depth, height, width, channels);
        }
    }

    /// <summary>The product of extents, of which only the first may be 0; the largest <see cref="long"/> if it is too large for one.</summary>
    private static long Product(long outer, long first, long second = 1, long third = 1, long fourth = 1) =>
        Times(Times(Times(Times(outer, first), second), third), fourth);

    private static long Times(long left, long right) => Math.BigMul(left, right, out long low) == 0 && low >= 0 ? low : long.MaxValue;

    [DoesNotReturn]
    private static void ThrowInputLength(int length, string name, params ReadOnlySpan<long> extents) =>
        throw new ArgumentException($"The input has {length} elements; its dimensions {Describe(extents)}.", name);

    [DoesNotReturn]
    private static void ThrowOutputLength(int length, string name, params ReadOnlySpan<long> extents) =>
        throw new ArgumentException($"There is room for {length} elements; the result has {Describe(extents)}.", name);

    private static string Describe(ReadOnlySpan<long> extents)
    {
        BigInteger product = 1;
        foreach (long extent in extents)
        {
            product *= extent;
        }

        return $"{string.Join(" x ", extents.ToArray())} = {product}";
    }
}
