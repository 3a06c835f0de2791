using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>Windows too long, or steps too wide, to be shuffled out of registers: every tap is read from memory, a vector of outputs at a time.</summary>
internal static class TapLoopLowering
{
    public static Procedure Lower(WindowPlan plan, TilePlan tile, TensorShape shape)
    {
        AxisSpec rows = plan.RowAxis;
        Code code = new();
        code.For("plane", 0, shape.Planes, 1, (perPlane, plane) =>
        {
            Place input = perPlane.Let("inputPlane", Place.Input, plane * shape.InputPlane);
            Place output = perPlane.Let("outputPlane", Place.Output, plane * shape.OutputPlane);
            perPlane.For("y", 0, shape.OutputHeight, 1, (perRow, y) =>
            {
                Index top = y * rows.Stride + -rows.PadBegin;
                Index begin = perRow.Let("begin", rows.PadBegin == 0 ? top : Index.Max(top, 0));
                Index end = perRow.Let("end", rows.PadEnd == 0 ? top + rows.Size : Index.Min(top + rows.Size, shape.Height));
                Place outputRow = perRow.Let("out0", output, y * shape.OutputWidth);
                AverageLowering? average = plan.Reduction.Divides ? new AverageLowering(plan, shape, [plan.Edges == RowEdges.None ? rows.Size : end - begin]) : null;
                average?.DefineFull(perRow);
                perRow.For("i0", 0, shape.OutputWidth, tile.Lanes, (block, i) =>
                {
                    Index x = block.Let("x", Index.Min(i, Index.Max(shape.OutputWidth - tile.Lanes, 0)));
                    LowerBlock(block, plan, tile.Lanes, shape, input, outputRow, x, begin, end, average);
                });
            });
        });
        return new Procedure("Taps", "One vector of outputs at a time, tap by tap.", code.Statements);
    }

    private static void LowerBlock(
        Code code, WindowPlan plan, int lanes, TensorShape shape, Place input, Place outputRow, Index x, Index begin, Index end, AverageLowering? average)
    {
        AxisSpec columns = plan.ColumnAxis;
        Index column = code.Let("column", x * columns.Stride + plan.ColumnOffset);
        Condition inside = column + ((lanes - 1) * columns.Stride + columns.Size) <= shape.Width;
        Condition full = code.Let("full", columns.PadBegin == 0 ? inside : column >= 0 & inside);
        Register total = code.Declare("total", new Splat(plan.Reduction.Identity));
        code.For("row", begin, end, 1, (perRow, row) =>
        {
            Place inputRow = perRow.Let("in0", input, row * shape.Width);
            Register sum = perRow.Declare("rowTotal", new Splat(plan.Reduction.Identity));
            perRow.If(full, then => AddTaps(then, plan, sum, tap => Tap(inputRow, column + tap, columns, shape, true)),
                otherwise => AddTaps(otherwise, plan, sum, tap => Tap(inputRow, column + tap, columns, shape, false)));
            perRow.Add(new Assign(total, new Combine(total, sum, plan.Reduction.PropagatesNaN)));
        });
        average?.Declare(code);
        code.If(full, then => average?.AssignFull(then), otherwise => average?.AssignEdge(otherwise, x));
        Register result = average?.Scale(code, [total])[0] ?? total;
        code.Add(new StoreEdge(outputRow, x, shape.OutputWidth, result));
    }

    /// <summary>A row is summed on its own before it joins the others: the chains of additions stay short.</summary>
    private static void AddTaps(Code code, WindowPlan plan, Register total, Func<Index, Operation> load) =>
        code.For("tap", 0, plan.ColumnAxis.Size, 1, (inner, tap) =>
            inner.Add(new Assign(total, new Combine(total, inner.Define("value", load(tap)), plan.Reduction.PropagatesNaN))));

    private static Operation Tap(Place row, Index column, AxisSpec columns, TensorShape shape, bool full) =>
        columns.Stride > 1 ? new LoadStrided(row, column, columns.Stride, shape.Width)
        : full ? new Load(row, column)
        : new LoadEdge(row, column, shape.Width);
}
