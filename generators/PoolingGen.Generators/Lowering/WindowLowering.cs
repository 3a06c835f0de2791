using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The loops around a block: over planes, output rows (a tile of them, or one) and blocks of output columns.</summary>
internal sealed class WindowLowering(WindowPlan plan, TilePlan tile, TensorShape shape)
{
    private AxisSpec Rows => plan.RowAxis;

    /// <summary>Output rows made in tiles, each tile from the rows that its windows share.</summary>
    public Procedure LowerTiles()
    {
        Code code = new();
        ForEachPlane(code, (inner, plane) =>
        {
            Index end = TiledEnd(inner);
            inner.For("i", 0, end, tile.OutputRows, (body, i) => LowerTile(body, plane, i, end));
        });

        string rows = tile.OutputRows == 1 ? "1 output row" : $"{tile.OutputRows} output rows";
        return new Procedure("Tiles", $"{rows} at a time, from input rows that are read once for all of them.", code.Statements);
    }

    /// <summary>Output rows made one by one, in a loop over their input rows; none if tiles make them all.</summary>
    public Procedure? LowerRows()
    {
        if (tile.OutputRows == 1)
        {
            return null;
        }

        bool any = false;
        Code code = new();
        ForEachPlane(code, (inner, plane) =>
            inner.For("y", tile.Rows is null ? 0 : TiledEnd(inner), shape.OutputHeight, 1, (body, y) =>
            {
                any = true;
                LowerRow(body, plane, y);
            }));
        return any ? new Procedure("Rows", "Output rows one by one: planes with too few of them for a tile.", code.Statements) : null;
    }

    private void ForEachPlane(Code code, Action<Code, Plane> body)
    {
        // Where the last row of a block may begin, so that reading beyond its end stays in the tensor.
        Index lastStart = code.Let("lastStart", shape.Planes * shape.InputPlane - shape.Width - BlockLowering.MostBehind(plan, tile.Lanes));
        code.For("plane", 0, shape.Planes, 1, (inner, plane) =>
        {
            Index start = inner.Let("start", plane * shape.InputPlane);
            Place input = inner.Let("inputPlane", Place.Input, start);
            Place output = inner.Let("outputPlane", Place.Output, plane * shape.OutputPlane);
            body(inner, new Plane(input, output, start, lastStart));
        });
    }

    /// <summary>The end of the rows made in tiles; 0 if there are too few for one.</summary>
    private Index TiledEnd(Code code) =>
        code.Let("tiledEnd", Index.Select(shape.OutputHeight >= tile.OutputRows, shape.OutputHeight, 0));

    private void LowerTile(Code code, Plane plane, Index i, Index end)
    {
        // The last tile is moved up so that it ends with the last row; what it makes twice is the same twice.
        Index y = code.Let("y", tile.OutputRows == 1 ? i : Index.Min(i, end - tile.OutputRows));
        Index top = code.Let("top", y * Rows.Stride + -Rows.PadBegin);
        SortedSet<int> used = [.. Enumerable.Range(0, tile.OutputRows).SelectMany(row => Enumerable.Range(row * Rows.Stride, Rows.Size))];
        List<TileRow> rows = [.. Enumerable.Range(0, used.Max + 1).Select(row => used.Contains(row) ? DefineRow(code, plane, top, row) : new TileRow(plane.Input, null))];
        List<Place> outputs = [.. Enumerable.Range(0, tile.OutputRows)
            .Select(row => code.Let($"out{row}", plane.Output, (y + row) * shape.OutputWidth))];
        Condition surrounded = Surrounded(code, plane, Inside(top, 0), Inside(top + used.Max, used.Max));
        IReadOnlyList<Index> windowRows = [.. Enumerable.Range(0, tile.OutputRows).Select(row => WindowRows(code, top, row))];
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
            block.LowerRow(inner, outputs, (reduce, column, masked) => block.ReduceTile(reduce, tile.Rows!, rows, column, masked), surrounded, windowRows);
        }
    }

    private void LowerRow(Code code, Plane plane, Index y)
    {
        Index top = y * Rows.Stride + -Rows.PadBegin;
        Index begin = code.Let("begin", Rows.PadBegin == 0 ? top : Index.Max(top, 0));
        Index end = code.Let("end", Rows.PadEnd == 0 ? top + Rows.Size : Index.Min(top + Rows.Size, shape.Height));
        Place output = code.Let("out0", plane.Output, y * shape.OutputWidth);
        BlockLowering block = new(plan, tile.Lanes, shape);
        block.LowerRow(
            code,
            [output],
            (reduce, column, masked) => block.ReduceRows(reduce, plane.Input, begin, end, column, masked),
            Surrounded(code, plane, begin, end - 1),
            [plan.Edges == RowEdges.None ? Rows.Size : end - begin]);
    }

    private TileRow DefineRow(Code code, Plane plane, Index top, int row)
    {
        Place place = code.Let($"in{row}", plane.Input, Inside(top + row, row) * shape.Width);
        bool masked = plan.Edges == RowEdges.Mask && (MayLieAbove(row) || MayLieBelow(row));
        return new TileRow(place, masked ? code.Define($"row{row}Inside", new InsideAll(top + row, shape.Height)) : null);
    }

    /// <summary>The nearest row inside the plane.</summary>
    private Index Inside(Index position, int row)
    {
        Index inside = MayLieAbove(row) ? Index.Max(position, 0) : position;
        return MayLieBelow(row) ? Index.Min(inside, shape.Height - 1) : inside;
    }

    /// <summary>Only the first rows of a tile can lie above the plane, only the last ones below.</summary>
    private bool MayLieAbove(int row) => row < Rows.PadBegin;

    private bool MayLieBelow(int row) => row >= RowTree.InputRows(Rows, tile.OutputRows) - Rows.PadEnd;

    /// <summary>How many rows of the window of an output row are inside the plane.</summary>
    private Index WindowRows(Code code, Index top, int outputRow)
    {
        int first = outputRow * Rows.Stride;
        Index end = first + Rows.Size;
        bool cut = MayLieAbove(first) || MayLieBelow(first + Rows.Size - 1);
        return plan.Reduction.Divides && cut
            ? code.Let($"rows{outputRow}", Index.Min(top + end, shape.Height) - Index.Max(top + first, 0))
            : Rows.Size;
    }

    /// <summary>Whether blocks may read beyond the ends of these rows, because more of the tensor lies there.</summary>
    private Condition Surrounded(Code code, Plane plane, Index firstRow, Index lastRow)
    {
        // Scalars ask before they read: there is no vector to fill.
        if (tile.Lanes == 1)
        {
            return new ConstantCondition(false);
        }

        int before = BlockLowering.MostBefore(plan);
        Condition begins = before == 0 ? new ConstantCondition(true) : plane.Start + firstRow * shape.Width >= before;
        return code.Let("surrounded", begins & (plane.Start + lastRow * shape.Width <= plane.LastStart));
    }

    /// <summary>The plane at hand.</summary>
    /// <param name="Start">Its first element's position in the tensor.</param>
    /// <param name="LastStart">Where in the tensor a row may begin so that blocks may read beyond its end.</param>
    private sealed record Plane(Place Input, Place Output, Index Start, Index LastStart);
}

/// <summary>A row that a tile reads.</summary>
/// <param name="Place">Its first column.</param>
/// <param name="Inside">Unless <see langword="null"/>, a mask of all lanes if the row is in the plane, of none otherwise.</param>
internal sealed record TileRow(Place Place, Register? Inside);
