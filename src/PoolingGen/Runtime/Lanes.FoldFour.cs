using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Four vectors folded at once, in the order of one alone.</content>
public static partial class Lanes
{
    /// <summary>Four vectors, each as <see cref="SumAcross{T}(Vector128{T})"/>: lane i is the result of the i-th.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumAcross(Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth)
    {
        // The halves of two vectors side by side, joined; then their even and odd lanes, joined: no lane is idle.
        Vector128<float> left = LowerHalves(first, second) + UpperHalves(first, second);
        Vector128<float> right = LowerHalves(third, fourth) + UpperHalves(third, fourth);
        return Even(left, right) + Odd(left, right);
    }

    /// <inheritdoc cref="SumAcross(Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumAcross(Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) =>
        SumAcross(
            first.GetLower() + first.GetUpper(),
            second.GetLower() + second.GetUpper(),
            third.GetLower() + third.GetUpper(),
            fourth.GetLower() + fourth.GetUpper());

    /// <inheritdoc cref="SumAcross(Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumAcross(Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth) =>
        SumAcross(
            first.GetLower() + first.GetUpper(),
            second.GetLower() + second.GetUpper(),
            third.GetLower() + third.GetUpper(),
            fourth.GetLower() + fourth.GetUpper());

    /// <summary>Four vectors, each as <see cref="MaxAcross{T}(Vector128{T})"/>: lane i is the result of the i-th.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaxAcross(Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth)
    {
        // The halves of two vectors side by side, joined; then their even and odd lanes, joined: no lane is idle.
        Vector128<float> left = Max(LowerHalves(first, second), UpperHalves(first, second));
        Vector128<float> right = Max(LowerHalves(third, fourth), UpperHalves(third, fourth));
        return Max(Even(left, right), Odd(left, right));
    }

    /// <inheritdoc cref="MaxAcross(Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaxAcross(Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) =>
        MaxAcross(
            Max(first.GetLower(), first.GetUpper()),
            Max(second.GetLower(), second.GetUpper()),
            Max(third.GetLower(), third.GetUpper()),
            Max(fourth.GetLower(), fourth.GetUpper()));

    /// <inheritdoc cref="MaxAcross(Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaxAcross(Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth) =>
        MaxAcross(
            Max(first.GetLower(), first.GetUpper()),
            Max(second.GetLower(), second.GetUpper()),
            Max(third.GetLower(), third.GetUpper()),
            Max(fourth.GetLower(), fourth.GetUpper()));

    /// <summary>Four vectors, each as <see cref="MinAcross{T}(Vector128{T})"/>: lane i is the result of the i-th.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MinAcross(Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth)
    {
        // The halves of two vectors side by side, joined; then their even and odd lanes, joined: no lane is idle.
        Vector128<float> left = Min(LowerHalves(first, second), UpperHalves(first, second));
        Vector128<float> right = Min(LowerHalves(third, fourth), UpperHalves(third, fourth));
        return Min(Even(left, right), Odd(left, right));
    }

    /// <inheritdoc cref="MinAcross(Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MinAcross(Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) =>
        MinAcross(
            Min(first.GetLower(), first.GetUpper()),
            Min(second.GetLower(), second.GetUpper()),
            Min(third.GetLower(), third.GetUpper()),
            Min(fourth.GetLower(), fourth.GetUpper()));

    /// <inheritdoc cref="MinAcross(Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MinAcross(Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth) =>
        MinAcross(
            Min(first.GetLower(), first.GetUpper()),
            Min(second.GetLower(), second.GetUpper()),
            Min(third.GetLower(), third.GetUpper()),
            Min(fourth.GetLower(), fourth.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LowerHalves(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.MoveLowToHigh(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left.AsDouble(), right.AsDouble()).AsSingle()
        : Vector128.Create(left.GetLower(), right.GetLower());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> UpperHalves(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.MoveHighToLow(right, left)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left.AsDouble(), right.AsDouble()).AsSingle()
        : Vector128.Create(left.GetUpper(), right.GetUpper());
}
