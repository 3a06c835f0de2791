using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Every second column of two neighbouring vectors.</content>
public static partial class Lanes
{
    /// <summary>The columns 0, 2, 4, ... of two vectors side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Even(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.Shuffle(left, right, 0x88)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipEven(left, right)
        : Vector128.Shuffle(left, Vector128.Create(0, 2, -1, -1)) | Vector128.Shuffle(right, Vector128.Create(-1, -1, 0, 2));

    /// <summary>The columns 1, 3, 5, ... of two vectors side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Odd(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.Shuffle(left, right, 0xDD)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipOdd(left, right)
        : Vector128.Shuffle(left, Vector128.Create(1, 3, -1, -1)) | Vector128.Shuffle(right, Vector128.Create(-1, -1, 1, 3));

    /// <inheritdoc cref="Even(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Even(Vector256<float> left, Vector256<float> right) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.PermuteVar8x32x2(left, Vector256.Create(0, 2, 4, 6, 8, 10, 12, 14), right)
        : Avx2.IsSupported ? InOrder(Avx.Shuffle(left, right, 0x88))
        : Vector256.Create(Even(left.GetLower(), left.GetUpper()), Even(right.GetLower(), right.GetUpper()));

    /// <inheritdoc cref="Odd(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Odd(Vector256<float> left, Vector256<float> right) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.PermuteVar8x32x2(left, Vector256.Create(1, 3, 5, 7, 9, 11, 13, 15), right)
        : Avx2.IsSupported ? InOrder(Avx.Shuffle(left, right, 0xDD))
        : Vector256.Create(Odd(left.GetLower(), left.GetUpper()), Odd(right.GetLower(), right.GetUpper()));

    /// <inheritdoc cref="Even(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Even(Vector512<float> left, Vector512<float> right) =>
        Avx512F.IsSupported
            ? Avx512F.PermuteVar16x32x2(left, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), right)
            : Vector512.Create(Even(left.GetLower(), left.GetUpper()), Even(right.GetLower(), right.GetUpper()));

    /// <inheritdoc cref="Odd(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Odd(Vector512<float> left, Vector512<float> right) =>
        Avx512F.IsSupported
            ? Avx512F.PermuteVar16x32x2(left, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), right)
            : Vector512.Create(Odd(left.GetLower(), left.GetUpper()), Odd(right.GetLower(), right.GetUpper()));

    /// <summary>AVX shuffles within halves: the pairs of lanes are left, right, left, right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> InOrder(Vector256<float> shuffled) => Avx2.Permute4x64(shuffled.AsDouble(), 0xD8).AsSingle();
}
