using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Stores of lanes as elements of their own or of another type. As many elements are written as there are lanes.</content>
public static unsafe partial class Lanes
{
    /// <summary>Writes a lane as an element: integers saturated, everything else rounded once to nearest.</summary>
    /// <typeparam name="L">The lane.</typeparam>
    /// <typeparam name="U">The element in memory.</typeparam>
    /// <param name="at">Where the element of lane 0 goes.</param>
    /// <param name="value">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store1<L, U>(ref U at, L value)
        where L : unmanaged
        where U : unmanaged =>
        at = Rounded<L, U>(value);

    /// <summary>Writes the lanes as elements side by side: integers saturated, everything else rounded once to nearest.</summary>
    /// <inheritdoc cref="Store1{L, U}(ref U, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store128<L, U>(ref U at, Vector128<L> value)
        where L : unmanaged
        where U : unmanaged
    {
        if (IsPlain<L, U>())
        {
            value.StoreUnsafe(ref Unsafe.As<U, L>(ref at));
        }
        else if (typeof(U) == typeof(Half))
        {
            StoreNarrow(ref Unsafe.As<U, byte>(ref at), ToHalf(value.AsSingle()).AsInt32(), sizeof(U));
        }
        else if (IsFloating<U>())
        {
            StoreFloating(ref at, value);
        }
        else if (sizeof(L) < sizeof(U))
        {
            Vector128<int> low = Vector128.Max(value.AsInt32(), Vector128.Create((int)long.Max(Lowest<U>(), int.MinValue)));
            Vector128.WidenLower(low).StoreUnsafe(ref Unsafe.As<U, long>(ref at));
            Vector128.WidenUpper(low).StoreUnsafe(ref Unsafe.As<U, long>(ref at), (nuint)Vector128<long>.Count);
        }
        else
        {
            Vector128<L> least = Vector128.Create(FromInt64<L>(long.Max(Lowest<U>(), Lowest<L>())));
            Vector128<L> most = Vector128.Create(FromInt64<L>(long.Min(Highest<U>(), Highest<L>())));
            StoreNarrow(ref Unsafe.As<U, byte>(ref at), Vector128.Min(Vector128.Max(value, least), most), sizeof(U));
        }
    }

    /// <inheritdoc cref="Store128{L, U}(ref U, Vector128{L})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store256<L, U>(ref U at, Vector256<L> value)
        where L : unmanaged
        where U : unmanaged
    {
        if (IsPlain<L, U>())
        {
            value.StoreUnsafe(ref Unsafe.As<U, L>(ref at));
        }
        else if (typeof(U) == typeof(Half))
        {
            StoreNarrow(ref Unsafe.As<U, byte>(ref at), ToHalf(value.AsSingle()).AsInt32(), sizeof(U));
        }
        else if (IsFloating<U>())
        {
            StoreFloating(ref at, value);
        }
        else if (sizeof(L) < sizeof(U))
        {
            Vector256<int> low = Vector256.Max(value.AsInt32(), Vector256.Create((int)long.Max(Lowest<U>(), int.MinValue)));
            Vector256.WidenLower(low).StoreUnsafe(ref Unsafe.As<U, long>(ref at));
            Vector256.WidenUpper(low).StoreUnsafe(ref Unsafe.As<U, long>(ref at), (nuint)Vector256<long>.Count);
        }
        else
        {
            Vector256<L> least = Vector256.Create(FromInt64<L>(long.Max(Lowest<U>(), Lowest<L>())));
            Vector256<L> most = Vector256.Create(FromInt64<L>(long.Min(Highest<U>(), Highest<L>())));
            StoreNarrow(ref Unsafe.As<U, byte>(ref at), Vector256.Min(Vector256.Max(value, least), most), sizeof(U));
        }
    }

    /// <inheritdoc cref="Store128{L, U}(ref U, Vector128{L})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store512<L, U>(ref U at, Vector512<L> value)
        where L : unmanaged
        where U : unmanaged
    {
        if (IsPlain<L, U>())
        {
            value.StoreUnsafe(ref Unsafe.As<U, L>(ref at));
        }
        else if (typeof(U) == typeof(Half))
        {
            StoreNarrow(ref Unsafe.As<U, byte>(ref at), ToHalf(value.AsSingle()).AsInt32(), sizeof(U));
        }
        else if (IsFloating<U>())
        {
            StoreFloating(ref at, value);
        }
        else if (sizeof(L) < sizeof(U))
        {
            Vector512<int> low = Vector512.Max(value.AsInt32(), Vector512.Create((int)long.Max(Lowest<U>(), int.MinValue)));
            Vector512.WidenLower(low).StoreUnsafe(ref Unsafe.As<U, long>(ref at));
            Vector512.WidenUpper(low).StoreUnsafe(ref Unsafe.As<U, long>(ref at), (nuint)Vector512<long>.Count);
        }
        else
        {
            Vector512<L> least = Vector512.Create(FromInt64<L>(long.Max(Lowest<U>(), Lowest<L>())));
            Vector512<L> most = Vector512.Create(FromInt64<L>(long.Min(Highest<U>(), Highest<L>())));
            StoreNarrow(ref Unsafe.As<U, byte>(ref at), Vector512.Min(Vector512.Max(value, least), most), sizeof(U));
        }
    }

    /// <summary>The nearest element: an integer saturated, a floating-point number rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static U Rounded<L, U>(L value)
        where L : unmanaged
        where U : unmanaged =>
        IsPlain<L, U>() ? Unsafe.BitCast<L, U>(value)
        : typeof(U) == typeof(Half) ? Unsafe.BitCast<Half, U>((Half)Unsafe.BitCast<L, float>(value))
        : IsFloating<U>() ? FromInt64<U>(ToInt64(value))
        : FromInt64<U>(long.Min(long.Max(ToInt64(value), Lowest<U>()), Highest<U>()));

    /// <summary>Integer lanes as floating-point elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFloating<L, U>(ref U at, Vector128<L> value)
        where L : unmanaged
        where U : unmanaged
    {
        if (typeof(L) == typeof(int) && typeof(U) == typeof(float))
        {
            Vector128.ConvertToSingle(value.AsInt32()).StoreUnsafe(ref Unsafe.As<U, float>(ref at));
        }
        else if (typeof(L) == typeof(int))
        {
            Vector128.ConvertToDouble(Vector128.WidenLower(value.AsInt32())).StoreUnsafe(ref Unsafe.As<U, double>(ref at));
            Vector128.ConvertToDouble(Vector128.WidenUpper(value.AsInt32())).StoreUnsafe(ref Unsafe.As<U, double>(ref at), (nuint)Vector128<double>.Count);
        }
        else if (typeof(U) == typeof(double))
        {
            Vector128.ConvertToDouble(value.AsInt64()).StoreUnsafe(ref Unsafe.As<U, double>(ref at));
        }
        else
        {
            for (int lane = 0; lane < Vector128<L>.Count; lane++)
            {
                Unsafe.Add(ref at, lane) = Rounded<L, U>(value.GetElement(lane));
            }
        }
    }

    /// <inheritdoc cref="StoreFloating{L, U}(ref U, Vector128{L})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFloating<L, U>(ref U at, Vector256<L> value)
        where L : unmanaged
        where U : unmanaged
    {
        if (typeof(L) == typeof(int) && typeof(U) == typeof(float))
        {
            Vector256.ConvertToSingle(value.AsInt32()).StoreUnsafe(ref Unsafe.As<U, float>(ref at));
        }
        else if (typeof(L) == typeof(int))
        {
            Vector256.ConvertToDouble(Vector256.WidenLower(value.AsInt32())).StoreUnsafe(ref Unsafe.As<U, double>(ref at));
            Vector256.ConvertToDouble(Vector256.WidenUpper(value.AsInt32())).StoreUnsafe(ref Unsafe.As<U, double>(ref at), (nuint)Vector256<double>.Count);
        }
        else if (typeof(U) == typeof(double))
        {
            Vector256.ConvertToDouble(value.AsInt64()).StoreUnsafe(ref Unsafe.As<U, double>(ref at));
        }
        else if (Avx512DQ.VL.IsSupported)
        {
            Avx512DQ.VL.ConvertToVector128Single(value.AsInt64()).StoreUnsafe(ref Unsafe.As<U, float>(ref at));
        }
        else
        {
            for (int lane = 0; lane < Vector256<L>.Count; lane++)
            {
                Unsafe.Add(ref at, lane) = Rounded<L, U>(value.GetElement(lane));
            }
        }
    }

    /// <inheritdoc cref="StoreFloating{L, U}(ref U, Vector128{L})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFloating<L, U>(ref U at, Vector512<L> value)
        where L : unmanaged
        where U : unmanaged
    {
        if (typeof(L) == typeof(int) && typeof(U) == typeof(float))
        {
            Vector512.ConvertToSingle(value.AsInt32()).StoreUnsafe(ref Unsafe.As<U, float>(ref at));
        }
        else if (typeof(L) == typeof(int))
        {
            Vector512.ConvertToDouble(Vector512.WidenLower(value.AsInt32())).StoreUnsafe(ref Unsafe.As<U, double>(ref at));
            Vector512.ConvertToDouble(Vector512.WidenUpper(value.AsInt32())).StoreUnsafe(ref Unsafe.As<U, double>(ref at), (nuint)Vector512<double>.Count);
        }
        else if (typeof(U) == typeof(double))
        {
            Vector512.ConvertToDouble(value.AsInt64()).StoreUnsafe(ref Unsafe.As<U, double>(ref at));
        }
        else if (Avx512DQ.IsSupported)
        {
            Avx512DQ.ConvertToVector256Single(value.AsInt64()).StoreUnsafe(ref Unsafe.As<U, float>(ref at));
        }
        else
        {
            for (int lane = 0; lane < Vector512<L>.Count; lane++)
            {
                Unsafe.Add(ref at, lane) = Rounded<L, U>(value.GetElement(lane));
            }
        }
    }

    /// <summary>The lower <paramref name="size"/> bytes of each lane, side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreNarrow<L>(ref byte at, Vector128<L> value, int size)
        where L : unmanaged
    {
        if (sizeof(L) == size)
        {
            value.AsByte().StoreUnsafe(ref at);
        }
        else
        {
            StoreHalved(ref at, Halved(value, value), sizeof(L) / 2, 16 / sizeof(L), size);
        }
    }

    /// <inheritdoc cref="StoreNarrow{L}(ref byte, Vector128{L}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreNarrow<L>(ref byte at, Vector256<L> value, int size)
        where L : unmanaged
    {
        if (sizeof(L) == size)
        {
            value.AsByte().StoreUnsafe(ref at);
        }
        else
        {
            StoreHalved(ref at, Halved(value.GetLower(), value.GetUpper()), sizeof(L) / 2, 32 / sizeof(L), size);
        }
    }

    /// <inheritdoc cref="StoreNarrow{L}(ref byte, Vector128{L}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreNarrow<L>(ref byte at, Vector512<L> value, int size)
        where L : unmanaged
    {
        if (sizeof(L) == size)
        {
            value.AsByte().StoreUnsafe(ref at);
        }
        else if (Avx512F.IsSupported && sizeof(L) == 4)
        {
            if (size == 2)
            {
                Avx512F.ConvertToVector256Int16(value.AsInt32()).AsByte().StoreUnsafe(ref at);
            }
            else
            {
                Avx512F.ConvertToVector128SByte(value.AsInt32()).AsByte().StoreUnsafe(ref at);
            }
        }
        else
        {
            StoreNarrow(ref at, value.GetLower(), size);
            StoreNarrow(ref Unsafe.Add(ref at, Vector256<L>.Count * size), value.GetUpper(), size);
        }
    }

    /// <summary>The lanes of two vectors at half their size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Halved<L>(Vector128<L> lower, Vector128<L> upper)
        where L : unmanaged =>
        sizeof(L) == 8 ? Vector128.Narrow(lower.AsInt64(), upper.AsInt64()).AsByte()
        : sizeof(L) == 4 ? Vector128.Narrow(lower.AsInt32(), upper.AsInt32()).AsByte()
        : Vector128.Narrow(lower.AsInt16(), upper.AsInt16()).AsByte();

    /// <summary>The first <paramref name="count"/> elements of a register, halved from <paramref name="from"/> to <paramref name="size"/> bytes each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalved(ref byte at, Vector128<byte> value, int from, int count, int size)
    {
        Vector128<byte> narrow = from == size ? value
            : from == 4 && size == 2 ? Halved(value.AsInt32(), value.AsInt32())
            : from == 4 ? Halved(Halved(value.AsInt32(), value.AsInt32()).AsInt16(), Halved(value.AsInt32(), value.AsInt32()).AsInt16())
            : Halved(value.AsInt16(), value.AsInt16());
        int bytes = count * size;
        if (bytes == 16)
        {
            narrow.StoreUnsafe(ref at);
        }
        else if (bytes == 8)
        {
            Unsafe.WriteUnaligned(ref at, narrow.AsUInt64().ToScalar());
        }
        else if (bytes == 4)
        {
            Unsafe.WriteUnaligned(ref at, narrow.AsUInt32().ToScalar());
        }
        else
        {
            Unsafe.WriteUnaligned(ref at, narrow.AsUInt16().ToScalar());
        }
    }
}
