using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Loads of floats at the ends of a row, and masks of what lies inside it. Nothing outside the row is read.</content>
public static partial class Lanes
{
    /// <summary>The element at <paramref name="column"/>, or <paramref name="fill"/> if the row has no such column.</summary>
    /// <param name="row">The row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="fill">What lanes outside the row hold.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LoadEdge(ref float row, nint column, nint extent, float fill) =>
        (nuint)column < (nuint)extent ? Unsafe.Add(ref row, column) : fill;

    /// <summary>The elements from <paramref name="column"/> on; lanes outside the row hold <paramref name="fill"/>.</summary>
    /// <inheritdoc cref="LoadEdge(ref float, nint, nint, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector128<float> LoadEdge(ref float row, nint column, nint extent, Vector128<float> fill)
    {
        if (Avx.IsSupported)
        {
            Vector128<float> inside = Inside4(column, extent);
            fixed (float* first = &row)
            {
                return Vector128.ConditionalSelect(inside, Avx.MaskLoad(first + column, inside), fill);
            }
        }

        return LoadEdgeByParts(ref row, column, extent, fill);
    }

    /// <inheritdoc cref="LoadEdge(ref float, nint, nint, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<float> LoadEdge(ref float row, nint column, nint extent, Vector256<float> fill)
    {
        if (Avx2.IsSupported)
        {
            Vector256<float> inside = Inside8(column, extent);
            fixed (float* first = &row)
            {
                return Vector256.ConditionalSelect(inside, Avx.MaskLoad(first + column, inside), fill);
            }
        }

        return Vector256.Create(
            LoadEdge(ref row, column, extent, fill.GetLower()),
            LoadEdge(ref row, column + 4, extent, fill.GetUpper()));
    }

    /// <inheritdoc cref="LoadEdge(ref float, nint, nint, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector512<float> LoadEdge(ref float row, nint column, nint extent, Vector512<float> fill)
    {
        if (Avx512F.IsSupported)
        {
            fixed (float* first = &row)
            {
                return Avx512F.MaskLoad(first + column, Inside16(column, extent), fill);
            }
        }

        return Vector512.Create(
            LoadEdge(ref row, column, extent, fill.GetLower()),
            LoadEdge(ref row, column + 8, extent, fill.GetUpper()));
    }

    /// <summary>Without masked loads: a full vector from the nearest place inside the row, its lanes moved to where they belong.</summary>
    private static Vector128<float> LoadEdgeByParts(ref float row, nint column, nint extent, Vector128<float> fill)
    {
        if (extent < 4)
        {
            return Vector128.Create(
                LoadEdge(ref row, column, extent, fill.GetElement(0)),
                LoadEdge(ref row, column + 1, extent, fill.GetElement(1)),
                LoadEdge(ref row, column + 2, extent, fill.GetElement(2)),
                LoadEdge(ref row, column + 3, extent, fill.GetElement(3)));
        }

        nint nearest = nint.Clamp(column, 0, extent - 4);
        Vector128<float> loaded = Vector128.LoadUnsafe(ref row, (nuint)nearest);
        Vector128<int> lane = Vector128<int>.Indices + Vector128.Create((int)nint.Clamp(column - nearest, -4, 4));
        return Vector128.ConditionalSelect(Inside4(column, extent), Vector128.Shuffle(loaded, lane), fill);
    }

    /// <inheritdoc cref="Inside128{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Inside4(nint column, nint extent) => Inside128<float>(column, extent);

    /// <inheritdoc cref="Inside256{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Inside8(nint column, nint extent) => Inside256<float>(column, extent);

    /// <inheritdoc cref="Inside512{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Inside16(nint column, nint extent) => Inside512<float>(column, extent);

    /// <inheritdoc cref="InsideAll128{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> InsideAll4(nint position, nint extent) => InsideAll128<float>(position, extent);

    /// <inheritdoc cref="InsideAll256{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> InsideAll8(nint position, nint extent) => InsideAll256<float>(position, extent);

    /// <inheritdoc cref="InsideAll512{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> InsideAll16(nint position, nint extent) => InsideAll512<float>(position, extent);
}
