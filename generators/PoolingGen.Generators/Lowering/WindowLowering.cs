using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The loops around a block: over planes, output rows (a tile of them, or one) and blocks of output columns.</summary>
internal sealed class WindowLowering(WindowPlan plan, TilePlan tile, TensorShape shape)
{
    private AxisSpec Rows => plan.RowAxis;

    /// <summary>Output rows from this one on may be made in tiles.</summary>
    private int FirstTiled => plan.Edges == RowEdges.Peel ? (Rows.PadBegin + Rows.Stride - 1) / Rows.Stride : 0;

    /// <summary>Output rows made in tiles, each tile from the rows that its windows share.</summary>
    public Procedure LowerTiles()
    {
        Code code = new();
        ForEachPlane(code, (inner, plane, input, output) =>
        {
            Index end = TiledEnd(inner);
            inner.For("i", FirstTiled, end, tile.OutputRows, (body, i) => LowerTile(body, plane, input, output, i, end));
        });

        string rows = tile.OutputRows == 1 ? "output row" : $"{tile.OutputRows} output rows";
        return new Procedure("Tiles", $"{rows} at a time, from input rows that are read once for all of them.", code.Statements);
    }

    /// <summary>Output rows made one by one, from those rows of the window that exist; none if tiles make them all.</summary>
    public Procedure? LowerRows()
    {
        if (tile.OutputRows == 1 && plan.Edges != RowEdges.Peel)
        {
            return null;
        }

        bool any = false;
        Code code = new();
        ForEachPlane(code, (inner, plane, input, output) =>
        {
            Index begin = tile.Rows is null ? 0 : FirstTiled;
            Index end = tile.Rows is null ? 0 : TiledEnd(inner);

            // All rows but [begin, end).
            inner.For("i", 0, shape.OutputHeight - (end - begin), 1, (body, i) =>
            {
                any = true;
                Index y = begin is ConstantIndex { Value: 0 } ? body.Let("y", i + end)
                    : body.Let("y", Index.Select(i < begin, i, i + (end - begin)));
                LowerRow(body, plane, input, output, y);
            });
        });

        return any ? new Procedure("Rows", "Output rows one by one: those that the tiles leave over.", code.Statements) : null;
    }

    private void ForEachPlane(Code code, Action<Code, Index, Place, Place> body) =>
        code.For("plane", 0, shape.Planes, 1, (inner, plane) =>
        {
            Place input = inner.Let("inputPlane", Place.Input, plane * shape.InputPlane);
            Place output = inner.Let("outputPlane", Place.Output, plane * shape.OutputPlane);
            body(inner, plane, input, output);
        });

    /// <summary>The end of the rows made in tiles; their beginning if there are too few for one.</summary>
    private Index TiledEnd(Code code)
    {
        Index end = shape.OutputHeight;
        if (plan.Edges == RowEdges.Peel)
        {
            // The last window that ends inside the plane; nothing is tiled where the plane is lower than a window.
            Index room = shape.Height + (Rows.PadBegin - Rows.Size);
            end = code.Let("insideEnd", Index.Select(room >= 0, room / Rows.Stride + 1, 0));
        }

        return code.Let("tiledEnd", Index.Select(end - FirstTiled >= tile.OutputRows, end, FirstTiled));
    }

    private void LowerTile(Code code, Index plane, Place input, Place output, Index i, Index end)
    {
        // The last tile is moved up so that it ends with the last row; what it makes twice is the same twice.
        Index y = code.Let("y", tile.OutputRows == 1 ? i : Index.Min(i, end - tile.OutputRows));
        Index top = code.Let("top", y * Rows.Stride + -Rows.PadBegin);
        HashSet<int> used = [.. Enumerable.Range(0, tile.OutputRows).SelectMany(row => Enumerable.Range(row * Rows.Stride, Rows.Size))];
        Dictionary<int, Place> rows = used.OrderBy(row => row).ToDictionary(
            row => row,
            row => code.Let($"in{row}", input, Inside(top + row, row) * shape.Width));
        List<Place> outputs = [.. Enumerable.Range(0, tile.OutputRows)
            .Select(row => code.Let($"out{row}", output, (y + row) * shape.OutputWidth))];

        Condition surrounded = Surrounded(code, plane, Inside(top, 0), Inside(top + used.Max(), used.Max()));
        if (!tile.Optimistic)
        {
            LowerBlocks(code, null);
            return;
        }

        code.Remark("Fast joins lose a NaN; a sum keeps it (and becomes NaN of opposite infinities, too).");
        Register seen = code.Declare("seen", new Splat(0));
        code.Scope(fast => LowerBlocks(fast, seen));
        code.Remark("There may have been one: once more, with joins that keep it.");
        code.If(new AnyNaN(seen), exact => LowerBlocks(exact, null));

        void LowerBlocks(Code inner, Register? seen)
        {
            BlockLowering block = new(plan, tile.Lanes, shape, seen);
            block.LowerRow(
                inner,
                outputs,
                (reduce, column, masked) => block.ReduceTile(reduce, tile.Rows!, rows, column, masked),
                surrounded,
                Rows.Size);
        }
    }

    /// <summary>Whether blocks may read beyond the ends of these rows, because more of the tensor lies there.</summary>
    private Condition Surrounded(Code code, Index plane, Index firstRow, Index lastRow)
    {
        // Scalars ask before they read: there is no vector to fill.
        if (tile.Lanes == 1)
        {
            return new ConstantCondition(false);
        }

        BlockLowering block = new(plan, tile.Lanes, shape);
        Index begin = (plane * shape.Height + firstRow) * shape.Width;
        Index end = (plane * shape.Height + lastRow + 1) * shape.Width;
        Condition before = block.MostBefore is ConstantIndex { Value: 0 } ? new ConstantCondition(true) : begin >= block.MostBefore;
        return code.Let("surrounded", before & (end + block.MostBehind <= shape.Planes * shape.InputPlane));
    }

    /// <summary>The nearest row inside the plane. Only the first rows of a tile can lie above it, only the last ones below.</summary>
    private Index Inside(Index row, int number)
    {
        if (plan.Edges != RowEdges.Clamp)
        {
            return row;
        }

        Index inside = number < Rows.PadBegin ? Index.Max(row, 0) : row;
        return number >= RowTree.InputRows(Rows, tile.OutputRows) - Rows.PadEnd ? Index.Min(inside, shape.Height - 1) : inside;
    }

    private void LowerRow(Code code, Index plane, Place input, Place output, Index y)
    {
        Index top = y * Rows.Stride + -Rows.PadBegin;
        Index begin = code.Let("begin", Rows.PadBegin == 0 ? top : Index.Max(top, 0));
        Index end = code.Let("end", Rows.PadEnd == 0 ? top + Rows.Size : Index.Min(top + Rows.Size, shape.Height));
        Place outputRow = code.Let("out0", output, y * shape.OutputWidth);

        BlockLowering block = new(plan, tile.Lanes, shape);
        block.LowerRow(
            code,
            [outputRow],
            (inner, column, masked) => block.ReduceRows(inner, input, begin, end, column, masked),
            Surrounded(code, plane, begin, end - 1),
            plan.Edges == RowEdges.None ? Rows.Size : end - begin);
    }
}
