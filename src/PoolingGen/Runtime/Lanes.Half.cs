using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content><see cref="Half"/> in memory, <see cref="float"/> in lanes: both conversions in integer arithmetic, for machines without an instruction.</content>
public static partial class Lanes
{
    /// <summary>The numbers whose <see cref="Half"/> bits are in the lower half of each lane, with copies of the sign before them.</summary>
    /// <remarks>
    /// Sign, exponent and digits move to their places in a float, and a product with 2^112 makes up for the smaller bias: also
    /// that of a subnormal, and exactly. Infinity and NaN get all exponent bits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ToSingle(Vector128<int> half)
    {
        Vector128<uint> moved = (half << 13).AsUInt32() & Vector128.Create(0x8FFF_E000u);
        Vector128<uint> number = (moved.AsSingle() * Vector128.Create(239u << 23).AsSingle()).AsUInt32();
        Vector128<uint> isSpecial = Vector128.Equals(moved & Vector128.Create(31u << 23), Vector128.Create(31u << 23));
        return (number | (isSpecial & Vector128.Create(255u << 23))).AsSingle();
    }

    /// <inheritdoc cref="ToSingle(Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ToSingle(Vector256<int> half)
    {
        Vector256<uint> moved = (half << 13).AsUInt32() & Vector256.Create(0x8FFF_E000u);
        Vector256<uint> number = (moved.AsSingle() * Vector256.Create(239u << 23).AsSingle()).AsUInt32();
        Vector256<uint> isSpecial = Vector256.Equals(moved & Vector256.Create(31u << 23), Vector256.Create(31u << 23));
        return (number | (isSpecial & Vector256.Create(255u << 23))).AsSingle();
    }

    /// <inheritdoc cref="ToSingle(Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ToSingle(Vector512<int> half)
    {
        Vector512<uint> moved = (half << 13).AsUInt32() & Vector512.Create(0x8FFF_E000u);
        Vector512<uint> number = (moved.AsSingle() * Vector512.Create(239u << 23).AsSingle()).AsUInt32();
        Vector512<uint> isSpecial = Vector512.Equals(moved & Vector512.Create(31u << 23), Vector512.Create(31u << 23));
        // Under a mask, the choice is one operation; of narrower vectors it is not everywhere.
        return Vector512.ConditionalSelect(isSpecial, number | Vector512.Create(255u << 23), number).AsSingle();
    }

    /// <summary>In the lower half of each lane the bits of the nearest <see cref="Half"/>, an even one if two are equally near.</summary>
    /// <remarks>
    /// Half of the last digit, less one if it is even, is added before the rest is cut off; the carry may go up to infinity,
    /// which is the largest result.
    /// A subnormal result is rounded by adding a float whose last digit is that of a subnormal.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> ToHalf(Vector128<float> value)
    {
        Vector128<uint> bits = value.AsUInt32();
        Vector128<uint> magnitude = bits & Vector128.Create(0x7FFF_FFFFu);
        Vector128<uint> even = (magnitude >> 13) & Vector128<uint>.One;
        Vector128<uint> normal = (magnitude + even + Vector128.Create(0xFFFu) - Vector128.Create(112u << 23)) >> 13;
        Vector128<uint> subnormal = (magnitude.AsSingle() + Vector128.Create(0.5f)).AsUInt32() - Vector128.Create(126u << 23);
        Vector128<uint> isSubnormal = Vector128.LessThan(magnitude.AsInt32(), Vector128.Create(113 << 23)).AsUInt32();
        Vector128<uint> isNaN = Vector128.GreaterThan(magnitude.AsInt32(), Vector128.Create(255 << 23)).AsUInt32();
        Vector128<uint> number = Vector128.ConditionalSelect(isSubnormal, subnormal, Vector128.Min(normal, Vector128.Create(0x7C00u)));
        return Vector128.ConditionalSelect(isNaN, Vector128.Create(0x7E00u), number) | ((bits >> 16) & Vector128.Create(0x8000u));
    }

    /// <inheritdoc cref="ToHalf(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> ToHalf(Vector256<float> value)
    {
        Vector256<uint> bits = value.AsUInt32();
        Vector256<uint> magnitude = bits & Vector256.Create(0x7FFF_FFFFu);
        Vector256<uint> even = (magnitude >> 13) & Vector256<uint>.One;
        Vector256<uint> normal = (magnitude + even + Vector256.Create(0xFFFu) - Vector256.Create(112u << 23)) >> 13;
        Vector256<uint> subnormal = (magnitude.AsSingle() + Vector256.Create(0.5f)).AsUInt32() - Vector256.Create(126u << 23);
        Vector256<uint> isSubnormal = Vector256.LessThan(magnitude.AsInt32(), Vector256.Create(113 << 23)).AsUInt32();
        Vector256<uint> isNaN = Vector256.GreaterThan(magnitude.AsInt32(), Vector256.Create(255 << 23)).AsUInt32();
        Vector256<uint> number = Vector256.ConditionalSelect(isSubnormal, subnormal, Vector256.Min(normal, Vector256.Create(0x7C00u)));
        return Vector256.ConditionalSelect(isNaN, Vector256.Create(0x7E00u), number) | ((bits >> 16) & Vector256.Create(0x8000u));
    }

    /// <inheritdoc cref="ToHalf(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> ToHalf(Vector512<float> value)
    {
        Vector512<uint> bits = value.AsUInt32();
        Vector512<uint> magnitude = bits & Vector512.Create(0x7FFF_FFFFu);
        Vector512<uint> even = (magnitude >> 13) & Vector512<uint>.One;
        Vector512<uint> normal = (magnitude + even + Vector512.Create(0xFFFu) - Vector512.Create(112u << 23)) >> 13;
        Vector512<uint> subnormal = (magnitude.AsSingle() + Vector512.Create(0.5f)).AsUInt32() - Vector512.Create(126u << 23);
        Vector512<uint> isSubnormal = Vector512.LessThan(magnitude.AsInt32(), Vector512.Create(113 << 23)).AsUInt32();
        Vector512<uint> isNaN = Vector512.GreaterThan(magnitude.AsInt32(), Vector512.Create(255 << 23)).AsUInt32();
        Vector512<uint> number = Vector512.ConditionalSelect(isSubnormal, subnormal, Vector512.Min(normal, Vector512.Create(0x7C00u)));
        return Vector512.ConditionalSelect(isNaN, Vector512.Create(0x7E00u), number) | ((bits >> 16) & Vector512.Create(0x8000u));
    }
}
