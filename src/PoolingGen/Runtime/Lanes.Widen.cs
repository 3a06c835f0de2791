using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Narrow elements of a register as wider lanes: integers, exactly.</content>
public static unsafe partial class Lanes
{
    /// <summary>As many elements as a vector of 128 bits has wider lanes, from <paramref name="at"/> on, in the lower part of a register. Nothing behind them is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<S> LoadPart<S>(ref S at, int bytes)
        where S : unmanaged
    {
        ref byte first = ref Unsafe.As<S, byte>(ref at);
        return bytes == 16 ? Vector128.LoadUnsafe(ref first).As<byte, S>()
            : bytes == 8 ? Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref first)).As<ulong, S>()
            : bytes == 4 ? Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref first)).As<uint, S>()
            : Vector128.CreateScalarUnsafe((uint)Unsafe.ReadUnaligned<ushort>(ref first)).As<uint, S>();
    }

    /// <summary>The lower elements of a register, one for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<L> Widen128<S, L>(Vector128<S> part)
        where S : unmanaged
        where L : unmanaged
    {
        if (sizeof(L) == 2)
        {
            return typeof(S) == typeof(byte) ? Vector128.WidenLower(part.AsByte()).As<ushort, L>() : Vector128.WidenLower(part.AsSByte()).As<short, L>();
        }

        if (Sse41.IsSupported)
        {
            return sizeof(L) == 4
                ? (typeof(S) == typeof(byte) ? Sse41.ConvertToVector128Int32(part.AsByte())
                    : typeof(S) == typeof(sbyte) ? Sse41.ConvertToVector128Int32(part.AsSByte())
                    : typeof(S) == typeof(ushort) ? Sse41.ConvertToVector128Int32(part.AsUInt16())
                    : Sse41.ConvertToVector128Int32(part.AsInt16())).As<int, L>()
                : (typeof(S) == typeof(byte) ? Sse41.ConvertToVector128Int64(part.AsByte())
                    : typeof(S) == typeof(sbyte) ? Sse41.ConvertToVector128Int64(part.AsSByte())
                    : typeof(S) == typeof(ushort) ? Sse41.ConvertToVector128Int64(part.AsUInt16())
                    : typeof(S) == typeof(short) ? Sse41.ConvertToVector128Int64(part.AsInt16())
                    : typeof(S) == typeof(uint) ? Sse41.ConvertToVector128Int64(part.AsUInt32())
                    : Sse41.ConvertToVector128Int64(part.AsInt32())).As<long, L>();
        }

        return typeof(S) == typeof(byte) ? Widen128<ushort, L>(Vector128.WidenLower(part.AsByte()))
            : typeof(S) == typeof(sbyte) ? Widen128<short, L>(Vector128.WidenLower(part.AsSByte()))
            : typeof(S) == typeof(ushort) ? (sizeof(L) == 4 ? Vector128.WidenLower(part.AsUInt16()).As<uint, L>() : Widen128<uint, L>(Vector128.WidenLower(part.AsUInt16())))
            : typeof(S) == typeof(short) ? (sizeof(L) == 4 ? Vector128.WidenLower(part.AsInt16()).As<int, L>() : Widen128<int, L>(Vector128.WidenLower(part.AsInt16())))
            : typeof(S) == typeof(uint) ? Vector128.WidenLower(part.AsUInt32()).As<ulong, L>()
            : Vector128.WidenLower(part.AsInt32()).As<long, L>();
    }

    /// <inheritdoc cref="Widen128{S, L}(Vector128{S})"/>
    /// <remarks>For AVX2 only.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<L> Widen256<S, L>(Vector128<S> part)
        where S : unmanaged
        where L : unmanaged =>
        sizeof(L) == 2
            ? (typeof(S) == typeof(byte) ? Avx2.ConvertToVector256Int16(part.AsByte()) : Avx2.ConvertToVector256Int16(part.AsSByte())).As<short, L>()
        : sizeof(L) == 4
            ? (typeof(S) == typeof(byte) ? Avx2.ConvertToVector256Int32(part.AsByte())
                : typeof(S) == typeof(sbyte) ? Avx2.ConvertToVector256Int32(part.AsSByte())
                : typeof(S) == typeof(ushort) ? Avx2.ConvertToVector256Int32(part.AsUInt16())
                : Avx2.ConvertToVector256Int32(part.AsInt16())).As<int, L>()
            : (typeof(S) == typeof(byte) ? Avx2.ConvertToVector256Int64(part.AsByte())
                : typeof(S) == typeof(sbyte) ? Avx2.ConvertToVector256Int64(part.AsSByte())
                : typeof(S) == typeof(ushort) ? Avx2.ConvertToVector256Int64(part.AsUInt16())
                : typeof(S) == typeof(short) ? Avx2.ConvertToVector256Int64(part.AsInt16())
                : typeof(S) == typeof(uint) ? Avx2.ConvertToVector256Int64(part.AsUInt32())
                : Avx2.ConvertToVector256Int64(part.AsInt32())).As<long, L>();

    /// <inheritdoc cref="Widen128{S, L}(Vector128{S})"/>
    /// <remarks>For AVX-512 only, with BW where lanes have 16 bits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<L> Widen512<S, L>(Vector256<S> part)
        where S : unmanaged
        where L : unmanaged =>
        sizeof(L) == 2
            ? (typeof(S) == typeof(byte) ? Avx512BW.ConvertToVector512Int16(part.AsByte()) : Avx512BW.ConvertToVector512Int16(part.AsSByte())).As<short, L>()
        : sizeof(L) == 4
            ? (typeof(S) == typeof(byte) ? Avx512F.ConvertToVector512Int32(part.GetLower().AsByte())
                : typeof(S) == typeof(sbyte) ? Avx512F.ConvertToVector512Int32(part.GetLower().AsSByte())
                : typeof(S) == typeof(ushort) ? Avx512F.ConvertToVector512Int32(part.AsUInt16())
                : Avx512F.ConvertToVector512Int32(part.AsInt16())).As<int, L>()
            : (typeof(S) == typeof(byte) ? Avx512F.ConvertToVector512Int64(part.GetLower().AsByte())
                : typeof(S) == typeof(sbyte) ? Avx512F.ConvertToVector512Int64(part.GetLower().AsSByte())
                : typeof(S) == typeof(ushort) ? Avx512F.ConvertToVector512Int64(part.GetLower().AsUInt16())
                : typeof(S) == typeof(short) ? Avx512F.ConvertToVector512Int64(part.GetLower().AsInt16())
                : typeof(S) == typeof(uint) ? Avx512F.ConvertToVector512Int64(part.AsUInt32())
                : Avx512F.ConvertToVector512Int64(part.AsInt32())).As<long, L>();
}
