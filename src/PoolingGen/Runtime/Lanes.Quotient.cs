using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Stores of integer averages: a sum divided and rounded.</content>
public static partial class Lanes
{
    /// <summary>
    /// Writes a quotient: to an integer element rounded half away from zero and saturated; to a floating-point element the
    /// quotient of the converted operands, each rounded once. Zero if the divisor is zero.
    /// </summary>
    /// <typeparam name="L">The lane, int or long.</typeparam>
    /// <typeparam name="U">The element in memory.</typeparam>
    /// <param name="at">Where the element of lane 0 goes.</param>
    /// <param name="sum">The dividends, exact.</param>
    /// <param name="divisor">The divisors; may be negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuotient1<L, U>(ref U at, L sum, L divisor)
        where L : unmanaged
        where U : unmanaged =>
        at = Quotient<U>(ToInt64(sum), ToInt64(divisor));

    /// <summary>
    /// Writes the quotients lane by lane: to integer elements rounded half away from zero and saturated; to floating-point
    /// elements the quotients of the converted operands, each rounded once. Zero where the divisor is zero.
    /// </summary>
    /// <inheritdoc cref="StoreQuotient1{L, U}(ref U, L, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuotient128<L, U>(ref U at, Vector128<L> sum, Vector128<L> divisor)
        where L : unmanaged
        where U : unmanaged
    {
        Vector128<L> isZero = Vector128.Equals(divisor, Vector128<L>.Zero);
        if (typeof(L) == typeof(int) && typeof(U) == typeof(float))
        {
            Vector128<float> quotient = Vector128.ConvertToSingle(sum.AsInt32()) / Vector128.ConvertToSingle(divisor.AsInt32());
            Vector128.AndNot(quotient, isZero.AsSingle()).StoreUnsafe(ref Unsafe.As<U, float>(ref at));
        }
        else if (typeof(L) == typeof(int) && !IsFloating<U>() && AreSmall(sum.AsInt32(), divisor.AsInt32()))
        {
            Store128(ref at, Vector128.AndNot(SmallQuotient(sum.AsInt32(), divisor.AsInt32()), isZero.AsInt32()));
        }
        else if (typeof(L) == typeof(long) && !IsFloating<U>() && AreSmall(sum.AsInt64(), divisor.AsInt64()))
        {
            Store128(ref at, Vector128.AndNot(SmallQuotient(sum.AsInt64(), divisor.AsInt64()), isZero.AsInt64()));
        }
        else if (typeof(L) == typeof(long) && typeof(U) == typeof(double))
        {
            Vector128<double> quotient = Vector128.ConvertToDouble(sum.AsInt64()) / Vector128.ConvertToDouble(divisor.AsInt64());
            Vector128.AndNot(quotient, isZero.AsDouble()).StoreUnsafe(ref Unsafe.As<U, double>(ref at));
        }
        else
        {
            Vector128<L> sums = sum;
            Vector128<L> divisors = divisor;
            StoreQuotients(ref at, ref Unsafe.As<Vector128<L>, L>(ref sums), ref Unsafe.As<Vector128<L>, L>(ref divisors), Vector128<L>.Count);
        }
    }

    /// <inheritdoc cref="StoreQuotient128{L, U}(ref U, Vector128{L}, Vector128{L})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuotient256<L, U>(ref U at, Vector256<L> sum, Vector256<L> divisor)
        where L : unmanaged
        where U : unmanaged
    {
        Vector256<L> isZero = Vector256.Equals(divisor, Vector256<L>.Zero);
        if (typeof(L) == typeof(int) && typeof(U) == typeof(float))
        {
            Vector256<float> quotient = Vector256.ConvertToSingle(sum.AsInt32()) / Vector256.ConvertToSingle(divisor.AsInt32());
            Vector256.AndNot(quotient, isZero.AsSingle()).StoreUnsafe(ref Unsafe.As<U, float>(ref at));
        }
        else if (typeof(L) == typeof(int) && !IsFloating<U>() && AreSmall(sum.AsInt32(), divisor.AsInt32()))
        {
            Store256(ref at, Vector256.AndNot(SmallQuotient(sum.AsInt32(), divisor.AsInt32()), isZero.AsInt32()));
        }
        else if (typeof(L) == typeof(long) && !IsFloating<U>() && AreSmall(sum.AsInt64(), divisor.AsInt64()))
        {
            Store256(ref at, Vector256.AndNot(SmallQuotient(sum.AsInt64(), divisor.AsInt64()), isZero.AsInt64()));
        }
        else if (typeof(L) == typeof(long) && typeof(U) == typeof(double))
        {
            Vector256<double> quotient = Vector256.ConvertToDouble(sum.AsInt64()) / Vector256.ConvertToDouble(divisor.AsInt64());
            Vector256.AndNot(quotient, isZero.AsDouble()).StoreUnsafe(ref Unsafe.As<U, double>(ref at));
        }
        else
        {
            Vector256<L> sums = sum;
            Vector256<L> divisors = divisor;
            StoreQuotients(ref at, ref Unsafe.As<Vector256<L>, L>(ref sums), ref Unsafe.As<Vector256<L>, L>(ref divisors), Vector256<L>.Count);
        }
    }

    /// <inheritdoc cref="StoreQuotient128{L, U}(ref U, Vector128{L}, Vector128{L})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuotient512<L, U>(ref U at, Vector512<L> sum, Vector512<L> divisor)
        where L : unmanaged
        where U : unmanaged
    {
        Vector512<L> isZero = Vector512.Equals(divisor, Vector512<L>.Zero);
        if (typeof(L) == typeof(int) && typeof(U) == typeof(float))
        {
            Vector512<float> quotient = Vector512.ConvertToSingle(sum.AsInt32()) / Vector512.ConvertToSingle(divisor.AsInt32());
            Vector512.AndNot(quotient, isZero.AsSingle()).StoreUnsafe(ref Unsafe.As<U, float>(ref at));
        }
        else if (typeof(L) == typeof(int) && !IsFloating<U>() && AreSmall(sum.AsInt32(), divisor.AsInt32()))
        {
            Store512(ref at, Vector512.AndNot(SmallQuotient(sum.AsInt32(), divisor.AsInt32()), isZero.AsInt32()));
        }
        else if (typeof(L) == typeof(long) && !IsFloating<U>() && AreSmall(sum.AsInt64(), divisor.AsInt64()))
        {
            Store512(ref at, Vector512.AndNot(SmallQuotient(sum.AsInt64(), divisor.AsInt64()), isZero.AsInt64()));
        }
        else if (typeof(L) == typeof(long) && typeof(U) == typeof(double))
        {
            Vector512<double> quotient = Vector512.ConvertToDouble(sum.AsInt64()) / Vector512.ConvertToDouble(divisor.AsInt64());
            Vector512.AndNot(quotient, isZero.AsDouble()).StoreUnsafe(ref Unsafe.As<U, double>(ref at));
        }
        else
        {
            Vector512<L> sums = sum;
            Vector512<L> divisors = divisor;
            StoreQuotients(ref at, ref Unsafe.As<Vector512<L>, L>(ref sums), ref Unsafe.As<Vector512<L>, L>(ref divisors), Vector512<L>.Count);
        }
    }

    /// <summary>Writes a quotient as <see cref="StoreQuotient1{L, U}(ref U, L, L)"/> does, if the row has its column.</summary>
    /// <typeparam name="L">The lane, int or long.</typeparam>
    /// <typeparam name="U">The element in memory.</typeparam>
    /// <param name="row">The row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="sum">The dividends, exact.</param>
    /// <param name="divisor">The divisors; may be negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuotientEdge1<L, U>(ref U row, nint column, nint extent, L sum, L divisor)
        where L : unmanaged
        where U : unmanaged
    {
        if ((nuint)column < (nuint)extent)
        {
            StoreQuotient1(ref Unsafe.Add(ref row, column), sum, divisor);
        }
    }

    /// <summary>Writes those quotients whose column the row has, as <see cref="StoreQuotient128{L, U}(ref U, Vector128{L}, Vector128{L})"/> does.</summary>
    /// <inheritdoc cref="StoreQuotientEdge1{L, U}(ref U, nint, nint, L, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuotientEdge128<L, U>(ref U row, nint column, nint extent, Vector128<L> sum, Vector128<L> divisor)
        where L : unmanaged
        where U : unmanaged
    {
        Unsafe.SkipInit(out Elements elements);
        StoreQuotient128(ref Unsafe.As<Elements, U>(ref elements), sum, divisor);
        CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector128<L>.Count);
    }

    /// <inheritdoc cref="StoreQuotientEdge128{L, U}(ref U, nint, nint, Vector128{L}, Vector128{L})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuotientEdge256<L, U>(ref U row, nint column, nint extent, Vector256<L> sum, Vector256<L> divisor)
        where L : unmanaged
        where U : unmanaged
    {
        Unsafe.SkipInit(out Elements elements);
        StoreQuotient256(ref Unsafe.As<Elements, U>(ref elements), sum, divisor);
        CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector256<L>.Count);
    }

    /// <inheritdoc cref="StoreQuotientEdge128{L, U}(ref U, nint, nint, Vector128{L}, Vector128{L})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuotientEdge512<L, U>(ref U row, nint column, nint extent, Vector512<L> sum, Vector512<L> divisor)
        where L : unmanaged
        where U : unmanaged
    {
        Unsafe.SkipInit(out Elements elements);
        StoreQuotient512(ref Unsafe.As<Elements, U>(ref elements), sum, divisor);
        CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector512<L>.Count);
    }

    /// <summary>Quotients of any size, one by one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreQuotients<L, U>(ref U at, ref L sums, ref L divisors, int count)
        where L : unmanaged
        where U : unmanaged
    {
        for (int lane = 0; lane < count; lane++)
        {
            StoreQuotient1(ref Unsafe.Add(ref at, lane), Unsafe.Add(ref sums, lane), Unsafe.Add(ref divisors, lane));
        }
    }

    /// <summary>Whether floats round the quotients right: with operands below 2^21 a quotient is further from the next half than floats err.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSmall(Vector128<int> sum, Vector128<int> divisor) =>
        Vector128.LessThanAll((Vector128.Abs(sum) | Vector128.Abs(divisor)).AsUInt32(), Vector128.Create(1u << 21));

    /// <inheritdoc cref="AreSmall(Vector128{int}, Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSmall(Vector256<int> sum, Vector256<int> divisor) =>
        Vector256.LessThanAll((Vector256.Abs(sum) | Vector256.Abs(divisor)).AsUInt32(), Vector256.Create(1u << 21));

    /// <inheritdoc cref="AreSmall(Vector128{int}, Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSmall(Vector512<int> sum, Vector512<int> divisor) =>
        Vector512.LessThanAll((Vector512.Abs(sum) | Vector512.Abs(divisor)).AsUInt32(), Vector512.Create(1u << 21));

    /// <summary>Whether doubles round the quotients right: with operands below 2^49 a quotient is further from the next half than doubles err.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSmall(Vector128<long> sum, Vector128<long> divisor) =>
        Vector128.LessThanAll((Vector128.Abs(sum) | Vector128.Abs(divisor)).AsUInt64(), Vector128.Create(1ul << 49));

    /// <inheritdoc cref="AreSmall(Vector128{long}, Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSmall(Vector256<long> sum, Vector256<long> divisor) =>
        Vector256.LessThanAll((Vector256.Abs(sum) | Vector256.Abs(divisor)).AsUInt64(), Vector256.Create(1ul << 49));

    /// <inheritdoc cref="AreSmall(Vector128{long}, Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSmall(Vector512<long> sum, Vector512<long> divisor) =>
        Vector512.LessThanAll((Vector512.Abs(sum) | Vector512.Abs(divisor)).AsUInt64(), Vector512.Create(1ul << 49));

    /// <summary>Quotients of small operands, rounded half away from zero; anything for a divisor of zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> SmallQuotient(Vector128<int> sum, Vector128<int> divisor)
    {
        Vector128<float> quotient = Vector128.ConvertToSingle(sum) / Vector128.ConvertToSingle(divisor);
        return Vector128.ConvertToInt32Native(quotient + Vector128.ConditionalSelect(Vector128.Create(-0f), quotient, Vector128.Create(0.5f)));
    }

    /// <inheritdoc cref="SmallQuotient(Vector128{int}, Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> SmallQuotient(Vector256<int> sum, Vector256<int> divisor)
    {
        Vector256<float> quotient = Vector256.ConvertToSingle(sum) / Vector256.ConvertToSingle(divisor);
        return Vector256.ConvertToInt32Native(quotient + Vector256.ConditionalSelect(Vector256.Create(-0f), quotient, Vector256.Create(0.5f)));
    }

    /// <inheritdoc cref="SmallQuotient(Vector128{int}, Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> SmallQuotient(Vector512<int> sum, Vector512<int> divisor)
    {
        Vector512<float> quotient = Vector512.ConvertToSingle(sum) / Vector512.ConvertToSingle(divisor);
        return Vector512.ConvertToInt32Native(quotient + Vector512.ConditionalSelect(Vector512.Create(-0f), quotient, Vector512.Create(0.5f)));
    }

    /// <summary>Quotients of small operands, rounded half away from zero; anything for a divisor of zero.</summary>
    /// <remarks>Beside 2^52 + 2^51 the last digit of a double is one, so adding that converts from and to an integer.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> SmallQuotient(Vector128<long> sum, Vector128<long> divisor)
    {
        Vector128<double> ones = Vector128.Create(6755399441055744.0);
        Vector128<double> quotient = ((sum + ones.AsInt64()).AsDouble() - ones) / ((divisor + ones.AsInt64()).AsDouble() - ones);
        Vector128<double> rounded = Vector128.Truncate(quotient + Vector128.ConditionalSelect(Vector128.Create(-0.0), quotient, Vector128.Create(0.5)));
        return (rounded + ones).AsInt64() - ones.AsInt64();
    }

    /// <inheritdoc cref="SmallQuotient(Vector128{long}, Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> SmallQuotient(Vector256<long> sum, Vector256<long> divisor)
    {
        Vector256<double> ones = Vector256.Create(6755399441055744.0);
        Vector256<double> quotient = ((sum + ones.AsInt64()).AsDouble() - ones) / ((divisor + ones.AsInt64()).AsDouble() - ones);
        Vector256<double> rounded = Vector256.Truncate(quotient + Vector256.ConditionalSelect(Vector256.Create(-0.0), quotient, Vector256.Create(0.5)));
        return (rounded + ones).AsInt64() - ones.AsInt64();
    }

    /// <inheritdoc cref="SmallQuotient(Vector128{long}, Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> SmallQuotient(Vector512<long> sum, Vector512<long> divisor)
    {
        Vector512<double> ones = Vector512.Create(6755399441055744.0);
        Vector512<double> quotient = ((sum + ones.AsInt64()).AsDouble() - ones) / ((divisor + ones.AsInt64()).AsDouble() - ones);
        Vector512<double> rounded = Vector512.Truncate(quotient + Vector512.ConditionalSelect(Vector512.Create(-0.0), quotient, Vector512.Create(0.5)));
        return (rounded + ones).AsInt64() - ones.AsInt64();
    }
}
