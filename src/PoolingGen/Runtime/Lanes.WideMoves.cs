using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

// The counts become constants where the methods are inlined.
#pragma warning disable CA1857

namespace PoolingGen.Runtime;

/// <content>Exact sums, moved between lanes and folded into one.</content>
public static partial class Lanes
{
    /// <summary>As <see cref="ShiftIn{T}(Vector128{T}, Vector128{T}, int)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 ShiftIn(Wide128 current, Wide128 previous, [ConstantExpected] int count) =>
        new(ShiftIn(current.High, previous.High, count), ShiftIn(current.Low, previous.Low, count));

    /// <inheritdoc cref="ShiftIn(Wide128, Wide128, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 ShiftIn(Wide256 current, Wide256 previous, [ConstantExpected] int count) =>
        new(ShiftIn(current.High, previous.High, count), ShiftIn(current.Low, previous.Low, count));

    /// <inheritdoc cref="ShiftIn(Wide128, Wide128, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 ShiftIn(Wide512 current, Wide512 previous, [ConstantExpected] int count) =>
        new(ShiftIn(current.High, previous.High, count), ShiftIn(current.Low, previous.Low, count));

    /// <summary>As <see cref="Even{T}(Vector128{T}, Vector128{T})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Even(Wide128 left, Wide128 right) => new(Even(left.High, right.High), Even(left.Low, right.Low));

    /// <inheritdoc cref="Even(Wide128, Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Even(Wide256 left, Wide256 right) => new(Even(left.High, right.High), Even(left.Low, right.Low));

    /// <inheritdoc cref="Even(Wide128, Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Even(Wide512 left, Wide512 right) => new(Even(left.High, right.High), Even(left.Low, right.Low));

    /// <summary>As <see cref="Odd{T}(Vector128{T}, Vector128{T})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Odd(Wide128 left, Wide128 right) => new(Odd(left.High, right.High), Odd(left.Low, right.Low));

    /// <inheritdoc cref="Odd(Wide128, Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Odd(Wide256 left, Wide256 right) => new(Odd(left.High, right.High), Odd(left.Low, right.Low));

    /// <inheritdoc cref="Odd(Wide128, Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Odd(Wide512 left, Wide512 right) => new(Odd(left.High, right.High), Odd(left.Low, right.Low));

    /// <summary>As <see cref="SelectInside{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 SelectInside(Vector128<long> mask, Wide128 value, Wide128 fill) =>
        new(Vector128.ConditionalSelect(mask, value.High, fill.High), Vector128.ConditionalSelect(mask, value.Low, fill.Low));

    /// <inheritdoc cref="SelectInside(Vector128{long}, Wide128, Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 SelectInside(Vector256<long> mask, Wide256 value, Wide256 fill) =>
        new(Vector256.ConditionalSelect(mask, value.High, fill.High), Vector256.ConditionalSelect(mask, value.Low, fill.Low));

    /// <inheritdoc cref="SelectInside(Vector128{long}, Wide128, Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 SelectInside(Vector512<long> mask, Wide512 value, Wide512 fill) =>
        new(Vector512.ConditionalSelect(mask, value.High, fill.High), Vector512.ConditionalSelect(mask, value.Low, fill.Low));

    /// <summary>The sum of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide1 SumAcross(Wide128 value) => new(SumAcross(value.High), SumAcross(value.Low));

    /// <inheritdoc cref="SumAcross(Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide1 SumAcross(Wide256 value) => new(SumAcross(value.High), SumAcross(value.Low));

    /// <inheritdoc cref="SumAcross(Wide128)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide1 SumAcross(Wide512 value) => new(SumAcross(value.High), SumAcross(value.Low));
}
