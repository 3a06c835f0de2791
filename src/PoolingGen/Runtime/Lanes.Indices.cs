using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Positions of taps as the indices that a kernel returns.</content>
public static partial class Lanes
{
    /// <summary>Writes the index of a position, or -1 where there is no tap.</summary>
    /// <typeparam name="P">The position lane.</typeparam>
    /// <typeparam name="I">The index in memory, int or long.</typeparam>
    /// <param name="at">Where the index of lane 0 goes.</param>
    /// <param name="positions">The positions; the largest of their type stands for no tap.</param>
    /// <param name="scale">What a position is multiplied by.</param>
    /// <param name="offset">What is added.</param>
    /// <param name="step">What is added again for every further lane.</param>
    /// <param name="mayBeNone">Whether there may be no tap. A constant where it is inlined.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices1<P, I>(ref I at, P positions, nint scale, nint offset, nint step, bool mayBeNone = true)
        where P : unmanaged
        where I : unmanaged =>
        at = FromInt64<I>(mayBeNone && ToInt64(positions) == Highest<P>() ? -1 : ToInt64(positions) * scale + offset);

    /// <summary>Writes the index of each position, position * scale + offset + lane * step, or -1 where there is no tap.</summary>
    /// <inheritdoc cref="StoreIndices1{P, I}(ref I, P, nint, nint, nint, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices128<P, I>(ref I at, Vector128<P> positions, nint scale, nint offset, nint step, bool mayBeNone = true)
        where P : unmanaged
        where I : unmanaged
    {
        if (typeof(P) == typeof(int) && typeof(I) == typeof(long))
        {
            Vector128<long> lower = IndexOf(Vector128.WidenLower(positions.AsInt32()), int.MaxValue, scale, offset, step, mayBeNone);
            Vector128<long> upper = IndexOf(Vector128.WidenUpper(positions.AsInt32()), int.MaxValue, scale, offset + Vector128<long>.Count * step, step, mayBeNone);
            lower.StoreUnsafe(ref Unsafe.As<I, long>(ref at));
            upper.StoreUnsafe(ref Unsafe.As<I, long>(ref at), (nuint)Vector128<long>.Count);
        }
        else
        {
            StoreNarrow(ref Unsafe.As<I, byte>(ref at), IndexOf(positions, Highest<P>(), scale, offset, step, mayBeNone), Unsafe.SizeOf<I>());
        }
    }

    /// <inheritdoc cref="StoreIndices128{P, I}(ref I, Vector128{P}, nint, nint, nint, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices256<P, I>(ref I at, Vector256<P> positions, nint scale, nint offset, nint step, bool mayBeNone = true)
        where P : unmanaged
        where I : unmanaged
    {
        if (typeof(P) == typeof(int) && typeof(I) == typeof(long))
        {
            Vector256<long> lower = IndexOf(Vector256.WidenLower(positions.AsInt32()), int.MaxValue, scale, offset, step, mayBeNone);
            Vector256<long> upper = IndexOf(Vector256.WidenUpper(positions.AsInt32()), int.MaxValue, scale, offset + Vector256<long>.Count * step, step, mayBeNone);
            lower.StoreUnsafe(ref Unsafe.As<I, long>(ref at));
            upper.StoreUnsafe(ref Unsafe.As<I, long>(ref at), (nuint)Vector256<long>.Count);
        }
        else
        {
            StoreNarrow(ref Unsafe.As<I, byte>(ref at), IndexOf(positions, Highest<P>(), scale, offset, step, mayBeNone), Unsafe.SizeOf<I>());
        }
    }

    /// <inheritdoc cref="StoreIndices128{P, I}(ref I, Vector128{P}, nint, nint, nint, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices512<P, I>(ref I at, Vector512<P> positions, nint scale, nint offset, nint step, bool mayBeNone = true)
        where P : unmanaged
        where I : unmanaged
    {
        if (typeof(P) == typeof(int) && typeof(I) == typeof(long))
        {
            Vector512<long> lower = IndexOf(Vector512.WidenLower(positions.AsInt32()), int.MaxValue, scale, offset, step, mayBeNone);
            Vector512<long> upper = IndexOf(Vector512.WidenUpper(positions.AsInt32()), int.MaxValue, scale, offset + Vector512<long>.Count * step, step, mayBeNone);
            lower.StoreUnsafe(ref Unsafe.As<I, long>(ref at));
            upper.StoreUnsafe(ref Unsafe.As<I, long>(ref at), (nuint)Vector512<long>.Count);
        }
        else
        {
            StoreNarrow(ref Unsafe.As<I, byte>(ref at), IndexOf(positions, Highest<P>(), scale, offset, step, mayBeNone), Unsafe.SizeOf<I>());
        }
    }

    /// <summary>Writes an index as <see cref="StoreIndices1{P, I}(ref I, P, nint, nint, nint, bool)"/> does, if the row has its column.</summary>
    /// <typeparam name="P">The position lane.</typeparam>
    /// <typeparam name="I">The index in memory, int or long.</typeparam>
    /// <param name="row">The row's first index.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="positions">The positions; the largest of their type stands for no tap.</param>
    /// <param name="scale">What a position is multiplied by.</param>
    /// <param name="offset">What is added.</param>
    /// <param name="step">What is added again for every further lane.</param>
    /// <param name="mayBeNone">Whether there may be no tap. A constant where it is inlined.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndicesEdge1<P, I>(ref I row, nint column, nint extent, P positions, nint scale, nint offset, nint step, bool mayBeNone = true)
        where P : unmanaged
        where I : unmanaged
    {
        if ((nuint)column < (nuint)extent)
        {
            StoreIndices1(ref Unsafe.Add(ref row, column), positions, scale, offset, step, mayBeNone);
        }
    }

    /// <summary>Writes those indices whose column the row has, as <see cref="StoreIndices128{P, I}(ref I, Vector128{P}, nint, nint, nint, bool)"/> does.</summary>
    /// <inheritdoc cref="StoreIndicesEdge1{P, I}(ref I, nint, nint, P, nint, nint, nint, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndicesEdge128<P, I>(ref I row, nint column, nint extent, Vector128<P> positions, nint scale, nint offset, nint step, bool mayBeNone = true)
        where P : unmanaged
        where I : unmanaged
    {
        if (HasMaskedStores<I>() && typeof(P) == typeof(int) && typeof(I) == typeof(long))
        {
            Vector128<long> lower = IndexOf(Vector128.WidenLower(positions.AsInt32()), int.MaxValue, scale, offset, step, mayBeNone);
            Vector128<long> upper = IndexOf(Vector128.WidenUpper(positions.AsInt32()), int.MaxValue, scale, offset + Vector128<long>.Count * step, step, mayBeNone);
            StoreMasked(ref Unsafe.As<I, long>(ref row), column, extent, lower);
            StoreMasked(ref Unsafe.As<I, long>(ref row), column + Vector128<long>.Count, extent, upper);
        }
        else if (HasMaskedStores<I>() && typeof(P) == typeof(I))
        {
            StoreMasked(ref Unsafe.As<I, P>(ref row), column, extent, IndexOf(positions, Highest<P>(), scale, offset, step, mayBeNone));
        }
        else
        {
            Unsafe.SkipInit(out Elements elements);
            StoreIndices128(ref Unsafe.As<Elements, I>(ref elements), positions, scale, offset, step, mayBeNone);
            CopyInside(ref row, column, extent, ref Unsafe.As<Elements, I>(ref elements), Vector128<P>.Count);
        }
    }

    /// <inheritdoc cref="StoreIndicesEdge128{P, I}(ref I, nint, nint, Vector128{P}, nint, nint, nint, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndicesEdge256<P, I>(ref I row, nint column, nint extent, Vector256<P> positions, nint scale, nint offset, nint step, bool mayBeNone = true)
        where P : unmanaged
        where I : unmanaged
    {
        if (HasMaskedStores<I>() && typeof(P) == typeof(int) && typeof(I) == typeof(long))
        {
            Vector256<long> lower = IndexOf(Vector256.WidenLower(positions.AsInt32()), int.MaxValue, scale, offset, step, mayBeNone);
            Vector256<long> upper = IndexOf(Vector256.WidenUpper(positions.AsInt32()), int.MaxValue, scale, offset + Vector256<long>.Count * step, step, mayBeNone);
            StoreMasked(ref Unsafe.As<I, long>(ref row), column, extent, lower);
            StoreMasked(ref Unsafe.As<I, long>(ref row), column + Vector256<long>.Count, extent, upper);
        }
        else if (HasMaskedStores<I>() && typeof(P) == typeof(I))
        {
            StoreMasked(ref Unsafe.As<I, P>(ref row), column, extent, IndexOf(positions, Highest<P>(), scale, offset, step, mayBeNone));
        }
        else
        {
            Unsafe.SkipInit(out Elements elements);
            StoreIndices256(ref Unsafe.As<Elements, I>(ref elements), positions, scale, offset, step, mayBeNone);
            CopyInside(ref row, column, extent, ref Unsafe.As<Elements, I>(ref elements), Vector256<P>.Count);
        }
    }

    /// <inheritdoc cref="StoreIndicesEdge128{P, I}(ref I, nint, nint, Vector128{P}, nint, nint, nint, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndicesEdge512<P, I>(ref I row, nint column, nint extent, Vector512<P> positions, nint scale, nint offset, nint step, bool mayBeNone = true)
        where P : unmanaged
        where I : unmanaged
    {
        if (HasMaskedStores<I>() && typeof(P) == typeof(int) && typeof(I) == typeof(long))
        {
            Vector512<long> lower = IndexOf(Vector512.WidenLower(positions.AsInt32()), int.MaxValue, scale, offset, step, mayBeNone);
            Vector512<long> upper = IndexOf(Vector512.WidenUpper(positions.AsInt32()), int.MaxValue, scale, offset + Vector512<long>.Count * step, step, mayBeNone);
            StoreMasked(ref Unsafe.As<I, long>(ref row), column, extent, lower);
            StoreMasked(ref Unsafe.As<I, long>(ref row), column + Vector512<long>.Count, extent, upper);
        }
        else if (HasMaskedStores<I>() && typeof(P) == typeof(I))
        {
            StoreMasked(ref Unsafe.As<I, P>(ref row), column, extent, IndexOf(positions, Highest<P>(), scale, offset, step, mayBeNone));
        }
        else
        {
            Unsafe.SkipInit(out Elements elements);
            StoreIndices512(ref Unsafe.As<Elements, I>(ref elements), positions, scale, offset, step, mayBeNone);
            CopyInside(ref row, column, extent, ref Unsafe.As<Elements, I>(ref elements), Vector512<P>.Count);
        }
    }

    /// <summary>A position in row-major order, (d * height + h) * width + w, in column-major order: d + depth * (h + height * w). No tap stays no tap.</summary>
    /// <typeparam name="P">The position lane.</typeparam>
    /// <param name="positions">The positions in row-major order.</param>
    /// <param name="depth">The number of slices.</param>
    /// <param name="height">The number of rows of a slice.</param>
    /// <param name="width">The number of columns of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static P ColumnMajor1<P>(P positions, nint depth, nint height, nint width)
        where P : unmanaged
    {
        long position = ToInt64(positions);
        (long row, long w) = long.DivRem(position, width);
        (long d, long h) = long.DivRem(row, height);
        return position == Highest<P>() ? positions : FromInt64<P>(d + depth * (h + height * w));
    }

    /// <summary>Lane by lane <see cref="ColumnMajor1{P}(P, nint, nint, nint)"/>.</summary>
    /// <inheritdoc cref="ColumnMajor1{P}(P, nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<P> ColumnMajor128<P>(Vector128<P> positions, nint depth, nint height, nint width)
        where P : unmanaged
    {
        Vector128<P> lanes = positions;
        for (int lane = 0; lane < Vector128<P>.Count; lane++)
        {
            ref P position = ref Unsafe.Add(ref Unsafe.As<Vector128<P>, P>(ref lanes), lane);
            position = ColumnMajor1(position, depth, height, width);
        }

        return lanes;
    }

    /// <inheritdoc cref="ColumnMajor128{P}(Vector128{P}, nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<P> ColumnMajor256<P>(Vector256<P> positions, nint depth, nint height, nint width)
        where P : unmanaged
    {
        Vector256<P> lanes = positions;
        for (int lane = 0; lane < Vector256<P>.Count; lane++)
        {
            ref P position = ref Unsafe.Add(ref Unsafe.As<Vector256<P>, P>(ref lanes), lane);
            position = ColumnMajor1(position, depth, height, width);
        }

        return lanes;
    }

    /// <inheritdoc cref="ColumnMajor128{P}(Vector128{P}, nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<P> ColumnMajor512<P>(Vector512<P> positions, nint depth, nint height, nint width)
        where P : unmanaged
    {
        Vector512<P> lanes = positions;
        for (int lane = 0; lane < Vector512<P>.Count; lane++)
        {
            ref P position = ref Unsafe.Add(ref Unsafe.As<Vector512<P>, P>(ref lanes), lane);
            position = ColumnMajor1(position, depth, height, width);
        }

        return lanes;
    }

    /// <summary>Lane by lane the index of a position, -1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<P> IndexOf<P>(Vector128<P> positions, long noTap, nint scale, nint offset, nint step, bool mayBeNone)
        where P : unmanaged
    {
        Vector128<P> scaled = scale == 1 ? positions : positions * FromInt64<P>(scale);
        Vector128<P> indices = scaled + Positions128<P>(offset, step);
        return mayBeNone ? indices | Vector128.Equals(positions, Vector128.Create(FromInt64<P>(noTap))) : indices;
    }

    /// <inheritdoc cref="IndexOf{P}(Vector128{P}, long, nint, nint, nint, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<P> IndexOf<P>(Vector256<P> positions, long noTap, nint scale, nint offset, nint step, bool mayBeNone)
        where P : unmanaged
    {
        Vector256<P> scaled = scale == 1 ? positions : positions * FromInt64<P>(scale);
        Vector256<P> indices = scaled + Positions256<P>(offset, step);
        return mayBeNone ? indices | Vector256.Equals(positions, Vector256.Create(FromInt64<P>(noTap))) : indices;
    }

    /// <inheritdoc cref="IndexOf{P}(Vector128{P}, long, nint, nint, nint, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<P> IndexOf<P>(Vector512<P> positions, long noTap, nint scale, nint offset, nint step, bool mayBeNone)
        where P : unmanaged
    {
        Vector512<P> scaled = scale == 1 ? positions : positions * FromInt64<P>(scale);
        Vector512<P> indices = scaled + Positions512<P>(offset, step);
        return mayBeNone ? indices | Vector512.Equals(positions, Vector512.Create(FromInt64<P>(noTap))) : indices;
    }

    /// <summary>Lane i: <paramref name="position"/> + i * <paramref name="step"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<P> Positions128<P>(nint position, nint step)
        where P : unmanaged
    {
        Vector128<P> first = Vector128.Create(FromInt64<P>(position));
        return step == 0 ? first : step == 1 ? first + Vector128<P>.Indices : first + Vector128<P>.Indices * FromInt64<P>(step);
    }

    /// <inheritdoc cref="Positions128{P}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<P> Positions256<P>(nint position, nint step)
        where P : unmanaged
    {
        Vector256<P> first = Vector256.Create(FromInt64<P>(position));
        return step == 0 ? first : step == 1 ? first + Vector256<P>.Indices : first + Vector256<P>.Indices * FromInt64<P>(step);
    }

    /// <inheritdoc cref="Positions128{P}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<P> Positions512<P>(nint position, nint step)
        where P : unmanaged
    {
        Vector512<P> first = Vector512.Create(FromInt64<P>(position));
        return step == 0 ? first : step == 1 ? first + Vector512<P>.Indices : first + Vector512<P>.Indices * FromInt64<P>(step);
    }
}
