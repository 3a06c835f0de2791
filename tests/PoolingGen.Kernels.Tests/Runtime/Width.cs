using System.Numerics;
using PoolingGen.Runtime;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>The operations on lanes at one width, from arrays to arrays, so that a test is written once for all widths.</summary>
internal abstract class Width
{
    /// <summary>Where rows and targets begin in their arrays: what lies before and behind is to be left alone.</summary>
    public const int Margin = 80;

    public static Width[] All { get; } = [new Width1(), new Width128(), new Width256(), new Width512()];

    public static IEnumerable<Width> Vectors => All.Where(width => width.Bits > 1);

    public abstract int Bits { get; }

    public abstract int Count<L>()
        where L : unmanaged, INumber<L>;

    public abstract L[] Load<S, L>(S[] source)
        where S : unmanaged
        where L : unmanaged, INumber<L>;

    public abstract L[] LoadEdge<S, L>(S[] row, nint column, nint extent, L fill)
        where S : unmanaged
        where L : unmanaged, INumber<L>;

    public abstract L[] LoadGather<S, L, P>(S[] row, P[] columns, P[] ends, L fill)
        where S : unmanaged
        where L : unmanaged, INumber<L>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract P[] WindowBegins<P>(nint output, nint extent, nint outputs)
        where P : unmanaged, IBinaryInteger<P>;

    public abstract P[] WindowEnds<P>(nint output, nint extent, nint outputs)
        where P : unmanaged, IBinaryInteger<P>;

    public abstract L[] SelectInside<L>(nint column, nint extent, L[] value, L[] fill)
        where L : unmanaged, INumber<L>;

    public abstract L[] SelectInsideAll<L>(nint position, nint extent, L[] value, L[] fill)
        where L : unmanaged, INumber<L>;

    public abstract L[] Max<L>(L[] left, L[] right)
        where L : unmanaged, INumber<L>;

    public abstract L[] Min<L>(L[] left, L[] right)
        where L : unmanaged, INumber<L>;

    public abstract L[] MaxNumber<L>(L[] left, L[] right)
        where L : unmanaged, INumber<L>;

    public abstract L[] MinNumber<L>(L[] left, L[] right)
        where L : unmanaged, INumber<L>;

    public abstract L[] MaxNative<L>(L[] left, L[] right)
        where L : unmanaged, INumber<L>;

    public abstract L[] MinNative<L>(L[] left, L[] right)
        where L : unmanaged, INumber<L>;

    public abstract L SumAcross<L>(L[] value)
        where L : unmanaged, INumber<L>;

    public abstract L MaxAcross<L>(L[] value)
        where L : unmanaged, INumber<L>;

    public abstract L MinAcross<L>(L[] value)
        where L : unmanaged, INumber<L>;

    public abstract L MaxNumberAcross<L>(L[] value)
        where L : unmanaged, INumber<L>;

    public abstract L MinNumberAcross<L>(L[] value)
        where L : unmanaged, INumber<L>;

    public abstract bool AnyNaN<L>(L[] value)
        where L : unmanaged, INumber<L>;

    public virtual L[] ShiftIn<L>(L[] current, L[] previous, int count)
        where L : unmanaged, INumber<L> =>
        throw new NotSupportedException();

    public virtual L[] Even<L>(L[] left, L[] right)
        where L : unmanaged, INumber<L> =>
        throw new NotSupportedException();

    public virtual L[] Odd<L>(L[] left, L[] right)
        where L : unmanaged, INumber<L> =>
        throw new NotSupportedException();

    public abstract L[] TapCounts<L>(nint firstTap, int window, int stride, nint extent, int dilation)
        where L : unmanaged, INumber<L>;

    public abstract L[] Reciprocal<L>(L[] value, int most)
        where L : unmanaged, IFloatingPointIeee754<L>;

    public abstract L[] Power<L>(L[] value, double p)
        where L : unmanaged, IFloatingPointIeee754<L>;

    public abstract L[] Root<L>(L[] value, double p)
        where L : unmanaged, IFloatingPointIeee754<L>;

    public abstract short[] ToOrdered(short[] bits);

    public abstract short[] ToOrdered(short[] bits, short nan);

    public abstract short[] FromOrdered(short[] ordered);

    public abstract void Store<L, U>(U[] target, L[] value)
        where L : unmanaged, INumber<L>
        where U : unmanaged;

    public abstract void StoreEdge<L, U>(U[] target, nint column, nint extent, L[] value)
        where L : unmanaged, INumber<L>
        where U : unmanaged;

    public abstract int[] SmallQuotient(int[] sum, int[] divisor);

    public abstract short[] SmallQuotient(short[] sum, short[] divisor);

    public abstract short[] LoadBytes<S>(S[] source)
        where S : unmanaged;

    public abstract void StoreBytes<U>(U[] target, short[] value)
        where U : unmanaged;

    public abstract void StoreBytesEdge<U>(U[] target, nint column, nint extent, short[] value)
        where U : unmanaged;

    public abstract void StoreQuotient<L, U>(U[] target, L[] sum, L[] divisor)
        where L : unmanaged, INumber<L>
        where U : unmanaged;

    public abstract void StoreQuotientEdge<L, U>(U[] target, nint column, nint extent, L[] sum, L[] divisor)
        where L : unmanaged, INumber<L>
        where U : unmanaged;

    public abstract void StoreIndices<P, I>(I[] target, P[] positions, nint scale, nint offset, nint step)
        where P : unmanaged, IBinaryInteger<P>
        where I : unmanaged;

    public abstract void StoreIndicesEdge<P, I>(I[] target, nint column, nint extent, P[] positions, nint scale, nint offset, nint step)
        where P : unmanaged, IBinaryInteger<P>
        where I : unmanaged;

    public abstract P[] ColumnMajor<P>(P[] positions, nint depth, nint height, nint width)
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Wides LoadWide<S>(S[] source)
        where S : unmanaged;

    public abstract Wides LoadWideEdge<S>(S[] row, nint column, nint extent)
        where S : unmanaged;

    public abstract Wides LoadWideGather<S>(S[] row, long[] columns, long[] ends)
        where S : unmanaged;

    public abstract Wides Add(Wides left, Wides right);

    public abstract Int128 SumAcross(Wides value);

    public abstract void StoreWide<U>(U[] target, Wides sum)
        where U : unmanaged;

    public abstract void StoreWideEdge<U>(U[] target, nint column, nint extent, Wides sum)
        where U : unmanaged;

    public abstract void StoreWideQuotient<U>(U[] target, Wides sum, long[] divisor)
        where U : unmanaged;

    public abstract void StoreWideQuotientEdge<U>(U[] target, nint column, nint extent, Wides sum, long[] divisor)
        where U : unmanaged;

    public virtual Wides ShiftIn(Wides current, Wides previous, int count) =>
        throw new NotSupportedException();

    public virtual Wides Even(Wides left, Wides right) =>
        throw new NotSupportedException();

    public virtual Wides Odd(Wides left, Wides right) =>
        throw new NotSupportedException();

    public abstract Wides SelectInside(nint column, nint extent, Wides value, Wides fill);

    public abstract Found<T, P> At<T, P>(T[] values, nint position, nint step)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> None<T, P>(T value)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> LoadIndexedEdge<S, T, P>(S[] row, nint column, nint extent, T fill, nint position, nint step)
        where S : unmanaged
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> LoadIndexedGather<S, T, P>(S[] row, P[] columns, P[] ends, T fill, nint rowPosition)
        where S : unmanaged
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> Max<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> Min<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> MaxNumber<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> MinNumber<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> MaxNative<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> MinNative<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> MaxInOrder<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> MinInOrder<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> MaxNativeInOrder<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> MinNativeInOrder<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> MaxNumberInOrder<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract Found<T, P> MinNumberInOrder<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract (T, P) MaxAcross<T, P>(Found<T, P> value)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract (T, P) MinAcross<T, P>(Found<T, P> value)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract (T, P) MaxNumberAcross<T, P>(Found<T, P> value)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public abstract (T, P) MinNumberAcross<T, P>(Found<T, P> value)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;

    public virtual Found<T, P> ShiftIn<T, P>(Found<T, P> current, Found<T, P> previous, int count)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P> =>
        throw new NotSupportedException();

    public virtual Found<T, P> Even<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P> =>
        throw new NotSupportedException();

    public virtual Found<T, P> Odd<T, P>(Found<T, P> left, Found<T, P> right)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P> =>
        throw new NotSupportedException();

    public abstract Found<T, P> SelectInside<T, P>(nint column, nint extent, Found<T, P> value, Found<T, P> fill)
        where T : unmanaged, INumber<T>
        where P : unmanaged, IBinaryInteger<P>;
}
