using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>What windows give that have no tap inside the input.</content>
public static partial class Lanes
{
    /// <summary>Lane by lane the value where the count is not zero, <paramref name="nothing"/> elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectAny<T>(Vector128<T> counts, Vector128<T> value, Vector128<T> nothing)
        where T : unmanaged =>
        Vector128.ConditionalSelect(Vector128.Equals(counts, Vector128<T>.Zero), nothing, value);

    /// <inheritdoc cref="SelectAny{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectAny<T>(Vector256<T> counts, Vector256<T> value, Vector256<T> nothing)
        where T : unmanaged =>
        Vector256.ConditionalSelect(Vector256.Equals(counts, Vector256<T>.Zero), nothing, value);

    /// <inheritdoc cref="SelectAny{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectAny<T>(Vector512<T> counts, Vector512<T> value, Vector512<T> nothing)
        where T : unmanaged =>
        Vector512.ConditionalSelect(Vector512.Equals(counts, Vector512<T>.Zero), nothing, value);

    /// <inheritdoc cref="SelectAny{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> SelectAny<T, P>(T counts, Indexed1<T, P> value, Indexed1<T, P> nothing)
        where T : unmanaged
        where P : unmanaged =>
        EqualityComparer<T>.Default.Equals(counts, default) ? nothing : value;

    /// <inheritdoc cref="SelectAny{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> SelectAny<T, P>(Vector128<T> counts, Indexed128<T, P> value, Indexed128<T, P> nothing)
        where T : unmanaged
        where P : unmanaged =>
        SelectInside(~Vector128.Equals(counts, Vector128<T>.Zero), value, nothing);

    /// <inheritdoc cref="SelectAny{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> SelectAny<T, P>(Vector256<T> counts, Indexed256<T, P> value, Indexed256<T, P> nothing)
        where T : unmanaged
        where P : unmanaged =>
        SelectInside(~Vector256.Equals(counts, Vector256<T>.Zero), value, nothing);

    /// <inheritdoc cref="SelectAny{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> SelectAny<T, P>(Vector512<T> counts, Indexed512<T, P> value, Indexed512<T, P> nothing)
        where T : unmanaged
        where P : unmanaged =>
        SelectInside(~Vector512.Equals(counts, Vector512<T>.Zero), value, nothing);
}
