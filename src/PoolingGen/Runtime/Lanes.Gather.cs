using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Loads of columns that lie anywhere in a row.</content>
public static unsafe partial class Lanes
{
    /// <summary>The element at <paramref name="columns"/>, or <paramref name="fill"/>, unread, unless 0 &lt;= column &lt; end.</summary>
    /// <typeparam name="S">The element in memory.</typeparam>
    /// <typeparam name="L">The lane: the same type, a wider integer, or <see cref="float"/> of a <see cref="Half"/>.</typeparam>
    /// <typeparam name="P">The integer as wide as a lane.</typeparam>
    /// <param name="row">The row's first element.</param>
    /// <param name="columns">The columns; may lie outside the row.</param>
    /// <param name="ends">Behind the last column that may be read.</param>
    /// <param name="fill">What the other lanes hold.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L LoadGather1<S, L, P>(ref S row, P columns, P ends, L fill)
        where S : unmanaged
        where L : unmanaged
        where P : unmanaged =>
        LoadEdge1(ref row, (nint)ToInt64(columns), (nint)ToInt64(ends), fill);

    /// <summary>Lane i is the element at column i of <paramref name="columns"/>, or <paramref name="fill"/>, unread, unless 0 &lt;= column &lt; end.</summary>
    /// <inheritdoc cref="LoadGather1{S, L, P}(ref S, P, P, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<L> LoadGather128<S, L, P>(ref S row, Vector128<P> columns, Vector128<P> ends, L fill)
        where S : unmanaged
        where L : unmanaged
        where P : unmanaged
    {
        if (Avx2.IsSupported && IsPlain<S, L>() && sizeof(L) == sizeof(P))
        {
            Vector128<P> inside = Vector128.GreaterThanOrEqual(columns, Vector128<P>.Zero) & Vector128.LessThan(columns, ends);
            Vector128<L> fills = Vector128.Create(fill);
            fixed (S* first = &row)
            {
                return sizeof(L) == 4
                    ? Avx2.GatherMaskVector128(fills.AsSingle(), (float*)first, columns.AsInt32(), inside.AsSingle(), 4).As<float, L>()
                    : Avx2.GatherMaskVector128(fills.AsDouble(), (double*)first, columns.AsInt64(), inside.AsDouble(), 8).As<double, L>();
            }
        }


        Unsafe.SkipInit(out Vector128<L> lanes);
        GatherLanes(ref Unsafe.As<Vector128<L>, L>(ref lanes), ref row, ref Unsafe.As<Vector128<P>, P>(ref columns), ref Unsafe.As<Vector128<P>, P>(ref ends), Vector128<L>.Count, fill);
        return lanes;
    }

    /// <inheritdoc cref="LoadGather128{S, L, P}(ref S, Vector128{P}, Vector128{P}, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<L> LoadGather256<S, L, P>(ref S row, Vector256<P> columns, Vector256<P> ends, L fill)
        where S : unmanaged
        where L : unmanaged
        where P : unmanaged
    {
        if (Avx2.IsSupported && IsPlain<S, L>() && sizeof(L) == sizeof(P))
        {
            Vector256<P> inside = Vector256.GreaterThanOrEqual(columns, Vector256<P>.Zero) & Vector256.LessThan(columns, ends);
            Vector256<L> fills = Vector256.Create(fill);
            fixed (S* first = &row)
            {
                return sizeof(L) == 4
                    ? Avx2.GatherMaskVector256(fills.AsSingle(), (float*)first, columns.AsInt32(), inside.AsSingle(), 4).As<float, L>()
                    : Avx2.GatherMaskVector256(fills.AsDouble(), (double*)first, columns.AsInt64(), inside.AsDouble(), 8).As<double, L>();
            }
        }


        Unsafe.SkipInit(out Vector256<L> lanes);
        GatherLanes(ref Unsafe.As<Vector256<L>, L>(ref lanes), ref row, ref Unsafe.As<Vector256<P>, P>(ref columns), ref Unsafe.As<Vector256<P>, P>(ref ends), Vector256<L>.Count, fill);
        return lanes;
    }

    /// <inheritdoc cref="LoadGather128{S, L, P}(ref S, Vector128{P}, Vector128{P}, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<L> LoadGather512<S, L, P>(ref S row, Vector512<P> columns, Vector512<P> ends, L fill)
        where S : unmanaged
        where L : unmanaged
        where P : unmanaged =>
        Vector512.Create(
            LoadGather256(ref row, columns.GetLower(), ends.GetLower(), fill),
            LoadGather256(ref row, columns.GetUpper(), ends.GetUpper(), fill));

    /// <summary>Without gathers: lane by lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void GatherLanes<S, L, P>(ref L lanes, ref S row, ref P columns, ref P ends, int count, L fill)
        where S : unmanaged
        where L : unmanaged
        where P : unmanaged
    {
        for (int lane = 0; lane < count; lane++)
        {
            Unsafe.Add(ref lanes, lane) = LoadGather1(ref row, Unsafe.Add(ref columns, lane), Unsafe.Add(ref ends, lane), fill);
        }
    }
}
