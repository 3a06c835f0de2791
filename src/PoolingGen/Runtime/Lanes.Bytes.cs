using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>
/// Bytes in memory, 16-bit integers in lanes. The JIT inlines so many bytes of IL in one method: these have few, so that it
/// inlines the dozens of them that a tile of averages has.
/// </content>
public static partial class Lanes
{
    /// <summary>As many bytes as there are lanes, each exactly.</summary>
    /// <param name="at">The first byte.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> LoadBytes128(ref byte at) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref at)).AsByte()).AsInt16();

    /// <inheritdoc cref="LoadBytes128(ref byte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> LoadBytes128(ref sbyte at) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<sbyte, byte>(ref at))).AsSByte());

    /// <inheritdoc cref="LoadBytes128(ref byte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> LoadBytes256(ref byte at) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref at))
        : Vector256.Create(LoadBytes128(ref at), LoadBytes128(ref Unsafe.Add(ref at, Vector128<short>.Count)));

    /// <inheritdoc cref="LoadBytes128(ref byte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> LoadBytes256(ref sbyte at) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref at))
        : Vector256.Create(LoadBytes128(ref at), LoadBytes128(ref Unsafe.Add(ref at, Vector128<short>.Count)));

    /// <inheritdoc cref="LoadBytes128(ref byte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> LoadBytes512(ref byte at) => Avx512BW.IsSupported
        ? Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref at))
        : Vector512.Create(LoadBytes256(ref at), LoadBytes256(ref Unsafe.Add(ref at, Vector256<short>.Count)));

    /// <inheritdoc cref="LoadBytes128(ref byte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> LoadBytes512(ref sbyte at) => Avx512BW.IsSupported
        ? Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref at))
        : Vector512.Create(LoadBytes256(ref at), LoadBytes256(ref Unsafe.Add(ref at, Vector256<short>.Count)));

    /// <summary>Writes lanes as bytes side by side. They have to fit: their upper halves are lost.</summary>
    /// <param name="at">Where the byte of lane 0 goes.</param>
    /// <param name="value">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes128(ref byte at, Vector128<short> value) =>
        Unsafe.WriteUnaligned(ref at, Vector128.Narrow(value.AsUInt16(), value.AsUInt16()).AsUInt64().ToScalar());

    /// <inheritdoc cref="StoreBytes128(ref byte, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes128(ref sbyte at, Vector128<short> value) => StoreBytes128(ref Unsafe.As<sbyte, byte>(ref at), value);

    /// <inheritdoc cref="StoreBytes128(ref byte, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes256(ref byte at, Vector256<short> value) =>
        Vector128.Narrow(value.GetLower().AsUInt16(), value.GetUpper().AsUInt16()).StoreUnsafe(ref at);

    /// <inheritdoc cref="StoreBytes128(ref byte, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes256(ref sbyte at, Vector256<short> value) => StoreBytes256(ref Unsafe.As<sbyte, byte>(ref at), value);

    /// <inheritdoc cref="StoreBytes128(ref byte, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes512(ref byte at, Vector512<short> value)
    {
        if (Avx512BW.IsSupported)
        {
            Avx512BW.ConvertToVector256Byte(value.AsUInt16()).StoreUnsafe(ref at);
        }
        else
        {
            StoreBytes256(ref at, value.GetLower());
            StoreBytes256(ref Unsafe.Add(ref at, Vector256<short>.Count), value.GetUpper());
        }
    }

    /// <inheritdoc cref="StoreBytes128(ref byte, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes512(ref sbyte at, Vector512<short> value) => StoreBytes512(ref Unsafe.As<sbyte, byte>(ref at), value);

    /// <summary>Writes those lanes whose column the row has, as <see cref="StoreBytes128(ref byte, Vector128{short})"/> does.</summary>
    /// <param name="row">The row's first byte.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="value">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytesEdge128(ref byte row, nint column, nint extent, Vector128<short> value)
    {
        if (HasMaskedStores<byte>())
        {
            StoreMasked(ref row, column, Within(column, Vector128<short>.Count, extent), Vector128.Narrow(value.AsUInt16(), value.AsUInt16()));
        }
        else
        {
            StoreEdge128(ref row, column, extent, value);
        }
    }

    /// <inheritdoc cref="StoreBytesEdge128(ref byte, nint, nint, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytesEdge128(ref sbyte row, nint column, nint extent, Vector128<short> value) =>
        StoreBytesEdge128(ref Unsafe.As<sbyte, byte>(ref row), column, extent, value & Vector128.Create((short)byte.MaxValue));

    /// <inheritdoc cref="StoreBytesEdge128(ref byte, nint, nint, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytesEdge256(ref byte row, nint column, nint extent, Vector256<short> value)
    {
        if (HasMaskedStores<byte>())
        {
            StoreMasked(ref row, column, extent, Vector128.Narrow(value.GetLower().AsUInt16(), value.GetUpper().AsUInt16()));
        }
        else
        {
            StoreEdge256(ref row, column, extent, value);
        }
    }

    /// <inheritdoc cref="StoreBytesEdge128(ref byte, nint, nint, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytesEdge256(ref sbyte row, nint column, nint extent, Vector256<short> value) =>
        StoreBytesEdge256(ref Unsafe.As<sbyte, byte>(ref row), column, extent, value & Vector256.Create((short)byte.MaxValue));

    /// <inheritdoc cref="StoreBytesEdge128(ref byte, nint, nint, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytesEdge512(ref byte row, nint column, nint extent, Vector512<short> value)
    {
        if (Avx512BW.IsSupported)
        {
            StoreMasked(ref row, column, extent, Avx512BW.ConvertToVector256Byte(value.AsUInt16()));
        }
        else
        {
            StoreEdge512(ref row, column, extent, value);
        }
    }

    /// <inheritdoc cref="StoreBytesEdge128(ref byte, nint, nint, Vector128{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytesEdge512(ref sbyte row, nint column, nint extent, Vector512<short> value) =>
        StoreBytesEdge512(ref Unsafe.As<sbyte, byte>(ref row), column, extent, value & Vector512.Create((short)byte.MaxValue));
}
