using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Stores at the ends of up to four rows that lie equally far apart. Nothing outside the rows is written.</content>
public static partial class Lanes
{
    /// <summary>Writes <paramref name="value"/> at <paramref name="column"/> if the row has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, float value)
    {
        if ((nuint)column < (nuint)extent)
        {
            Unsafe.Add(ref row, column) = value;
        }
    }

    /// <summary>Writes those lanes whose column the rows have.</summary>
    /// <param name="row">The first row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the rows.</param>
    /// <param name="extent">The number of columns of a row, after which the next row begins.</param>
    /// <param name="first">The elements of the first row from <paramref name="column"/> on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector128<float> first) =>
        StoreRows(ref row, column, extent, extent, 1, first, default, default, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector128<float> first, Vector128<float> second) =>
        StoreRows(ref row, column, extent, extent, 2, first, second, default, default);

    /// <summary>Writes those lanes whose column the rows have.</summary>
    /// <param name="row">The first row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the rows.</param>
    /// <param name="extent">The number of columns of a row.</param>
    /// <param name="pitch">How many elements the rows lie apart.</param>
    /// <param name="first">The elements of the first row from <paramref name="column"/> on.</param>
    /// <param name="second">The elements of the next row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, nint pitch, Vector128<float> first, Vector128<float> second) =>
        StoreRows(ref row, column, extent, pitch, 2, first, second, default, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector128<float> first, Vector128<float> second, Vector128<float> third) =>
        StoreRows(ref row, column, extent, extent, 3, first, second, third, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, nint, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, nint pitch, Vector128<float> first, Vector128<float> second, Vector128<float> third) =>
        StoreRows(ref row, column, extent, pitch, 3, first, second, third, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth) =>
        StoreRows(ref row, column, extent, extent, 4, first, second, third, fourth);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, nint, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, nint pitch, Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth) =>
        StoreRows(ref row, column, extent, pitch, 4, first, second, third, fourth);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector256<float> first) =>
        StoreRows(ref row, column, extent, extent, 1, first, default, default, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector256<float> first, Vector256<float> second) =>
        StoreRows(ref row, column, extent, extent, 2, first, second, default, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, nint, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, nint pitch, Vector256<float> first, Vector256<float> second) =>
        StoreRows(ref row, column, extent, pitch, 2, first, second, default, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector256<float> first, Vector256<float> second, Vector256<float> third) =>
        StoreRows(ref row, column, extent, extent, 3, first, second, third, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, nint, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, nint pitch, Vector256<float> first, Vector256<float> second, Vector256<float> third) =>
        StoreRows(ref row, column, extent, pitch, 3, first, second, third, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) =>
        StoreRows(ref row, column, extent, extent, 4, first, second, third, fourth);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, nint, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, nint pitch, Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) =>
        StoreRows(ref row, column, extent, pitch, 4, first, second, third, fourth);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector512<float> first) =>
        StoreRows(ref row, column, extent, extent, 1, first, default, default, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector512<float> first, Vector512<float> second) =>
        StoreRows(ref row, column, extent, extent, 2, first, second, default, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, nint, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, nint pitch, Vector512<float> first, Vector512<float> second) =>
        StoreRows(ref row, column, extent, pitch, 2, first, second, default, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector512<float> first, Vector512<float> second, Vector512<float> third) =>
        StoreRows(ref row, column, extent, extent, 3, first, second, third, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, nint, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, nint pitch, Vector512<float> first, Vector512<float> second, Vector512<float> third) =>
        StoreRows(ref row, column, extent, pitch, 3, first, second, third, default);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth) =>
        StoreRows(ref row, column, extent, extent, 4, first, second, third, fourth);

    /// <inheritdoc cref="StoreEdge(ref float, nint, nint, nint, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge(ref float row, nint column, nint extent, nint pitch, Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth) =>
        StoreRows(ref row, column, extent, pitch, 4, first, second, third, fourth);

    // The mask is written out again for each row: named, the JIT would take it from a mask register to a vector and back.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void StoreRows(
        ref float row, nint column, nint extent, nint pitch, int rows, Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth)
    {
        if (Avx512F.VL.IsSupported)
        {
            fixed (float* start = &row)
            {
                float* target = start + column;
                Avx512F.VL.MaskStore(target, Inside128<float>(column, extent), first);
                if (rows > 1)
                {
                    Avx512F.VL.MaskStore(target + pitch, Inside128<float>(column, extent), second);
                }

                if (rows > 2)
                {
                    Avx512F.VL.MaskStore(target + 2 * pitch, Inside128<float>(column, extent), third);
                }

                if (rows > 3)
                {
                    Avx512F.VL.MaskStore(target + 3 * pitch, Inside128<float>(column, extent), fourth);
                }
            }

            return;
        }

        StoreLanes(ref row, column, extent, first);
        if (rows > 1)
        {
            StoreLanes(ref Unsafe.Add(ref row, pitch), column, extent, second);
        }

        if (rows > 2)
        {
            StoreLanes(ref Unsafe.Add(ref row, 2 * pitch), column, extent, third);
        }

        if (rows > 3)
        {
            StoreLanes(ref Unsafe.Add(ref row, 3 * pitch), column, extent, fourth);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void StoreRows(
        ref float row, nint column, nint extent, nint pitch, int rows, Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth)
    {
        if (Avx512F.VL.IsSupported)
        {
            fixed (float* start = &row)
            {
                float* target = start + column;
                Avx512F.VL.MaskStore(target, Inside256<float>(column, extent), first);
                if (rows > 1)
                {
                    Avx512F.VL.MaskStore(target + pitch, Inside256<float>(column, extent), second);
                }

                if (rows > 2)
                {
                    Avx512F.VL.MaskStore(target + 2 * pitch, Inside256<float>(column, extent), third);
                }

                if (rows > 3)
                {
                    Avx512F.VL.MaskStore(target + 3 * pitch, Inside256<float>(column, extent), fourth);
                }
            }

            return;
        }

        // AVX2's masked store takes dozens of cycles on some processors.
        StoreRows(ref row, column, extent, pitch, rows, first.GetLower(), second.GetLower(), third.GetLower(), fourth.GetLower());
        StoreRows(ref row, column + 4, extent, pitch, rows, first.GetUpper(), second.GetUpper(), third.GetUpper(), fourth.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void StoreRows(
        ref float row, nint column, nint extent, nint pitch, int rows, Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth)
    {
        if (Avx512F.IsSupported)
        {
            fixed (float* start = &row)
            {
                float* target = start + column;
                Avx512F.MaskStore(target, Inside512<float>(column, extent), first);
                if (rows > 1)
                {
                    Avx512F.MaskStore(target + pitch, Inside512<float>(column, extent), second);
                }

                if (rows > 2)
                {
                    Avx512F.MaskStore(target + 2 * pitch, Inside512<float>(column, extent), third);
                }

                if (rows > 3)
                {
                    Avx512F.MaskStore(target + 3 * pitch, Inside512<float>(column, extent), fourth);
                }
            }

            return;
        }

        StoreRows(ref row, column, extent, pitch, rows, first.GetLower(), second.GetLower(), third.GetLower(), fourth.GetLower());
        StoreRows(ref row, column + 8, extent, pitch, rows, first.GetUpper(), second.GetUpper(), third.GetUpper(), fourth.GetUpper());
    }

    /// <summary>Without masked stores: a full vector if it fits, else element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLanes(ref float row, nint column, nint extent, Vector128<float> value)
    {
        if (column >= 0 && column + 4 <= extent)
        {
            value.StoreUnsafe(ref Unsafe.Add(ref row, column));
            return;
        }

        StoreEdge(ref row, column, extent, value.GetElement(0));
        StoreEdge(ref row, column + 1, extent, value.GetElement(1));
        StoreEdge(ref row, column + 2, extent, value.GetElement(2));
        StoreEdge(ref row, column + 3, extent, value.GetElement(3));
    }
}
