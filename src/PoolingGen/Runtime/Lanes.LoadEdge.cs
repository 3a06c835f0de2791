using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Loads at the ends of a row. Nothing outside the row is read.</content>
public static unsafe partial class Lanes
{
    /// <summary>The element at <paramref name="column"/>, or <paramref name="fill"/> if the row has no such column.</summary>
    /// <typeparam name="S">The element in memory.</typeparam>
    /// <typeparam name="L">The lane: the same type, a wider integer, or <see cref="float"/> of a <see cref="Half"/>.</typeparam>
    /// <param name="row">The row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="fill">What lanes outside the row hold.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L LoadEdge1<S, L>(ref S row, nint column, nint extent, L fill)
        where S : unmanaged
        where L : unmanaged =>
        (nuint)column < (nuint)extent ? Extended<S, L>(Unsafe.Add(ref row, column)) : fill;

    /// <summary>The elements from <paramref name="column"/> on; lanes outside the row hold <paramref name="fill"/>.</summary>
    /// <inheritdoc cref="LoadEdge1{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<L> LoadEdge128<S, L>(ref S row, nint column, nint extent, L fill)
        where S : unmanaged
        where L : unmanaged
    {
        if (typeof(S) == typeof(Half) && typeof(L) == typeof(float))
        {
            Vector128<float> loaded = ToSingle(LoadEdge128<short, int>(ref Unsafe.As<S, short>(ref row), column, extent, 0));
            return Vector128.ConditionalSelect(Inside128<L>(column, extent), loaded.As<float, L>(), Vector128.Create(fill));
        }

        if (HasMaskedLoads<S>())
        {
            return IsPlain<S, L>()
                ? LoadMasked(ref Unsafe.As<S, L>(ref row), column, extent, Vector128.Create(fill))
                : Vector128.ConditionalSelect(
                    Inside128<L>(column, extent),
                    Widen128<S, L>(LoadMasked(ref row, column, Within(column, Vector128<L>.Count, extent), Vector128<S>.Zero)),
                    Vector128.Create(fill));
        }

        if (column >= 0 && column + Vector128<L>.Count <= extent)
        {
            return Load128<S, L>(ref Unsafe.Add(ref row, column));
        }

        Unsafe.SkipInit(out Vector128<L> lanes);
        LoadLanes(ref Unsafe.As<Vector128<L>, L>(ref lanes), Vector128<L>.Count, ref row, column, extent, fill);
        return lanes;
    }

    /// <inheritdoc cref="LoadEdge128{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<L> LoadEdge256<S, L>(ref S row, nint column, nint extent, L fill)
        where S : unmanaged
        where L : unmanaged
    {
        if (typeof(S) == typeof(Half) && typeof(L) == typeof(float))
        {
            Vector256<float> loaded = ToSingle(LoadEdge256<short, int>(ref Unsafe.As<S, short>(ref row), column, extent, 0));
            return Vector256.ConditionalSelect(Inside256<L>(column, extent), loaded.As<float, L>(), Vector256.Create(fill));
        }

        if (HasMaskedLoads<S>() && Avx2.IsSupported)
        {
            return IsPlain<S, L>()
                ? LoadMasked(ref Unsafe.As<S, L>(ref row), column, extent, Vector256.Create(fill))
                : Vector256.ConditionalSelect(
                    Inside256<L>(column, extent),
                    Widen256<S, L>(LoadMasked(ref row, column, Within(column, Vector256<L>.Count, extent), Vector128<S>.Zero)),
                    Vector256.Create(fill));
        }

        if (column >= 0 && column + Vector256<L>.Count <= extent)
        {
            return Load256<S, L>(ref Unsafe.Add(ref row, column));
        }

        Unsafe.SkipInit(out Vector256<L> lanes);
        LoadLanes(ref Unsafe.As<Vector256<L>, L>(ref lanes), Vector256<L>.Count, ref row, column, extent, fill);
        return lanes;
    }

    /// <inheritdoc cref="LoadEdge128{S, L}(ref S, nint, nint, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<L> LoadEdge512<S, L>(ref S row, nint column, nint extent, L fill)
        where S : unmanaged
        where L : unmanaged
    {
        if (typeof(S) == typeof(Half) && typeof(L) == typeof(float))
        {
            Vector512<float> loaded = ToSingle(LoadEdge512<short, int>(ref Unsafe.As<S, short>(ref row), column, extent, 0));
            return Vector512.ConditionalSelect(Inside512<L>(column, extent), loaded.As<float, L>(), Vector512.Create(fill));
        }

        if (HasMaskedLoads<S>() && Avx512F.IsSupported)
        {
            if (IsPlain<S, L>())
            {
                return LoadMasked(ref Unsafe.As<S, L>(ref row), column, extent, Vector512.Create(fill));
            }

            nint end = Within(column, Vector512<L>.Count, extent);
            Vector256<S> part = 2 * sizeof(S) == sizeof(L)
                ? LoadMasked(ref row, column, end, Vector256<S>.Zero)
                : LoadMasked(ref row, column, end, Vector128<S>.Zero).ToVector256Unsafe();
            return Vector512.ConditionalSelect(Inside512<L>(column, extent), Widen512<S, L>(part), Vector512.Create(fill));
        }

        if (column >= 0 && column + Vector512<L>.Count <= extent)
        {
            return Load512<S, L>(ref Unsafe.Add(ref row, column));
        }

        Unsafe.SkipInit(out Vector512<L> lanes);
        LoadLanes(ref Unsafe.As<Vector512<L>, L>(ref lanes), Vector512<L>.Count, ref row, column, extent, fill);
        return lanes;
    }

    /// <summary>Whether the machine loads under a mask: from AVX on elements of 4 and 8 bytes, from AVX-512 on the smaller ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasMaskedLoads<S>()
        where S : unmanaged =>
        sizeof(S) >= 4 ? Avx.IsSupported : Avx512BW.VL.IsSupported;

    /// <summary>The end of a row that is cut off after <paramref name="count"/> columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Within(nint column, int count, nint extent) => nint.Max(0, nint.Min(column + count, extent));

    /// <summary>Elements under a mask; what it leaves out is neither read nor can it fault.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> LoadMasked<T>(ref T row, nint column, nint extent, Vector128<T> fill)
        where T : unmanaged
    {
        Vector128<T> inside = Inside128<T>(column, extent);
        fixed (T* first = &row)
        {
            T* at = first + column;
            return sizeof(T) == 1 ? Avx512BW.VL.MaskLoad((byte*)at, inside.AsByte(), fill.AsByte()).As<byte, T>()
                : sizeof(T) == 2 ? Avx512BW.VL.MaskLoad((ushort*)at, inside.AsUInt16(), fill.AsUInt16()).As<ushort, T>()
                : sizeof(T) == 4 ? Vector128.ConditionalSelect(inside, Avx.MaskLoad((float*)at, inside.AsSingle()).As<float, T>(), fill)
                : Vector128.ConditionalSelect(inside, Avx.MaskLoad((double*)at, inside.AsDouble()).As<double, T>(), fill);
        }
    }

    /// <inheritdoc cref="LoadMasked{T}(ref T, nint, nint, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> LoadMasked<T>(ref T row, nint column, nint extent, Vector256<T> fill)
        where T : unmanaged
    {
        Vector256<T> inside = Inside256<T>(column, extent);
        fixed (T* first = &row)
        {
            T* at = first + column;
            return sizeof(T) == 1 ? Avx512BW.VL.MaskLoad((byte*)at, inside.AsByte(), fill.AsByte()).As<byte, T>()
                : sizeof(T) == 2 ? Avx512BW.VL.MaskLoad((ushort*)at, inside.AsUInt16(), fill.AsUInt16()).As<ushort, T>()
                : sizeof(T) == 4 ? Vector256.ConditionalSelect(inside, Avx.MaskLoad((float*)at, inside.AsSingle()).As<float, T>(), fill)
                : Vector256.ConditionalSelect(inside, Avx.MaskLoad((double*)at, inside.AsDouble()).As<double, T>(), fill);
        }
    }

    /// <inheritdoc cref="LoadMasked{T}(ref T, nint, nint, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> LoadMasked<T>(ref T row, nint column, nint extent, Vector512<T> fill)
        where T : unmanaged
    {
        fixed (T* first = &row)
        {
            T* at = first + column;
            return sizeof(T) == 1 ? Avx512BW.MaskLoad((byte*)at, Inside512<byte>(column, extent), fill.AsByte()).As<byte, T>()
                : sizeof(T) == 2 ? Avx512BW.MaskLoad((ushort*)at, Inside512<ushort>(column, extent), fill.AsUInt16()).As<ushort, T>()
                : sizeof(T) == 4 ? Avx512F.MaskLoad((float*)at, Inside512<float>(column, extent), fill.AsSingle()).As<float, T>()
                : Avx512F.MaskLoad((double*)at, Inside512<double>(column, extent), fill.AsDouble()).As<double, T>();
        }
    }

    /// <summary>Without masked loads: a block of bytes, or lane by lane where they are converted.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadLanes<S, L>(ref L lanes, int count, ref S row, nint column, nint extent, L fill)
        where S : unmanaged
        where L : unmanaged
    {
        MemoryMarshal.CreateSpan(ref lanes, count).Fill(fill);
        nint first = nint.Max(-column, 0);
        nint end = nint.Min(extent - column, count);
        if (IsPlain<S, L>() && first < end)
        {
            ref byte target = ref Unsafe.As<L, byte>(ref Unsafe.Add(ref lanes, first));
            Unsafe.CopyBlockUnaligned(ref target, ref Unsafe.As<S, byte>(ref Unsafe.Add(ref row, column + first)), (uint)(end - first) * (uint)sizeof(L));
            return;
        }

        for (nint lane = first; lane < end; lane++)
        {
            Unsafe.Add(ref lanes, lane) = Extended<S, L>(Unsafe.Add(ref row, column + lane));
        }
    }
}
