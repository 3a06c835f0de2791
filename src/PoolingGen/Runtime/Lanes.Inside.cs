using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Masks of what lies inside a row.</content>
public static unsafe partial class Lanes
{
    /// <summary>Whether <paramref name="column"/> is in [0, <paramref name="extent"/>).</summary>
    /// <typeparam name="L">The lane.</typeparam>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Inside1<L>(nint column, nint extent)
        where L : unmanaged =>
        (nuint)column < (nuint)extent;

    /// <summary>All bits set in the lanes whose column, counted from <paramref name="column"/> on, is in [0, <paramref name="extent"/>).</summary>
    /// <inheritdoc cref="Inside1{L}(nint, nint)"/>
    /// <remarks>
    /// Unsigned, a negative column is a large one. Rows are shorter than 2^31, columns less than that before or behind
    /// them. Lanes of 8 and 16 bits have no such numbers: there, lane i is inside if the lane first inside is not behind
    /// it, and fewer lanes before it than are inside.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<L> Inside128<L>(nint column, nint extent)
        where L : unmanaged
    {
        if (sizeof(L) == 4)
        {
            return Vector128.LessThan(Vector128<uint>.Indices + Vector128.Create((uint)column), Vector128.Create((uint)extent)).As<uint, L>();
        }

        if (sizeof(L) == 8)
        {
            return Vector128.LessThan(Vector128<ulong>.Indices + Vector128.Create((ulong)column), Vector128.Create((ulong)extent)).As<ulong, L>();
        }

        nint first = nint.Min(nint.Max(-column, 0), Vector128<L>.Count);
        nint inside = nint.Max(nint.Min(extent - column, Vector128<L>.Count) - first, 0);
        return sizeof(L) == 1
            ? Vector128.LessThan(Vector128<byte>.Indices - Vector128.Create((byte)first), Vector128.Create((byte)inside)).As<byte, L>()
            : Vector128.LessThan(Vector128<ushort>.Indices - Vector128.Create((ushort)first), Vector128.Create((ushort)inside)).As<ushort, L>();
    }

    /// <inheritdoc cref="Inside128{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<L> Inside256<L>(nint column, nint extent)
        where L : unmanaged
    {
        if (sizeof(L) == 4)
        {
            return Vector256.LessThan(Vector256<uint>.Indices + Vector256.Create((uint)column), Vector256.Create((uint)extent)).As<uint, L>();
        }

        if (sizeof(L) == 8)
        {
            return Vector256.LessThan(Vector256<ulong>.Indices + Vector256.Create((ulong)column), Vector256.Create((ulong)extent)).As<ulong, L>();
        }

        nint first = nint.Min(nint.Max(-column, 0), Vector256<L>.Count);
        nint inside = nint.Max(nint.Min(extent - column, Vector256<L>.Count) - first, 0);
        return sizeof(L) == 1
            ? Vector256.LessThan(Vector256<byte>.Indices - Vector256.Create((byte)first), Vector256.Create((byte)inside)).As<byte, L>()
            : Vector256.LessThan(Vector256<ushort>.Indices - Vector256.Create((ushort)first), Vector256.Create((ushort)inside)).As<ushort, L>();
    }

    /// <inheritdoc cref="Inside128{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<L> Inside512<L>(nint column, nint extent)
        where L : unmanaged
    {
        if (sizeof(L) == 4)
        {
            return Vector512.LessThan(Vector512<uint>.Indices + Vector512.Create((uint)column), Vector512.Create((uint)extent)).As<uint, L>();
        }

        if (sizeof(L) == 8)
        {
            return Vector512.LessThan(Vector512<ulong>.Indices + Vector512.Create((ulong)column), Vector512.Create((ulong)extent)).As<ulong, L>();
        }

        nint first = nint.Min(nint.Max(-column, 0), Vector512<L>.Count);
        nint inside = nint.Max(nint.Min(extent - column, Vector512<L>.Count) - first, 0);
        return sizeof(L) == 1
            ? Vector512.LessThan(Vector512<byte>.Indices - Vector512.Create((byte)first), Vector512.Create((byte)inside)).As<byte, L>()
            : Vector512.LessThan(Vector512<ushort>.Indices - Vector512.Create((ushort)first), Vector512.Create((ushort)inside)).As<ushort, L>();
    }

    /// <summary>Whether <paramref name="position"/> is in [0, <paramref name="extent"/>).</summary>
    /// <typeparam name="L">The lane.</typeparam>
    /// <param name="position">A position along another axis; may lie outside.</param>
    /// <param name="extent">The extent of that axis.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool InsideAll1<L>(nint position, nint extent)
        where L : unmanaged =>
        (nuint)position < (nuint)extent;

    /// <summary>All bits set in all lanes if <paramref name="position"/> is in [0, <paramref name="extent"/>), in none otherwise.</summary>
    /// <inheritdoc cref="InsideAll1{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<L> InsideAll128<L>(nint position, nint extent)
        where L : unmanaged =>
        Vector128.Create((nuint)position < (nuint)extent ? -1 : 0).As<int, L>();

    /// <inheritdoc cref="InsideAll128{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<L> InsideAll256<L>(nint position, nint extent)
        where L : unmanaged =>
        Vector256.Create((nuint)position < (nuint)extent ? -1 : 0).As<int, L>();

    /// <inheritdoc cref="InsideAll128{L}(nint, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<L> InsideAll512<L>(nint position, nint extent)
        where L : unmanaged =>
        Vector512.Create((nuint)position < (nuint)extent ? -1 : 0).As<int, L>();

    /// <summary><paramref name="value"/> where <paramref name="mask"/> says inside, <paramref name="fill"/> elsewhere.</summary>
    /// <param name="mask">Whether it is inside.</param>
    /// <param name="value">What is inside.</param>
    /// <param name="fill">What stands for the outside.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SelectInside<T>(bool mask, T value, T fill) => mask ? value : fill;

    /// <summary>Lane by lane <paramref name="value"/> where <paramref name="mask"/> is set, <paramref name="fill"/> elsewhere.</summary>
    /// <param name="mask">All bits of a lane, or none.</param>
    /// <param name="value">What is inside.</param>
    /// <param name="fill">What stands for the outside.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SelectInside<T>(Vector128<T> mask, Vector128<T> value, Vector128<T> fill)
        where T : unmanaged =>
        Vector128.ConditionalSelect(mask, value, fill);

    /// <inheritdoc cref="SelectInside{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SelectInside<T>(Vector256<T> mask, Vector256<T> value, Vector256<T> fill)
        where T : unmanaged =>
        Vector256.ConditionalSelect(mask, value, fill);

    /// <inheritdoc cref="SelectInside{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SelectInside<T>(Vector512<T> mask, Vector512<T> value, Vector512<T> fill)
        where T : unmanaged =>
        Vector512.ConditionalSelect(mask, value, fill);
}
