using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Stores at the ends of a row. Nothing outside the row is written.</content>
public static unsafe partial class Lanes
{
    /// <summary>Writes a lane as <see cref="Store1{L, U}(ref U, L)"/> does, if the row has its column.</summary>
    /// <typeparam name="L">The lane.</typeparam>
    /// <typeparam name="U">The element in memory.</typeparam>
    /// <param name="row">The row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="value">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge1<L, U>(ref U row, nint column, nint extent, L value)
        where L : unmanaged
        where U : unmanaged
    {
        if ((nuint)column < (nuint)extent)
        {
            Unsafe.Add(ref row, column) = Rounded<L, U>(value);
        }
    }

    /// <summary>Writes those lanes whose column the row has, as <see cref="Store128{L, U}(ref U, Vector128{L})"/> does.</summary>
    /// <inheritdoc cref="StoreEdge1{L, U}(ref U, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge128<L, U>(ref U row, nint column, nint extent, Vector128<L> value)
        where L : unmanaged
        where U : unmanaged
    {
        if (IsPlain<L, U>() && HasMaskedStores<L>())
        {
            StoreMasked(ref Unsafe.As<U, L>(ref row), column, extent, value);
        }
        else if (column >= 0 && column + Vector128<L>.Count <= extent)
        {
            Store128(ref Unsafe.Add(ref row, column), value);
        }
        else
        {
            Unsafe.SkipInit(out Elements elements);
            Store128(ref Unsafe.As<Elements, U>(ref elements), value);
            CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector128<L>.Count);
        }
    }

    /// <inheritdoc cref="StoreEdge128{L, U}(ref U, nint, nint, Vector128{L})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge256<L, U>(ref U row, nint column, nint extent, Vector256<L> value)
        where L : unmanaged
        where U : unmanaged
    {
        if (IsPlain<L, U>() && HasMaskedStores<L>())
        {
            StoreMasked(ref Unsafe.As<U, L>(ref row), column, extent, value);
        }
        else if (column >= 0 && column + Vector256<L>.Count <= extent)
        {
            Store256(ref Unsafe.Add(ref row, column), value);
        }
        else
        {
            Unsafe.SkipInit(out Elements elements);
            Store256(ref Unsafe.As<Elements, U>(ref elements), value);
            CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector256<L>.Count);
        }
    }

    /// <inheritdoc cref="StoreEdge128{L, U}(ref U, nint, nint, Vector128{L})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEdge512<L, U>(ref U row, nint column, nint extent, Vector512<L> value)
        where L : unmanaged
        where U : unmanaged
    {
        if (IsPlain<L, U>() && HasMaskedStores<L>())
        {
            StoreMasked(ref Unsafe.As<U, L>(ref row), column, extent, value);
        }
        else if (column >= 0 && column + Vector512<L>.Count <= extent)
        {
            Store512(ref Unsafe.Add(ref row, column), value);
        }
        else
        {
            Unsafe.SkipInit(out Elements elements);
            Store512(ref Unsafe.As<Elements, U>(ref elements), value);
            CopyInside(ref row, column, extent, ref Unsafe.As<Elements, U>(ref elements), Vector512<L>.Count);
        }
    }

    /// <summary>Whether the machine stores under a mask at no great cost: with AVX-512, not with AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasMaskedStores<T>()
        where T : unmanaged =>
        sizeof(T) >= 4 ? Avx512F.VL.IsSupported : Avx512BW.VL.IsSupported;

    /// <summary>Elements under a mask; what it leaves out is not written, nor can it fault.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreMasked<T>(ref T row, nint column, nint extent, Vector128<T> value)
        where T : unmanaged
    {
        fixed (T* first = &row)
        {
            T* at = first + column;
            if (sizeof(T) == 1)
            {
                Avx512BW.VL.MaskStore((byte*)at, Inside128<byte>(column, extent), value.AsByte());
            }
            else if (sizeof(T) == 2)
            {
                Avx512BW.VL.MaskStore((ushort*)at, Inside128<ushort>(column, extent), value.AsUInt16());
            }
            else if (sizeof(T) == 4)
            {
                Avx512F.VL.MaskStore((float*)at, Inside128<float>(column, extent), value.AsSingle());
            }
            else
            {
                Avx512F.VL.MaskStore((double*)at, Inside128<double>(column, extent), value.AsDouble());
            }
        }
    }

    /// <inheritdoc cref="StoreMasked{T}(ref T, nint, nint, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreMasked<T>(ref T row, nint column, nint extent, Vector256<T> value)
        where T : unmanaged
    {
        fixed (T* first = &row)
        {
            T* at = first + column;
            if (sizeof(T) == 1)
            {
                Avx512BW.VL.MaskStore((byte*)at, Inside256<byte>(column, extent), value.AsByte());
            }
            else if (sizeof(T) == 2)
            {
                Avx512BW.VL.MaskStore((ushort*)at, Inside256<ushort>(column, extent), value.AsUInt16());
            }
            else if (sizeof(T) == 4)
            {
                Avx512F.VL.MaskStore((float*)at, Inside256<float>(column, extent), value.AsSingle());
            }
            else
            {
                Avx512F.VL.MaskStore((double*)at, Inside256<double>(column, extent), value.AsDouble());
            }
        }
    }

    /// <inheritdoc cref="StoreMasked{T}(ref T, nint, nint, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreMasked<T>(ref T row, nint column, nint extent, Vector512<T> value)
        where T : unmanaged
    {
        fixed (T* first = &row)
        {
            T* at = first + column;
            if (sizeof(T) == 1)
            {
                Avx512BW.MaskStore((byte*)at, Inside512<byte>(column, extent), value.AsByte());
            }
            else if (sizeof(T) == 2)
            {
                Avx512BW.MaskStore((ushort*)at, Inside512<ushort>(column, extent), value.AsUInt16());
            }
            else if (sizeof(T) == 4)
            {
                Avx512F.MaskStore((float*)at, Inside512<float>(column, extent), value.AsSingle());
            }
            else
            {
                Avx512F.MaskStore((double*)at, Inside512<double>(column, extent), value.AsDouble());
            }
        }
    }

    /// <summary>Those of <paramref name="count"/> elements whose column the row has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyInside<U>(ref U row, nint column, nint extent, ref U elements, int count)
        where U : unmanaged
    {
        if (typeof(U) == typeof(Half))
        {
            CopyInside(ref Unsafe.As<U, short>(ref row), column, extent, ref Unsafe.As<U, short>(ref elements), count);
        }
        else if (HasMaskedStores<U>() && count <= Vector128<U>.Count)
        {
            StoreMasked(ref row, column, Within(column, count, extent), Vector128.LoadUnsafe(ref elements));
        }
        else if (HasMaskedStores<U>() && count == Vector256<U>.Count)
        {
            StoreMasked(ref row, column, extent, Vector256.LoadUnsafe(ref elements));
        }
        else if (HasMaskedStores<U>() && count == Vector512<U>.Count)
        {
            StoreMasked(ref row, column, extent, Vector512.LoadUnsafe(ref elements));
        }
        else
        {
            CopyLanes(ref row, column, extent, ref elements, count);
        }
    }

    /// <summary>Without masked stores: a block of bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CopyLanes<U>(ref U row, nint column, nint extent, ref U elements, int count)
        where U : unmanaged
    {
        nint first = nint.Max(-column, 0);
        nint end = nint.Min(extent - column, count);
        if (first < end)
        {
            ref byte target = ref Unsafe.As<U, byte>(ref Unsafe.Add(ref row, column + first));
            Unsafe.CopyBlockUnaligned(ref target, ref Unsafe.As<U, byte>(ref Unsafe.Add(ref elements, first)), (uint)(end - first) * (uint)sizeof(U));
        }
    }

    /// <summary>Room for as many elements as there are lanes: at most 16 of 8 bytes.</summary>
    [InlineArray(128)]
    private struct Elements
    {
        private byte _first;
    }
}
