using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Every second column of two neighbouring vectors. Small elements are the lower or upper halves of elements twice as wide.</content>
public static unsafe partial class Lanes
{
    /// <summary>The columns 0, 2, 4, ... of two vectors side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Even<T>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged
    {
        if (AdvSimd.Arm64.IsSupported)
        {
            return sizeof(T) == 1 ? AdvSimd.Arm64.UnzipEven(left.AsByte(), right.AsByte()).As<byte, T>()
                : sizeof(T) == 2 ? AdvSimd.Arm64.UnzipEven(left.AsUInt16(), right.AsUInt16()).As<ushort, T>()
                : sizeof(T) == 4 ? AdvSimd.Arm64.UnzipEven(left.AsSingle(), right.AsSingle()).As<float, T>()
                : AdvSimd.Arm64.UnzipEven(left.AsDouble(), right.AsDouble()).As<double, T>();
        }

        return sizeof(T) == 1 ? Vector128.Narrow(left.AsUInt16(), right.AsUInt16()).As<byte, T>()
            : sizeof(T) == 2 ? Vector128.Narrow(left.AsUInt32(), right.AsUInt32()).As<ushort, T>()
            : sizeof(T) == 8 ? Vector128.Create(left.GetLower(), right.GetLower())
            : Sse.IsSupported ? Sse.Shuffle(left.AsSingle(), right.AsSingle(), 0x88).As<float, T>()
            : Vector128.Narrow(left.AsUInt64(), right.AsUInt64()).As<uint, T>();
    }

    /// <inheritdoc cref="Even{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Even<T>(Vector256<T> left, Vector256<T> right)
        where T : unmanaged =>
        sizeof(T) == 1 && Avx512Vbmi.VL.IsSupported ? Avx512Vbmi.VL.PermuteVar32x8x2(left.AsByte(), Vector256<byte>.Indices << 1, right.AsByte()).As<byte, T>()
        : sizeof(T) == 2 && Avx512BW.VL.IsSupported ? Avx512BW.VL.PermuteVar16x16x2(left.AsUInt16(), Vector256<ushort>.Indices << 1, right.AsUInt16()).As<ushort, T>()
        : sizeof(T) == 1 ? Vector256.Narrow(left.AsUInt16(), right.AsUInt16()).As<byte, T>()
        : sizeof(T) == 2 ? Vector256.Narrow(left.AsUInt32(), right.AsUInt32()).As<ushort, T>()
        : sizeof(T) == 4 && Avx512F.VL.IsSupported ? Avx512F.VL.PermuteVar8x32x2(left.AsSingle(), Vector256.Create(0, 2, 4, 6, 8, 10, 12, 14), right.AsSingle()).As<float, T>()
        : sizeof(T) == 4 && Avx2.IsSupported ? InOrder(Avx.Shuffle(left.AsSingle(), right.AsSingle(), 0x88).AsDouble()).As<double, T>()
        : sizeof(T) == 8 && Avx512F.VL.IsSupported ? Avx512F.VL.PermuteVar4x64x2(left.AsDouble(), Vector256.Create(0L, 2L, 4L, 6L), right.AsDouble()).As<double, T>()
        : sizeof(T) == 8 && Avx2.IsSupported ? InOrder(Avx.UnpackLow(left.AsDouble(), right.AsDouble())).As<double, T>()
        : Vector256.Create(Even(left.GetLower(), left.GetUpper()), Even(right.GetLower(), right.GetUpper()));

    /// <inheritdoc cref="Even{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Even<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged =>
        sizeof(T) == 1 && Avx512Vbmi.IsSupported ? Avx512Vbmi.PermuteVar64x8x2(left.AsByte(), Vector512<byte>.Indices << 1, right.AsByte()).As<byte, T>()
        : sizeof(T) == 2 && Avx512BW.IsSupported ? Avx512BW.PermuteVar32x16x2(left.AsUInt16(), Vector512<ushort>.Indices << 1, right.AsUInt16()).As<ushort, T>()
        : sizeof(T) == 1 ? Vector512.Narrow(left.AsUInt16(), right.AsUInt16()).As<byte, T>()
        : sizeof(T) == 2 ? Vector512.Narrow(left.AsUInt32(), right.AsUInt32()).As<ushort, T>()
        : sizeof(T) == 4 && Avx512F.IsSupported
            ? Avx512F.PermuteVar16x32x2(left.AsSingle(), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), right.AsSingle()).As<float, T>()
        : sizeof(T) == 8 && Avx512F.IsSupported
            ? Avx512F.PermuteVar8x64x2(left.AsDouble(), Vector512.Create(0L, 2L, 4L, 6L, 8L, 10L, 12L, 14L), right.AsDouble()).As<double, T>()
        : Vector512.Create(Even(left.GetLower(), left.GetUpper()), Even(right.GetLower(), right.GetUpper()));

    /// <summary>The columns 1, 3, 5, ... of two vectors side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Odd<T>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged
    {
        if (AdvSimd.Arm64.IsSupported)
        {
            return sizeof(T) == 1 ? AdvSimd.Arm64.UnzipOdd(left.AsByte(), right.AsByte()).As<byte, T>()
                : sizeof(T) == 2 ? AdvSimd.Arm64.UnzipOdd(left.AsUInt16(), right.AsUInt16()).As<ushort, T>()
                : sizeof(T) == 4 ? AdvSimd.Arm64.UnzipOdd(left.AsSingle(), right.AsSingle()).As<float, T>()
                : AdvSimd.Arm64.UnzipOdd(left.AsDouble(), right.AsDouble()).As<double, T>();
        }

        return sizeof(T) == 1 ? Vector128.Narrow(left.AsUInt16() >> 8, right.AsUInt16() >> 8).As<byte, T>()
            : sizeof(T) == 2 ? Vector128.Narrow(left.AsUInt32() >> 16, right.AsUInt32() >> 16).As<ushort, T>()
            : sizeof(T) == 8 ? Vector128.Create(left.GetUpper(), right.GetUpper())
            : Sse.IsSupported ? Sse.Shuffle(left.AsSingle(), right.AsSingle(), 0xDD).As<float, T>()
            : Vector128.Narrow(left.AsUInt64() >> 32, right.AsUInt64() >> 32).As<uint, T>();
    }

    /// <inheritdoc cref="Odd{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Odd<T>(Vector256<T> left, Vector256<T> right)
        where T : unmanaged =>
        sizeof(T) == 1 && Avx512Vbmi.VL.IsSupported ? Avx512Vbmi.VL.PermuteVar32x8x2(left.AsByte(), (Vector256<byte>.Indices << 1) | Vector256<byte>.One, right.AsByte()).As<byte, T>()
        : sizeof(T) == 2 && Avx512BW.VL.IsSupported ? Avx512BW.VL.PermuteVar16x16x2(left.AsUInt16(), (Vector256<ushort>.Indices << 1) | Vector256<ushort>.One, right.AsUInt16()).As<ushort, T>()
        : sizeof(T) == 1 ? Vector256.Narrow(left.AsUInt16() >> 8, right.AsUInt16() >> 8).As<byte, T>()
        : sizeof(T) == 2 ? Vector256.Narrow(left.AsUInt32() >> 16, right.AsUInt32() >> 16).As<ushort, T>()
        : sizeof(T) == 4 && Avx512F.VL.IsSupported ? Avx512F.VL.PermuteVar8x32x2(left.AsSingle(), Vector256.Create(1, 3, 5, 7, 9, 11, 13, 15), right.AsSingle()).As<float, T>()
        : sizeof(T) == 4 && Avx2.IsSupported ? InOrder(Avx.Shuffle(left.AsSingle(), right.AsSingle(), 0xDD).AsDouble()).As<double, T>()
        : sizeof(T) == 8 && Avx512F.VL.IsSupported ? Avx512F.VL.PermuteVar4x64x2(left.AsDouble(), Vector256.Create(1L, 3L, 5L, 7L), right.AsDouble()).As<double, T>()
        : sizeof(T) == 8 && Avx2.IsSupported ? InOrder(Avx.UnpackHigh(left.AsDouble(), right.AsDouble())).As<double, T>()
        : Vector256.Create(Odd(left.GetLower(), left.GetUpper()), Odd(right.GetLower(), right.GetUpper()));

    /// <inheritdoc cref="Odd{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Odd<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged =>
        sizeof(T) == 1 && Avx512Vbmi.IsSupported ? Avx512Vbmi.PermuteVar64x8x2(left.AsByte(), (Vector512<byte>.Indices << 1) | Vector512<byte>.One, right.AsByte()).As<byte, T>()
        : sizeof(T) == 2 && Avx512BW.IsSupported ? Avx512BW.PermuteVar32x16x2(left.AsUInt16(), (Vector512<ushort>.Indices << 1) | Vector512<ushort>.One, right.AsUInt16()).As<ushort, T>()
        : sizeof(T) == 1 ? Vector512.Narrow(left.AsUInt16() >> 8, right.AsUInt16() >> 8).As<byte, T>()
        : sizeof(T) == 2 ? Vector512.Narrow(left.AsUInt32() >> 16, right.AsUInt32() >> 16).As<ushort, T>()
        : sizeof(T) == 4 && Avx512F.IsSupported
            ? Avx512F.PermuteVar16x32x2(left.AsSingle(), Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), right.AsSingle()).As<float, T>()
        : sizeof(T) == 8 && Avx512F.IsSupported
            ? Avx512F.PermuteVar8x64x2(left.AsDouble(), Vector512.Create(1L, 3L, 5L, 7L, 9L, 11L, 13L, 15L), right.AsDouble()).As<double, T>()
        : Vector512.Create(Odd(left.GetLower(), left.GetUpper()), Odd(right.GetLower(), right.GetUpper()));

    /// <summary>AVX shuffles within halves: the pairs of lanes are left, right, left, right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> InOrder(Vector256<double> shuffled) => Avx2.Permute4x64(shuffled, 0xD8);
}
