using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <summary>Lanes whose value is <see cref="High"/> * 2^32 + <see cref="Low"/>: the exact sum of up to 2^31 integers of 64 bits.</summary>
/// <remarks>An integer adds its upper 32 bits, signed if it is, to one and its lower 32 bits to the other, so neither overflows.</remarks>
/// <param name="high">The sums of the upper halves.</param>
/// <param name="low">The sums of the lower halves.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Wide128(Vector128<long> high, Vector128<long> low)
{
    /// <summary>The sums of the upper halves.</summary>
    public readonly Vector128<long> High = high;

    /// <summary>The sums of the lower halves.</summary>
    public readonly Vector128<long> Low = low;

    /// <summary>Nothing added yet.</summary>
    public static Wide128 Zero => new(Vector128<long>.Zero, Vector128<long>.Zero);

    /// <summary>Lane by lane the exact sum.</summary>
    /// <param name="left">A sum.</param>
    /// <param name="right">Another sum; together of at most 2^31 integers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator +(Wide128 left, Wide128 right) => new(left.High + right.High, left.Low + right.Low);
}
