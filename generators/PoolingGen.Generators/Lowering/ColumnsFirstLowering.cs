using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// Windows of many rows, part by part: the columns of every input row are reduced into a row of scratch, and then those
/// rows into output rows, a tile of them at a time. Each row is read once, and each of its columns is joined once.
/// </summary>
internal sealed class ColumnsFirstLowering
{
    private readonly WindowPlan _plan;
    private readonly TilePlan _tile;
    private readonly ScratchPlan _scratch;
    private readonly LoopNest _nest;

    private ColumnsFirstLowering(WindowPlan plan, TilePlan tile, LoopNest nest) => (_plan, _tile, _scratch, _nest) = (plan, tile, tile.Scratch!, nest);

    private int Lanes => _tile.Lanes;

    private Index Height => _nest.Rows.Shape.Input;

    private Index Width => _nest.Columns.Shape.Input;

    private Index OutputWidth => _nest.Columns.Shape.Output;

    /// <summary>Outputs before the first of a part whose windows end before its first column is complete.</summary>
    private int Halo => _plan.ColumnOffset;

    /// <summary>Output rows, and columns, that can be made of one filling of the scratch.</summary>
    private int MostRows => _scratch.Rows - _plan.RowAxis.Size + 1;

    private int MostColumns => _scratch.Columns - Halo;

    public static Procedure LowerTiles(WindowPlan plan, TilePlan tile, LoopNest nest)
    {
        Code code = new();
        new ColumnsFirstLowering(plan, tile, nest).LowerPlanes(code);
        return new Procedure(
            "Tiles",
            $"Columns first, into scratch; from its rows {tile.OutputRows} output rows at a time.",
            code.Statements,
            tile.Scratch!.Length);
    }

    private void LowerPlanes(Code code)
    {
        Index partColumns = Part.Extent(code, "partColumns", OutputWidth, MostColumns);
        Index tiledEnd = code.Let("tiledEnd", Index.Select(_nest.Rows.Shape.Output >= _tile.OutputRows, _nest.Rows.Shape.Output, 0));
        Index partRows = Part.Extent(code, "partRows", tiledEnd, MostRows);
        code.For("plane", 0, _nest.Outer, 1, (inner, plane) =>
        {
            Place input = inner.Let("inPlane", Place.Input, plane * _nest.InputSize);
            Place output = inner.Let("outPlane", Place.Output, plane * _nest.OutputSize);
            inner.For("nextLeft", 0, OutputWidth, partColumns, (strip, next) =>
            {
                // The last part is moved back so that it ends with the row, or the plane; what it makes twice is the same twice.
                Index left = strip.Let("left", Index.Max(Index.Min(next, OutputWidth - partColumns), 0));
                Index right = strip.Let("right", Index.Min(left + partColumns, OutputWidth));
                Index begin = strip.Let("begin", Index.Max(left - Halo, _plan.FirstOutput));
                Index columns = strip.Let("columns", right - begin);
                Index column = strip.Let("firstColumn", begin + (_plan.ColumnOffset - _nest.Columns.Shape.PadBegin));
                strip.For("nextTop", 0, tiledEnd, partRows, (part, nextTop) =>
                {
                    Index top = part.Let("top", Index.Max(Index.Min(nextTop, tiledEnd - partRows), 0));
                    Index bottom = part.Let("bottom", Index.Min(top + partRows, tiledEnd));
                    LowerPart(part, new Part(input, output, left, right, top, bottom, begin, columns, column));
                });
            });
        });
    }

    private void LowerPart(Code code, Part part)
    {
        bool exact = _plan.Arithmetic.Join != NaNJoin.Plain;
        if (!_tile.Optimistic)
        {
            ReduceColumns(code, part, exact, null);
            ReduceRows(code, part, exact);
            return;
        }

        code.Remark("Fast joins may lose a NaN; a sum of the squares of all that was read keeps it.");
        Register seen = code.Declare("seen", new SplatIndex(1));
        ReduceColumns(code, part, exact: false, seen);
        code.If(
            new AnyNaN(seen),
            careful =>
            {
                ReduceColumns(careful, part, exact, null);
                ReduceRows(careful, part, exact);
            },
            fast => ReduceRows(fast, part, exact: false));
    }

    /// <summary>Fills the scratch: a row of it for every row of the windows, the identity for those outside the plane.</summary>
    private void ReduceColumns(Code code, Part part, bool exact, Register? seen) =>
        code.For("row", 0, part.Bottom - part.Top + (_plan.RowAxis.Size - 1), 1, (inner, row) =>
        {
            Place line = inner.Let("line", Place.Scratch, row * _scratch.Columns);
            Index source = inner.Let("source", _nest.Rows.FirstTap(part.Top) + row);
            inner.If(
                _plan.RowAxis.Overhangs ? (source >= 0) & (source < Height) : new ConstantCondition(true),
                then => ReduceRow(then, part, then.Let("in0", part.Input, source * Width), line, exact, seen),
                outside => outside.For("i", 0, part.Columns, Lanes, (block, i) =>
                    block.Add(new Store(line, i, block.Define("nothing", new Identity()), null))));
        });

    private void ReduceRow(Code code, Part part, Place row, Place line, bool exact, Register? seen)
    {
        ColumnLowering columns = new(_plan, Lanes, 1, exact);
        columns.DeclareCarried(code);
        code.For("i", 0, part.Columns, Lanes, (block, i) =>
        {
            Index column = block.Let("column", part.Column + i);
            Register value = block.Declare("v0");
            block.If(
                column + Lanes <= Width,
                then => then.Add(new Assign(value, new Load(row, column, Positions.None))),
                otherwise => otherwise.Add(new Assign(value, new LoadEdge(row, column, Width, Positions.None))));
            if (seen is not null)
            {
                block.Add(new Assign(seen, new MultiplyAdd(value, value, seen)));
            }

            block.Add(new Store(line, i, columns.Reduce(block, [[value]])[0], null));
            columns.Carry(block);
        });
    }

    /// <summary>Reduces the rows of the scratch into output rows.</summary>
    private void ReduceRows(Code code, Part part, bool exact) =>
        code.For("nextY", part.Top, part.Bottom, _tile.OutputRows, (inner, next) =>
        {
            Index y = inner.Let("y", Index.Min(next, part.Bottom - _tile.OutputRows));
            Place lines = inner.Let("lines", Place.Scratch, (y - part.Top) * _scratch.Columns);
            TileRows rows = new(_tile.Rows!.Inputs, 1, Enumerable.Range(0, _tile.Rows.Inputs)
                .ToDictionary(row => row, row => new TileRow(lines, row * _scratch.Columns, 0, [])));
            List<OutputRow> outputs = [OutputRow.At(inner, 0, new OutputRow(part.Output, null, 0), y * OutputWidth)];
            for (int row = 1; row < _tile.OutputRows; row++)
            {
                outputs.Add(OutputRow.At(inner, row, outputs[row - 1], OutputWidth));
            }

            inner.For("nextX", part.Left, part.Right, Lanes, (block, nextX) =>
            {
                Index x = block.Let("x", Index.Max(Index.Min(nextX, part.Right - Lanes), part.Left));
                Index i = block.Let("i", x - part.Begin);
                TileReduction reduction = new(
                    block, _tile.Rows, rows, row => new Load(row.Place, row.Offset + i, Positions.None), "", exact, _plan.Arithmetic);
                Register[] results = [.. _tile.Rows.Outputs.Select((output, row) => block.Define($"v{row}", reduction.Result(output)))];
                block.If(OutputWidth >= Lanes, all => Store(all, outputs, x, null, results), some => Store(some, outputs, x, OutputWidth, results));
            });
        });

    /// <summary>Stores under a mask take up to four rows.</summary>
    private void Store(Code code, List<OutputRow> outputs, Index x, Index? extent, Register[] results)
    {
        for (int row = 0; row < outputs.Count; row += 4)
        {
            int count = Math.Min(4, outputs.Count - row);
            OutputRow.Store(code, outputs.GetRange(row, count), x, extent, results.AsSpan(row, count).ToArray(), [], _nest);
        }
    }

    /// <summary>Some columns of some rows of a plane's outputs, as many as the scratch holds.</summary>
    /// <param name="Input">The plane.</param>
    /// <param name="Output">Its outputs.</param>
    /// <param name="Left">The first output column.</param>
    /// <param name="Right">The column behind the last one.</param>
    /// <param name="Top">The first output row.</param>
    /// <param name="Bottom">The row behind the last one.</param>
    /// <param name="Begin">The output column of the first lane of the scratch; those before <paramref name="Left"/> are incomplete.</param>
    /// <param name="Columns">Elements of a row of the scratch that are made.</param>
    /// <param name="Column">The input column that they begin with.</param>
    private sealed record Part(Place Input, Place Output, Index Left, Index Right, Index Top, Index Bottom, Index Begin, Index Columns, Index Column)
    {
        /// <summary>As few parts as there may be, all of an extent.</summary>
        public static Index Extent(Code code, string name, Index whole, int most)
        {
            Index parts = code.Let($"{name}Count", (whole + (most - 1)) / most);
            return code.Let(name, (whole + (parts - 1)) / parts);
        }
    }
}
