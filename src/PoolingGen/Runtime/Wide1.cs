using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolingGen.Runtime;

/// <summary>An integer whose value is <see cref="High"/> * 2^32 + <see cref="Low"/>: the exact sum of up to 2^31 integers of 64 bits.</summary>
/// <remarks>An integer adds its upper 32 bits, signed if it is, to one and its lower 32 bits to the other, so neither overflows.</remarks>
/// <param name="high">The sums of the upper halves.</param>
/// <param name="low">The sums of the lower halves.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Wide1(long high, long low)
{
    /// <summary>The sums of the upper halves.</summary>
    public readonly long High = high;

    /// <summary>The sums of the lower halves.</summary>
    public readonly long Low = low;

    /// <summary>Nothing added yet.</summary>
    public static Wide1 Zero => new(0, 0);

    /// <summary>As an integer the exact sum.</summary>
    /// <param name="left">A sum.</param>
    /// <param name="right">Another sum; together of at most 2^31 integers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide1 operator +(Wide1 left, Wide1 right) => new(left.High + right.High, left.Low + right.Low);
}
