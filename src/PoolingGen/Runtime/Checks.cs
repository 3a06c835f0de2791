using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace PoolingGen.Runtime;

/// <summary>What generated kernels check before they write anything. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Checks
{
    /// <summary>A batch may be empty, not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public static void NotNegative(int value, string name) => ArgumentOutOfRangeException.ThrowIfNegative(value, name);

    /// <summary>Every other dimension has at least one element.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is zero or negative.</exception>
    public static void Positive(int value, string name) => ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);

    /// <summary>The number of windows along an axis, at least one. A window that overhangs the padded input is none.</summary>
    /// <param name="input">The input's extent.</param>
    /// <param name="size">The extent of a window, from its first tap to its last.</param>
    /// <param name="stride">The step between windows.</param>
    /// <param name="padBegin">The padding before the input.</param>
    /// <param name="padEnd">The padding behind it.</param>
    /// <param name="name">The argument to blame.</param>
    /// <param name="dimension">What to call the axis where that argument is a whole tensor.</param>
    /// <exception cref="ArgumentOutOfRangeException">No window fits, or there are more than an <see cref="int"/> counts.</exception>
    public static nint OutputExtent(int input, long size, int stride, int padBegin, int padEnd, string name, string? dimension = null)
    {
        long room = (long)input + padBegin + padEnd - size;
        long extent = room / stride + 1;
        if (room < 0 || extent > int.MaxValue)
        {
            ThrowNoWindow(input, size, padBegin, padEnd, room, name, dimension);
        }

        return (nint)extent;
    }

    /// <summary>Likewise if a last window that overhangs counts, provided it starts inside the input or the padding before it.</summary>
    /// <inheritdoc cref="OutputExtent"/>
    public static nint CeilOutputExtent(int input, long size, int stride, int padBegin, int padEnd, string name, string? dimension = null)
    {
        long room = (long)input + padBegin + padEnd - size + stride - 1;
        long extent = Math.Min(room / stride, ((long)input + padBegin - 1) / stride) + 1;
        if (room < 0 || extent > int.MaxValue)
        {
            ThrowNoWindow(input, size, padBegin, padEnd, room, name, dimension);
        }

        return (nint)extent;
    }

    [DoesNotReturn]
    private static void ThrowNoWindow(int input, long size, int padBegin, int padEnd, long room, string name, string? dimension) =>
        throw new ArgumentOutOfRangeException(name, input, room < 0
            ? $"No window fits the {dimension ?? name}: {input} elements padded by {padBegin} and {padEnd} are too few for the window's {size}."
            : $"There are more windows along the {dimension ?? name} than {int.MaxValue}.");
}
