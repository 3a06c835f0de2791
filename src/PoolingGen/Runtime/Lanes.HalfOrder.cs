using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>The bits of a <see cref="Half"/> as integers of the same order, so that extrema need no conversion.</content>
public static partial class Lanes
{
    /// <summary>An integer that is ordered as the <see cref="Half"/> with these bits; -0 is below +0, NaN is beyond the infinities.</summary>
    /// <param name="bits">The bits of a <see cref="Half"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short ToOrdered(short bits) => (short)(bits ^ ((bits >> 15) & 0x7FFF));

    /// <summary>As <see cref="ToOrdered(short)"/>, but every NaN is <paramref name="nan"/>.</summary>
    /// <param name="bits">The bits of a <see cref="Half"/>.</param>
    /// <param name="nan">What stands for NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short ToOrdered(short bits, short nan) => (bits & 0x7FFF) > 0x7C00 ? nan : ToOrdered(bits);

    /// <summary>The inverse of <see cref="ToOrdered(short)"/>.</summary>
    /// <param name="ordered">An ordered integer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short FromOrdered(short ordered) => ToOrdered(ordered);

    /// <summary>Lane by lane <see cref="ToOrdered(short)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> ToOrdered(Vector128<short> bits) => bits ^ ((bits >> 15) & Vector128.Create((short)0x7FFF));

    /// <inheritdoc cref="ToOrdered(Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> ToOrdered(Vector256<short> bits) => bits ^ ((bits >> 15) & Vector256.Create((short)0x7FFF));

    /// <inheritdoc cref="ToOrdered(Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> ToOrdered(Vector512<short> bits) => bits ^ ((bits >> 15) & Vector512.Create((short)0x7FFF));

    /// <summary>Lane by lane <see cref="ToOrdered(short, short)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> ToOrdered(Vector128<short> bits, short nan)
    {
        Vector128<short> isNaN = Vector128.GreaterThan(bits & Vector128.Create((short)0x7FFF), Vector128.Create((short)0x7C00));
        return Vector128.ConditionalSelect(isNaN, Vector128.Create(nan), ToOrdered(bits));
    }

    /// <inheritdoc cref="ToOrdered(Vector128{short}, short)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> ToOrdered(Vector256<short> bits, short nan)
    {
        Vector256<short> isNaN = Vector256.GreaterThan(bits & Vector256.Create((short)0x7FFF), Vector256.Create((short)0x7C00));
        return Vector256.ConditionalSelect(isNaN, Vector256.Create(nan), ToOrdered(bits));
    }

    /// <inheritdoc cref="ToOrdered(Vector128{short}, short)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> ToOrdered(Vector512<short> bits, short nan)
    {
        Vector512<short> isNaN = Vector512.GreaterThan(bits & Vector512.Create((short)0x7FFF), Vector512.Create((short)0x7C00));
        return Vector512.ConditionalSelect(isNaN, Vector512.Create(nan), ToOrdered(bits));
    }

    /// <summary>Lane by lane <see cref="FromOrdered(short)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> FromOrdered(Vector128<short> ordered) => ToOrdered(ordered);

    /// <inheritdoc cref="FromOrdered(Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> FromOrdered(Vector256<short> ordered) => ToOrdered(ordered);

    /// <inheritdoc cref="FromOrdered(Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> FromOrdered(Vector512<short> ordered) => ToOrdered(ordered);
}
