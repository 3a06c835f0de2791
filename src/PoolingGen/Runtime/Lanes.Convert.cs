using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Single elements of one type as another. The conditions are constants where the types are known.</content>
public static partial class Lanes
{
    /// <summary>Whether the bits of an element are its lane: the same type, or the bits of a <see cref="Half"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain<S, L>() =>
        typeof(S) == typeof(L)
        || (typeof(S) == typeof(Half) && typeof(L) == typeof(short))
        || (typeof(S) == typeof(short) && typeof(L) == typeof(Half));

    /// <summary>Whether elements are IEEE numbers, which may be NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsFloating<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    /// <summary>The element as a lane: exactly, because lanes are wider.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Extended<S, L>(S value)
        where S : unmanaged
        where L : unmanaged =>
        IsPlain<S, L>() ? Unsafe.BitCast<S, L>(value)
        : typeof(S) == typeof(Half) && typeof(L) == typeof(float) ? Unsafe.BitCast<float, L>((float)Unsafe.BitCast<S, Half>(value))
        : FromInt64<L>(ToInt64(value));

    /// <summary>An integer of at most 63 bits and a sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ToInt64<S>(S value)
        where S : unmanaged =>
        typeof(S) == typeof(sbyte) ? Unsafe.BitCast<S, sbyte>(value)
        : typeof(S) == typeof(byte) ? Unsafe.BitCast<S, byte>(value)
        : typeof(S) == typeof(short) ? Unsafe.BitCast<S, short>(value)
        : typeof(S) == typeof(ushort) ? Unsafe.BitCast<S, ushort>(value)
        : typeof(S) == typeof(int) ? Unsafe.BitCast<S, int>(value)
        : typeof(S) == typeof(uint) ? Unsafe.BitCast<S, uint>(value)
        : typeof(S) == typeof(long) ? Unsafe.BitCast<S, long>(value)
        : throw new NotSupportedException();

    /// <summary>An integer as an element of another type, rounded once if that has fewer digits, cut off if it has fewer bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static L FromInt64<L>(long value)
        where L : unmanaged =>
        typeof(L) == typeof(float) ? Unsafe.BitCast<float, L>(value)
        : typeof(L) == typeof(double) ? Unsafe.BitCast<double, L>(value)
        : typeof(L) == typeof(sbyte) ? Unsafe.BitCast<sbyte, L>((sbyte)value)
        : typeof(L) == typeof(byte) ? Unsafe.BitCast<byte, L>((byte)value)
        : typeof(L) == typeof(short) ? Unsafe.BitCast<short, L>((short)value)
        : typeof(L) == typeof(ushort) ? Unsafe.BitCast<ushort, L>((ushort)value)
        : typeof(L) == typeof(int) ? Unsafe.BitCast<int, L>((int)value)
        : typeof(L) == typeof(uint) ? Unsafe.BitCast<uint, L>((uint)value)
        : typeof(L) == typeof(long) ? Unsafe.BitCast<long, L>(value)
        : typeof(L) == typeof(ulong) ? Unsafe.BitCast<ulong, L>((ulong)value)
        : throw new NotSupportedException();

    /// <summary>The smallest value of an integer type; zero at least in 64 bits, for the unsigned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Lowest<T>() =>
        typeof(T) == typeof(sbyte) ? sbyte.MinValue
        : typeof(T) == typeof(short) ? short.MinValue
        : typeof(T) == typeof(int) ? int.MinValue
        : typeof(T) == typeof(long) ? long.MinValue
        : 0;

    /// <summary>The largest value of an integer type, or of <see cref="long"/> if that is less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Highest<T>() =>
        typeof(T) == typeof(sbyte) ? sbyte.MaxValue
        : typeof(T) == typeof(byte) ? byte.MaxValue
        : typeof(T) == typeof(short) ? short.MaxValue
        : typeof(T) == typeof(ushort) ? ushort.MaxValue
        : typeof(T) == typeof(int) ? int.MaxValue
        : typeof(T) == typeof(uint) ? uint.MaxValue
        : long.MaxValue;
}
