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
        ForEachGroup(code, (group, planes) =>
        {
            // The last tile is moved up so that it ends with the last row; what it makes twice is the same twice.
            Index end = TiledEnd(group);
            group.For("i", 0, end, tile.OutputRows, (body, i) =>
                LowerTile(body, planes, body.Let("y", tile.OutputRows == 1 ? i : Index.Min(i, end - tile.OutputRows))));
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
        ForEachGroup(code, (group, planes) =>
            group.For("y", tile.Rows is null ? 0 : TiledEnd(group), shape.Axes[0].Output, 1, (body, y) =>
            {
                any = true;
                LowerRow(body, planes, y);
            }));
        return any ? new Procedure("Rows", "Output rows one by one: planes with too few of them for a tile.", code.Statements) : null;
    }

    /// <summary>
    /// Planes one by one, or in groups that fit the first-level cache: what depends on the rows alone is then computed
    /// once for a group. Of small padded planes, that is most of what there is to compute.
    /// </summary>
    private void ForEachGroup(Code code, Action<Code, Planes> body)
    {
        Index size = code.Let("size", shape.InputSize);
        Index lastStart = code.Let(
            "lastStart",
            shape.Outer * size - shape.Axes[1].Input - BlockLowering.MostBehind(plan, tile.Lanes),
            "Rows that begin here or before have enough of the tensor behind them to be read beyond their end.");
        if (plan.GroupLength == 0)
        {
            code.For("plane", 0, shape.Outer, 1, (inner, plane) =>
                body(inner, new Planes(plane, null, inner.Let("start", plane * size), inner.Let("outStart", plane * shape.OutputSize), lastStart)));
            return;
        }

        Index count = code.Let("group", Index.Max(plan.GroupLength / size, 1), "How many planes fit the first-level cache.");
        code.For("first", 0, shape.Outer, count, (inner, first) =>
            body(inner, new Planes(first, inner.Let("groupEnd", Index.Min(first + count, shape.Outer)), size, shape.OutputSize, lastStart)));
    }

    /// <summary>The end of the rows made in tiles; 0 if there are too few for one.</summary>
    private Index TiledEnd(Code code) =>
        code.Let("tiledEnd", Index.Select(shape.Axes[0].Output >= tile.OutputRows, shape.Axes[0].Output, 0));

    private void LowerTile(Code code, Planes planes, Index y)
    {
        Index top = code.Let("top", y * Rows.Stride + -Rows.PadBegin);
        code.Remark(plan.Edges switch
        {
            RowEdges.Repeat => "Where the input rows of the tile begin; for one outside the plane, the nearest inside.",
            RowEdges.Mask => "Where the input rows of the tile begin; one outside the plane is read from the nearest inside, and masked.",
            _ => "Where the input rows of the tile begin.",
        });
        SortedSet<int> used = [.. Enumerable.Range(0, tile.OutputRows).SelectMany(row => Enumerable.Range(row * Rows.Stride, Rows.Size))];
        Dictionary<int, Index> offsets = used.ToDictionary(row => row, row => code.Let($"row{row}", Inside(top + row, row) * shape.Axes[1].Input));
        List<Index> outputOffsets = [.. Enumerable.Range(0, tile.OutputRows).Select(row => code.Let($"outRow{row}", (y + row) * shape.Axes[1].Output))];
        Dictionary<int, Register> masks = used.Where(IsMasked).ToDictionary(
            row => row, row => code.Define($"row{row}Inside", new InsideAll(top + row, shape.Axes[0].Input)));
        AverageLowering? average = AverageLowering.Define(code, plan, shape, [.. Enumerable.Range(0, tile.OutputRows).Select(row => WindowRows(code, top, row))]);
        planes.ForEach(code, (inner, input, output) =>
        {
            Dictionary<int, TileRow> rows = used.ToDictionary(row => row, row => new TileRow(
                inner.Let($"in{row}", input.Place, offsets[row]),
                masks.TryGetValue(row, out Register mask) ? mask : null));
            List<Place> outputs = [.. outputOffsets.Select((offset, row) => inner.Let($"out{row}", output.Place, offset))];
            Condition surrounded = Surrounded(inner, planes, input.Start + offsets[0], input.Start + offsets[used.Max]);
            LowerRows(inner, outputs, surrounded, tile.Optimistic, average, block => (reduce, column, masked) => block.ReduceTile(reduce, tile.Rows!, rows, column, masked));
        });
    }

    /// <summary>Makes rows by the fastest way that is right where they lie, and with what they hold.</summary>
    private void LowerRows(
        Code code,
        IReadOnlyList<Place> outputs,
        Condition surrounded,
        bool optimistic,
        AverageLowering? average,
        Func<BlockLowering, BlockLowering.RowReduction> reduceRows)
    {
        if (tile.Lanes == 1)
        {
            LowerBlocks(code, Reads.Checked, null);
            return;
        }

        if (!optimistic || surrounded is ConstantCondition { Value: false })
        {
            code.If(surrounded, fast => LowerBlocks(fast, Reads.Surrounded, null), careful => LowerBlocks(careful, Reads.Careful, null));
            return;
        }

        code.Remark("Fast joins may lose a NaN; the sum of all that was read keeps it (and is NaN for opposite infinities, too).");
        Register seen = code.Declare("seen", new Splat(0));
        code.If(surrounded, fast => LowerBlocks(fast, Reads.Surrounded, seen));
        code.Remark("At the ends of the tensor, or if there may have been a NaN: reads under masks, and joins that keep NaN.");
        code.If(!surrounded | new AnyNaN(seen), careful => LowerBlocks(careful, Reads.Careful, null));

        void LowerBlocks(Code inner, Reads reads, Register? sum)
        {
            BlockLowering block = new(plan, tile.Lanes, shape, reads, sum);
            block.LowerRow(inner, outputs, reduceRows(block), average);
        }
    }

    private void LowerRow(Code code, Planes planes, Index y)
    {
        (Index begin, Index end, Index counted) = RowRange.Of(code, plan, shape, y);
        AverageLowering? average = AverageLowering.Define(code, plan, shape, [counted]);
        planes.ForEach(code, (inner, input, output) =>
        {
            Place row = inner.Let("out0", output.Place, y * shape.Axes[1].Output);
            Condition surrounded = Surrounded(inner, planes, input.Start + begin * shape.Axes[1].Input, input.Start + (end - 1) * shape.Axes[1].Input);
            LowerRows(inner, [row], surrounded, optimistic: false, average, block => (reduce, column, masked) => block.ReduceRows(reduce, input.Place, begin, end, column, masked));
        });
    }

    /// <summary>The nearest row inside the plane.</summary>
    private Index Inside(Index position, int row)
    {
        Index inside = MayLieAbove(row) ? Index.Max(position, 0) : position;
        return MayLieBelow(row) ? Index.Min(inside, shape.Axes[0].Input - 1) : inside;
    }

    private bool IsMasked(int row) => plan.Edges == RowEdges.Mask && (MayLieAbove(row) || MayLieBelow(row));

    /// <summary>Only the first rows of a tile can lie above the plane, only the last ones below.</summary>
    private bool MayLieAbove(int row) => row < Rows.PadBegin;

    private bool MayLieBelow(int row) => row >= RowTree.InputRows(Rows, tile.OutputRows) - Rows.PadEnd;

    /// <summary>How many rows of the window of an output row an average counts.</summary>
    private Index WindowRows(Code code, Index top, int outputRow)
    {
        int first = outputRow * Rows.Stride;
        Index end = first + Rows.Size;
        bool cut = MayLieAbove(first) || MayLieBelow(first + Rows.Size - 1);
        return plan.CountsTapsInside && cut
            ? code.Let($"rows{outputRow}", Index.Min(top + end, shape.Axes[0].Input) - Index.Max(top + first, 0))
            : Rows.Size;
    }

    /// <summary>Whether blocks may read beyond the ends of these rows, because more of the tensor lies there.</summary>
    private Condition Surrounded(Code code, Planes planes, Index firstRow, Index lastRow)
    {
        if (tile.Lanes == 1)
        {
            return new ConstantCondition(false);
        }

        int before = BlockLowering.MostBefore(plan);
        Condition begins = before == 0 ? new ConstantCondition(true) : firstRow >= before;
        return code.Let("surrounded", begins & (lastRow <= planes.LastStart));
    }

    /// <summary>A group of planes, or a single one.</summary>
    /// <param name="First">The first of them.</param>
    /// <param name="End">The first that is not in the group; <see langword="null"/> for a single plane.</param>
    /// <param name="Input">Elements of an input plane; of a single one, where it begins.</param>
    /// <param name="Output">Likewise of an output plane.</param>
    /// <param name="LastStart">Where in the tensor a row may begin so that blocks may read beyond its end.</param>
    private sealed record Planes(Index First, Index? End, Index Input, Index Output, Index LastStart)
    {
        /// <summary>Loops over the planes; <paramref name="body"/> gets the input's and the output's.</summary>
        public void ForEach(Code code, Action<Code, Plane, Plane> body)
        {
            if (End is null)
            {
                Visit(code, Input, Output);
                return;
            }

            code.For("plane", First, End, 1, (inner, plane) =>
                Visit(inner, inner.Let("start", plane * Input), inner.Let("outStart", plane * Output)));

            void Visit(Code inner, Index start, Index outStart) => body(
                inner,
                new Plane(inner.Let("inPlane", Place.Input, start), start),
                new Plane(inner.Let("outPlane", Place.Output, outStart), outStart));
        }
    }

    /// <summary>A plane of the input or the output.</summary>
    /// <param name="Place">Its first element.</param>
    /// <param name="Start">That element's position in the tensor.</param>
    private sealed record Plane(Place Place, Index Start);
}

/// <summary>A row that a tile reads.</summary>
/// <param name="Place">Its first column.</param>
/// <param name="Inside">Unless <see langword="null"/>, a mask of all lanes if the row is in the plane, of none otherwise.</param>
internal sealed record TileRow(Place Place, Register? Inside);
