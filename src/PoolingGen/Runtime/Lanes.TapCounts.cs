using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>How many taps of neighbouring windows lie inside a row: what an average without padding divides by.</content>
public static partial class Lanes
{
    /// <summary>The number of taps of one window that lie inside the row.</summary>
    /// <param name="firstTap">The column of the first window's first tap; may lie outside the row.</param>
    /// <param name="window">Taps of a window.</param>
    /// <param name="stride">Columns between the windows of neighbouring lanes.</param>
    /// <param name="extent">The number of columns of the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float TapCounts1(nint firstTap, int window, int stride, nint extent) =>
        nint.Min(firstTap + window, extent) - nint.Max(firstTap, 0);

    /// <summary>Lane i: the number of taps of window i that lie inside the row.</summary>
    /// <inheritdoc cref="TapCounts1"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> TapCounts4(nint firstTap, int window, int stride, nint extent) =>
        Vector128.Create(
            TapCounts1(firstTap, window, stride, extent),
            TapCounts1(firstTap + stride, window, stride, extent),
            TapCounts1(firstTap + 2 * (nint)stride, window, stride, extent),
            TapCounts1(firstTap + 3 * (nint)stride, window, stride, extent));

    /// <inheritdoc cref="TapCounts4"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> TapCounts8(nint firstTap, int window, int stride, nint extent)
    {
        if (IsNarrow(window, stride))
        {
            // Relative to the first window, where all values are small.
            Vector256<int> start = Vector256<int>.Indices * stride + Vector256.Create(Near(firstTap));
            Vector256<int> end = Vector256<int>.Indices * stride - Vector256.Create(Near(extent - firstTap));
            Vector256<int> before = Vector256.Max(-start, Vector256<int>.Zero);
            Vector256<int> inside = Vector256.Min(-end, Vector256.Create(window));
            return Vector256.ConvertToSingle(inside - before);
        }

        return Vector256.Create(
            TapCounts4(firstTap, window, stride, extent),
            TapCounts4(firstTap + 4 * (nint)stride, window, stride, extent));
    }

    /// <inheritdoc cref="TapCounts4"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> TapCounts16(nint firstTap, int window, int stride, nint extent)
    {
        if (IsNarrow(window, stride))
        {
            Vector512<int> start = Vector512<int>.Indices * stride + Vector512.Create(Near(firstTap));
            Vector512<int> end = Vector512<int>.Indices * stride - Vector512.Create(Near(extent - firstTap));
            Vector512<int> before = Vector512.Max(-start, Vector512<int>.Zero);
            Vector512<int> inside = Vector512.Min(-end, Vector512.Create(window));
            return Vector512.ConvertToSingle(inside - before);
        }

        return Vector512.Create(
            TapCounts8(firstTap, window, stride, extent),
            TapCounts8(firstTap + 8 * (nint)stride, window, stride, extent));
    }

    /// <summary>One over a whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Reciprocal(float count, int most) => 1 / count;

    /// <summary>Lane by lane one over a whole number of at most <paramref name="most"/>, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Reciprocal(Vector128<float> counts, int most) => Vector128<float>.One / counts;

    /// <inheritdoc cref="Reciprocal(Vector128{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Reciprocal(Vector256<float> counts, int most) => Vector256<float>.One / counts;

    /// <inheritdoc cref="Reciprocal(Vector128{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Reciprocal(Vector512<float> counts, int most)
    {
        if (Avx512F.IsSupported && most < 16)
        {
            // A look-up takes three cycles, a division ten.
            Vector512<float> reciprocals = Vector512.Create(
                0, 1, 1f / 2, 1f / 3, 1f / 4, 1f / 5, 1f / 6, 1f / 7, 1f / 8, 1f / 9, 1f / 10, 1f / 11, 1f / 12, 1f / 13, 1f / 14, 1f / 15);
            return Avx512F.PermuteVar16x32(reciprocals, Avx512F.ConvertToVector512Int32(counts));
        }

        return Vector512<float>.One / counts;
    }

    /// <summary>Whether 16 windows stay within what <see cref="Near"/> leaves alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNarrow(int window, int stride) => window < 1 << 20 && stride < 1 << 20;

    /// <summary>A distance of more than a billion counts as a billion: it does not matter to 16 narrow windows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Near(nint distance) => (int)nint.Min(nint.Max(distance, -(1 << 30)), 1 << 30);
}
