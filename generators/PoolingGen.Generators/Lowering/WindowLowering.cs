using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The loops around a block, of one procedure: over planes, slices, output rows (a tile of them, or one) and blocks of output columns.</summary>
internal sealed class WindowLowering(WindowPlan plan, TilePlan tile, LoopNest nest)
{
    /// <summary>Bytes that come together.</summary>
    private const int CacheLine = 64;

    private PlanAxis Rows => plan.RowAxis;

    private Index Height => _nest.Rows.Shape.Input;

    private Index Width => _nest.Columns.Shape.Input;

    /// <summary>The loops; over a single tall plane once planes are joined.</summary>
    private LoopNest _nest = nest;

    /// <summary>Whether what is read next is asked for ahead.</summary>
    private Condition _isFar = new ConstantCondition(false);

    private LastBlock? _last;
    private EdgeBlocks _edges = EdgeBlocks.None;

    /// <summary>If two rows lie side by side: the places of their even and odd columns.</summary>
    private IReadOnlyList<Register>? _pairing;

    /// <summary>
    /// Whether the last block of a row is made apart from the others. Values of two registers are as much code as the JIT
    /// inlines in one method, even without repeating a block.
    /// </summary>
    private bool MakesLastApart => !tile.TakesAnyLength && (tile.SingleBlock || plan.Arithmetic.Registers == 1);

    /// <summary>Tells the procedures for rows of a single block, or for those too long for scratch, from the others.</summary>
    private string Prefix => tile.SingleBlock ? "OneBlock"
        : tile.Scratch is null && plan.Tiles.Any(other => other.Lanes == tile.Lanes && other.Scratch is not null) ? "Long"
        : "";

    /// <summary>Output rows made in tiles, each tile from the rows that its windows share; none if there are never enough for a tile.</summary>
    /// <param name="kind">Which of the tiles for the same rows it is.</param>
    /// <param name="unless">The tile that comes before this one, if there is such, and makes what both could.</param>
    public Procedure? LowerTiles(string kind, TilePlan? unless = null)
    {
        Code code = new();
        _nest = JoinPlanes(code);
        AxisShape rows = _nest.Rows.Shape;
        Condition others = Has(unless) | !Has(tile);
        if (others is ConstantCondition { Value: true })
        {
            return null;
        }

        code.Leave(others);
        ForEachSlice(code, tile.OutputSlices, (group, forEachPlane, slices) =>
            // The last tile is moved up so that it ends with the last row; what it makes twice is the same twice.
            group.For("i", rows.Begin, rows.End, tile.OutputRows, (body, i) =>
                LowerTile(body, forEachPlane, slices, body.Let("y", tile.OutputRows == 1 ? i : Index.Min(i, rows.End - tile.OutputRows)))));

        string height = tile.OutputRows == 1 ? "1 output row" : $"{tile.OutputRows} output rows";
        string length = !tile.SingleBlock ? "" : tile.InPairs ? ", two to a vector," : tile.OutputRows == 1 ? " of one vector" : " of one vector each";
        string depth = tile.OutputSlices == 1 ? "" : $" in each of {tile.OutputSlices} slices";
        return new Procedure($"{Prefix}{kind}Tiles", $"{height}{length}{depth} at a time, from input rows that are read once for all of them.", code.Statements);
    }

    /// <summary>Output rows made one by one, in a loop over their input rows; none if tiles make them all.</summary>
    public Procedure? LowerRows()
    {
        Code code = new();
        _nest = JoinPlanes(code);
        AxisShape rows = _nest.Rows.Shape;
        Condition tiled = Has(tile);
        if (tiled is ConstantCondition { Value: true })
        {
            return null;
        }

        code.Leave(tiled);
        ForEachSlice(code, 1, (group, forEachPlane, slices) =>
            group.For("y", rows.Begin, rows.End, 1, (body, y) => LowerRow(body, forEachPlane, slices, y)));
        string length = tile.SingleBlock ? " of one vector each," : "";
        return new Procedure($"{Prefix}Rows", $"Output rows{length} one by one: planes with too few of them for a tile.", code.Statements);
    }

    private void ForEachSlice(Code code, int together, Action<Code, PlaneLoop, Slices> body) => ForEachGroup(code, (group, forEachPlane) =>
        SliceLowering.ForEachSlice(group, _nest, plan.Arithmetic, together, (inner, slices) => body(inner, forEachPlane, slices)));

    /// <summary>
    /// Planes one by one, or in groups that fit the first-level cache: what depends on the rows alone is then computed
    /// once for a group. Of small padded planes, that is most of what there is to compute.
    /// </summary>
    private void ForEachGroup(Code code, Action<Code, PlaneLoop> body)
    {
        Index size = code.Let("size", _nest.InputSize);
        Index outSize = code.Let("outSize", _nest.OutputSize);
        _last = MakesLastApart ? LastBlock.Define(code, plan, tile, _nest) : null;
        _edges = DefineEdges(code);
        _pairing = !tile.InPairs ? null :
        [
            code.Define("evenColumns", new PairedColumns(_nest.Columns.Shape.Output, 0), RegisterKind.Column),
            code.Define("oddColumns", new PairedColumns(_nest.Columns.Shape.Output, 1), RegisterKind.Column),
        ];
        AverageLowering.DefineWhole(code, plan.Arithmetic, _nest, _edges);
        Index lastStart = code.Let(
            "lastStart",
            _nest.Outer * size - Width - BlockLowering.MostBehind(plan, tile),
            "Rows that begin here or before have enough of the tensor behind them to be read beyond their end.");
        if (tile.GroupLength == 0)
        {
            _isFar = tile.Foresight is not { } large ? new ConstantCondition(false)
                : code.Let("isFar", _nest.Outer * size >= large.Elements & Width >= large.Columns, $"Whether the tensor is so large that {(_nest.LanesAreChannels ? "what is read later is" : "rows of later tiles are")} asked for ahead.");
            code.For("plane", 0, _nest.Outer, 1, (inner, plane) =>
            {
                PlanePair single = DefinePlane(inner, plane);
                single = single with { Origin = 0, LastStart = inner.Let("lastRow", lastStart - single.Origin) };
                body(inner, (tiles, visit) => visit(tiles, single));
            });
            return;
        }

        Index count = code.Let("group", Index.Max(tile.GroupLength / size, 1), "How many planes fit the first-level cache.");
        code.For("first", 0, _nest.Outer, count, (inner, first) =>
        {
            Index end = inner.Let("groupEnd", Index.Min(first + count, _nest.Outer));
            body(inner, (tiles, visit) => tiles.For("plane", first, end, 1, (each, plane) => visit(each, DefinePlane(each, plane))));
        });

        PlanePair DefinePlane(Code of, Index number)
        {
            Index start = of.Let("start", number * size);
            Index outStart = of.Let("outStart", number * outSize);
            return new PlanePair(
                new Plane(of.Let("inPlane", Place.Input, start), null, start, number),
                new Plane(of.Let("outPlane", Place.Output, outStart), HasPositions ? of.Let("indexPlane", Place.Indices, outStart) : null, outStart, number),
                start,
                lastStart);
        }
    }

    /// <summary>The ends of rows whose averages have scales of their own: the last block, and the first if blocks before the last differ in nothing else.</summary>
    private EdgeBlocks DefineEdges(Code code)
    {
        if (_last is null || plan.Arithmetic.Division == Division.None)
        {
            return EdgeBlocks.None;
        }

        bool hasFirst = !_last.Only && RowLowering.OnlyFirstIsPartial(plan, tile.Lanes);
        EdgeBlock? first = hasFirst ? EdgeBlock.Define(code, _nest, plan.FirstOutputOf(tile), "first") : null;
        EdgeBlock? last = EdgeBlock.Define(code, _nest, _last.X, "last");
        return new EdgeBlocks([.. new[] { first, last }.OfType<EdgeBlock>()], _last.Only);
    }

    /// <summary>
    /// The loops with all planes as a single tall one, if no row is left over between the windows of a plane and those of
    /// the next: it takes fewer tiles than many low ones.
    /// </summary>
    private LoopNest JoinPlanes(Code code)
    {
        if (!plan.MayJoinPlanes)
        {
            return _nest;
        }

        AxisShape rows = _nest.Rows.Shape;
        Condition whole = Comparison.Of(rows.Begin, IndexRelation.Equal, 0) & Comparison.Of(rows.End, IndexRelation.Equal, rows.Output);
        Condition joined = code.Let(
            "joined", Comparison.Of(rows.Input, IndexRelation.Equal, rows.Output * Rows.Stride) & whole, "Planes of which no row is left over are a single tall one.");
        Index planes = code.Let("tallPlanes", Index.Select(joined, 1, _nest.Outer));
        Index input = code.Let("tallHeight", Index.Select(joined, _nest.Outer * rows.Input, rows.Input));
        Index output = code.Let("tallOutputHeight", Index.Select(joined, _nest.Outer * rows.Output, rows.Output));
        Index end = rows.End == rows.Output ? output : code.Let("tallEnd", Index.Select(joined, output, rows.End));
        return _nest with { Outer = planes, Rows = _nest.Rows with { Shape = rows with { Input = input, Output = output, End = end } } };
    }

    /// <summary>Whether there is such a tile, and enough rows, and slices, for it: then such tiles make them all.</summary>
    private Condition Has(TilePlan? wanted)
    {
        if (wanted?.Rows is null)
        {
            return new ConstantCondition(false);
        }

        Condition enough = _nest.Has(wanted.OutputRows, wanted.OutputSlices);
        return wanted.InPairs ? _nest.Columns.Shape.Output <= wanted.Lanes / 2 & enough : enough;
    }

    private void LowerTile(Code code, PlaneLoop forEachPlane, Slices slices, Index y)
    {
        Index top = code.Let("top", _nest.Rows.FirstTap(y));
        SortedSet<int> used = [.. Enumerable.Range(0, tile.OutputRows).SelectMany(output =>
            Enumerable.Range(0, Rows.Size).Select(tap => output * Rows.Stride + tap * Rows.Dilation))];

        code.Remark(plan.Edges switch
        {
            RowEdges.Repeat when used.Any(MayLieOutside) => "Where the input rows of the tile begin; for one outside the plane, the nearest inside.",
            RowEdges.Mask when used.Any(MayLieOutside) => "Where the input rows of the tile begin; one outside the plane is read from the nearest inside, and masked.",
            _ => "Where the tile begins.",
        });

        // The rows of several slices of channels are read at their distance from the slice: places for all would not fit the registers.
        bool byDistance = _nest.LanesAreChannels && slices.Taps.Count > 1;
        SortedDictionary<int, InputRow> inputs = InputRows(code, top, used, shared: !byDistance);
        Dictionary<int, Register> positions = SplatPositions(code, slices, inputs);
        Index outputOffset = code.Let("outRow0", slices.Outputs[0].Offset + y * _nest.Columns.Shape.Output);
        Dictionary<int, Register> masks = used.Where(IsMasked).ToDictionary(
            row => row, row => code.Define($"row{row}Inside", new InsideAll(top + row, Height), RegisterKind.Number));
        AverageLowering? average = AverageLowering.Define(
            code, plan.Arithmetic, _nest, WindowRows(code, top, slices), _edges);
        forEachPlane(code, (inner, plane) =>
        {
            (Plane input, Plane output) = (plane.Input, plane.Output);
            TileRows tileRows = new(RowCount, slices.Taps.Count, PlaceRows(inner, input, slices, inputs, positions, byDistance), masks);
            if (tile.Foresight is { } next && !_nest.LanesAreChannels)
            {
                inner.If(_isFar, far => PrefetchRows(far, tileRows, next.Distance));
            }

            IReadOnlyList<OutputRow> outputs = OutputRows(inner, output, y, outputOffset);
            Condition surrounded = Surrounded(
                inner,
                plane,
                slices.Taps[0].Offset + inputs[0].Offset,
                slices.Taps[slices.Taps.Count - 1].Offset + inputs[used.Max].Offset);
            LowerRows(inner, outputs, surrounded, tile.Optimistic, average, block => (reduce, column, masked) =>
            {
                if (tile.Foresight is { } later && _nest.LanesAreChannels && !masked)
                {
                    // The slices that the tiles before have read are near.
                    int near = Math.Max(slices.Taps.Count - tile.OutputSlices * _nest.Slices[0].Plan.Stride, 0);
                    reduce.If(_isFar, far => PrefetchPlaces(far, [.. Enumerable.Range(near, slices.Taps.Count - near).Select(slice => tileRows[slice * RowCount])], column, later.Distance));
                }

                block.ReduceTile(reduce, tile.Rows!, tileRows, column, masked);
            });
        });
    }

    /// <summary>
    /// Asks for what lies so many elements ahead of a block, in some slices. All columns of the tile's rows are one stream, of
    /// which a block takes as many elements as its rows have together.
    /// </summary>
    private void PrefetchPlaces(Code code, IReadOnlyList<TileRow> firstRows, Index column, int distance)
    {
        int elements = CacheLine / plan.Arithmetic.Storage.Bytes();
        int rows = tile.OutputRows * Rows.Stride;
        foreach (TileRow row in firstRows)
        {
            for (int ahead = 0; ahead < rows * tile.Lanes; ahead += elements)
            {
                code.Add(new PrefetchLine(row.Place, row.Offset + column * rows + (distance + ahead)));
            }
        }
    }

    /// <summary>Asks in every slice for as many rows as a tile goes on, so many elements behind those that this one reads.</summary>
    private void PrefetchRows(Code code, TileRows rows, int distance)
    {
        int inside = Enumerable.Range(0, RowCount).FirstOrDefault(row => rows.Rows.ContainsKey(row) && !MayLieOutside(row));
        for (int slice = 0; slice < rows.SliceCount; slice++)
        {
            TileRow row = rows[slice * RowCount + inside];
            int next = RowCount - inside;
            code.Add(new Prefetch(row.Place, row.Offset + Width * next + distance, row.Offset + Width * (next + tile.OutputRows * Rows.Stride) + distance));
        }
    }

    /// <summary>Where input rows begin in their slice.</summary>
    /// <param name="shared">Whether rows that lie inside whatever the tile are read from the place of one of those before them.</param>
    private SortedDictionary<int, InputRow> InputRows(Code code, Index top, IEnumerable<int> rows, bool shared)
    {
        int most = !shared ? 1
            : Width is ConstantIndex ? int.MaxValue
            : tile.SingleBlock ? TileRows.MostFromPlaceOfOneBlock : TileRows.MostFromOnePlace;
        SortedDictionary<int, InputRow> inputs = [];
        int? lead = null;
        foreach (int row in rows)
        {
            bool stays = !MayLieOutside(row);
            bool follows = stays && row - lead < most;
            Index inside = _nest.Rows.Nearest(top, row, RowCount);
            inside = HasPositions && _nest.LanesAreChannels ? code.Let($"at{row}", inside) : inside;

            // From a row that lies inside whatever the tile it takes an addition only.
            Index offset = stays && lead is { } number ? inputs[number].Offset + (row - number) * Width : inside * Width;
            offset = follows ? offset : code.Let($"row{row}", offset);
            inputs[row] = new InputRow(offset, PositionOf(inside, offset), follows ? lead!.Value : row);
            lead = stays && !follows ? row : lead;
        }

        return inputs;
    }

    /// <summary>The rows of all slices of a tile, where they are read from.</summary>
    /// <param name="byDistance">Whether none has a place of its own.</param>
    private Dictionary<int, TileRow> PlaceRows(
        Code code, Plane input, Slices slices, SortedDictionary<int, InputRow> inputs, Dictionary<int, Register> positions, bool byDistance)
    {
        ILookup<int, int> followers = inputs.ToLookup(static row => row.Value.Lead, static row => row.Key);
        Dictionary<int, TileRow> rows = [];
        for (int slice = 0; slice < slices.Taps.Count; slice++)
        {
            Slice tap = slices.Taps[slice];
            Place start = byDistance ? code.Let($"inSlice{slice}", input.Place, tap.Offset) : input.Place;
            Index begin = byDistance ? 0 : tap.Offset;
            foreach (IGrouping<int, int> group in followers)
            {
                // A single block is read at its distance from the plane if no other is read from there.
                bool hasPlace = !byDistance && (!tile.SingleBlock || group.Count() > 1);
                Index offset = begin + inputs[group.Key].Offset;
                Place place = hasPlace ? code.Let(TileRows.Name("in", group.Key, slice, slices.Taps.Count), start, offset) : start;
                foreach (int row in group)
                {
                    int number = slice * RowCount + row;
                    rows[number] = new TileRow(
                        place,
                        hasPlace ? (row - group.Key) * Width : offset,
                        HasPositions ? tap.Position + inputs[row].Position : 0,
                        tap.Masks,
                        positions.TryGetValue(number, out Register position) ? position : null);
                }
            }
        }

        return rows;
    }

    /// <summary>The positions of the rows of all slices, numbered as <see cref="TileRows"/> are: they are the same in all planes and all blocks.</summary>
    private Dictionary<int, Register> SplatPositions(Code code, Slices slices, SortedDictionary<int, InputRow> inputs)
    {
        Dictionary<int, Register> positions = [];
        for (int slice = 0; HasPositions && slice < slices.Taps.Count; slice++)
        {
            foreach (KeyValuePair<int, InputRow> row in inputs)
            {
                string name = slices.Taps.Count == 1 ? $"position{row.Key}" : $"position{row.Key}s{slice}";
                positions[slice * RowCount + row.Key] = code.Define(name, new SplatColumn(slices.Taps[slice].Position + row.Value.Position), RegisterKind.Column);
            }
        }

        return positions;
    }

    /// <summary>The output rows of a tile, numbered as its tree's outputs are, or pairs of them. Those of a slice follow each other.</summary>
    private IReadOnlyList<OutputRow> OutputRows(Code code, Plane plane, Index y, Index offset)
    {
        List<OutputRow> rows = [OutputRow.At(code, 0, RowIndices(plane, y), offset)];
        if (tile.InPairs)
        {
            return [.. Enumerable.Repeat(rows[0] with { Pitch = rows[0].Pitch * 2 }, tile.OutputRows / 2)];
        }

        // Single rows of slices lie equally far apart, as the rows of a slice do.
        rows[0] = tile.OutputRows > 1 || tile.OutputSlices == 1 ? rows[0] : rows[0] with { Pitch = _nest.OutputStep(0) };
        for (int slice = 1; slice < tile.OutputSlices; slice++)
        {
            rows.Add(tile.OutputRows > 1 ? OutputRow.At(code, slice, rows[slice - 1] with { Slice = slice }, _nest.OutputStep(0)) : rows[slice - 1].Next(code, slice));
        }

        for (int row = tile.OutputSlices; row < tile.OutputSlices * tile.OutputRows; row++)
        {
            OutputRow before = rows[row - tile.OutputSlices] with { IndexOffset = RowIndices(plane, y + row / tile.OutputSlices).IndexOffset };
            rows.Add(before.Next(code, row));
        }

        return rows;
    }

    /// <summary>Makes rows by the fastest way that is right where they lie, and with what they hold.</summary>
    private void LowerRows(
        Code code,
        IReadOnlyList<OutputRow> outputs,
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

        Register seen = NaNWatch.Declare(code);
        code.Scope(surrounded, fast => LowerBlocks(fast, Reads.Surrounded, seen));
        code.Remark("At the ends of the tensor, or if there may have been a NaN: reads under masks, and joins that keep NaN.");
        code.If(!surrounded | new AnyNaN(seen), careful => LowerBlocks(careful, Reads.Careful, null));

        void LowerBlocks(Code inner, Reads reads, Register? sum)
        {
            LastBlock? last = reads == Reads.Surrounded || tile.SingleBlock ? _last : null;
            bool isLong = !tile.TakesAnyLength && !MakesLastApart;
            new RowLowering(plan, tile.Lanes, tile.RowsAbreast, _nest, reads, outputs, reduceRows, average, last, sum, isLong, pairing: _pairing).Lower(inner);
        }
    }

    private void LowerRow(Code code, PlaneLoop forEachPlane, Slices slices, Index y)
    {
        TapRange range = TapRange.Of(code, _nest.Pooling, _nest.Rows, y, "");
        OutputSlice slice = slices.Outputs[0];
        Index counted = slice.Counted is ConstantIndex { Value: 1 } || plan.Arithmetic.Division == Division.None
            ? range.Counted
            : code.Let("windowRows", range.Counted * slice.Counted);
        AverageLowering? average = AverageLowering.Define(code, plan.Arithmetic, _nest, [counted], _edges);
        forEachPlane(code, (inner, plane) =>
        {
            (Plane input, Plane output) = (plane.Input, plane.Output);
            OutputRow row = OutputRow.At(inner, 0, RowIndices(output, y), slice.Offset + y * _nest.Columns.Shape.Output);
            Condition surrounded = Surrounded(
                inner,
                plane,
                slices.Taps[0].Offset + range.Begin * Width,
                slices.Taps[slices.Taps.Count - 1].Offset + (range.End - 1) * Width);
            LowerRows(inner, [row], surrounded, optimistic: false, average, block => (reduce, column, masked) =>
                block.ReduceRows(reduce, range, (at, name, position) => RowAt(at, name, position, input.Place), column, masked));
        });

        IReadOnlyList<TileRow> RowAt(Code at, string name, Index row, Place plane) =>
        [
            .. slices.Taps.Select((tap, slice) => new TileRow(
                at.Let(slices.Taps.Count == 1 ? name : $"{name}s{slice}", plane, tap.Offset + row * Width),
                0,
                HasPositions ? tap.Position + PositionOf(row, row * Width) : 0,
                tap.Masks)),
        ];
    }

    private bool HasPositions => plan.Arithmetic.Form == LaneForm.Indexed;

    /// <summary>The position of a row in its plane. Rows that are planes themselves begin at 0.</summary>
    private Index PositionOf(Index row, Index offset) => Rows.Role == AxisRole.Planes ? 0 : _nest.LanesAreChannels ? row : offset;

    /// <summary>The plane of an output row: rows that are planes themselves have indices of their own.</summary>
    private OutputRow RowIndices(Plane output, Index row) => new(
        output.Place, output.Indices, Rows.Role == AxisRole.Planes ? _nest.IndexOffset(row) : _nest.IndexOffset(output.Number), _nest.Columns.Shape.Output);

    /// <summary>Input rows of a tile, with those that no window has.</summary>
    private int RowCount => RowTree.InputRows(Rows, tile.OutputRows);

    private bool IsMasked(int row) => plan.Edges == RowEdges.Mask && MayLieOutside(row);

    /// <summary>Only the first rows of a tile can lie above the plane, only the last ones below.</summary>
    private bool MayLieOutside(int row) => _nest.Rows.MayLieBefore(row) || _nest.Rows.MayLieBehind(row, RowCount);

    /// <summary>For each output row of a tile, how many rows of its windows an average counts, of all slices.</summary>
    private IReadOnlyList<Index> WindowRows(Code code, Index top, Slices slices)
    {
        Dictionary<Index, Index> names = [];
        return [.. Enumerable.Range(0, tile.OutputRows).SelectMany(row => WindowRows(top, row, slices)).Select((rows, output) =>
            names.TryGetValue(rows, out Index known) ? known : names[rows] = code.Let($"rows{output}", rows))];
    }

    private IEnumerable<Index> WindowRows(Index top, int outputRow, Slices slices)
    {
        if (plan.Arithmetic.Division == Division.None)
        {
            return slices.Outputs.Select(static _ => (Index)1);
        }

        int first = outputRow * Rows.Stride;
        bool cut = _nest.Rows.MayLieBefore(first) || _nest.Rows.MayLieBehind(first + (int)Rows.EffectiveSize - 1, RowCount);
        Index rows = cut ? _nest.Rows.Count(_nest.Pooling, top + first) : Rows.Size;
        return slices.Outputs.Select(slice => rows * slice.Counted);
    }

    /// <summary>Whether blocks may read beyond the ends of rows of a plane, because more of the tensor lies there.</summary>
    /// <param name="firstRow">Where in the plane the first of them begins.</param>
    /// <param name="lastRow">Likewise the last one.</param>
    private Condition Surrounded(Code code, PlanePair plane, Index firstRow, Index lastRow)
    {
        if (tile.Lanes == 1)
        {
            return new ConstantCondition(false);
        }

        int before = BlockLowering.MostBefore(plan, tile);
        Condition begins = before == 0 ? new ConstantCondition(true) : plane.Input.Start + firstRow >= before;
        Condition ends = BlockLowering.MostBehind(plan, tile) == 0 ? new ConstantCondition(true) : plane.Origin + lastRow <= plane.LastStart;
        return code.Let("surrounded", begins & ends);
    }

    /// <summary>Makes tiles of the planes of a group, or of a single plane.</summary>
    private delegate void PlaneLoop(Code code, Action<Code, PlanePair> visit);

    /// <summary>A plane of the input, and what becomes of it.</summary>
    /// <param name="Origin">Where it begins.</param>
    /// <param name="LastStart">Where a row may begin so that blocks may read beyond its end, counted likewise.</param>
    private sealed record PlanePair(Plane Input, Plane Output, Index Origin, Index LastStart);

    /// <summary>An input row of a tile.</summary>
    /// <param name="Offset">Where it begins in its slice, in elements.</param>
    /// <param name="Position">The same as a position.</param>
    /// <param name="Lead">The row from the place of which it is read: itself, or one before it.</param>
    private sealed record InputRow(Index Offset, Index Position, int Lead);

    /// <summary>A plane of the input or the output.</summary>
    /// <param name="Place">Its first element.</param>
    /// <param name="Indices">Its first index, if there are any.</param>
    /// <param name="Start">The first element's position in the tensor.</param>
    /// <param name="Number">Which of the planes it is.</param>
    private sealed record Plane(Place Place, Place? Indices, Index Start, Index Number);
}
