using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

// The counts become constants where the methods are inlined.
#pragma warning disable CA1857

namespace PoolingGen.Runtime;

/// <content>Elements with positions, moved between lanes and folded into one.</content>
public static unsafe partial class Lanes
{
    /// <summary>As <see cref="ShiftIn{T}(Vector128{T}, Vector128{T}, int)"/>, with positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> ShiftIn<T, P>(Indexed128<T, P> current, Indexed128<T, P> previous, [ConstantExpected] int count)
        where T : unmanaged
        where P : unmanaged =>
        new(ShiftIn(current.Values, previous.Values, count), ShiftIn(current.Positions, previous.Positions, count));

    /// <inheritdoc cref="ShiftIn{T, P}(Indexed128{T, P}, Indexed128{T, P}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> ShiftIn<T, P>(Indexed256<T, P> current, Indexed256<T, P> previous, [ConstantExpected] int count)
        where T : unmanaged
        where P : unmanaged =>
        new(ShiftIn(current.Values, previous.Values, count), ShiftIn(current.Positions, previous.Positions, count));

    /// <inheritdoc cref="ShiftIn{T, P}(Indexed128{T, P}, Indexed128{T, P}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> ShiftIn<T, P>(Indexed512<T, P> current, Indexed512<T, P> previous, [ConstantExpected] int count)
        where T : unmanaged
        where P : unmanaged =>
        new(ShiftIn(current.Values, previous.Values, count), ShiftIn(current.Positions, previous.Positions, count));

    /// <summary>As <see cref="Even{T}(Vector128{T}, Vector128{T})"/>, with positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> Even<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(Even(left.Values, right.Values), Even(left.Positions, right.Positions));

    /// <inheritdoc cref="Even{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> Even<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(Even(left.Values, right.Values), Even(left.Positions, right.Positions));

    /// <inheritdoc cref="Even{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> Even<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(Even(left.Values, right.Values), Even(left.Positions, right.Positions));

    /// <summary>As <see cref="Odd{T}(Vector128{T}, Vector128{T})"/>, with positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> Odd<T, P>(Indexed128<T, P> left, Indexed128<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(Odd(left.Values, right.Values), Odd(left.Positions, right.Positions));

    /// <inheritdoc cref="Odd{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> Odd<T, P>(Indexed256<T, P> left, Indexed256<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(Odd(left.Values, right.Values), Odd(left.Positions, right.Positions));

    /// <inheritdoc cref="Odd{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> Odd<T, P>(Indexed512<T, P> left, Indexed512<T, P> right)
        where T : unmanaged
        where P : unmanaged =>
        new(Odd(left.Values, right.Values), Odd(left.Positions, right.Positions));

    /// <summary>As <see cref="SelectInside{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>, with positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> SelectInside<T, P>(Vector128<T> mask, Indexed128<T, P> value, Indexed128<T, P> fill)
        where T : unmanaged
        where P : unmanaged =>
        Select(mask, value, fill);

    /// <inheritdoc cref="SelectInside{T, P}(Vector128{T}, Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> SelectInside<T, P>(Vector256<T> mask, Indexed256<T, P> value, Indexed256<T, P> fill)
        where T : unmanaged
        where P : unmanaged =>
        Select(mask, value, fill);

    /// <inheritdoc cref="SelectInside{T, P}(Vector128{T}, Indexed128{T, P}, Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed512<T, P> SelectInside<T, P>(Vector512<T> mask, Indexed512<T, P> value, Indexed512<T, P> fill)
        where T : unmanaged
        where P : unmanaged =>
        Select(mask, value, fill);

    /// <summary>All lanes joined as by <see cref="Max{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxAcross<T, P>(Indexed128<T, P> value)
        where T : unmanaged
        where P : unmanaged
    {
        Indexed128<T, P> folded = Max(value, UpperOntoLower(value, 8));
        folded = sizeof(T) == 4 ? Max(folded, UpperOntoLower(folded, 4)) : folded;
        return new(folded.Values.ToScalar(), folded.Positions.ToScalar());
    }

    /// <inheritdoc cref="MaxAcross{T, P}(Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxAcross<T, P>(Indexed256<T, P> value)
        where T : unmanaged
        where P : unmanaged =>
        MaxAcross(Max(value.Lower, value.Upper));

    /// <inheritdoc cref="MaxAcross{T, P}(Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxAcross<T, P>(Indexed512<T, P> value)
        where T : unmanaged
        where P : unmanaged =>
        MaxAcross(Max(value.Lower, value.Upper));

    /// <summary>All lanes joined as by <see cref="Min{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinAcross<T, P>(Indexed128<T, P> value)
        where T : unmanaged
        where P : unmanaged
    {
        Indexed128<T, P> folded = Min(value, UpperOntoLower(value, 8));
        folded = sizeof(T) == 4 ? Min(folded, UpperOntoLower(folded, 4)) : folded;
        return new(folded.Values.ToScalar(), folded.Positions.ToScalar());
    }

    /// <inheritdoc cref="MinAcross{T, P}(Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinAcross<T, P>(Indexed256<T, P> value)
        where T : unmanaged
        where P : unmanaged =>
        MinAcross(Min(value.Lower, value.Upper));

    /// <inheritdoc cref="MinAcross{T, P}(Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinAcross<T, P>(Indexed512<T, P> value)
        where T : unmanaged
        where P : unmanaged =>
        MinAcross(Min(value.Lower, value.Upper));

    /// <summary>All lanes joined as by <see cref="MaxNumber{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxNumberAcross<T, P>(Indexed128<T, P> value)
        where T : unmanaged
        where P : unmanaged
    {
        Indexed128<T, P> folded = MaxNumber(value, UpperOntoLower(value, 8));
        folded = sizeof(T) == 4 ? MaxNumber(folded, UpperOntoLower(folded, 4)) : folded;
        return new(folded.Values.ToScalar(), folded.Positions.ToScalar());
    }

    /// <inheritdoc cref="MaxNumberAcross{T, P}(Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxNumberAcross<T, P>(Indexed256<T, P> value)
        where T : unmanaged
        where P : unmanaged =>
        MaxNumberAcross(MaxNumber(value.Lower, value.Upper));

    /// <inheritdoc cref="MaxNumberAcross{T, P}(Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MaxNumberAcross<T, P>(Indexed512<T, P> value)
        where T : unmanaged
        where P : unmanaged =>
        MaxNumberAcross(MaxNumber(value.Lower, value.Upper));

    /// <summary>All lanes joined as by <see cref="MinNumber{T, P}(Indexed128{T, P}, Indexed128{T, P})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinNumberAcross<T, P>(Indexed128<T, P> value)
        where T : unmanaged
        where P : unmanaged
    {
        Indexed128<T, P> folded = MinNumber(value, UpperOntoLower(value, 8));
        folded = sizeof(T) == 4 ? MinNumber(folded, UpperOntoLower(folded, 4)) : folded;
        return new(folded.Values.ToScalar(), folded.Positions.ToScalar());
    }

    /// <inheritdoc cref="MinNumberAcross{T, P}(Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinNumberAcross<T, P>(Indexed256<T, P> value)
        where T : unmanaged
        where P : unmanaged =>
        MinNumberAcross(MinNumber(value.Lower, value.Upper));

    /// <inheritdoc cref="MinNumberAcross{T, P}(Indexed128{T, P})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> MinNumberAcross<T, P>(Indexed512<T, P> value)
        where T : unmanaged
        where P : unmanaged =>
        MinNumberAcross(MinNumber(value.Lower, value.Upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Indexed128<T, P> UpperOntoLower<T, P>(Indexed128<T, P> value, int bytes)
        where T : unmanaged
        where P : unmanaged =>
        new(UpperOntoLower(value.Values, bytes), UpperOntoLower(value.Positions, bytes));
}
