using System.Runtime.Intrinsics;
using PoolingGen.Runtime;

// Shifts are constants in kernels; here all of them are tried in turn.
#pragma warning disable CA1857

namespace PoolingGen.Kernels.Tests.Runtime;

internal sealed class Width512 : Width
{
    public override int Bits => 512;

    public override int Count<L>() => Vector512<L>.Count;

    public override L[] Load<S, L>(S[] source) => Elements.Of(Lanes.Load512<S, L>(ref source[0]));

    public override L[] LoadEdge<S, L>(S[] row, nint column, nint extent, L fill) => Elements.Of(Lanes.LoadEdge512<S, L>(ref row[Margin], column, extent, fill));

    public override L[] LoadGather<S, L, P>(S[] row, P[] columns, P[] ends, L fill) => Elements.Of(Lanes.LoadGather512<S, L, P>(ref row[0], Vector512.Create<P>(columns), Vector512.Create<P>(ends), fill));

    public override P[] WindowBegins<P>(nint output, nint extent, nint outputs) => Elements.Of(Lanes.WindowBegins512<P>(output, extent, outputs));

    public override P[] WindowEnds<P>(nint output, nint extent, nint outputs) => Elements.Of(Lanes.WindowEnds512<P>(output, extent, outputs));

    public override L[] SelectInside<L>(nint column, nint extent, L[] value, L[] fill) => Elements.Of(Lanes.SelectInside(Lanes.Inside512<L>(column, extent), Vector512.Create<L>(value), Vector512.Create<L>(fill)));

    public override L[] SelectInsideAll<L>(nint position, nint extent, L[] value, L[] fill) => Elements.Of(Lanes.SelectInside(Lanes.InsideAll512<L>(position, extent), Vector512.Create<L>(value), Vector512.Create<L>(fill)));

    public override L[] Max<L>(L[] left, L[] right) => Elements.Of(Lanes.Max(Vector512.Create<L>(left), Vector512.Create<L>(right)));

    public override L[] Min<L>(L[] left, L[] right) => Elements.Of(Lanes.Min(Vector512.Create<L>(left), Vector512.Create<L>(right)));

    public override L[] MaxNumber<L>(L[] left, L[] right) => Elements.Of(Lanes.MaxNumber(Vector512.Create<L>(left), Vector512.Create<L>(right)));

    public override L[] MinNumber<L>(L[] left, L[] right) => Elements.Of(Lanes.MinNumber(Vector512.Create<L>(left), Vector512.Create<L>(right)));

    public override L[] MaxNative<L>(L[] left, L[] right) => Elements.Of(Lanes.MaxNative(Vector512.Create<L>(left), Vector512.Create<L>(right)));

    public override L[] MinNative<L>(L[] left, L[] right) => Elements.Of(Lanes.MinNative(Vector512.Create<L>(left), Vector512.Create<L>(right)));

    public override L SumAcross<L>(L[] value) => Lanes.SumAcross(Vector512.Create<L>(value));

    public override L MaxAcross<L>(L[] value) => Lanes.MaxAcross(Vector512.Create<L>(value));

    public override L MinAcross<L>(L[] value) => Lanes.MinAcross(Vector512.Create<L>(value));

    public override L MaxNumberAcross<L>(L[] value) => Lanes.MaxNumberAcross(Vector512.Create<L>(value));

    public override L MinNumberAcross<L>(L[] value) => Lanes.MinNumberAcross(Vector512.Create<L>(value));

    public override bool AnyNaN<L>(L[] value) => Lanes.AnyNaN(Vector512.Create<L>(value));

    public override L[] ShiftIn<L>(L[] current, L[] previous, int count) => Elements.Of(Lanes.ShiftIn(Vector512.Create<L>(current), Vector512.Create<L>(previous), count));

    public override L[] Even<L>(L[] left, L[] right) => Elements.Of(Lanes.Even(Vector512.Create<L>(left), Vector512.Create<L>(right)));

    public override L[] Odd<L>(L[] left, L[] right) => Elements.Of(Lanes.Odd(Vector512.Create<L>(left), Vector512.Create<L>(right)));

    public override L[] TapCounts<L>(nint firstTap, int window, int stride, nint extent, int dilation) => Elements.Of(Lanes.TapCounts512<L>(firstTap, window, stride, extent, dilation));

    public override L[] Reciprocal<L>(L[] value, int most) => Elements.Of(Lanes.Reciprocal(Vector512.Create<L>(value), most));

    public override L[] Power<L>(L[] value, double p) => Elements.Of(Lanes.Power(Vector512.Create<L>(value), p));

    public override L[] Root<L>(L[] value, double p) => Elements.Of(Lanes.Root(Vector512.Create<L>(value), p));

    public override short[] ToOrdered(short[] bits) => Elements.Of(Lanes.ToOrdered(Vector512.Create<short>(bits)));

    public override short[] ToOrdered(short[] bits, short nan) => Elements.Of(Lanes.ToOrdered(Vector512.Create<short>(bits), nan));

    public override short[] FromOrdered(short[] ordered) => Elements.Of(Lanes.FromOrdered(Vector512.Create<short>(ordered)));

    public override void Store<L, U>(U[] target, L[] value) => Lanes.Store512(ref target[Margin], Vector512.Create<L>(value));

    public override void StoreEdge<L, U>(U[] target, nint column, nint extent, L[] value) => Lanes.StoreEdge512(ref target[Margin], column, extent, Vector512.Create<L>(value));

    public override int[] SmallQuotient(int[] sum, int[] divisor) => Elements.Of(Lanes.SmallQuotient(Vector512.Create<int>(sum), Lanes.ReciprocalAbove(Vector512.Create<int>(divisor))));

    public override short[] SmallQuotient(short[] sum, short[] divisor) => Elements.Of(Lanes.SmallQuotient(Vector512.Create<short>(sum), Lanes.ReciprocalAbove(Vector512.Create<short>(divisor))));

    public override short[] LoadBytes<S>(S[] source) => Elements.Of(typeof(S) == typeof(byte)
        ? Lanes.LoadBytes512(ref ((byte[])(object)source)[Margin])
        : Lanes.LoadBytes512(ref ((sbyte[])(object)source)[Margin]));

    public override void StoreBytes<U>(U[] target, short[] value)
    {
        if (typeof(U) == typeof(byte))
        {
            Lanes.StoreBytes512(ref ((byte[])(object)target)[Margin], Vector512.Create<short>(value));
        }
        else
        {
            Lanes.StoreBytes512(ref ((sbyte[])(object)target)[Margin], Vector512.Create<short>(value));
        }
    }

    public override void StoreBytesEdge<U>(U[] target, nint column, nint extent, short[] value)
    {
        if (typeof(U) == typeof(byte))
        {
            Lanes.StoreBytesEdge512(ref ((byte[])(object)target)[Margin], column, extent, Vector512.Create<short>(value));
        }
        else
        {
            Lanes.StoreBytesEdge512(ref ((sbyte[])(object)target)[Margin], column, extent, Vector512.Create<short>(value));
        }
    }

    public override void StoreQuotient<L, U>(U[] target, L[] sum, L[] divisor) => Lanes.StoreQuotient512(ref target[Margin], Vector512.Create<L>(sum), Vector512.Create<L>(divisor));

    public override void StoreQuotientEdge<L, U>(U[] target, nint column, nint extent, L[] sum, L[] divisor) => Lanes.StoreQuotientEdge512(ref target[Margin], column, extent, Vector512.Create<L>(sum), Vector512.Create<L>(divisor));

    public override void StoreIndices<P, I>(I[] target, P[] positions, nint scale, nint offset, nint step) => Lanes.StoreIndices512(ref target[Margin], Vector512.Create<P>(positions), scale, offset, step);

    public override void StoreIndicesEdge<P, I>(I[] target, nint column, nint extent, P[] positions, nint scale, nint offset, nint step) => Lanes.StoreIndicesEdge512(ref target[Margin], column, extent, Vector512.Create<P>(positions), scale, offset, step);

    public override P[] ColumnMajor<P>(P[] positions, nint depth, nint height, nint width) => Elements.Of(Lanes.ColumnMajor512(Vector512.Create<P>(positions), depth, height, width));

    public override Wides LoadWide<S>(S[] source) => Of(Lanes.LoadWide512(ref source[0]));

    public override Wides LoadWideEdge<S>(S[] row, nint column, nint extent) => Of(Lanes.LoadWideEdge512(ref row[Margin], column, extent));

    public override Wides LoadWideGather<S>(S[] row, long[] columns, long[] ends) => Of(Lanes.LoadWideGather512(ref row[0], Vector512.Create<long>(columns), Vector512.Create<long>(ends)));

    public override Wides Add(Wides left, Wides right) => Of(new Wide512(Vector512.Create<long>(left.High), Vector512.Create<long>(left.Low)) + new Wide512(Vector512.Create<long>(right.High), Vector512.Create<long>(right.Low)) + Wide512.Zero);

    public override Int128 SumAcross(Wides value)
    {
        Wide1 sum = Lanes.SumAcross(new Wide512(Vector512.Create<long>(value.High), Vector512.Create<long>(value.Low)));
        return ((Int128)sum.High << 32) + sum.Low;
    }

    public override void StoreWide<U>(U[] target, Wides sum) => Lanes.StoreWide512(ref target[Margin], new Wide512(Vector512.Create<long>(sum.High), Vector512.Create<long>(sum.Low)));

    public override void StoreWideEdge<U>(U[] target, nint column, nint extent, Wides sum) => Lanes.StoreWideEdge512(ref target[Margin], column, extent, new Wide512(Vector512.Create<long>(sum.High), Vector512.Create<long>(sum.Low)));

    public override void StoreWideQuotient<U>(U[] target, Wides sum, long[] divisor) => Lanes.StoreWideQuotient512(ref target[Margin], new Wide512(Vector512.Create<long>(sum.High), Vector512.Create<long>(sum.Low)), Vector512.Create<long>(divisor));

    public override void StoreWideQuotientEdge<U>(U[] target, nint column, nint extent, Wides sum, long[] divisor) => Lanes.StoreWideQuotientEdge512(ref target[Margin], column, extent, new Wide512(Vector512.Create<long>(sum.High), Vector512.Create<long>(sum.Low)), Vector512.Create<long>(divisor));

    public override Wides ShiftIn(Wides current, Wides previous, int count) => Of(Lanes.ShiftIn(new Wide512(Vector512.Create<long>(current.High), Vector512.Create<long>(current.Low)), new Wide512(Vector512.Create<long>(previous.High), Vector512.Create<long>(previous.Low)), count));

    public override Wides Even(Wides left, Wides right) => Of(Lanes.Even(new Wide512(Vector512.Create<long>(left.High), Vector512.Create<long>(left.Low)), new Wide512(Vector512.Create<long>(right.High), Vector512.Create<long>(right.Low))));

    public override Wides Odd(Wides left, Wides right) => Of(Lanes.Odd(new Wide512(Vector512.Create<long>(left.High), Vector512.Create<long>(left.Low)), new Wide512(Vector512.Create<long>(right.High), Vector512.Create<long>(right.Low))));

    public override Wides SelectInside(nint column, nint extent, Wides value, Wides fill) => Of(Lanes.SelectInside(Lanes.Inside512<long>(column, extent), new Wide512(Vector512.Create<long>(value.High), Vector512.Create<long>(value.Low)), new Wide512(Vector512.Create<long>(fill.High), Vector512.Create<long>(fill.Low))));

    public override Found<T, P> At<T, P>(T[] values, nint position, nint step) => Of(Indexed512<T, P>.At(Vector512.Create<T>(values), position, step));

    public override Found<T, P> None<T, P>(T value) => Of(Indexed512<T, P>.None(value));

    public override Found<T, P> LoadIndexedEdge<S, T, P>(S[] row, nint column, nint extent, T fill, nint position, nint step) => Of(Lanes.LoadIndexedEdge512<S, T, P>(ref row[Margin], column, extent, fill, position, step));

    public override Found<T, P> LoadIndexedGather<S, T, P>(S[] row, P[] columns, P[] ends, T fill, nint rowPosition) => Of(Lanes.LoadIndexedGather512<S, T, P>(ref row[0], Vector512.Create<P>(columns), Vector512.Create<P>(ends), fill, rowPosition));

    public override Found<T, P> Max<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.Max(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> Min<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.Min(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> MaxNumber<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNumber(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> MinNumber<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNumber(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> MaxNative<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNative(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> MinNative<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNative(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> MaxInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxInOrder(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> MinInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinInOrder(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> MaxNativeInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNativeInOrder(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> MinNativeInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNativeInOrder(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> MaxNumberInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNumberInOrder(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> MinNumberInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNumberInOrder(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override (T, P) MaxAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MaxAcross(new Indexed512<T, P>(Vector512.Create<T>(value.Values), Vector512.Create<P>(value.Positions)));
        return (one.Values, one.Positions);
    }

    public override (T, P) MinAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MinAcross(new Indexed512<T, P>(Vector512.Create<T>(value.Values), Vector512.Create<P>(value.Positions)));
        return (one.Values, one.Positions);
    }

    public override (T, P) MaxNumberAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MaxNumberAcross(new Indexed512<T, P>(Vector512.Create<T>(value.Values), Vector512.Create<P>(value.Positions)));
        return (one.Values, one.Positions);
    }

    public override (T, P) MinNumberAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MinNumberAcross(new Indexed512<T, P>(Vector512.Create<T>(value.Values), Vector512.Create<P>(value.Positions)));
        return (one.Values, one.Positions);
    }

    public override Found<T, P> ShiftIn<T, P>(Found<T, P> current, Found<T, P> previous, int count) => Of(Lanes.ShiftIn(new Indexed512<T, P>(Vector512.Create<T>(current.Values), Vector512.Create<P>(current.Positions)), new Indexed512<T, P>(Vector512.Create<T>(previous.Values), Vector512.Create<P>(previous.Positions)), count));

    public override Found<T, P> Even<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.Even(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> Odd<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.Odd(new Indexed512<T, P>(Vector512.Create<T>(left.Values), Vector512.Create<P>(left.Positions)), new Indexed512<T, P>(Vector512.Create<T>(right.Values), Vector512.Create<P>(right.Positions))));

    public override Found<T, P> SelectInside<T, P>(nint column, nint extent, Found<T, P> value, Found<T, P> fill) => Of(Lanes.SelectInside(Lanes.Inside512<T>(column, extent), new Indexed512<T, P>(Vector512.Create<T>(value.Values), Vector512.Create<P>(value.Positions)), new Indexed512<T, P>(Vector512.Create<T>(fill.Values), Vector512.Create<P>(fill.Positions))));

    private static Wides Of(Wide512 wide) => new(Elements.Of(wide.High), Elements.Of(wide.Low));

    private static Found<T, P> Of<T, P>(Indexed512<T, P> indexed)
        where T : unmanaged
        where P : unmanaged =>
        new(Elements.Of(indexed.Values), Elements.Of(indexed.Positions));
}
