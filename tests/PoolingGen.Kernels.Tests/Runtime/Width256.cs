using System.Runtime.Intrinsics;
using PoolingGen.Runtime;

// Shifts are constants in kernels; here all of them are tried in turn.
#pragma warning disable CA1857

namespace PoolingGen.Kernels.Tests.Runtime;

internal sealed class Width256 : Width
{
    public override int Bits => 256;

    public override int Count<L>() => Vector256<L>.Count;

    public override L[] Load<S, L>(S[] source) => Elements.Of(Lanes.Load256<S, L>(ref source[0]));

    public override L[] LoadEdge<S, L>(S[] row, nint column, nint extent, L fill) => Elements.Of(Lanes.LoadEdge256<S, L>(ref row[Margin], column, extent, fill));

    public override L[] LoadGather<S, L, P>(S[] row, P[] columns, P[] ends, L fill) => Elements.Of(Lanes.LoadGather256<S, L, P>(ref row[0], Vector256.Create<P>(columns), Vector256.Create<P>(ends), fill));

    public override P[] WindowBegins<P>(nint output, nint extent, nint outputs) => Elements.Of(Lanes.WindowBegins256<P>(output, extent, outputs));

    public override P[] WindowEnds<P>(nint output, nint extent, nint outputs) => Elements.Of(Lanes.WindowEnds256<P>(output, extent, outputs));

    public override L[] SelectInside<L>(nint column, nint extent, L[] value, L[] fill) => Elements.Of(Lanes.SelectInside(Lanes.Inside256<L>(column, extent), Vector256.Create<L>(value), Vector256.Create<L>(fill)));

    public override L[] SelectInsideAll<L>(nint position, nint extent, L[] value, L[] fill) => Elements.Of(Lanes.SelectInside(Lanes.InsideAll256<L>(position, extent), Vector256.Create<L>(value), Vector256.Create<L>(fill)));

    public override L[] Max<L>(L[] left, L[] right) => Elements.Of(Lanes.Max(Vector256.Create<L>(left), Vector256.Create<L>(right)));

    public override L[] Min<L>(L[] left, L[] right) => Elements.Of(Lanes.Min(Vector256.Create<L>(left), Vector256.Create<L>(right)));

    public override L[] MaxNumber<L>(L[] left, L[] right) => Elements.Of(Lanes.MaxNumber(Vector256.Create<L>(left), Vector256.Create<L>(right)));

    public override L[] MinNumber<L>(L[] left, L[] right) => Elements.Of(Lanes.MinNumber(Vector256.Create<L>(left), Vector256.Create<L>(right)));

    public override L[] MaxNative<L>(L[] left, L[] right) => Elements.Of(Lanes.MaxNative(Vector256.Create<L>(left), Vector256.Create<L>(right)));

    public override L[] MinNative<L>(L[] left, L[] right) => Elements.Of(Lanes.MinNative(Vector256.Create<L>(left), Vector256.Create<L>(right)));

    public override L SumAcross<L>(L[] value) => Lanes.SumAcross(Vector256.Create<L>(value));

    public override L MaxAcross<L>(L[] value) => Lanes.MaxAcross(Vector256.Create<L>(value));

    public override L MinAcross<L>(L[] value) => Lanes.MinAcross(Vector256.Create<L>(value));

    public override L MaxNumberAcross<L>(L[] value) => Lanes.MaxNumberAcross(Vector256.Create<L>(value));

    public override L MinNumberAcross<L>(L[] value) => Lanes.MinNumberAcross(Vector256.Create<L>(value));

    public override bool AnyNaN<L>(L[] value) => Lanes.AnyNaN(Vector256.Create<L>(value));

    public override L[] ShiftIn<L>(L[] current, L[] previous, int count) => Elements.Of(Lanes.ShiftIn(Vector256.Create<L>(current), Vector256.Create<L>(previous), count));

    public override L[] Even<L>(L[] left, L[] right) => Elements.Of(Lanes.Even(Vector256.Create<L>(left), Vector256.Create<L>(right)));

    public override L[] Odd<L>(L[] left, L[] right) => Elements.Of(Lanes.Odd(Vector256.Create<L>(left), Vector256.Create<L>(right)));

    public override L[] TapCounts<L>(nint firstTap, int window, int stride, nint extent, int dilation) => Elements.Of(Lanes.TapCounts256<L>(firstTap, window, stride, extent, dilation));

    public override L[] Reciprocal<L>(L[] value, int most) => Elements.Of(Lanes.Reciprocal(Vector256.Create<L>(value), most));

    public override L[] Power<L>(L[] value, double p) => Elements.Of(Lanes.Power(Vector256.Create<L>(value), p));

    public override L[] Root<L>(L[] value, double p) => Elements.Of(Lanes.Root(Vector256.Create<L>(value), p));

    public override short[] ToOrdered(short[] bits) => Elements.Of(Lanes.ToOrdered(Vector256.Create<short>(bits)));

    public override short[] ToOrdered(short[] bits, short nan) => Elements.Of(Lanes.ToOrdered(Vector256.Create<short>(bits), nan));

    public override short[] FromOrdered(short[] ordered) => Elements.Of(Lanes.FromOrdered(Vector256.Create<short>(ordered)));

    public override void Store<L, U>(U[] target, L[] value) => Lanes.Store256(ref target[Margin], Vector256.Create<L>(value));

    public override void StoreEdge<L, U>(U[] target, nint column, nint extent, L[] value) => Lanes.StoreEdge256(ref target[Margin], column, extent, Vector256.Create<L>(value));

    public override int[] SmallQuotient(int[] sum, int[] divisor) => Elements.Of(Lanes.SmallQuotient(Vector256.Create<int>(sum), Lanes.ReciprocalAbove(Vector256.Create<int>(divisor))));

    public override short[] SmallQuotient(short[] sum, short[] divisor) => Elements.Of(Lanes.SmallQuotient(Vector256.Create<short>(sum), Lanes.ReciprocalAbove(Vector256.Create<short>(divisor))));

    public override short[] LoadBytes<S>(S[] source) => Elements.Of(typeof(S) == typeof(byte)
        ? Lanes.LoadBytes256(ref ((byte[])(object)source)[Margin])
        : Lanes.LoadBytes256(ref ((sbyte[])(object)source)[Margin]));

    public override void StoreBytes<U>(U[] target, short[] value)
    {
        if (typeof(U) == typeof(byte))
        {
            Lanes.StoreBytes256(ref ((byte[])(object)target)[Margin], Vector256.Create<short>(value));
        }
        else
        {
            Lanes.StoreBytes256(ref ((sbyte[])(object)target)[Margin], Vector256.Create<short>(value));
        }
    }

    public override void StoreBytesEdge<U>(U[] target, nint column, nint extent, short[] value)
    {
        if (typeof(U) == typeof(byte))
        {
            Lanes.StoreBytesEdge256(ref ((byte[])(object)target)[Margin], column, extent, Vector256.Create<short>(value));
        }
        else
        {
            Lanes.StoreBytesEdge256(ref ((sbyte[])(object)target)[Margin], column, extent, Vector256.Create<short>(value));
        }
    }

    public override void StoreQuotient<L, U>(U[] target, L[] sum, L[] divisor) => Lanes.StoreQuotient256(ref target[Margin], Vector256.Create<L>(sum), Vector256.Create<L>(divisor));

    public override void StoreQuotientEdge<L, U>(U[] target, nint column, nint extent, L[] sum, L[] divisor) => Lanes.StoreQuotientEdge256(ref target[Margin], column, extent, Vector256.Create<L>(sum), Vector256.Create<L>(divisor));

    public override void StoreIndices<P, I>(I[] target, P[] positions, nint scale, nint offset, nint step) => Lanes.StoreIndices256(ref target[Margin], Vector256.Create<P>(positions), scale, offset, step);

    public override void StoreIndicesEdge<P, I>(I[] target, nint column, nint extent, P[] positions, nint scale, nint offset, nint step) => Lanes.StoreIndicesEdge256(ref target[Margin], column, extent, Vector256.Create<P>(positions), scale, offset, step);

    public override P[] ColumnMajor<P>(P[] positions, nint depth, nint height, nint width) => Elements.Of(Lanes.ColumnMajor256(Vector256.Create<P>(positions), depth, height, width));

    public override Wides LoadWide<S>(S[] source) => Of(Lanes.LoadWide256(ref source[0]));

    public override Wides LoadWideEdge<S>(S[] row, nint column, nint extent) => Of(Lanes.LoadWideEdge256(ref row[Margin], column, extent));

    public override Wides LoadWideGather<S>(S[] row, long[] columns, long[] ends) => Of(Lanes.LoadWideGather256(ref row[0], Vector256.Create<long>(columns), Vector256.Create<long>(ends)));

    public override Wides Add(Wides left, Wides right) => Of(new Wide256(Vector256.Create<long>(left.High), Vector256.Create<long>(left.Low)) + new Wide256(Vector256.Create<long>(right.High), Vector256.Create<long>(right.Low)) + Wide256.Zero);

    public override Int128 SumAcross(Wides value)
    {
        Wide1 sum = Lanes.SumAcross(new Wide256(Vector256.Create<long>(value.High), Vector256.Create<long>(value.Low)));
        return ((Int128)sum.High << 32) + sum.Low;
    }

    public override void StoreWide<U>(U[] target, Wides sum) => Lanes.StoreWide256(ref target[Margin], new Wide256(Vector256.Create<long>(sum.High), Vector256.Create<long>(sum.Low)));

    public override void StoreWideEdge<U>(U[] target, nint column, nint extent, Wides sum) => Lanes.StoreWideEdge256(ref target[Margin], column, extent, new Wide256(Vector256.Create<long>(sum.High), Vector256.Create<long>(sum.Low)));

    public override void StoreWideQuotient<U>(U[] target, Wides sum, long[] divisor) => Lanes.StoreWideQuotient256(ref target[Margin], new Wide256(Vector256.Create<long>(sum.High), Vector256.Create<long>(sum.Low)), Vector256.Create<long>(divisor));

    public override void StoreWideQuotientEdge<U>(U[] target, nint column, nint extent, Wides sum, long[] divisor) => Lanes.StoreWideQuotientEdge256(ref target[Margin], column, extent, new Wide256(Vector256.Create<long>(sum.High), Vector256.Create<long>(sum.Low)), Vector256.Create<long>(divisor));

    public override Wides ShiftIn(Wides current, Wides previous, int count) => Of(Lanes.ShiftIn(new Wide256(Vector256.Create<long>(current.High), Vector256.Create<long>(current.Low)), new Wide256(Vector256.Create<long>(previous.High), Vector256.Create<long>(previous.Low)), count));

    public override Wides Even(Wides left, Wides right) => Of(Lanes.Even(new Wide256(Vector256.Create<long>(left.High), Vector256.Create<long>(left.Low)), new Wide256(Vector256.Create<long>(right.High), Vector256.Create<long>(right.Low))));

    public override Wides Odd(Wides left, Wides right) => Of(Lanes.Odd(new Wide256(Vector256.Create<long>(left.High), Vector256.Create<long>(left.Low)), new Wide256(Vector256.Create<long>(right.High), Vector256.Create<long>(right.Low))));

    public override Wides SelectInside(nint column, nint extent, Wides value, Wides fill) => Of(Lanes.SelectInside(Lanes.Inside256<long>(column, extent), new Wide256(Vector256.Create<long>(value.High), Vector256.Create<long>(value.Low)), new Wide256(Vector256.Create<long>(fill.High), Vector256.Create<long>(fill.Low))));

    public override Found<T, P> At<T, P>(T[] values, nint position, nint step) => Of(Indexed256<T, P>.At(Vector256.Create<T>(values), position, step));

    public override Found<T, P> None<T, P>(T value) => Of(Indexed256<T, P>.None(value));

    public override Found<T, P> LoadIndexedEdge<S, T, P>(S[] row, nint column, nint extent, T fill, nint position, nint step) => Of(Lanes.LoadIndexedEdge256<S, T, P>(ref row[Margin], column, extent, fill, position, step));

    public override Found<T, P> LoadIndexedGather<S, T, P>(S[] row, P[] columns, P[] ends, T fill, nint rowPosition) => Of(Lanes.LoadIndexedGather256<S, T, P>(ref row[0], Vector256.Create<P>(columns), Vector256.Create<P>(ends), fill, rowPosition));

    public override Found<T, P> Max<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.Max(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> Min<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.Min(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> MaxNumber<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNumber(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> MinNumber<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNumber(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> MaxNative<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNative(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> MinNative<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNative(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> MaxInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxInOrder(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> MinInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinInOrder(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> MaxNativeInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNativeInOrder(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> MinNativeInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNativeInOrder(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> MaxNumberInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNumberInOrder(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> MinNumberInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNumberInOrder(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override (T, P) MaxAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MaxAcross(new Indexed256<T, P>(Vector256.Create<T>(value.Values), Vector256.Create<P>(value.Positions)));
        return (one.Values, one.Positions);
    }

    public override (T, P) MinAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MinAcross(new Indexed256<T, P>(Vector256.Create<T>(value.Values), Vector256.Create<P>(value.Positions)));
        return (one.Values, one.Positions);
    }

    public override (T, P) MaxNumberAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MaxNumberAcross(new Indexed256<T, P>(Vector256.Create<T>(value.Values), Vector256.Create<P>(value.Positions)));
        return (one.Values, one.Positions);
    }

    public override (T, P) MinNumberAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MinNumberAcross(new Indexed256<T, P>(Vector256.Create<T>(value.Values), Vector256.Create<P>(value.Positions)));
        return (one.Values, one.Positions);
    }

    public override Found<T, P> ShiftIn<T, P>(Found<T, P> current, Found<T, P> previous, int count) => Of(Lanes.ShiftIn(new Indexed256<T, P>(Vector256.Create<T>(current.Values), Vector256.Create<P>(current.Positions)), new Indexed256<T, P>(Vector256.Create<T>(previous.Values), Vector256.Create<P>(previous.Positions)), count));

    public override Found<T, P> Even<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.Even(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> Odd<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.Odd(new Indexed256<T, P>(Vector256.Create<T>(left.Values), Vector256.Create<P>(left.Positions)), new Indexed256<T, P>(Vector256.Create<T>(right.Values), Vector256.Create<P>(right.Positions))));

    public override Found<T, P> SelectInside<T, P>(nint column, nint extent, Found<T, P> value, Found<T, P> fill) => Of(Lanes.SelectInside(Lanes.Inside256<T>(column, extent), new Indexed256<T, P>(Vector256.Create<T>(value.Values), Vector256.Create<P>(value.Positions)), new Indexed256<T, P>(Vector256.Create<T>(fill.Values), Vector256.Create<P>(fill.Positions))));

    private static Wides Of(Wide256 wide) => new(Elements.Of(wide.High), Elements.Of(wide.Low));

    private static Found<T, P> Of<T, P>(Indexed256<T, P> indexed)
        where T : unmanaged
        where P : unmanaged =>
        new(Elements.Of(indexed.Values), Elements.Of(indexed.Positions));
}
