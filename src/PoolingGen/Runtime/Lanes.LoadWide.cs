using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Loads of integers of 64 bits whose sum needs more.</content>
public static partial class Lanes
{
    /// <summary>The element at <paramref name="at"/>.</summary>
    /// <typeparam name="S">The element in memory, long or ulong.</typeparam>
    /// <param name="at">The first element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide1 LoadWide1<S>(ref S at)
        where S : unmanaged =>
        Wide1Of(at);

    /// <summary>The elements from <paramref name="at"/> on.</summary>
    /// <inheritdoc cref="LoadWide1{S}(ref S)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 LoadWide128<S>(ref S at)
        where S : unmanaged =>
        Wide128Of<S>(Vector128.LoadUnsafe(ref Unsafe.As<S, long>(ref at)));

    /// <inheritdoc cref="LoadWide128{S}(ref S)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 LoadWide256<S>(ref S at)
        where S : unmanaged =>
        Wide256Of<S>(Vector256.LoadUnsafe(ref Unsafe.As<S, long>(ref at)));

    /// <inheritdoc cref="LoadWide128{S}(ref S)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 LoadWide512<S>(ref S at)
        where S : unmanaged =>
        Wide512Of<S>(Vector512.LoadUnsafe(ref Unsafe.As<S, long>(ref at)));

    /// <summary>The element at <paramref name="column"/>, or zero if the row has no such column.</summary>
    /// <typeparam name="S">The element in memory, long or ulong.</typeparam>
    /// <param name="row">The row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide1 LoadWideEdge1<S>(ref S row, nint column, nint extent)
        where S : unmanaged =>
        (nuint)column < (nuint)extent ? Wide1Of(Unsafe.Add(ref row, column)) : Wide1.Zero;

    /// <summary>The elements from <paramref name="column"/> on; lanes outside the row hold zero.</summary>
    /// <inheritdoc cref="LoadWideEdge1{S}(ref S, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 LoadWideEdge128<S>(ref S row, nint column, nint extent)
        where S : unmanaged =>
        Wide128Of<S>(LoadEdge128<long, long>(ref Unsafe.As<S, long>(ref row), column, extent, 0));

    /// <inheritdoc cref="LoadWideEdge128{S}(ref S, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 LoadWideEdge256<S>(ref S row, nint column, nint extent)
        where S : unmanaged =>
        Wide256Of<S>(LoadEdge256<long, long>(ref Unsafe.As<S, long>(ref row), column, extent, 0));

    /// <inheritdoc cref="LoadWideEdge128{S}(ref S, nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 LoadWideEdge512<S>(ref S row, nint column, nint extent)
        where S : unmanaged =>
        Wide512Of<S>(LoadEdge512<long, long>(ref Unsafe.As<S, long>(ref row), column, extent, 0));

    /// <summary>The element at <paramref name="columns"/>, or zero unless 0 &lt;= column &lt; end.</summary>
    /// <typeparam name="S">The element in memory, long or ulong.</typeparam>
    /// <param name="row">The row's first element.</param>
    /// <param name="columns">The columns; may lie outside the row.</param>
    /// <param name="ends">Behind the last column that may be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide1 LoadWideGather1<S>(ref S row, long columns, long ends)
        where S : unmanaged =>
        LoadWideEdge1(ref row, (nint)columns, (nint)ends);

    /// <summary>Lane i is the element at column i of <paramref name="columns"/>, or zero unless 0 &lt;= column &lt; end.</summary>
    /// <inheritdoc cref="LoadWideGather1{S}(ref S, long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 LoadWideGather128<S>(ref S row, Vector128<long> columns, Vector128<long> ends)
        where S : unmanaged =>
        Wide128Of<S>(LoadGather128<long, long, long>(ref Unsafe.As<S, long>(ref row), columns, ends, 0));

    /// <inheritdoc cref="LoadWideGather128{S}(ref S, Vector128{long}, Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 LoadWideGather256<S>(ref S row, Vector256<long> columns, Vector256<long> ends)
        where S : unmanaged =>
        Wide256Of<S>(LoadGather256<long, long, long>(ref Unsafe.As<S, long>(ref row), columns, ends, 0));

    /// <inheritdoc cref="LoadWideGather128{S}(ref S, Vector128{long}, Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 LoadWideGather512<S>(ref S row, Vector512<long> columns, Vector512<long> ends)
        where S : unmanaged =>
        Wide512Of<S>(LoadGather512<long, long, long>(ref Unsafe.As<S, long>(ref row), columns, ends, 0));

    /// <summary>The bits of an integer as a sum of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide1 Wide1Of<S>(S value)
        where S : unmanaged
    {
        long bits = Unsafe.BitCast<S, long>(value);
        return new(typeof(S) == typeof(ulong) ? bits >>> 32 : bits >> 32, (uint)bits);
    }

    /// <summary>The bits of integers as sums of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide128 Wide128Of<S>(Vector128<long> bits)
        where S : unmanaged =>
        new(typeof(S) == typeof(ulong) ? bits >>> 32 : bits >> 32, bits & Vector128.Create((long)uint.MaxValue));

    /// <inheritdoc cref="Wide128Of{S}(Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide256 Wide256Of<S>(Vector256<long> bits)
        where S : unmanaged =>
        new(typeof(S) == typeof(ulong) ? bits >>> 32 : bits >> 32, bits & Vector256.Create((long)uint.MaxValue));

    /// <inheritdoc cref="Wide128Of{S}(Vector128{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide512 Wide512Of<S>(Vector512<long> bits)
        where S : unmanaged =>
        new(typeof(S) == typeof(ulong) ? bits >>> 32 : bits >> 32, bits & Vector512.Create((long)uint.MaxValue));
}
