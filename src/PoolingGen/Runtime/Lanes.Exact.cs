using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Quotients and conversions of sums that may exceed 64 bits.</content>
public static partial class Lanes
{
    /// <summary>A quotient as an element: see <see cref="StoreQuotient1{L, U}(ref U, L, L)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static U Quotient<U>(long sum, long divisor)
        where U : unmanaged
    {
        if (divisor == 0)
        {
            return default;
        }

        if (IsFloating<U>())
        {
            return Ratio(FromInt64<U>(sum), FromInt64<U>(divisor));
        }

        // Neither doubling the remainder nor dividing the least number by -1 overflows.
        const long Safe = long.MaxValue / 2;
        if (sum is < -Safe or > Safe || divisor is < -Safe or > Safe)
        {
            return Saturated<U>(RoundedQuotient(sum, divisor));
        }

        (long quotient, long remainder) = long.DivRem(sum, divisor);
        long away = 2 * long.Abs(remainder) >= long.Abs(divisor) ? ((sum ^ divisor) < 0 ? -1 : 1) : 0;
        return FromInt64<U>(long.Min(long.Max(quotient + away, Lowest<U>()), Highest<U>()));
    }

    /// <summary>A quotient of any size as an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static U Quotient<U>(Int128 sum, long divisor)
        where U : unmanaged =>
        divisor == 0 ? default
        : IsFloating<U>() ? Ratio(Floating<U>(sum), FromInt64<U>(divisor))
        : Saturated<U>(RoundedQuotient(sum, divisor));

    /// <summary>A sum of any size as an element: an integer saturated, a floating-point number rounded once to nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static U Rounded<U>(Int128 sum)
        where U : unmanaged =>
        IsFloating<U>() ? Floating<U>(sum) : Saturated<U>(sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static U Ratio<U>(U sum, U divisor)
        where U : unmanaged =>
        typeof(U) == typeof(float)
            ? Unsafe.BitCast<float, U>(Unsafe.BitCast<U, float>(sum) / Unsafe.BitCast<U, float>(divisor))
            : Unsafe.BitCast<double, U>(Unsafe.BitCast<U, double>(sum) / Unsafe.BitCast<U, double>(divisor));

    /// <summary>Rounded half away from zero.</summary>
    private static Int128 RoundedQuotient(Int128 sum, Int128 divisor)
    {
        (Int128 quotient, Int128 remainder) = Int128.DivRem(sum, divisor);
        return 2 * Int128.Abs(remainder) < Int128.Abs(divisor) ? quotient
            : Int128.IsNegative(sum) == Int128.IsNegative(divisor) ? quotient + 1
            : quotient - 1;
    }

    private static U Saturated<U>(Int128 value)
        where U : unmanaged =>
        typeof(U) == typeof(ulong)
            ? Unsafe.BitCast<ulong, U>((ulong)Int128.Clamp(value, 0, ulong.MaxValue))
            : FromInt64<U>((long)Int128.Clamp(value, Lowest<U>(), Highest<U>()));

    /// <summary>The nearest floating-point number, an even one if two are equally near.</summary>
    /// <remarks>
    /// The leading digits, more of them than the result has, with the last one set if there are others: that rounds as the
    /// whole number does. What shifts the digits back into place is a power of two, so it rounds nothing.
    /// </remarks>
    private static U Floating<U>(Int128 value)
        where U : unmanaged
    {
        UInt128 magnitude = (UInt128)Int128.Abs(value);
        int digits = typeof(U) == typeof(float) ? 32 : 62;
        int shift = int.Max(128 - (int)UInt128.LeadingZeroCount(magnitude) - digits, 0);
        long leading = (long)(magnitude >> shift);
        long sticky = magnitude == (UInt128)leading << shift ? 0 : 1;
        double rounded = leading | sticky;
        rounded = typeof(U) == typeof(float) ? (float)rounded : rounded;
        double scaled = rounded * BitConverter.Int64BitsToDouble((1023L + shift) << 52);
        double signed = Int128.IsNegative(value) ? -scaled : scaled;
        return typeof(U) == typeof(float) ? Unsafe.BitCast<float, U>((float)signed) : Unsafe.BitCast<double, U>(signed);
    }
}
