using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Loads of elements together with their positions.</content>
public static partial class Lanes
{
    /// <summary>The position of what is not from the input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static P NoTap<P>()
        where P : unmanaged =>
        FromInt64<P>(Highest<P>());

    /// <summary>The element at <paramref name="column"/> and its position; <paramref name="fill"/> and none if the row has no such column.</summary>
    /// <typeparam name="S">The element in memory.</typeparam>
    /// <typeparam name="T">The lane: the same type or a wider integer.</typeparam>
    /// <typeparam name="P">The signed integer as wide as a lane.</typeparam>
    /// <param name="row">The row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="fill">What lanes outside the row hold.</param>
    /// <param name="position">The position of <paramref name="column"/>.</param>
    /// <param name="step">Positions from lane to lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> LoadIndexedEdge1<S, T, P>(ref S row, nint column, nint extent, T fill, nint position, nint step)
        where S : unmanaged
        where T : unmanaged
        where P : unmanaged =>
        (nuint)column < (nuint)extent
            ? Indexed1<T, P>.At(Extended<S, T>(Unsafe.Add(ref row, column)), position, step)
            : Indexed1<T, P>.None(fill);

    /// <summary>The elements from <paramref name="column"/> on and their positions; lanes outside the row hold <paramref name="fill"/> and none.</summary>
    /// <inheritdoc cref="LoadIndexedEdge1{S, T, P}(ref S, nint, nint, T, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> LoadIndexedEdge128<S, T, P>(ref S row, nint column, nint extent, T fill, nint position, nint step)
        where S : unmanaged
        where T : unmanaged
        where P : unmanaged =>
        new(
            LoadEdge128(ref row, column, extent, fill),
            Vector128.ConditionalSelect(Inside128<P>(column, extent), Positions128<P>(position, step), Vector128.Create(NoTap<P>())));

    /// <inheritdoc cref="LoadIndexedEdge128{S, T, P}(ref S, nint, nint, T, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> LoadIndexedEdge256<S, T, P>(ref S row, nint column, nint extent, T fill, nint position, nint step)
        where S : unmanaged
        where T : unmanaged
        where P : unmanaged =>
        new(
            LoadEdge256(ref row, column, extent, fill),
            Vector256.ConditionalSelect(Inside256<P>(column, extent), Positions256<P>(position, step), Vector256.Create(NoTap<P>())));

    /// <inheritdoc cref="LoadIndexedEdge128{S, T, P}(ref S, nint, nint, T, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> LoadIndexedEdge512<S, T, P>(ref S row, nint column, nint extent, T fill, nint position, nint step)
        where S : unmanaged
        where T : unmanaged
        where P : unmanaged =>
        new(
            LoadEdge512(ref row, column, extent, fill),
            Vector512.ConditionalSelect(Inside512<P>(column, extent), Positions512<P>(position, step), Vector512.Create(NoTap<P>())));

    /// <summary>The element at <paramref name="columns"/> and its position; <paramref name="fill"/> and none unless 0 &lt;= column &lt; end.</summary>
    /// <typeparam name="S">The element in memory.</typeparam>
    /// <typeparam name="T">The lane: the same type or a wider integer.</typeparam>
    /// <typeparam name="P">The signed integer as wide as a lane.</typeparam>
    /// <param name="row">The row's first element.</param>
    /// <param name="columns">The columns; may lie outside the row.</param>
    /// <param name="ends">Behind the last column that may be read.</param>
    /// <param name="fill">What the other lanes hold.</param>
    /// <param name="rowPosition">The position of the row's first element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> LoadIndexedGather1<S, T, P>(ref S row, P columns, P ends, T fill, nint rowPosition)
        where S : unmanaged
        where T : unmanaged
        where P : unmanaged =>
        LoadIndexedEdge1<S, T, P>(ref row, (nint)ToInt64(columns), (nint)ToInt64(ends), fill, rowPosition + (nint)ToInt64(columns), 0);

    /// <summary>Lane i is the element at column i of <paramref name="columns"/> and its position; <paramref name="fill"/> and none unless 0 &lt;= column &lt; end.</summary>
    /// <inheritdoc cref="LoadIndexedGather1{S, T, P}(ref S, P, P, T, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> LoadIndexedGather128<S, T, P>(ref S row, Vector128<P> columns, Vector128<P> ends, T fill, nint rowPosition)
        where S : unmanaged
        where T : unmanaged
        where P : unmanaged
    {
        Vector128<P> inside = Vector128.GreaterThanOrEqual(columns, Vector128<P>.Zero) & Vector128.LessThan(columns, ends);
        Vector128<P> positions = columns + Vector128.Create(FromInt64<P>(rowPosition));
        return new(
            LoadGather128<S, T, P>(ref row, columns, ends, fill),
            Vector128.ConditionalSelect(inside, positions, Vector128.Create(NoTap<P>())));
    }

    /// <inheritdoc cref="LoadIndexedGather128{S, T, P}(ref S, Vector128{P}, Vector128{P}, T, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> LoadIndexedGather256<S, T, P>(ref S row, Vector256<P> columns, Vector256<P> ends, T fill, nint rowPosition)
        where S : unmanaged
        where T : unmanaged
        where P : unmanaged
    {
        Vector256<P> inside = Vector256.GreaterThanOrEqual(columns, Vector256<P>.Zero) & Vector256.LessThan(columns, ends);
        Vector256<P> positions = columns + Vector256.Create(FromInt64<P>(rowPosition));
        return new(
            LoadGather256<S, T, P>(ref row, columns, ends, fill),
            Vector256.ConditionalSelect(inside, positions, Vector256.Create(NoTap<P>())));
    }

    /// <inheritdoc cref="LoadIndexedGather128{S, T, P}(ref S, Vector128{P}, Vector128{P}, T, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> LoadIndexedGather512<S, T, P>(ref S row, Vector512<P> columns, Vector512<P> ends, T fill, nint rowPosition)
        where S : unmanaged
        where T : unmanaged
        where P : unmanaged
    {
        Vector512<P> inside = Vector512.GreaterThanOrEqual(columns, Vector512<P>.Zero) & Vector512.LessThan(columns, ends);
        Vector512<P> positions = columns + Vector512.Create(FromInt64<P>(rowPosition));
        return new(
            LoadGather512<S, T, P>(ref row, columns, ends, fill),
            Vector512.ConditionalSelect(inside, positions, Vector512.Create(NoTap<P>())));
    }
}
