using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
}
