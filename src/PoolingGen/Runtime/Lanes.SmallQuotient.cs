using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Averages of few small integers, without a division.</content>
public static partial class Lanes
{
    /// <summary>The float after 1.</summary>
    private const float AboveOne = 1 + 1f / (1 << 23);

    /// <summary>
    /// One over a whole number below 2^20, as a float that is not less than it and at most 2^-22 of it more; zero of zero.
    /// </summary>
    /// <param name="counts">The whole numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReciprocalAbove(int counts) => counts == 0 ? 0 : AboveOne / counts;

    /// <summary>Lane by lane as <see cref="ReciprocalAbove(int)"/>.</summary>
    /// <inheritdoc cref="ReciprocalAbove(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ReciprocalAbove(Vector128<int> counts) =>
        Vector128.AndNot(Vector128.Create(AboveOne) / Vector128.ConvertToSingle(counts), Vector128.Equals(counts, Vector128<int>.Zero).AsSingle());

    /// <inheritdoc cref="ReciprocalAbove(Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReciprocalAbove(Vector256<int> counts) =>
        Vector256.AndNot(Vector256.Create(AboveOne) / Vector256.ConvertToSingle(counts), Vector256.Equals(counts, Vector256<int>.Zero).AsSingle());

    /// <inheritdoc cref="ReciprocalAbove(Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ReciprocalAbove(Vector512<int> counts) =>
        Vector512.AndNot(Vector512.Create(AboveOne) / Vector512.ConvertToSingle(counts), Vector512.Equals(counts, Vector512<int>.Zero).AsSingle());

    /// <summary>
    /// A quotient rounded half away from zero, exactly: halves never fall below themselves, as the reciprocal is not too small,
    /// and nothing else comes as far as the next half, as long as the sum and the divisor are below 2^20.
    /// </summary>
    /// <param name="sums">The dividends.</param>
    /// <param name="scales">One over the divisors; see <see cref="ReciprocalAbove(int)"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SmallQuotient(int sums, float scales)
    {
        float quotient = sums * scales;
        return (int)(quotient + MathF.CopySign(0.5f, quotient));
    }

    /// <summary>Lane by lane as <see cref="SmallQuotient(int, float)"/>.</summary>
    /// <inheritdoc cref="SmallQuotient(int, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> SmallQuotient(Vector128<int> sums, Vector128<float> scales)
    {
        Vector128<float> quotient = Vector128.ConvertToSingle(sums) * scales;
        return Vector128.ConvertToInt32Native(quotient + Vector128.ConditionalSelect(Vector128.Create(-0f), quotient, Vector128.Create(0.5f)));
    }

    /// <inheritdoc cref="SmallQuotient(Vector128{int}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> SmallQuotient(Vector256<int> sums, Vector256<float> scales)
    {
        Vector256<float> quotient = Vector256.ConvertToSingle(sums) * scales;
        return Vector256.ConvertToInt32Native(quotient + Vector256.ConditionalSelect(Vector256.Create(-0f), quotient, Vector256.Create(0.5f)));
    }

    /// <inheritdoc cref="SmallQuotient(Vector128{int}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> SmallQuotient(Vector512<int> sums, Vector512<float> scales)
    {
        Vector512<float> quotient = Vector512.ConvertToSingle(sums) * scales;
        return Vector512.ConvertToInt32Native(quotient + Vector512.ConditionalSelect(Vector512.Create(-0f), quotient, Vector512.Create(0.5f)));
    }

    /// <summary>One over a number of taps in units of 2^-15, the next one above it; the largest there is for 1, and zero for zero.</summary>
    /// <param name="counts">The numbers of taps.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short ReciprocalAbove(short counts) => counts == 0 ? (short)0 : (short)int.Min((1 << 15) / counts + 1, short.MaxValue);

    /// <summary>Lane by lane as <see cref="ReciprocalAbove(short)"/>.</summary>
    /// <inheritdoc cref="ReciprocalAbove(short)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> ReciprocalAbove(Vector128<short> counts) =>
        Vector128.Narrow(FixedPointReciprocal(Vector128.WidenLower(counts)), FixedPointReciprocal(Vector128.WidenUpper(counts)));

    /// <inheritdoc cref="ReciprocalAbove(Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> ReciprocalAbove(Vector256<short> counts) =>
        Vector256.Narrow(FixedPointReciprocal(Vector256.WidenLower(counts)), FixedPointReciprocal(Vector256.WidenUpper(counts)));

    /// <inheritdoc cref="ReciprocalAbove(Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> ReciprocalAbove(Vector512<short> counts) =>
        Vector512.Narrow(FixedPointReciprocal(Vector512.WidenLower(counts)), FixedPointReciprocal(Vector512.WidenUpper(counts)));

    /// <summary>A quotient of few bytes rounded half away from zero, exactly for those divisors for which the planner has tried all sums.</summary>
    /// <param name="sums">The dividends.</param>
    /// <param name="scales">One over the divisors; see <see cref="ReciprocalAbove(short)"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short SmallQuotient(short sums, short scales) => (short)((sums * scales + (1 << 14)) >> 15);

    /// <summary>Lane by lane as <see cref="SmallQuotient(short, short)"/>: an instruction of every instruction set.</summary>
    /// <inheritdoc cref="SmallQuotient(short, short)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> SmallQuotient(Vector128<short> sums, Vector128<short> scales) =>
        Ssse3.IsSupported ? Ssse3.MultiplyHighRoundScale(sums, scales)
        : AdvSimd.IsSupported ? AdvSimd.MultiplyRoundedDoublingSaturateHigh(sums, scales)
        : Vector128.Narrow(
            FixedPointProduct(Vector128.WidenLower(sums), Vector128.WidenLower(scales)), FixedPointProduct(Vector128.WidenUpper(sums), Vector128.WidenUpper(scales)));

    /// <inheritdoc cref="SmallQuotient(Vector128{short}, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> SmallQuotient(Vector256<short> sums, Vector256<short> scales) =>
        Avx2.IsSupported ? Avx2.MultiplyHighRoundScale(sums, scales)
        : Vector256.Create(SmallQuotient(sums.GetLower(), scales.GetLower()), SmallQuotient(sums.GetUpper(), scales.GetUpper()));

    /// <inheritdoc cref="SmallQuotient(Vector128{short}, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> SmallQuotient(Vector512<short> sums, Vector512<short> scales) =>
        Avx512BW.IsSupported ? Avx512BW.MultiplyHighRoundScale(sums, scales)
        : Vector512.Create(SmallQuotient(sums.GetLower(), scales.GetLower()), SmallQuotient(sums.GetUpper(), scales.GetUpper()));

    /// <summary>See <see cref="ReciprocalAbove(short)"/>. The quotients of these floats are as far from whole numbers as counts are small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> FixedPointReciprocal(Vector128<int> counts)
    {
        Vector128<int> above = Vector128.ConvertToInt32Native(Vector128.Create(32768f) / Vector128.ConvertToSingle(Vector128.Max(counts, Vector128<int>.One))) + Vector128<int>.One;
        return Vector128.AndNot(Vector128.Min(above, Vector128.Create((int)short.MaxValue)), Vector128.Equals(counts, Vector128<int>.Zero));
    }

    /// <inheritdoc cref="FixedPointReciprocal(Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> FixedPointReciprocal(Vector256<int> counts)
    {
        Vector256<int> above = Vector256.ConvertToInt32Native(Vector256.Create(32768f) / Vector256.ConvertToSingle(Vector256.Max(counts, Vector256<int>.One))) + Vector256<int>.One;
        return Vector256.AndNot(Vector256.Min(above, Vector256.Create((int)short.MaxValue)), Vector256.Equals(counts, Vector256<int>.Zero));
    }

    /// <inheritdoc cref="FixedPointReciprocal(Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> FixedPointReciprocal(Vector512<int> counts)
    {
        Vector512<int> above = Vector512.ConvertToInt32Native(Vector512.Create(32768f) / Vector512.ConvertToSingle(Vector512.Max(counts, Vector512<int>.One))) + Vector512<int>.One;
        return Vector512.AndNot(Vector512.Min(above, Vector512.Create((int)short.MaxValue)), Vector512.Equals(counts, Vector512<int>.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> FixedPointProduct(Vector128<int> sums, Vector128<int> scales) => (sums * scales + Vector128.Create(1 << 14)) >> 15;
}
