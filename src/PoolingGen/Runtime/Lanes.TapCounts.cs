using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>How many taps of neighbouring windows lie inside a row: what an average without padding divides by.</content>
public static partial class Lanes
{
    /// <summary>The number of taps of one window that lie inside the row.</summary>
    /// <typeparam name="L">The lane: float, double, short, int or long.</typeparam>
    /// <param name="firstTap">The column of the first window's first tap; may lie outside the row.</param>
    /// <param name="window">Taps of a window.</param>
    /// <param name="stride">Columns between the windows of neighbouring lanes.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="dilation">Columns between the taps of a window.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L TapCounts1<L>(nint firstTap, int window, int stride, nint extent, int dilation)
        where L : unmanaged
    {
        if (dilation == 1)
        {
            return FromInt64<L>(nint.Max(nint.Min(firstTap + window, extent) - nint.Max(firstTap, 0), 0));
        }

        // Taps before the row, and taps before its end: the least k with firstTap + k * dilation not below either.
        nint before = nint.Min(TapsBefore(-firstTap, dilation), window);
        nint inside = nint.Min(TapsBefore(extent - firstTap, dilation), window);
        return FromInt64<L>(inside - before);
    }

    /// <summary>Lane i: the number of taps of window i that lie inside the row.</summary>
    /// <inheritdoc cref="TapCounts1{L}(nint, int, int, nint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<L> TapCounts128<L>(nint firstTap, int window, int stride, nint extent, int dilation)
        where L : unmanaged
    {
        if (dilation == 1 && IsNarrow(window, stride))
        {
            return typeof(L) == typeof(float) ? Vector128.ConvertToSingle(NearTapCounts128(firstTap, window, stride, extent)).As<float, L>()
                : typeof(L) == typeof(int) ? NearTapCounts128(firstTap, window, stride, extent).As<int, L>()
                : typeof(L) == typeof(short) ? Vector128.Narrow(
                    NearTapCounts128(firstTap, window, stride, extent), NearTapCounts128(firstTap + Vector128<int>.Count * (nint)stride, window, stride, extent)).As<short, L>()
                : typeof(L) == typeof(double) ? Vector128.ConvertToDouble(Vector128.WidenLower(NearTapCounts128(firstTap, window, stride, extent))).As<double, L>()
                : Vector128.WidenLower(NearTapCounts128(firstTap, window, stride, extent)).As<long, L>();
        }

        Unsafe.SkipInit(out Vector128<L> lanes);
        for (int lane = 0; lane < Vector128<L>.Count; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector128<L>, L>(ref lanes), lane) = TapCounts1<L>(firstTap + lane * (nint)stride, window, stride, extent, dilation);
        }

        return lanes;
    }

    /// <inheritdoc cref="TapCounts128{L}(nint, int, int, nint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<L> TapCounts256<L>(nint firstTap, int window, int stride, nint extent, int dilation)
        where L : unmanaged
    {
        if (dilation == 1 && IsNarrow(window, stride))
        {
            return typeof(L) == typeof(float) ? Vector256.ConvertToSingle(NearTapCounts256(firstTap, window, stride, extent)).As<float, L>()
                : typeof(L) == typeof(int) ? NearTapCounts256(firstTap, window, stride, extent).As<int, L>()
                : typeof(L) == typeof(short) ? Vector256.Narrow(
                    NearTapCounts256(firstTap, window, stride, extent), NearTapCounts256(firstTap + Vector256<int>.Count * (nint)stride, window, stride, extent)).As<short, L>()
                : typeof(L) == typeof(double) ? Vector256.ConvertToDouble(WidenAll(NearTapCounts128(firstTap, window, stride, extent))).As<double, L>()
                : WidenAll(NearTapCounts128(firstTap, window, stride, extent)).As<long, L>();
        }

        Unsafe.SkipInit(out Vector256<L> lanes);
        for (int lane = 0; lane < Vector256<L>.Count; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector256<L>, L>(ref lanes), lane) = TapCounts1<L>(firstTap + lane * (nint)stride, window, stride, extent, dilation);
        }

        return lanes;
    }

    /// <inheritdoc cref="TapCounts128{L}(nint, int, int, nint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<L> TapCounts512<L>(nint firstTap, int window, int stride, nint extent, int dilation)
        where L : unmanaged
    {
        if (dilation == 1 && IsNarrow(window, stride))
        {
            return typeof(L) == typeof(float) ? Vector512.ConvertToSingle(NearTapCounts512(firstTap, window, stride, extent)).As<float, L>()
                : typeof(L) == typeof(int) ? NearTapCounts512(firstTap, window, stride, extent).As<int, L>()
                : typeof(L) == typeof(short) ? Vector512.Narrow(
                    NearTapCounts512(firstTap, window, stride, extent), NearTapCounts512(firstTap + Vector512<int>.Count * (nint)stride, window, stride, extent)).As<short, L>()
                : typeof(L) == typeof(double) ? Vector512.ConvertToDouble(WidenAll(NearTapCounts256(firstTap, window, stride, extent))).As<double, L>()
                : WidenAll(NearTapCounts256(firstTap, window, stride, extent)).As<long, L>();
        }

        Unsafe.SkipInit(out Vector512<L> lanes);
        for (int lane = 0; lane < Vector512<L>.Count; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector512<L>, L>(ref lanes), lane) = TapCounts1<L>(firstTap + lane * (nint)stride, window, stride, extent, dilation);
        }

        return lanes;
    }

    /// <summary>Tap counts without dilation, of narrow windows: relative to the first of them, where all values are small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> NearTapCounts128(nint firstTap, int window, int stride, nint extent)
    {
        Vector128<int> start = Vector128<int>.Indices * stride + Vector128.Create(Near(firstTap));
        Vector128<int> end = Vector128<int>.Indices * stride - Vector128.Create(Near(extent - firstTap));
        Vector128<int> before = Vector128.Max(-start, Vector128<int>.Zero);
        Vector128<int> inside = Vector128.Min(-end, Vector128.Create(window));
        return Vector128.Max(inside - before, Vector128<int>.Zero);
    }

    /// <inheritdoc cref="NearTapCounts128(nint, int, int, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> NearTapCounts256(nint firstTap, int window, int stride, nint extent)
    {
        Vector256<int> start = Vector256<int>.Indices * stride + Vector256.Create(Near(firstTap));
        Vector256<int> end = Vector256<int>.Indices * stride - Vector256.Create(Near(extent - firstTap));
        Vector256<int> before = Vector256.Max(-start, Vector256<int>.Zero);
        Vector256<int> inside = Vector256.Min(-end, Vector256.Create(window));
        return Vector256.Max(inside - before, Vector256<int>.Zero);
    }

    /// <inheritdoc cref="NearTapCounts128(nint, int, int, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> NearTapCounts512(nint firstTap, int window, int stride, nint extent)
    {
        Vector512<int> start = Vector512<int>.Indices * stride + Vector512.Create(Near(firstTap));
        Vector512<int> end = Vector512<int>.Indices * stride - Vector512.Create(Near(extent - firstTap));
        Vector512<int> before = Vector512.Max(-start, Vector512<int>.Zero);
        Vector512<int> inside = Vector512.Min(-end, Vector512.Create(window));
        return Vector512.Max(inside - before, Vector512<int>.Zero);
    }

    /// <summary>How many taps lie before a column that is so far from the first of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint TapsBefore(nint distance, int dilation) => distance <= 0 ? 0 : (distance + dilation - 1) / dilation;

    /// <summary>Whether 16 windows stay within what <see cref="Near"/> leaves alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNarrow(int window, int stride) => window < 1 << 20 && stride < 1 << 20;

    /// <summary>A distance of more than a billion counts as a billion: it does not matter to 16 narrow windows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Near(nint distance) => (int)nint.Min(nint.Max(distance, -(1 << 30)), 1 << 30);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> WidenAll(Vector128<int> value) =>
        Avx2.IsSupported ? Avx2.ConvertToVector256Int64(value) : Vector256.Create(Vector128.WidenLower(value), Vector128.WidenUpper(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> WidenAll(Vector256<int> value) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Int64(value) : Vector512.Create(Vector256.WidenLower(value), Vector256.WidenUpper(value));
}
