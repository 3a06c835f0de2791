using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// Output rows one after the other, some columns at a time: a row of the windows is joined with the same row of the other slices
/// once, and what neighbouring windows share of that is kept in scratch.
/// </summary>
internal sealed class RollingLowering
{
    private readonly WindowPlan _plan;
    private readonly TilePlan _tile;
    private readonly LoopNest _nest;

    private RollingLowering(WindowPlan plan, TilePlan tile, LoopNest nest) => (_plan, _tile, _nest) = (plan, tile, nest);

    private PlanAxis Rows => _plan.RowAxis;

    private Index Width => _nest.Columns.Shape.Input;

    private int PartColumns => _tile.Rolling!.Columns;

    /// <summary>Rows that the windows of neighbouring output rows share.</summary>
    private int Kept => Rows.Size - Rows.Stride;

    public static Procedure Lower(WindowPlan plan, TilePlan tile, LoopNest nest)
    {
        RollingLowering lowering = new(plan, tile, nest);
        Code code = new();
        lowering.LowerPlanes(code);
        return new Procedure("Rolling", "Output rows one after the other; what windows share is kept in scratch.", code.Statements, lowering.Kept * lowering.PartColumns);
    }

    private void LowerPlanes(Code code) => code.For("plane", 0, _nest.Outer, 1, (loop, plane) =>
    {
        Place input = loop.Let("inPlane", Place.Input, plane * _nest.InputSize);
        Place output = loop.Let("outPlane", Place.Output, plane * _nest.OutputSize);
        SliceLowering.ForEachSlice(loop, _nest, _plan.Arithmetic, together: 1, (inner, slices) =>
            inner.For("first", 0, Width, PartColumns, (strip, first) =>
            {
                Strip columns = new(input, output, slices, first, strip.Let("end", Index.Min(first + PartColumns, Width)));
                bool exact = _plan.Arithmetic.Join != NaNJoin.Plain;
                if (!_tile.Optimistic)
                {
                    LowerStrip(strip, columns, exact, null);
                    return;
                }

                Register seen = NaNWatch.Declare(strip);
                LowerStrip(strip, columns, exact: false, seen);
                strip.If(new AnyNaN(seen), careful => LowerStrip(careful, columns, exact, null));
            }));
    });

    private void LowerStrip(Code code, Strip strip, bool exact, Register? seen)
    {
        AxisShape rows = _nest.Rows.Shape;
        code.Remark("Rows that the first windows share.");
        code.Scope(begin =>
        {
            NewRows kept = DefineRows(begin, strip, rows.Begin, 0, Kept);
            begin.For("column", strip.First, strip.End, _tile.Lanes, (block, column) =>
            {
                Register[] values = Join(block, kept, column, exact, seen);
                for (int row = 0; row < Kept; row++)
                {
                    block.Add(new Store(kept.Kept[row], column - strip.First, values[row], null));
                }
            });
        });
        code.For("x", rows.Begin, rows.End, 1, (body, x) => LowerRow(body, strip, x, exact, seen));
    }

    private void LowerRow(Code code, Strip strip, Index x, bool exact, Register? seen)
    {
        NewRows rows = DefineRows(code, strip, x, Kept, Rows.Size);
        OutputSlice slice = strip.Slices.Outputs[0];
        Index counted = _plan.Arithmetic.Division == Division.None ? 1 : code.Let("windowRows", _nest.Rows.Count(_nest.Pooling, rows.Top) * slice.Counted);
        AverageLowering? average = AverageLowering.Define(code, _plan.Arithmetic, _nest, [counted], EdgeBlocks.None);
        OutputRow output = OutputRow.At(code, 0, new OutputRow(strip.Output, null, 0, _nest.Columns.Shape.Output), slice.Offset + x * _nest.Columns.Shape.Output);
        code.For("column", strip.First, strip.End, _tile.Lanes, (block, column) =>
        {
            Register[] values =
            [
                .. Enumerable.Range(0, Kept).Select(row => block.Define($"kept{row}", new Load(rows.Kept[row], column - strip.First, Positions.None))),
                .. Join(block, rows, column, exact, seen),
            ];

            // Of the new rows, those that the next window has, too, take the place of those that it has not.
            for (int row = Math.Max(Kept, Rows.Stride); row < Rows.Size; row++)
            {
                block.Add(new Store(rows.Kept[row % Kept], column - strip.First, values[row], null));
            }

            Register joined = Enumerable.Range(1, Rows.Size - 1).Aggregate(
                values[0], (sum, row) => block.Define($"join{row}", new Combine(sum, values[row], exact)));
            average?.Declare(block);
            Register result = average?.Scale(block, "average", joined, 0) ?? block.DefineFinished("result", joined, _plan.Arithmetic);
            OutputRow.Store(block, [output], column, null, [result], average?.Divisors ?? [], _nest);
        });
    }

    /// <summary>Where rows of the window of an output row are read, from <paramref name="begin"/> to before <paramref name="end"/>, and where those are kept that it shares.</summary>
    private NewRows DefineRows(Code code, Strip strip, Index x, int begin, int end)
    {
        Index top = code.Let("top", _nest.Rows.FirstTap(x));
        IReadOnlyList<Slice> slices = strip.Slices.Taps;
        Dictionary<int, TileRow> rows = [];
        Dictionary<int, Register> masks = [];
        ReductionTreeBuilder builder = new(slices.Count * Rows.Size);
        List<int> joined = [];
        for (int row = begin; row < end; row++)
        {
            Index offset = code.Let($"row{row}", _nest.Rows.Nearest(top, row, Rows.Size) * Width);
            for (int slice = 0; slice < slices.Count; slice++)
            {
                int number = slice * Rows.Size + row;
                Place place = code.Let(slices.Count == 1 ? $"in{row}" : $"in{row}s{slice}", strip.Input, slices[slice].Offset + offset);
                rows[number] = new TileRow(place, 0, 0, slices[slice].Masks);
            }

            joined.Add(builder.Chain(Enumerable.Range(0, slices.Count).Select(slice => slice * Rows.Size + row)));
            if (_plan.Edges == RowEdges.Mask && (_nest.Rows.MayLieBefore(row) || _nest.Rows.MayLieBehind(row, Rows.Size)))
            {
                masks[row] = code.Define($"row{row}Inside", new InsideAll(top + row, _nest.Rows.Shape.Input), RegisterKind.Number);
            }
        }

        Place[] kept = [.. Enumerable.Range(0, Kept).Select(row => code.Let($"line{row}", Place.Scratch, Remainder(x * Rows.Stride + row, Kept) * PartColumns))];
        return new NewRows(top, new TileRows(Rows.Size, slices.Count, rows, masks), builder.Build(joined), kept);
    }

    private static Index Remainder(Index value, int divisor) => divisor == 1 ? 0 : value - value / divisor * divisor;

    /// <summary>Joins each of the rows with the same row of the other slices.</summary>
    private Register[] Join(Code code, NewRows rows, Index column, bool exact, Register? seen)
    {
        NaNWatch? watch = seen is null ? null : new(code, seen, "");
        TileReduction reduction = new(code, rows.Tree, rows.Rows, row => new Load(row.Place, column, Positions.None), "", exact, _plan.Arithmetic, watch);
        Register[] joined = [.. rows.Tree.Outputs.Select((value, row) => code.Define($"v{row}", reduction.Result(value)))];
        watch?.End();
        return joined;
    }

    /// <summary>Some columns of the rows of an output slice.</summary>
    /// <param name="Input">The plane.</param>
    /// <param name="Output">Its outputs.</param>
    /// <param name="Slices">The slices of the windows.</param>
    /// <param name="First">The first column.</param>
    /// <param name="End">The column behind the last one.</param>
    private sealed record Strip(Place Input, Place Output, Slices Slices, Index First, Index End);

    /// <summary>Rows of a window.</summary>
    /// <param name="Top">The first of the window.</param>
    /// <param name="Rows">Those that are read.</param>
    /// <param name="Tree">How each of them is joined with the same row of the other slices.</param>
    /// <param name="Kept">Where those are kept that it shares with the window before, in order.</param>
    private sealed record NewRows(Index Top, TileRows Rows, ReductionTree Tree, IReadOnlyList<Place> Kept);
}
