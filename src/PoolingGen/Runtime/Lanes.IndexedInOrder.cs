using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Extrema together with their positions, where no tap of the left operand comes after one of the right operand that it does not have itself.</content>
public static partial class Lanes
{
    /// <summary>The larger element with its position: that of the left operand if they are equal; a NaN before every number, the right one if both are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxInOrder<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged =>
        right.Values > left.Values || T.IsNaN(right.Values) ? right : left;

    /// <summary>Lane by lane the larger element with its position: that of the left operand if they are equal; a NaN before every number, the right one if both are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> MaxInOrder<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector128.GreaterThan(right.Values, left.Values) | Vector128.IsNaN(right.Values), right, left)
            : MaxNativeInOrder(left, right);

    /// <inheritdoc cref="MaxInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> MaxInOrder<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector256.GreaterThan(right.Values, left.Values) | Vector256.IsNaN(right.Values), right, left)
            : MaxNativeInOrder(left, right);

    /// <inheritdoc cref="MaxInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> MaxInOrder<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector512.GreaterThan(right.Values, left.Values) | Vector512.IsNaN(right.Values), right, left)
            : MaxNativeInOrder(left, right);

    /// <summary>The larger element with its position, defined for numbers only: that of the left operand if they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxNativeInOrder<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged =>
        right.Values > left.Values ? right : left;

    /// <summary>Lane by lane the larger element with its position, defined for numbers only: that of the left operand if they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> MaxNativeInOrder<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(
            Vector128.MaxNative(left.Values, right.Values),
            Vector128.ConditionalSelect(Vector128.GreaterThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions));

    /// <inheritdoc cref="MaxNativeInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> MaxNativeInOrder<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(
            Vector256.MaxNative(left.Values, right.Values),
            Vector256.ConditionalSelect(Vector256.GreaterThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions));

    /// <inheritdoc cref="MaxNativeInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> MaxNativeInOrder<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(
            Vector512.MaxNative(left.Values, right.Values),
            Vector512.ConditionalSelect(Vector512.GreaterThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions));

    /// <summary>The larger element with its position: that of the left operand if they are equal; a number before every NaN, whose position means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxNumberInOrder<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged =>
        left.Values >= right.Values || T.IsNaN(right.Values) ? left : right;

    /// <summary>Lane by lane the larger element with its position: that of the left operand if they are equal; a number before every NaN, whose position means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> MaxNumberInOrder<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector128.GreaterThanOrEqual(left.Values, right.Values) | Vector128.IsNaN(right.Values), left, right)
            : MaxNativeInOrder(left, right);

    /// <inheritdoc cref="MaxNumberInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> MaxNumberInOrder<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector256.GreaterThanOrEqual(left.Values, right.Values) | Vector256.IsNaN(right.Values), left, right)
            : MaxNativeInOrder(left, right);

    /// <inheritdoc cref="MaxNumberInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> MaxNumberInOrder<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector512.GreaterThanOrEqual(left.Values, right.Values) | Vector512.IsNaN(right.Values), left, right)
            : MaxNativeInOrder(left, right);

    /// <summary>The smaller element with its position: that of the left operand if they are equal; a NaN before every number, the right one if both are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinInOrder<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged =>
        right.Values < left.Values || T.IsNaN(right.Values) ? right : left;

    /// <summary>Lane by lane the smaller element with its position: that of the left operand if they are equal; a NaN before every number, the right one if both are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> MinInOrder<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector128.LessThan(right.Values, left.Values) | Vector128.IsNaN(right.Values), right, left)
            : MinNativeInOrder(left, right);

    /// <inheritdoc cref="MinInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> MinInOrder<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector256.LessThan(right.Values, left.Values) | Vector256.IsNaN(right.Values), right, left)
            : MinNativeInOrder(left, right);

    /// <inheritdoc cref="MinInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> MinInOrder<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector512.LessThan(right.Values, left.Values) | Vector512.IsNaN(right.Values), right, left)
            : MinNativeInOrder(left, right);

    /// <summary>The smaller element with its position, defined for numbers only: that of the left operand if they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinNativeInOrder<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged =>
        right.Values < left.Values ? right : left;

    /// <summary>Lane by lane the smaller element with its position, defined for numbers only: that of the left operand if they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> MinNativeInOrder<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(
            Vector128.MinNative(left.Values, right.Values),
            Vector128.ConditionalSelect(Vector128.LessThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions));

    /// <inheritdoc cref="MinNativeInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> MinNativeInOrder<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(
            Vector256.MinNative(left.Values, right.Values),
            Vector256.ConditionalSelect(Vector256.LessThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions));

    /// <inheritdoc cref="MinNativeInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> MinNativeInOrder<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(
            Vector512.MinNative(left.Values, right.Values),
            Vector512.ConditionalSelect(Vector512.LessThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions));

    /// <summary>The smaller element with its position: that of the left operand if they are equal; a number before every NaN, whose position means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinNumberInOrder<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged =>
        left.Values <= right.Values || T.IsNaN(right.Values) ? left : right;

    /// <summary>Lane by lane the smaller element with its position: that of the left operand if they are equal; a number before every NaN, whose position means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> MinNumberInOrder<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector128.LessThanOrEqual(left.Values, right.Values) | Vector128.IsNaN(right.Values), left, right)
            : MinNativeInOrder(left, right);

    /// <inheritdoc cref="MinNumberInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> MinNumberInOrder<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector256.LessThanOrEqual(left.Values, right.Values) | Vector256.IsNaN(right.Values), left, right)
            : MinNativeInOrder(left, right);

    /// <inheritdoc cref="MinNumberInOrder{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> MinNumberInOrder<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        IsFloating<T>()
            ? Select(Vector512.LessThanOrEqual(left.Values, right.Values) | Vector512.IsNaN(right.Values), left, right)
            : MinNativeInOrder(left, right);
}
