using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Extrema together with their positions.</content>
public static partial class Lanes
{
    /// <summary>The larger element with its position: the lower position if they are equal; a NaN before every number, the one further up if both are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> Max<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P> =>
        T.IsNaN(left.Values) && T.IsNaN(right.Values) ? (IsLater(right.Positions, left.Positions) ? right : left)
        : T.IsNaN(left.Values) || T.IsNaN(right.Values) ? (T.IsNaN(left.Values) ? left : right)
        : MaxNative(left, right);

    /// <summary>
    /// Lane by lane the larger element with its position. Of equal ones the lower position wins; a NaN wins against every number,
    /// of two NaN the higher position wins. Of two equals or two NaN a tap wins against none.
    /// </summary>
    /// <remarks>A total order, so taps may be joined in any order and more than once.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> Max<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MaxNative(left, right);
        }

        Vector128<T> leftIsNumber = Vector128.Equals(left.Values, left.Values);
        Vector128<T> rightIsNumber = Vector128.Equals(right.Values, right.Values);
        Vector128<T> better = Vector128.AndNot(leftIsNumber, Vector128.GreaterThanOrEqual(left.Values, right.Values));
        Vector128<T> equal = Vector128.Equals(left.Values, right.Values) & Vector128.LessThan(right.Positions, left.Positions).As<P, T>();
        Vector128<T> later = Vector128.AndNot(IsLater(right.Positions, left.Positions).As<P, T>(), leftIsNumber | rightIsNumber);
        return Select(better | equal | later, right, left);
    }

    /// <inheritdoc cref="Max{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> Max<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MaxNative(left, right);
        }

        Vector256<T> leftIsNumber = Vector256.Equals(left.Values, left.Values);
        Vector256<T> rightIsNumber = Vector256.Equals(right.Values, right.Values);
        Vector256<T> better = Vector256.AndNot(leftIsNumber, Vector256.GreaterThanOrEqual(left.Values, right.Values));
        Vector256<T> equal = Vector256.Equals(left.Values, right.Values) & Vector256.LessThan(right.Positions, left.Positions).As<P, T>();
        Vector256<T> later = Vector256.AndNot(IsLater(right.Positions, left.Positions).As<P, T>(), leftIsNumber | rightIsNumber);
        return Select(better | equal | later, right, left);
    }

    /// <inheritdoc cref="Max{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> Max<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MaxNative(left, right);
        }

        Vector512<T> leftIsNumber = Vector512.Equals(left.Values, left.Values);
        Vector512<T> rightIsNumber = Vector512.Equals(right.Values, right.Values);
        Vector512<T> better = Vector512.AndNot(leftIsNumber, Vector512.GreaterThanOrEqual(left.Values, right.Values));
        Vector512<T> equal = Vector512.Equals(left.Values, right.Values) & Vector512.LessThan(right.Positions, left.Positions).As<P, T>();
        Vector512<T> later = Vector512.AndNot(IsLater(right.Positions, left.Positions).As<P, T>(), leftIsNumber | rightIsNumber);
        return Select(better | equal | later, right, left);
    }

    /// <summary>The larger element with its position, defined for numbers only: the lower position if they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxNative<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P> =>
        right.Values > left.Values || (right.Values == left.Values && right.Positions < left.Positions) ? right : left;

    /// <summary>Lane by lane the larger element with its position, defined for numbers only: the lower position if they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> MaxNative<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        Vector128<P> positions = Vector128.ConditionalSelect(Vector128.GreaterThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions);
        return new(
            Vector128.MaxNative(left.Values, right.Values),
            Vector128.ConditionalSelect(Vector128.Equals(left.Values, right.Values).As<T, P>(), Vector128.Min(left.Positions, right.Positions), positions));
    }

    /// <inheritdoc cref="MaxNative{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> MaxNative<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        Vector256<P> positions = Vector256.ConditionalSelect(Vector256.GreaterThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions);
        return new(
            Vector256.MaxNative(left.Values, right.Values),
            Vector256.ConditionalSelect(Vector256.Equals(left.Values, right.Values).As<T, P>(), Vector256.Min(left.Positions, right.Positions), positions));
    }

    /// <inheritdoc cref="MaxNative{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> MaxNative<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        Vector512<P> positions = Vector512.ConditionalSelect(Vector512.GreaterThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions);
        return new(
            Vector512.MaxNative(left.Values, right.Values),
            Vector512.ConditionalSelect(Vector512.Equals(left.Values, right.Values).As<T, P>(), Vector512.Min(left.Positions, right.Positions), positions));
    }

    /// <summary>The larger element with its position: the lower position if they are equal; a number before every NaN, no position if both are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxNumber<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P> =>
        T.IsNaN(left.Values) && T.IsNaN(right.Values) ? Indexed1<T, P>.None(left.Values)
        : T.IsNaN(left.Values) || T.IsNaN(right.Values) ? (T.IsNaN(left.Values) ? right : left)
        : MaxNative(left, right);

    /// <summary>
    /// Lane by lane the larger element with its position. Of equal ones the lower position wins; a number wins against every NaN,
    /// two NaN give a NaN without a position.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> MaxNumber<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MaxNative(left, right);
        }

        Vector128<T> rightIsNumber = Vector128.Equals(right.Values, right.Values);
        Vector128<T> better = Vector128.AndNot(rightIsNumber, Vector128.GreaterThanOrEqual(left.Values, right.Values));
        Vector128<T> equal = Vector128.Equals(left.Values, right.Values) & Vector128.LessThan(right.Positions, left.Positions).As<P, T>();
        Indexed128<T, P> selected = Select(better | equal, right, left);
        Vector128<P> isNumber = Vector128.Equals(selected.Values, selected.Values).As<T, P>();
        return new(selected.Values, Vector128.ConditionalSelect(isNumber, selected.Positions, Vector128.Create(NoTap<P>())));
    }

    /// <inheritdoc cref="MaxNumber{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> MaxNumber<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MaxNative(left, right);
        }

        Vector256<T> rightIsNumber = Vector256.Equals(right.Values, right.Values);
        Vector256<T> better = Vector256.AndNot(rightIsNumber, Vector256.GreaterThanOrEqual(left.Values, right.Values));
        Vector256<T> equal = Vector256.Equals(left.Values, right.Values) & Vector256.LessThan(right.Positions, left.Positions).As<P, T>();
        Indexed256<T, P> selected = Select(better | equal, right, left);
        Vector256<P> isNumber = Vector256.Equals(selected.Values, selected.Values).As<T, P>();
        return new(selected.Values, Vector256.ConditionalSelect(isNumber, selected.Positions, Vector256.Create(NoTap<P>())));
    }

    /// <inheritdoc cref="MaxNumber{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> MaxNumber<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MaxNative(left, right);
        }

        Vector512<T> rightIsNumber = Vector512.Equals(right.Values, right.Values);
        Vector512<T> better = Vector512.AndNot(rightIsNumber, Vector512.GreaterThanOrEqual(left.Values, right.Values));
        Vector512<T> equal = Vector512.Equals(left.Values, right.Values) & Vector512.LessThan(right.Positions, left.Positions).As<P, T>();
        Indexed512<T, P> selected = Select(better | equal, right, left);
        Vector512<P> isNumber = Vector512.Equals(selected.Values, selected.Values).As<T, P>();
        return new(selected.Values, Vector512.ConditionalSelect(isNumber, selected.Positions, Vector512.Create(NoTap<P>())));
    }

    /// <summary>The smaller element with its position: the lower position if they are equal; a NaN before every number, the one further up if both are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> Min<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P> =>
        T.IsNaN(left.Values) && T.IsNaN(right.Values) ? (IsLater(right.Positions, left.Positions) ? right : left)
        : T.IsNaN(left.Values) || T.IsNaN(right.Values) ? (T.IsNaN(left.Values) ? left : right)
        : MinNative(left, right);

    /// <summary>
    /// Lane by lane the smaller element with its position. Of equal ones the lower position wins; a NaN wins against every number,
    /// of two NaN the higher position wins. Of two equals or two NaN a tap wins against none.
    /// </summary>
    /// <remarks>A total order, so taps may be joined in any order and more than once.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> Min<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MinNative(left, right);
        }

        Vector128<T> leftIsNumber = Vector128.Equals(left.Values, left.Values);
        Vector128<T> rightIsNumber = Vector128.Equals(right.Values, right.Values);
        Vector128<T> better = Vector128.AndNot(leftIsNumber, Vector128.LessThanOrEqual(left.Values, right.Values));
        Vector128<T> equal = Vector128.Equals(left.Values, right.Values) & Vector128.LessThan(right.Positions, left.Positions).As<P, T>();
        Vector128<T> later = Vector128.AndNot(IsLater(right.Positions, left.Positions).As<P, T>(), leftIsNumber | rightIsNumber);
        return Select(better | equal | later, right, left);
    }

    /// <inheritdoc cref="Min{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> Min<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MinNative(left, right);
        }

        Vector256<T> leftIsNumber = Vector256.Equals(left.Values, left.Values);
        Vector256<T> rightIsNumber = Vector256.Equals(right.Values, right.Values);
        Vector256<T> better = Vector256.AndNot(leftIsNumber, Vector256.LessThanOrEqual(left.Values, right.Values));
        Vector256<T> equal = Vector256.Equals(left.Values, right.Values) & Vector256.LessThan(right.Positions, left.Positions).As<P, T>();
        Vector256<T> later = Vector256.AndNot(IsLater(right.Positions, left.Positions).As<P, T>(), leftIsNumber | rightIsNumber);
        return Select(better | equal | later, right, left);
    }

    /// <inheritdoc cref="Min{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> Min<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MinNative(left, right);
        }

        Vector512<T> leftIsNumber = Vector512.Equals(left.Values, left.Values);
        Vector512<T> rightIsNumber = Vector512.Equals(right.Values, right.Values);
        Vector512<T> better = Vector512.AndNot(leftIsNumber, Vector512.LessThanOrEqual(left.Values, right.Values));
        Vector512<T> equal = Vector512.Equals(left.Values, right.Values) & Vector512.LessThan(right.Positions, left.Positions).As<P, T>();
        Vector512<T> later = Vector512.AndNot(IsLater(right.Positions, left.Positions).As<P, T>(), leftIsNumber | rightIsNumber);
        return Select(better | equal | later, right, left);
    }

    /// <summary>The smaller element with its position, defined for numbers only: the lower position if they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinNative<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P> =>
        right.Values < left.Values || (right.Values == left.Values && right.Positions < left.Positions) ? right : left;

    /// <summary>Lane by lane the smaller element with its position, defined for numbers only: the lower position if they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> MinNative<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        Vector128<P> positions = Vector128.ConditionalSelect(Vector128.LessThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions);
        return new(
            Vector128.MinNative(left.Values, right.Values),
            Vector128.ConditionalSelect(Vector128.Equals(left.Values, right.Values).As<T, P>(), Vector128.Min(left.Positions, right.Positions), positions));
    }

    /// <inheritdoc cref="MinNative{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> MinNative<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        Vector256<P> positions = Vector256.ConditionalSelect(Vector256.LessThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions);
        return new(
            Vector256.MinNative(left.Values, right.Values),
            Vector256.ConditionalSelect(Vector256.Equals(left.Values, right.Values).As<T, P>(), Vector256.Min(left.Positions, right.Positions), positions));
    }

    /// <inheritdoc cref="MinNative{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> MinNative<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        Vector512<P> positions = Vector512.ConditionalSelect(Vector512.LessThan(right.Values, left.Values).As<T, P>(), right.Positions, left.Positions);
        return new(
            Vector512.MinNative(left.Values, right.Values),
            Vector512.ConditionalSelect(Vector512.Equals(left.Values, right.Values).As<T, P>(), Vector512.Min(left.Positions, right.Positions), positions));
    }

    /// <summary>The smaller element with its position: the lower position if they are equal; a number before every NaN, no position if both are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinNumber<T, P>(Indexed1<T, P> left, Indexed1<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P> =>
        T.IsNaN(left.Values) && T.IsNaN(right.Values) ? Indexed1<T, P>.None(left.Values)
        : T.IsNaN(left.Values) || T.IsNaN(right.Values) ? (T.IsNaN(left.Values) ? right : left)
        : MinNative(left, right);

    /// <summary>
    /// Lane by lane the smaller element with its position. Of equal ones the lower position wins; a number wins against every NaN,
    /// two NaN give a NaN without a position.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> MinNumber<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MinNative(left, right);
        }

        Vector128<T> rightIsNumber = Vector128.Equals(right.Values, right.Values);
        Vector128<T> better = Vector128.AndNot(rightIsNumber, Vector128.LessThanOrEqual(left.Values, right.Values));
        Vector128<T> equal = Vector128.Equals(left.Values, right.Values) & Vector128.LessThan(right.Positions, left.Positions).As<P, T>();
        Indexed128<T, P> selected = Select(better | equal, right, left);
        Vector128<P> isNumber = Vector128.Equals(selected.Values, selected.Values).As<T, P>();
        return new(selected.Values, Vector128.ConditionalSelect(isNumber, selected.Positions, Vector128.Create(NoTap<P>())));
    }

    /// <inheritdoc cref="MinNumber{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> MinNumber<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MinNative(left, right);
        }

        Vector256<T> rightIsNumber = Vector256.Equals(right.Values, right.Values);
        Vector256<T> better = Vector256.AndNot(rightIsNumber, Vector256.LessThanOrEqual(left.Values, right.Values));
        Vector256<T> equal = Vector256.Equals(left.Values, right.Values) & Vector256.LessThan(right.Positions, left.Positions).As<P, T>();
        Indexed256<T, P> selected = Select(better | equal, right, left);
        Vector256<P> isNumber = Vector256.Equals(selected.Values, selected.Values).As<T, P>();
        return new(selected.Values, Vector256.ConditionalSelect(isNumber, selected.Positions, Vector256.Create(NoTap<P>())));
    }

    /// <inheritdoc cref="MinNumber{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> MinNumber<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged
    {
        if (!IsFloating<T>())
        {
            return MinNative(left, right);
        }

        Vector512<T> rightIsNumber = Vector512.Equals(right.Values, right.Values);
        Vector512<T> better = Vector512.AndNot(rightIsNumber, Vector512.LessThanOrEqual(left.Values, right.Values));
        Vector512<T> equal = Vector512.Equals(left.Values, right.Values) & Vector512.LessThan(right.Positions, left.Positions).As<P, T>();
        Indexed512<T, P> selected = Select(better | equal, right, left);
        Vector512<P> isNumber = Vector512.Equals(selected.Values, selected.Values).As<T, P>();
        return new(selected.Values, Vector512.ConditionalSelect(isNumber, selected.Positions, Vector512.Create(NoTap<P>())));
    }

    /// <summary>Whether a position is further up; no tap is further down than any.</summary>
    /// <remarks>One more than the largest is the least.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsLater<P>(P position, P other)
        where P : unmanaged, IBinaryInteger<P> =>
        unchecked(position + P.One) > unchecked(other + P.One);

    /// <summary>Where a position is further up; no tap is further down than any.</summary>
    /// <remarks>One more than the largest is the least.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<P> IsLater<P>(Vector128<P> positions, Vector128<P> others)
        where P : unmanaged =>
        Vector128.GreaterThan(positions + Vector128<P>.One, others + Vector128<P>.One);

    /// <inheritdoc cref="IsLater{P}(Vector128{P}, Vector128{P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<P> IsLater<P>(Vector256<P> positions, Vector256<P> others)
        where P : unmanaged =>
        Vector256.GreaterThan(positions + Vector256<P>.One, others + Vector256<P>.One);

    /// <inheritdoc cref="IsLater{P}(Vector128{P}, Vector128{P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<P> IsLater<P>(Vector512<P> positions, Vector512<P> others)
        where P : unmanaged =>
        Vector512.GreaterThan(positions + Vector512<P>.One, others + Vector512<P>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Indexed128<T, P> Select<T, P>(Vector128<T> mask, Indexed128<T, P> value, Indexed128<T, P> other)
        where T : unmanaged
        where P : unmanaged =>
        new(Vector128.ConditionalSelect(mask, value.Values, other.Values), Vector128.ConditionalSelect(mask.As<T, P>(), value.Positions, other.Positions));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Indexed256<T, P> Select<T, P>(Vector256<T> mask, Indexed256<T, P> value, Indexed256<T, P> other)
        where T : unmanaged
        where P : unmanaged =>
        new(Vector256.ConditionalSelect(mask, value.Values, other.Values), Vector256.ConditionalSelect(mask.As<T, P>(), value.Positions, other.Positions));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Indexed512<T, P> Select<T, P>(Vector512<T> mask, Indexed512<T, P> value, Indexed512<T, P> other)
        where T : unmanaged
        where P : unmanaged =>
        new(Vector512.ConditionalSelect(mask, value.Values, other.Values), Vector512.ConditionalSelect(mask.As<T, P>(), value.Positions, other.Positions));
}
