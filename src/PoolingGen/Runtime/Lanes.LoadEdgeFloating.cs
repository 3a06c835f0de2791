using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>
/// Loads of floating-point numbers at the ends of a row. One method that serves all types costs the JIT more than it has to
/// spend on inlining where a kernel has many of them.
/// </content>
public static unsafe partial class Lanes
{
    /// <inheritdoc cref="LoadEdge1{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LoadEdge(ref float row, nint column, nint extent, float fill) =>
        (nuint)column < (nuint)extent ? Unsafe.Add(ref row, column) : fill;

    /// <inheritdoc cref="LoadEdge128{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadEdge(ref float row, nint column, nint extent, Vector128<float> fill)
    {
        if (Avx.IsSupported)
        {
            Vector128<float> inside = Inside128<float>(column, extent);
            fixed (float* first = &row)
            {
                return Vector128.ConditionalSelect(inside, Avx.MaskLoad(first + column, inside), fill);
            }
        }

        return LoadEdge128<float, float>(ref row, column, extent, fill.ToScalar());
    }

    /// <inheritdoc cref="LoadEdge128{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadEdge(ref float row, nint column, nint extent, Vector256<float> fill)
    {
        if (Avx2.IsSupported)
        {
            Vector256<float> inside = Inside256<float>(column, extent);
            fixed (float* first = &row)
            {
                return Vector256.ConditionalSelect(inside, Avx.MaskLoad(first + column, inside), fill);
            }
        }

        return LoadEdge256<float, float>(ref row, column, extent, fill.ToScalar());
    }

    /// <inheritdoc cref="LoadEdge128{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadEdge(ref float row, nint column, nint extent, Vector512<float> fill)
    {
        if (Avx512F.IsSupported)
        {
            fixed (float* first = &row)
            {
                return Avx512F.MaskLoad(first + column, Inside512<float>(column, extent), fill);
            }
        }

        return LoadEdge512<float, float>(ref row, column, extent, fill.ToScalar());
    }

    /// <inheritdoc cref="LoadEdge1{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double LoadEdge(ref double row, nint column, nint extent, double fill) =>
        (nuint)column < (nuint)extent ? Unsafe.Add(ref row, column) : fill;

    /// <inheritdoc cref="LoadEdge128{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LoadEdge(ref double row, nint column, nint extent, Vector128<double> fill)
    {
        if (Avx.IsSupported)
        {
            Vector128<double> inside = Inside128<double>(column, extent);
            fixed (double* first = &row)
            {
                return Vector128.ConditionalSelect(inside, Avx.MaskLoad(first + column, inside), fill);
            }
        }

        return LoadEdge128<double, double>(ref row, column, extent, fill.ToScalar());
    }

    /// <inheritdoc cref="LoadEdge128{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadEdge(ref double row, nint column, nint extent, Vector256<double> fill)
    {
        if (Avx2.IsSupported)
        {
            Vector256<double> inside = Inside256<double>(column, extent);
            fixed (double* first = &row)
            {
                return Vector256.ConditionalSelect(inside, Avx.MaskLoad(first + column, inside), fill);
            }
        }

        return LoadEdge256<double, double>(ref row, column, extent, fill.ToScalar());
    }

    /// <inheritdoc cref="LoadEdge128{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadEdge(ref double row, nint column, nint extent, Vector512<double> fill)
    {
        if (Avx512F.IsSupported)
        {
            fixed (double* first = &row)
            {
                return Avx512F.MaskLoad(first + column, Inside512<double>(column, extent), fill);
            }
        }

        return LoadEdge512<double, double>(ref row, column, extent, fill.ToScalar());
    }
}
