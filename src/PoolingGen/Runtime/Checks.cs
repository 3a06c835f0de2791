using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace PoolingGen.Runtime;

/// <summary>What generated kernels check before they write anything. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checks
{
    /// <summary>A batch may be empty, not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public static void NotNegative(int value, string name) => ArgumentOutOfRangeException.ThrowIfNegative(value, name);

    /// <summary>Every other dimension has at least one element.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is zero or negative.</exception>
    public static void Positive(int value, string name) => ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);

    /// <summary>The number of windows along an axis, at least one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No window fits, or there are more than an <see cref="int"/> counts.</exception>
    public static nint OutputExtent(int input, int size, int stride, int padBegin, int padEnd, string name)
    {
        long room = (long)input + padBegin + padEnd - size;
        long extent = room / stride + 1;
        if (room < 0 || extent > int.MaxValue)
        {
            ThrowNoWindow(input, size, padBegin, padEnd, room, name);
        }

        return (nint)extent;
    }

    /// <summary>The input is exactly as long as its dimensions say.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Input(int length, long planes, nint height, nint width, string name)
    {
        if (Math.BigMul((ulong)planes, (ulong)(height * (long)width), out ulong needed) != 0 || needed != (ulong)length)
        {
            ThrowInputLength(length, planes, height, width, name);
        }
    }

    /// <summary>The output is at least as long as needed.</summary>
    /// <exception cref="ArgumentException">It is shorter.</exception>
    public static void Output(int length, long planes, nint height, nint width, string name)
    {
        if (Math.BigMul((ulong)planes, (ulong)(height * (long)width), out ulong needed) != 0 || needed > (ulong)length)
        {
            ThrowOutputLength(length, planes, height, width, name);
        }
    }

    /// <summary>Input and output share no memory.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    public static void Apart<T>(ReadOnlySpan<T> input, Span<T> output, string name)
    {
        if (input.Overlaps(output))
        {
            ThrowOverlap(name);
        }
    }

    [DoesNotReturn]
    private static void ThrowNoWindow(int input, int size, int padBegin, int padEnd, long room, string name) =>
        throw new ArgumentOutOfRangeException(name, input, room < 0
            ? $"No window fits: {input} elements padded by {padBegin} and {padEnd} are fewer than the window's {size}."
            : $"There are more windows than {int.MaxValue}.");

    [DoesNotReturn]
    private static void ThrowInputLength(int length, long planes, nint height, nint width, string name) =>
        throw new ArgumentException(
            $"The input has {length} elements; {planes} planes of {height} x {width} have {(Int128)planes * height * width}.", name);

    [DoesNotReturn]
    private static void ThrowOutputLength(int length, long planes, nint height, nint width, string name) =>
        throw new ArgumentException(
            $"The output has room for {length} elements; {planes} planes of {height} x {width} need {(Int128)planes * height * width}.", name);

    [DoesNotReturn]
    private static void ThrowOverlap(string name) =>
        throw new ArgumentException("The output overlaps the input.", name);
}
