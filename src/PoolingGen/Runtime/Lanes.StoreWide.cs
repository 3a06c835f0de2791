using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Stores of exact sums and of their quotients.</content>
public static partial class Lanes
{
    /// <summary>Writes a sum: to an integer element saturated, to a floating-point element rounded once.</summary>
    /// <typeparam name="U">The element in memory.</typeparam>
    /// <param name="at">Where the element of lane 0 goes.</param>
    /// <param name="sum">The sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWide1<U>(ref U at, Wide1 sum)
        where U : unmanaged =>
        at = Rounded<U>(ValueOf(sum.High, sum.Low));

    /// <summary>Writes the sums lane by lane: to integer elements saturated, to floating-point elements rounded once.</summary>
    /// <inheritdoc cref="StoreWide1{U}(ref U, Wide1)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWide128<U>(ref U at, Wide128 sum)
        where U : unmanaged
    {
        Vector128<long> high = sum.High;
        Vector128<long> low = sum.Low;
        StoreSums(ref at, ref Unsafe.As<Vector128<long>, long>(ref high), ref Unsafe.As<Vector128<long>, long>(ref low), Vector128<long>.Count);
    }

    /// <inheritdoc cref="StoreWide128{U}(ref U, Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWide256<U>(ref U at, Wide256 sum)
        where U : unmanaged
    {
        Vector256<long> high = sum.High;
        Vector256<long> low = sum.Low;
        StoreSums(ref at, ref Unsafe.As<Vector256<long>, long>(ref high), ref Unsafe.As<Vector256<long>, long>(ref low), Vector256<long>.Count);
    }

    /// <inheritdoc cref="StoreWide128{U}(ref U, Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWide512<U>(ref U at, Wide512 sum)
        where U : unmanaged
    {
        Vector512<long> high = sum.High;
        Vector512<long> low = sum.Low;
        StoreSums(ref at, ref Unsafe.As<Vector512<long>, long>(ref high), ref Unsafe.As<Vector512<long>, long>(ref low), Vector512<long>.Count);
    }

    /// <summary>Writes a sum: to an integer element saturated, to a floating-point element rounded once, if the row has its column.</summary>
    /// <typeparam name="U">The element in memory.</typeparam>
    /// <param name="row">The row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="sum">The sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideEdge1<U>(ref U row, nint column, nint extent, Wide1 sum)
        where U : unmanaged
    {
        if ((nuint)column < (nuint)extent)
        {
            StoreWide1(ref Unsafe.Add(ref row, column), sum);
        }
    }

    /// <summary>Writes the sums lane by lane: to integer elements saturated, to floating-point elements rounded once, where the row has their column.</summary>
    /// <inheritdoc cref="StoreWideEdge1{U}(ref U, nint, nint, Wide1)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideEdge128<U>(ref U row, nint column, nint extent, Wide128 sum)
        where U : unmanaged
    {
        Unsafe.SkipInit(out Elements elements);
        StoreWide128(ref Unsafe.As<Elements, U>(ref elements), sum);
        CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector128<long>.Count);
    }

    /// <inheritdoc cref="StoreWideEdge128{U}(ref U, nint, nint, Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideEdge256<U>(ref U row, nint column, nint extent, Wide256 sum)
        where U : unmanaged
    {
        Unsafe.SkipInit(out Elements elements);
        StoreWide256(ref Unsafe.As<Elements, U>(ref elements), sum);
        CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector256<long>.Count);
    }

    /// <inheritdoc cref="StoreWideEdge128{U}(ref U, nint, nint, Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideEdge512<U>(ref U row, nint column, nint extent, Wide512 sum)
        where U : unmanaged
    {
        Unsafe.SkipInit(out Elements elements);
        StoreWide512(ref Unsafe.As<Elements, U>(ref elements), sum);
        CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector512<long>.Count);
    }

    /// <summary>Writes a quotient, rounded as that of <see cref="StoreQuotient1{L, U}(ref U, L, L)"/>.</summary>
    /// <typeparam name="U">The element in memory.</typeparam>
    /// <param name="at">Where the element of lane 0 goes.</param>
    /// <param name="sum">The sums.</param>
    /// <param name="divisor">The divisors; may be negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideQuotient1<U>(ref U at, Wide1 sum, long divisor)
        where U : unmanaged =>
        at = Quotient<U>(ValueOf(sum.High, sum.Low), divisor);

    /// <summary>Writes the quotients lane by lane, rounded as those of <see cref="StoreQuotient128{L, U}(ref U, Vector128{L}, Vector128{L})"/>.</summary>
    /// <inheritdoc cref="StoreWideQuotient1{U}(ref U, Wide1, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideQuotient128<U>(ref U at, Wide128 sum, Vector128<long> divisor)
        where U : unmanaged
    {
        Vector128<long> high = sum.High;
        Vector128<long> low = sum.Low;
        Vector128<long> divisors = divisor;
        StoreQuotients(ref at, ref Unsafe.As<Vector128<long>, long>(ref high), ref Unsafe.As<Vector128<long>, long>(ref low), ref Unsafe.As<Vector128<long>, long>(ref divisors), Vector128<long>.Count);
    }

    /// <inheritdoc cref="StoreWideQuotient128{U}(ref U, Wide128, Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideQuotient256<U>(ref U at, Wide256 sum, Vector256<long> divisor)
        where U : unmanaged
    {
        Vector256<long> high = sum.High;
        Vector256<long> low = sum.Low;
        Vector256<long> divisors = divisor;
        StoreQuotients(ref at, ref Unsafe.As<Vector256<long>, long>(ref high), ref Unsafe.As<Vector256<long>, long>(ref low), ref Unsafe.As<Vector256<long>, long>(ref divisors), Vector256<long>.Count);
    }

    /// <inheritdoc cref="StoreWideQuotient128{U}(ref U, Wide128, Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideQuotient512<U>(ref U at, Wide512 sum, Vector512<long> divisor)
        where U : unmanaged
    {
        Vector512<long> high = sum.High;
        Vector512<long> low = sum.Low;
        Vector512<long> divisors = divisor;
        StoreQuotients(ref at, ref Unsafe.As<Vector512<long>, long>(ref high), ref Unsafe.As<Vector512<long>, long>(ref low), ref Unsafe.As<Vector512<long>, long>(ref divisors), Vector512<long>.Count);
    }

    /// <summary>Writes a quotient, rounded as that of <see cref="StoreQuotient1{L, U}(ref U, L, L)"/>, if the row has its column.</summary>
    /// <typeparam name="U">The element in memory.</typeparam>
    /// <param name="row">The row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="sum">The sums.</param>
    /// <param name="divisor">The divisors; may be negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideQuotientEdge1<U>(ref U row, nint column, nint extent, Wide1 sum, long divisor)
        where U : unmanaged
    {
        if ((nuint)column < (nuint)extent)
        {
            StoreWideQuotient1(ref Unsafe.Add(ref row, column), sum, divisor);
        }
    }

    /// <summary>Writes the quotients lane by lane, rounded as those of <see cref="StoreQuotient128{L, U}(ref U, Vector128{L}, Vector128{L})"/>, where the row has their column.</summary>
    /// <inheritdoc cref="StoreWideQuotientEdge1{U}(ref U, nint, nint, Wide1, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideQuotientEdge128<U>(ref U row, nint column, nint extent, Wide128 sum, Vector128<long> divisor)
        where U : unmanaged
    {
        Unsafe.SkipInit(out Elements elements);
        StoreWideQuotient128(ref Unsafe.As<Elements, U>(ref elements), sum, divisor);
        CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector128<long>.Count);
    }

    /// <inheritdoc cref="StoreWideQuotientEdge128{U}(ref U, nint, nint, Wide128, Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideQuotientEdge256<U>(ref U row, nint column, nint extent, Wide256 sum, Vector256<long> divisor)
        where U : unmanaged
    {
        Unsafe.SkipInit(out Elements elements);
        StoreWideQuotient256(ref Unsafe.As<Elements, U>(ref elements), sum, divisor);
        CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector256<long>.Count);
    }

    /// <inheritdoc cref="StoreWideQuotientEdge128{U}(ref U, nint, nint, Wide128, Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWideQuotientEdge512<U>(ref U row, nint column, nint extent, Wide512 sum, Vector512<long> divisor)
        where U : unmanaged
    {
        Unsafe.SkipInit(out Elements elements);
        StoreWideQuotient512(ref Unsafe.As<Elements, U>(ref elements), sum, divisor);
        CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector512<long>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Int128 ValueOf(long high, long low) => ((Int128)high << 32) + low;

    /// <summary>Sums one by one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreSums<U>(ref U at, ref long high, ref long low, int count)
        where U : unmanaged
    {
        for (int lane = 0; lane < count; lane++)
        {
            Unsafe.Add(ref at, lane) = Rounded<U>(ValueOf(Unsafe.Add(ref high, lane), Unsafe.Add(ref low, lane)));
        }
    }

    /// <summary>Quotients one by one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreQuotients<U>(ref U at, ref long high, ref long low, ref long divisors, int count)
        where U : unmanaged
    {
        for (int lane = 0; lane < count; lane++)
        {
            Unsafe.Add(ref at, lane) = Quotient<U>(ValueOf(Unsafe.Add(ref high, lane), Unsafe.Add(ref low, lane)), Unsafe.Add(ref divisors, lane));
        }
    }
}
