using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The input rows of one output row's windows.</summary>
/// <param name="Begin">The first one inside the plane.</param>
/// <param name="End">The one after the last inside the plane.</param>
/// <param name="Counted">How many of them an average counts.</param>
internal sealed record RowRange(Index Begin, Index End, Index Counted)
{
    public static RowRange Of(Code code, WindowPlan plan, TensorShape shape, Index y)
    {
        AxisSpec rows = plan.RowAxis;
        Index top = y * rows.Stride + -rows.PadBegin;
        Index begin = code.Let("begin", rows.PadBegin == 0 ? top : Index.Max(top, 0));
        Index end = code.Let("end", rows.PadEnd == 0 ? top + rows.Size : Index.Min(top + rows.Size, shape.Axes[0].Input));
        bool varies = plan.CountsTapsInside && plan.Edges != RowEdges.None;
        return new RowRange(begin, end, varies ? code.Let("rows", end - begin) : rows.Size);
    }
}
