using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>All lanes into one: the upper half onto the lower half, until one is left, whatever the width.</content>
public static unsafe partial class Lanes
{
    /// <summary>A single lane as it is.</summary>
    /// <param name="value">The lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumAcross<T>(T value) => value;

    /// <summary>The sum of all lanes.</summary>
    /// <param name="value">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumAcross<T>(Vector128<T> value)
        where T : unmanaged =>
        Across<T, SumJoin<T>>(value);

    /// <inheritdoc cref="SumAcross{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumAcross<T>(Vector256<T> value)
        where T : unmanaged =>
        Across<T, SumJoin<T>>(SumJoin<T>.Of(value.GetLower(), value.GetUpper()));

    /// <inheritdoc cref="SumAcross{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumAcross<T>(Vector512<T> value)
        where T : unmanaged =>
        SumAcross(SumJoin<T>.Of(value.GetLower(), value.GetUpper()));

    /// <summary>A single lane as it is.</summary>
    /// <param name="value">The lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross<T>(T value) => value;

    /// <summary>The largest lane; NaN if any is.</summary>
    /// <param name="value">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross<T>(Vector128<T> value)
        where T : unmanaged =>
        Across<T, MaxJoin<T>>(value);

    /// <inheritdoc cref="MaxAcross{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross<T>(Vector256<T> value)
        where T : unmanaged =>
        Across<T, MaxJoin<T>>(MaxJoin<T>.Of(value.GetLower(), value.GetUpper()));

    /// <inheritdoc cref="MaxAcross{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross<T>(Vector512<T> value)
        where T : unmanaged =>
        MaxAcross(MaxJoin<T>.Of(value.GetLower(), value.GetUpper()));

    /// <summary>A single lane as it is.</summary>
    /// <param name="value">The lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinAcross<T>(T value) => value;

    /// <summary>The smallest lane; NaN if any is.</summary>
    /// <param name="value">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinAcross<T>(Vector128<T> value)
        where T : unmanaged =>
        Across<T, MinJoin<T>>(value);

    /// <inheritdoc cref="MinAcross{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinAcross<T>(Vector256<T> value)
        where T : unmanaged =>
        Across<T, MinJoin<T>>(MinJoin<T>.Of(value.GetLower(), value.GetUpper()));

    /// <inheritdoc cref="MinAcross{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinAcross<T>(Vector512<T> value)
        where T : unmanaged =>
        MinAcross(MinJoin<T>.Of(value.GetLower(), value.GetUpper()));

    /// <summary>A single lane as it is.</summary>
    /// <param name="value">The lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxNumberAcross<T>(T value) => value;

    /// <summary>The largest lane that is not NaN; NaN if all are.</summary>
    /// <param name="value">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxNumberAcross<T>(Vector128<T> value)
        where T : unmanaged =>
        Across<T, MaxNumberJoin<T>>(value);

    /// <inheritdoc cref="MaxNumberAcross{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxNumberAcross<T>(Vector256<T> value)
        where T : unmanaged =>
        Across<T, MaxNumberJoin<T>>(MaxNumberJoin<T>.Of(value.GetLower(), value.GetUpper()));

    /// <inheritdoc cref="MaxNumberAcross{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxNumberAcross<T>(Vector512<T> value)
        where T : unmanaged =>
        MaxNumberAcross(MaxNumberJoin<T>.Of(value.GetLower(), value.GetUpper()));

    /// <summary>A single lane as it is.</summary>
    /// <param name="value">The lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinNumberAcross<T>(T value) => value;

    /// <summary>The smallest lane that is not NaN; NaN if all are.</summary>
    /// <param name="value">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinNumberAcross<T>(Vector128<T> value)
        where T : unmanaged =>
        Across<T, MinNumberJoin<T>>(value);

    /// <inheritdoc cref="MinNumberAcross{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinNumberAcross<T>(Vector256<T> value)
        where T : unmanaged =>
        Across<T, MinNumberJoin<T>>(MinNumberJoin<T>.Of(value.GetLower(), value.GetUpper()));

    /// <inheritdoc cref="MinNumberAcross{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinNumberAcross<T>(Vector512<T> value)
        where T : unmanaged =>
        MinNumberAcross(MinNumberJoin<T>.Of(value.GetLower(), value.GetUpper()));

    /// <summary>The lanes of 128 bits into one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Across<T, TJoin>(Vector128<T> value)
        where T : unmanaged
        where TJoin : IJoin<T>
    {
        Vector128<T> folded = TJoin.Of(value, UpperOntoLower(value, 8));
        if (sizeof(T) <= 4)
        {
            folded = TJoin.Of(folded, UpperOntoLower(folded, 4));
        }

        if (sizeof(T) <= 2)
        {
            folded = TJoin.Of(folded, UpperOntoLower(folded, 2));
        }

        if (sizeof(T) == 1)
        {
            folded = TJoin.Of(folded, UpperOntoLower(folded, 1));
        }

        return folded.ToScalar();
    }

    /// <summary>The lanes that lie <paramref name="bytes"/> further up, where lower ones are left to fold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> UpperOntoLower<T>(Vector128<T> value, int bytes)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.Shuffle(value.AsSingle(), bytes == 8 ? Vector128.Create(2, 3, 0, 1) : Vector128.Create(1, 0, 3, 2)).As<float, T>()
        : bytes == 8 ? Vector128.Shuffle(value.AsUInt64(), Vector128.Create(1ul, 0)).As<ulong, T>()
        : bytes == 4 ? Vector128.Shuffle(value.AsUInt32(), Vector128.Create(1u, 0, 3, 2)).As<uint, T>()
        : (value.AsUInt32() >> (8 * bytes)).As<uint, T>();
}
