using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>The windows of adaptive pooling, which differ in length: window o covers floor(o * extent / outputs) up to ceil((o + 1) * extent / outputs).</content>
public static partial class Lanes
{
    /// <summary>The first column of a window; zero behind the last window.</summary>
    /// <typeparam name="P">The position lane.</typeparam>
    /// <param name="output">The window of lane 0.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="outputs">The number of windows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static P WindowBegins1<P>(nint output, nint extent, nint outputs)
        where P : unmanaged =>
        FromInt64<P>(output < outputs ? output * (long)extent / outputs : 0);

    /// <summary>Lane i: the first column of window <paramref name="output"/> + i; zero behind the last window.</summary>
    /// <inheritdoc cref="WindowBegins1{P}(nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<P> WindowBegins128<P>(nint output, nint extent, nint outputs)
        where P : unmanaged
    {
        Unsafe.SkipInit(out Vector128<P> lanes);
        Divide(ref Unsafe.As<Vector128<P>, P>(ref lanes), Vector128<P>.Count, output * (long)extent, extent, outputs, outputs - output);
        return lanes;
    }

    /// <inheritdoc cref="WindowBegins128{P}(nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<P> WindowBegins256<P>(nint output, nint extent, nint outputs)
        where P : unmanaged
    {
        Unsafe.SkipInit(out Vector256<P> lanes);
        Divide(ref Unsafe.As<Vector256<P>, P>(ref lanes), Vector256<P>.Count, output * (long)extent, extent, outputs, outputs - output);
        return lanes;
    }

    /// <inheritdoc cref="WindowBegins128{P}(nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<P> WindowBegins512<P>(nint output, nint extent, nint outputs)
        where P : unmanaged
    {
        Unsafe.SkipInit(out Vector512<P> lanes);
        Divide(ref Unsafe.As<Vector512<P>, P>(ref lanes), Vector512<P>.Count, output * (long)extent, extent, outputs, outputs - output);
        return lanes;
    }

    /// <summary>The column behind the last one of a window; zero behind the last window.</summary>
    /// <inheritdoc cref="WindowBegins1{P}(nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static P WindowEnds1<P>(nint output, nint extent, nint outputs)
        where P : unmanaged =>
        FromInt64<P>(output < outputs ? ((output + 1) * (long)extent + outputs - 1) / outputs : 0);

    /// <summary>Lane i: the column behind window <paramref name="output"/> + i; zero behind the last window.</summary>
    /// <inheritdoc cref="WindowEnds1{P}(nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<P> WindowEnds128<P>(nint output, nint extent, nint outputs)
        where P : unmanaged
    {
        Unsafe.SkipInit(out Vector128<P> lanes);
        Divide(ref Unsafe.As<Vector128<P>, P>(ref lanes), Vector128<P>.Count, (output + 1) * (long)extent + outputs - 1, extent, outputs, outputs - output);
        return lanes;
    }

    /// <inheritdoc cref="WindowEnds128{P}(nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<P> WindowEnds256<P>(nint output, nint extent, nint outputs)
        where P : unmanaged
    {
        Unsafe.SkipInit(out Vector256<P> lanes);
        Divide(ref Unsafe.As<Vector256<P>, P>(ref lanes), Vector256<P>.Count, (output + 1) * (long)extent + outputs - 1, extent, outputs, outputs - output);
        return lanes;
    }

    /// <inheritdoc cref="WindowEnds128{P}(nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<P> WindowEnds512<P>(nint output, nint extent, nint outputs)
        where P : unmanaged
    {
        Unsafe.SkipInit(out Vector512<P> lanes);
        Divide(ref Unsafe.As<Vector512<P>, P>(ref lanes), Vector512<P>.Count, (output + 1) * (long)extent + outputs - 1, extent, outputs, outputs - output);
        return lanes;
    }

    /// <summary>Lane i: floor((<paramref name="dividend"/> + i * <paramref name="step"/>) / <paramref name="divisor"/>), zero from lane <paramref name="count"/> on.</summary>
    /// <remarks>Divides once: from lane to lane the quotient and the remainder grow by those of the step.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Divide<P>(ref P lanes, int length, long dividend, long step, long divisor, long count)
        where P : unmanaged
    {
        (long quotient, long remainder) = long.DivRem(dividend, divisor);
        (long quotientStep, long remainderStep) = long.DivRem(step, divisor);
        for (int lane = 0; lane < length; lane++)
        {
            Unsafe.Add(ref lanes, lane) = FromInt64<P>(lane < count ? quotient : 0);
            long carry = remainder + remainderStep >= divisor ? 1 : 0;
            quotient += quotientStep + carry;
            remainder += remainderStep - carry * divisor;
        }
    }
}
