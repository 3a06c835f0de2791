using PoolingGen.Runtime;

namespace PoolingGen.Kernels.Tests.Runtime;

internal sealed class Width1 : Width
{
    public override int Bits => 1;

    public override int Count<L>() => 1;

    public override L[] Load<S, L>(S[] source) => [Lanes.Load1<S, L>(ref source[0])];

    public override L[] LoadEdge<S, L>(S[] row, nint column, nint extent, L fill) => [Lanes.LoadEdge1<S, L>(ref row[Margin], column, extent, fill)];

    public override L[] LoadGather<S, L, P>(S[] row, P[] columns, P[] ends, L fill) => [Lanes.LoadGather1<S, L, P>(ref row[0], columns[0], ends[0], fill)];

    public override P[] WindowBegins<P>(nint output, nint extent, nint outputs) => [Lanes.WindowBegins1<P>(output, extent, outputs)];

    public override P[] WindowEnds<P>(nint output, nint extent, nint outputs) => [Lanes.WindowEnds1<P>(output, extent, outputs)];

    public override L[] SelectInside<L>(nint column, nint extent, L[] value, L[] fill) => [Lanes.SelectInside(Lanes.Inside1<L>(column, extent), value[0], fill[0])];

    public override L[] SelectInsideAll<L>(nint position, nint extent, L[] value, L[] fill) => [Lanes.SelectInside(Lanes.InsideAll1<L>(position, extent), value[0], fill[0])];

    public override L[] Max<L>(L[] left, L[] right) => [Lanes.Max(left[0], right[0])];

    public override L[] Min<L>(L[] left, L[] right) => [Lanes.Min(left[0], right[0])];

    public override L[] MaxNumber<L>(L[] left, L[] right) => [Lanes.MaxNumber(left[0], right[0])];

    public override L[] MinNumber<L>(L[] left, L[] right) => [Lanes.MinNumber(left[0], right[0])];

    public override L[] MaxNative<L>(L[] left, L[] right) => [Lanes.MaxNative(left[0], right[0])];

    public override L[] MinNative<L>(L[] left, L[] right) => [Lanes.MinNative(left[0], right[0])];

    public override L SumAcross<L>(L[] value) => Lanes.SumAcross(value[0]);

    public override L MaxAcross<L>(L[] value) => Lanes.MaxAcross(value[0]);

    public override L MinAcross<L>(L[] value) => Lanes.MinAcross(value[0]);

    public override L MaxNumberAcross<L>(L[] value) => Lanes.MaxNumberAcross(value[0]);

    public override L MinNumberAcross<L>(L[] value) => Lanes.MinNumberAcross(value[0]);

    public override bool AnyNaN<L>(L[] value) => Lanes.AnyNaN(value[0]);

    public override L[] TapCounts<L>(nint firstTap, int window, int stride, nint extent, int dilation) => [Lanes.TapCounts1<L>(firstTap, window, stride, extent, dilation)];

    public override L[] Reciprocal<L>(L[] value, int most) => [Lanes.Reciprocal(value[0], most)];

    public override L[] Power<L>(L[] value, double p) => [Lanes.Power(value[0], p)];

    public override L[] Root<L>(L[] value, double p) => [Lanes.Root(value[0], p)];

    public override short[] ToOrdered(short[] bits) => [Lanes.ToOrdered(bits[0])];

    public override short[] ToOrdered(short[] bits, short nan) => [Lanes.ToOrdered(bits[0], nan)];

    public override short[] FromOrdered(short[] ordered) => [Lanes.FromOrdered(ordered[0])];

    public override void Store<L, U>(U[] target, L[] value) => Lanes.Store1(ref target[Margin], value[0]);

    public override void StoreEdge<L, U>(U[] target, nint column, nint extent, L[] value) => Lanes.StoreEdge1(ref target[Margin], column, extent, value[0]);

    public override int[] SmallQuotient(int[] sum, int[] divisor) => [Lanes.SmallQuotient(sum[0], Lanes.ReciprocalAbove(divisor[0]))];

    public override short[] SmallQuotient(short[] sum, short[] divisor) => [Lanes.SmallQuotient(sum[0], Lanes.ReciprocalAbove(divisor[0]))];

    public override short[] LoadBytes<S>(S[] source) => [Lanes.Load1<S, short>(ref source[Margin])];

    public override void StoreBytes<U>(U[] target, short[] value) => Lanes.Store1(ref target[Margin], value[0]);

    public override void StoreBytesEdge<U>(U[] target, nint column, nint extent, short[] value) => Lanes.StoreEdge1(ref target[Margin], column, extent, value[0]);

    public override void StoreQuotient<L, U>(U[] target, L[] sum, L[] divisor) => Lanes.StoreQuotient1(ref target[Margin], sum[0], divisor[0]);

    public override void StoreQuotientEdge<L, U>(U[] target, nint column, nint extent, L[] sum, L[] divisor) => Lanes.StoreQuotientEdge1(ref target[Margin], column, extent, sum[0], divisor[0]);

    public override void StoreIndices<P, I>(I[] target, P[] positions, nint scale, nint offset, nint step) => Lanes.StoreIndices1(ref target[Margin], positions[0], scale, offset, step);

    public override void StoreIndicesEdge<P, I>(I[] target, nint column, nint extent, P[] positions, nint scale, nint offset, nint step) => Lanes.StoreIndicesEdge1(ref target[Margin], column, extent, positions[0], scale, offset, step);

    public override P[] ColumnMajor<P>(P[] positions, nint depth, nint height, nint width) => [Lanes.ColumnMajor1(positions[0], depth, height, width)];

    public override Wides LoadWide<S>(S[] source) => Of(Lanes.LoadWide1(ref source[0]));

    public override Wides LoadWideEdge<S>(S[] row, nint column, nint extent) => Of(Lanes.LoadWideEdge1(ref row[Margin], column, extent));

    public override Wides LoadWideGather<S>(S[] row, long[] columns, long[] ends) => Of(Lanes.LoadWideGather1(ref row[0], columns[0], ends[0]));

    public override Wides Add(Wides left, Wides right) => Of(new Wide1(left.High[0], left.Low[0]) + new Wide1(right.High[0], right.Low[0]) + Wide1.Zero);

    public override Int128 SumAcross(Wides value)
    {
        Wide1 sum = Lanes.SumAcross(new Wide1(value.High[0], value.Low[0]));
        return ((Int128)sum.High << 32) + sum.Low;
    }

    public override void StoreWide<U>(U[] target, Wides sum) => Lanes.StoreWide1(ref target[Margin], new Wide1(sum.High[0], sum.Low[0]));

    public override void StoreWideEdge<U>(U[] target, nint column, nint extent, Wides sum) => Lanes.StoreWideEdge1(ref target[Margin], column, extent, new Wide1(sum.High[0], sum.Low[0]));

    public override void StoreWideQuotient<U>(U[] target, Wides sum, long[] divisor) => Lanes.StoreWideQuotient1(ref target[Margin], new Wide1(sum.High[0], sum.Low[0]), divisor[0]);

    public override void StoreWideQuotientEdge<U>(U[] target, nint column, nint extent, Wides sum, long[] divisor) => Lanes.StoreWideQuotientEdge1(ref target[Margin], column, extent, new Wide1(sum.High[0], sum.Low[0]), divisor[0]);

    public override Wides SelectInside(nint column, nint extent, Wides value, Wides fill) => Of(Lanes.SelectInside(Lanes.Inside1<long>(column, extent), new Wide1(value.High[0], value.Low[0]), new Wide1(fill.High[0], fill.Low[0])));

    public override Found<T, P> At<T, P>(T[] values, nint position, nint step) => Of(Indexed1<T, P>.At(values[0], position, step));

    public override Found<T, P> None<T, P>(T value) => Of(Indexed1<T, P>.None(value));

    public override Found<T, P> LoadIndexedEdge<S, T, P>(S[] row, nint column, nint extent, T fill, nint position, nint step) => Of(Lanes.LoadIndexedEdge1<S, T, P>(ref row[Margin], column, extent, fill, position, step));

    public override Found<T, P> LoadIndexedGather<S, T, P>(S[] row, P[] columns, P[] ends, T fill, nint rowPosition) => Of(Lanes.LoadIndexedGather1<S, T, P>(ref row[0], columns[0], ends[0], fill, rowPosition));

    public override Found<T, P> Max<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.Max(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> Min<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.Min(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> MaxNumber<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNumber(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> MinNumber<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNumber(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> MaxNative<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNative(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> MinNative<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNative(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> MaxInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxInOrder(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> MinInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinInOrder(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> MaxNativeInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNativeInOrder(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> MinNativeInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNativeInOrder(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> MaxNumberInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MaxNumberInOrder(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override Found<T, P> MinNumberInOrder<T, P>(Found<T, P> left, Found<T, P> right) => Of(Lanes.MinNumberInOrder(new Indexed1<T, P>(left.Values[0], left.Positions[0]), new Indexed1<T, P>(right.Values[0], right.Positions[0])));

    public override (T, P) MaxAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MaxAcross(new Indexed1<T, P>(value.Values[0], value.Positions[0]));
        return (one.Values, one.Positions);
    }

    public override (T, P) MinAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MinAcross(new Indexed1<T, P>(value.Values[0], value.Positions[0]));
        return (one.Values, one.Positions);
    }

    public override (T, P) MaxNumberAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MaxNumberAcross(new Indexed1<T, P>(value.Values[0], value.Positions[0]));
        return (one.Values, one.Positions);
    }

    public override (T, P) MinNumberAcross<T, P>(Found<T, P> value)
    {
        Indexed1<T, P> one = Lanes.MinNumberAcross(new Indexed1<T, P>(value.Values[0], value.Positions[0]));
        return (one.Values, one.Positions);
    }

    public override Found<T, P> SelectInside<T, P>(nint column, nint extent, Found<T, P> value, Found<T, P> fill) => Of(Lanes.SelectInside(Lanes.Inside1<T>(column, extent), new Indexed1<T, P>(value.Values[0], value.Positions[0]), new Indexed1<T, P>(fill.Values[0], fill.Positions[0])));

    private static Wides Of(Wide1 wide) => new([wide.High], [wide.Low]);

    private static Found<T, P> Of<T, P>(Indexed1<T, P> indexed)
        where T : unmanaged
        where P : unmanaged =>
        new([indexed.Values], [indexed.Positions]);
}
