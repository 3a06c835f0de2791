using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// Windows too long, or steps too wide, to be shuffled out of registers: every tap is read from memory, a vector of
/// outputs at a time.
/// </summary>
internal sealed class TapLoopLowering
{
    private readonly WindowPlan _plan;
    private readonly TensorShape _shape;
    private readonly int _lanes;

    private TapLoopLowering(WindowPlan plan, TensorShape shape, int lanes) => (_plan, _shape, _lanes) = (plan, shape, lanes);

    private AxisSpec Columns => _plan.ColumnAxis;

    public static Procedure Lower(WindowPlan plan, TilePlan tile, TensorShape shape)
    {
        TapLoopLowering lowering = new(plan, shape, tile.Lanes);
        Code code = new();
        code.For("plane", 0, shape.Outer, 1, (perPlane, plane) =>
            perPlane.For("y", 0, shape.Axes[0].Output, 1, (perRow, y) => lowering.LowerRow(perRow, plane, y)));
        return new Procedure("Taps", "One vector of outputs at a time, tap by tap.", code.Statements);
    }

    private void LowerRow(Code code, Index plane, Index y)
    {
        Place output = code.Let("out0", Place.Output, plane * _shape.OutputSize + y * _shape.Axes[1].Output);
        (Index begin, Index end, Index counted) = RowRange.Of(code, _plan, _shape, y);
        AverageLowering? average = AverageLowering.Define(code, _plan, _shape, [counted]);
        code.For("i0", 0, _shape.Axes[1].Output, _lanes, (block, i) =>
        {
            Index x = block.Let("x", Index.Min(i, Index.Max(_shape.Axes[1].Output - _lanes, 0)));
            LowerBlock(block, plane, output, x, begin, end, average);
        });
    }

    private void LowerBlock(Code code, Index plane, Place output, Index x, Index begin, Index end, AverageLowering? average)
    {
        Index column = code.Let("column", x * Columns.Stride + _plan.ColumnOffset);
        Condition inside = column + new ConstantIndex((_lanes - 1) * (long)Columns.Stride + Columns.Size) <= _shape.Axes[1].Input;
        Condition full = code.Let("full", Columns.PadBegin == 0 ? inside : column >= 0 & inside);
        Register total = Chunks(code, "total", begin, end, (inner, row, sum) =>
        {
            Place place = inner.Let("in0", Place.Input, plane * _shape.InputSize + row * _shape.Axes[1].Input);
            inner.If(full, then => AddTaps(then, sum, place, column, false), otherwise => AddTaps(otherwise, sum, place, column, true));
        });
        average?.Declare(code);
        code.If(full, then => average?.AssignFull(then), otherwise => average?.AssignEdge(otherwise, x));
        Register result = average?.Scale(code, [total])[0] ?? total;
        code.Add(new StoreEdge(output, x, _shape.Axes[1].Output, [result]));
    }

    private void AddTaps(Code code, Register sum, Place row, Index column, bool masked)
    {
        Register taps = Chunks(code, "taps", 0, Columns.Size, (inner, tap, partial) =>
            Join(inner, partial, inner.Define("value", Tap(row, column + tap, masked))));
        Join(code, sum, taps);
    }

    /// <summary>A loop in two levels: each chain of additions is short.</summary>
    private Register Chunks(Code code, string name, Index begin, Index end, Action<Code, Index, Register> body)
    {
        Splat identity = new(_plan.Reduction.Identity);
        Register total = code.Declare(name, identity);
        code.For($"{name}Chunk", begin, end, _plan.ChunkLength, (outer, chunk) =>
        {
            Register partial = outer.Declare($"{name}Part", identity);
            outer.For($"{name}Index", chunk, Index.Min(chunk + _plan.ChunkLength, end), 1, (inner, index) => body(inner, index, partial));
            Join(outer, total, partial);
        });
        return total;
    }

    private void Join(Code code, Register total, Register value) =>
        code.Add(new Assign(total, new Combine(total, value, _plan.Reduction.PropagatesNaN)));

    private Operation Tap(Place row, Index column, bool masked) =>
        Columns.Stride > 1 ? new LoadStrided(row, column, Columns.Stride, _shape.Axes[1].Input)
        : masked ? new LoadEdge(row, column, _shape.Axes[1].Input)
        : new Load(row, column);
}
