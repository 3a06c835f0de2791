using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// Windows of many rows, part by part: all but the rows is reduced first, of every input row once, into a row of scratch;
/// then rows of scratch into output rows, a tile of them at a time. Rows of a known number of blocks are reduced without a loop.
/// </summary>
internal sealed class ScratchLowering
{
    private readonly WindowPlan _plan;
    private readonly TilePlan _tile;
    private readonly ScratchPlan _scratch;
    private readonly LoopNest _nest;

    private ScratchLowering(WindowPlan plan, TilePlan tile, LoopNest nest) => (_plan, _tile, _scratch, _nest) = (plan, tile, tile.Scratch!, nest);

    /// <summary>Of the last block of those that are made without a loop: a mask of the lanes whose columns a row has; none if it has all.</summary>
    private Register? _inside;

    /// <summary>Likewise, where in the tensor a row may begin so that they may be read beyond its end.</summary>
    private Index? _lastStart;

    private PlanAxis Rows => _plan.RowAxis;

    private int Lanes => _tile.Lanes;

    /// <summary>Neighbouring slices of outputs that are made together: each has a scratch of its own, behind that of the one before.</summary>
    private int Together => _tile.OutputSlices;

    private Index Width => _nest.Columns.Shape.Input;

    private Index OutputWidth => _nest.Columns.Shape.Output;

    private ConstantCondition BlocksAreWhole => new(_scratch.BlocksOverlap);

    /// <summary>Whether a part has as many outputs as a vector has lanes.</summary>
    private bool FillsVector => _scratch.BlocksOverlap || _scratch.Blocks > 0 && FewestOutputs >= Lanes;

    /// <summary>Outputs of the shortest row of so many blocks.</summary>
    private long FewestOutputs =>
        (_scratch.Blocks - 1) * Lanes + 1 + _plan.ColumnAxis.PadBegin + _plan.ColumnAxis.PadEnd - (_plan.ColumnAxis.EffectiveSize - 1);

    /// <summary>Outputs before the first of a part whose windows begin before its first column.</summary>
    private int Halo => _plan.ColumnOffset;

    /// <summary>Output rows, and columns, that can be made of one filling of the scratch.</summary>
    private int MostRows => _scratch.OutputRows(Rows);

    private int MostColumns => Halo == 0 ? _scratch.Columns : _scratch.Columns - Margin - Lanes;

    /// <summary>Where in a row of scratch the first output of a part lies: whole vectors behind its begin, so that output rows are made of aligned ones.</summary>
    private int Margin => (Halo + Lanes - 1) / Lanes * Lanes;

    /// <summary>None if there are never enough rows, or slices, for a tile.</summary>
    public static Procedure? LowerTiles(WindowPlan plan, TilePlan tile, LoopNest nest)
    {
        Condition enough = nest.Has(tile.OutputRows, tile.OutputSlices);
        if (enough is ConstantCondition { Value: false })
        {
            return null;
        }

        Code code = new();
        if (tile.Scratch!.Blocks == 0)
        {
            code.Leave(!enough);
        }

        new ScratchLowering(plan, tile, nest).LowerPlanes(code);
        int blocks = tile.Scratch.Blocks;
        return new Procedure(
            $"{NameOf(blocks)}Tiles",
            $"Every input row{(blocks > 0 ? $" of {blocks} vectors" : "")} becomes a row of scratch; from those, {tile.OutputRows} output rows at a time.",
            code.Statements,
            tile.OutputSlices * tile.Scratch.Length);
    }

    /// <summary>Tells the procedures for rows of so many blocks from that for rows of any length.</summary>
    private static string NameOf(int blocks) => blocks switch
    {
        0 => "",
        2 => "TwoBlock",
        3 => "ThreeBlock",
        4 => "FourBlock",
        _ => throw new ArgumentOutOfRangeException(nameof(blocks)),
    };

    private void LowerPlanes(Code code)
    {
        AxisShape rows = _nest.Rows.Shape;
        Index partRows = Extent(code, "partRows", rows.End - rows.Begin, MostRows);
        Index partColumns = _scratch.Blocks > 0 ? OutputWidth : WholeVectors(code, Extent(code, "evenColumns", OutputWidth, MostColumns));
        Condition isWhole = !Overhangs ? new ConstantCondition(false) : code.Let(
            "isWhole",
            Comparison.Of(partRows, IndexRelation.Equal, rows.End - rows.Begin) & Comparison.Of(partColumns, IndexRelation.Equal, OutputWidth),
            "Whether a plane is a single part.");
        DefineEnds(code);
        code.For("plane", 0, _nest.Outer, 1, (loop, plane) =>
        {
            Index start = plane * _nest.InputSize;
            Place input = loop.Let("inPlane", Place.Input, start);
            Index outStart = plane * _nest.OutputSize;
            OutputRow output = new(
                loop.Let("outPlane", Place.Output, outStart),
                _scratch.HasPositions ? loop.Let("indexPlane", Place.Indices, outStart) : null,
                _nest.IndexOffset(plane),
                OutputWidth);
            SliceLowering.ForEachSlice(loop, _nest, _plan.Arithmetic, Together, (inner, slices) =>
                ForEachStrip(inner, partColumns, (strip, left, right) =>
                {
                    Index begin = strip.Let("begin", Index.Max(left - Halo, _plan.FirstOutput));
                    Index columns = strip.Let("columns", right - begin);
                    Index column = strip.Let("firstColumn", begin + (_plan.ColumnOffset - _nest.Columns.Shape.PadBegin));
                    strip.For("nextTop", rows.Begin, rows.End, partRows, (part, nextTop) =>
                    {
                        Index top = part.Let("top", Index.Max(Index.Min(nextTop, rows.End - partRows), rows.Begin));
                        Index bottom = part.Let("bottom", Index.Min(top + partRows, rows.End));
                        LowerPart(part, new Part(input, start, output, slices, left, right, top, bottom, begin, columns, column, plane <= 0 | !isWhole));
                    });
                }));
        });
    }

    /// <summary>What blocks that are made without a loop need to know of the ends of rows.</summary>
    private void DefineEnds(Code code)
    {
        if (_scratch.Blocks == 0)
        {
            return;
        }

        int last = (_scratch.Blocks - 1) * Lanes;
        _inside = Width is ConstantIndex known && known.Value == last + Lanes ? null : code.Define("lastInside", new Inside(last, Width), RegisterKind.Number);
        _lastStart = code.Let(
            "lastStart",
            _nest.Outer * _nest.InputSize - _scratch.Blocks * Lanes,
            "Rows that begin here or before have enough of the tensor behind them to be read beyond their end.");
    }

    /// <summary>Loops over parts of the rows, each of so many outputs, unless rows are made as a whole.</summary>
    private void ForEachStrip(Code code, Index columns, Action<Code, Index, Index> body)
    {
        if (_scratch.Blocks > 0)
        {
            body(code, 0, OutputWidth);
            return;
        }

        code.For("nextLeft", 0, OutputWidth, columns, (strip, nextLeft) =>
        {
            // The last part is moved back so that it ends with the row, or the plane; what it makes twice is the same twice.
            Index left = strip.Let("left", Index.Max(Index.Min(nextLeft, OutputWidth - columns), 0));
            body(strip, left, strip.Let("right", Index.Min(left + columns, OutputWidth)));
        });
    }

    /// <summary>The extent of parts: as few of them as there may be, all alike.</summary>
    private static Index Extent(Code code, string name, Index whole, int most)
    {
        Index parts = code.Let($"{name}Count", Index.Max((whole + (most - 1)) / most, 1));
        return code.Let(name, (whole + (parts - 1)) / parts);
    }

    /// <summary>Parts of whole vectors, but for a single one: others would have a masked block each.</summary>
    private Index WholeVectors(Code code, Index columns) =>
        code.Let("partColumns", Index.Min((columns + (Lanes - 1)) / Lanes * Lanes, OutputWidth));

    private void LowerPart(Code code, Part part)
    {
        bool exact = _plan.Arithmetic.Join != NaNJoin.Plain;
        PartRows rows = DefineRows(code, part);
        ClearOutside(code, part, rows);
        if (!_tile.Optimistic)
        {
            FillScratch(code, part, rows, exact, null);
            ReduceScratch(code, part, exact);
            return;
        }

        Register seen = NaNWatch.Declare(code);
        FillScratch(code, part, rows, exact: false, seen);
        code.If(new AnyNaN(seen), _scratch.HasPositions ? RefillAndReduceApart : RefillAndReduce, fast => ReduceScratch(fast, part, exact: false));

        void RefillAndReduceApart(Code careful) => careful.Apart("CarefulTiles", "A part once more, with joins that keep NaN.", RefillAndReduce);

        void RefillAndReduce(Code careful)
        {
            FillScratch(careful, part, rows, exact, null);
            ReduceScratch(careful, part, exact);
        }
    }

    /// <summary>With positions: for a row outside the plane, the nearest one inside, which has some. Windows have that anyway.</summary>
    private Index SourceRow(Index row)
    {
        Index inside = _scratch.HasPositions && Rows.PadBegin > 0 ? Index.Max(row, 0) : row;
        return _scratch.HasPositions && Rows.PadEnd > 0 ? Index.Min(inside, _nest.Rows.Shape.Input - 1) : inside;
    }

    /// <summary>Whether windows have rows outside the plane that are rows of scratch.</summary>
    private bool Overhangs => Rows.Overhangs && !_scratch.HasPositions;

    private PartRows DefineRows(Code code, Part part)
    {
        Index first = code.Let("firstRow", _nest.Rows.FirstTap(part.Top));
        Index count = code.Let("rowCount", (part.Bottom - part.Top - 1) * Rows.Stride + Rows.Size);
        return !Overhangs ? new PartRows(first, 0, count, count) : new PartRows(
            first,
            code.Let("insideBegin", Index.Max(0 - first, 0)),
            code.Let("insideEnd", Index.Min(_nest.Rows.Shape.Input - first, count)),
            count);
    }

    /// <summary>The identity for rows of the windows that lie outside the plane: the same in all planes of a single part.</summary>
    private void ClearOutside(Code code, Part part, PartRows rows)
    {
        if (Overhangs)
        {
            code.Remark("Rows outside the plane stay as they are while planes are single parts.");
            code.If(part.IsNew, fresh =>
            {
                fresh.For("above", 0, rows.Begin, 1, (inner, row) => ClearLine(inner, part, row));
                fresh.For("below", rows.End, rows.Count, 1, (inner, row) => ClearLine(inner, part, row));
            });
        }
    }

    /// <summary>A row of scratch for every row of the windows inside the plane.</summary>
    private void FillScratch(Code code, Part part, PartRows rows, bool exact, Register? seen)
    {
        Index next = _lastStart is null || exact ? rows.Begin : FillWholeRows(code, part, rows, _lastStart, seen);
        code.For("row", next, rows.End, 1, (inner, row) =>
            FillLine(inner, part, inner.Let("source", SourceRow(rows.First + row)), Line(inner, part, row), exact, seen));
    }

    /// <summary>Rows that are made without a loop over their blocks, as many at a time as chains of joins are to overlap.</summary>
    /// <param name="lastStart">Where the last of them may begin.</param>
    /// <returns>The row that is left: the tensor's last one, behind which nothing may be read.</returns>
    private Index FillWholeRows(Code code, Part part, PartRows rows, Index lastStart, Register? seen)
    {
        Condition surrounded = part.Start + (rows.First + (rows.End - 1)) * Width <= lastStart;
        Index end = code.Let("wholeEnd", Index.Select(surrounded, rows.End, rows.End - 1), "Behind the tensor's last row nothing may be read.");
        code.For("next", rows.Begin, end, _scratch.RowsAtATime, (inner, next) =>
        {
            Index row = inner.Let("row", Index.Min(next, end - _scratch.RowsAtATime));
            FillBlocks(inner, part, inner.Let("source", rows.First + row), Line(inner, part, row), seen);
        });
        return end;
    }

    private Place Line(Code code, Part part, Index row) =>
        code.Let("line", Place.Scratch, row * _scratch.RowLength + (part.Begin - part.Left + Margin));

    private void ClearLine(Code code, Part part, Index row)
    {
        Place line = Line(code, part, row);
        code.For("i", 0, part.Columns, Lanes, (block, i) =>
        {
            Register nothing = block.Define("nothing", new Identity());
            for (int slice = 0; slice < Together; slice++)
            {
                block.Add(new Store(line, i + slice * _scratch.Length, nothing, null));
            }
        });
    }

    /// <summary>Joins an input row of all slices, then its columns.</summary>
    private void FillLine(Code code, Part part, Index source, Place line, bool exact, Register? seen)
    {
        IReadOnlyList<Slice> slices = part.Slices.Taps;
        TileRows rows = new TileRows(1, slices.Count, Enumerable.Range(0, slices.Count).ToDictionary(
            static slice => slice, slice => RowOf(code, part, slices, slice, source)), TileRows.NoMasks).Place(code);
        ReductionTree tree = _scratch.Slices;
        ColumnLowering columns = new(_plan, Lanes, Together, abreast: 1, exact);
        columns.DeclareCarried(code);
        code.For(_scratch.BlocksOverlap ? "nextI" : "i", 0, part.Columns, Lanes, (block, next) =>
        {
            Index i = _scratch.BlocksOverlap ? block.Let("i", Index.Min(next, part.Columns - Lanes)) : next;
            Index column = block.Let("column", part.Column + i);
            Register[] values = [.. Enumerable.Range(0, Together).Select(slice => block.Declare($"v{slice}"))];
            block.If(
                BlocksAreWhole | column + Lanes <= Width,
                then => JoinSlices(then, row => new Load(row.Place, column, PositionsOf(row))),
                otherwise => JoinSlices(otherwise, row => new LoadEdge(row.Place, column, Width, PositionsOf(row))));
            if (_scratch.HasPositions && !_nest.LanesAreChannels)
            {
                // Lanes behind the end of a row get positions too, but lose to the row's taps, which come before them.
                block.Add(new Assign(values[0], new MovePositions(values[0], block.Define("columnNumbers", new Columns(column, 1), RegisterKind.Column))));
            }

            IReadOnlyList<Register> reduced = columns.Reduce(block, [.. values.Select(static value => new[] { value })]);
            for (int slice = 0; slice < Together; slice++)
            {
                Store(block, line, i + slice * _scratch.Length, reduced[slice]);
            }

            columns.Carry(block);

            void JoinSlices(Code branch, Func<TileRow, Operation> load)
            {
                NaNWatch? watch = seen is not null ? new(branch, seen, "") : null;
                TileReduction reduction = new(branch, tree, rows, load, "", exact, _plan.Arithmetic, watch);
                Operation[] joined = [.. tree.Outputs.Select(reduction.Result)];
                watch?.End();
                for (int slice = 0; slice < Together; slice++)
                {
                    branch.Add(new Assign(values[slice], joined[slice]));
                }
            }
        });
    }

    /// <summary>Likewise rows of a known number of blocks, one after the other without a loop; more of the tensor lies behind them.</summary>
    private void FillBlocks(Code code, Part part, Index source, Place line, Register? seen)
    {
        NaNWatch? watch = seen is not null ? new(code, seen, "") : null;
        Place[] rows = new Place[_scratch.RowsAtATime];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = row == 0 ? code.Let("in0", part.Input, source * Width) : code.Let($"in{row}", rows[row - 1], Width);
        }

        Register padding = code.Define("padding", new Identity());
        code.Remark($"Blocks of {Lanes} columns: joined with those before them, which are shifted in from the left, or read shifted where they lie in the row.");
        List<ColumnLowering> blocks = [];
        for (int block = 0; block < _scratch.Blocks; block++)
        {
            Index column = part.Column + block * Lanes;
            Register? inside = block == _scratch.Blocks - 1 ? _inside : null;
            Register[] values = [.. rows.Select((place, row) =>
            {
                Register read = code.Define($"r{row}{Letter(block)}", new Load(place, column, Positions.None));
                watch?.See(read);
                return inside is null ? read : code.Define($"v{row}{Letter(block)}", new SelectInside(inside, read));
            })];

            // What was read takes no shuffle to be had shifted, where all that lies in the row.
            int before = inside is null ? block * Lanes : 0;
            FillBlock(code, line, blocks, values, padding, (row, shift) => shift <= before ? new Load(rows[row], column - shift, Positions.None) : null);
        }

        watch?.End();
        FillPadding(code, part, line, blocks, padding);
    }

    /// <summary>Blocks behind the last column that hold ends of windows, if the row has so many outputs.</summary>
    private void FillPadding(Code code, Part part, Place line, List<ColumnLowering> blocks, Register padding)
    {
        int behind = blocks.Count * Lanes;
        if (behind >= _scratch.Blocks * Lanes + _plan.ColumnAxis.PadEnd)
        {
            return;
        }

        int few = blocks.Count == _scratch.Blocks ? ColumnLowering.OutputsBehind(_plan.Columns) : 0;
        Condition areFew = few >= _plan.ColumnAxis.PadEnd ? new ConstantCondition(true)
            : few == 0 ? new ConstantCondition(false)
            : part.Columns <= behind + few;
        code.If(part.Columns > behind, end => end.If(areFew, FillBehind, FillWhole));

        void FillBehind(Code end)
        {
            ColumnLowering columns = ColumnsOfBlock(blocks, padding, static (_, _) => null);
            StoreBlock(end, line, blocks.Count, columns.ReduceBehind(end));
        }

        void FillWhole(Code end)
        {
            List<ColumnLowering> before = [.. blocks];
            FillBlock(end, line, before, [.. Enumerable.Repeat(padding, _scratch.RowsAtATime)], padding, static (_, _) => null);
            FillPadding(end, part, line, before, padding);
        }
    }

    /// <summary>A block of each of the rows, whose rows of scratch follow each other.</summary>
    private void FillBlock(Code code, Place line, List<ColumnLowering> blocks, IReadOnlyList<Register> values, Register padding, Func<int, int, Operation?> shifted)
    {
        ColumnLowering columns = ColumnsOfBlock(blocks, padding, shifted);
        StoreBlock(code, line, blocks.Count, columns.ReduceRows(code, [.. Enumerable.Range(0, values.Count)], [.. values.Select(static value => new[] { value })]));
        blocks.Add(columns);
    }

    /// <summary>The columns of the block that follows others.</summary>
    private ColumnLowering ColumnsOfBlock(List<ColumnLowering> blocks, Register padding, Func<int, int, Operation?> shifted)
    {
        int rows = _scratch.RowsAtATime;
        ColumnLowering columns = new(_plan, Lanes, rows, rows, exact: false, suffix: Letter(blocks.Count));
        columns.Follow(blocks, padding, shifted);
        return columns;
    }

    private void StoreBlock(Code code, Place line, int block, IReadOnlyList<Register> reduced)
    {
        for (int row = 0; row < reduced.Count; row++)
        {
            Store(code, line, row * _scratch.RowLength + block * Lanes, reduced[row]);
        }
    }

    private static string Letter(int block) => ((char)('a' + block)).ToString();

    private TileRow RowOf(Code code, Part part, IReadOnlyList<Slice> slices, int slice, Index source)
    {
        Index position = slices[slice].Position + (_nest.LanesAreChannels ? source : source * Width);
        return new TileRow(
            part.Input,
            slices[slice].Offset + source * Width,
            0,
            slices[slice].Masks,
            _scratch.HasPositions ? code.Define($"position{slice}", new SplatColumn(position), RegisterKind.Column) : null);
    }

    private static Positions PositionsOf(TileRow row) => row.Splat is { } splat ? new Positions(0, 0, splat) : Positions.None;

    private void Store(Code code, Place line, Index column, Register value) => code.Add(_scratch.HasPositions
        ? new StoreScratch(line, column, value, _scratch.Columns)
        : new Store(line, column, value, null));

    private Operation Load(TileRow row, Index column) => _scratch.HasPositions
        ? new LoadScratch(row.Place, row.Offset + column, _scratch.Columns)
        : new Load(row.Place, row.Offset + column, Positions.None);

    /// <summary>Reduces rows of scratch into output rows, of each of the slices.</summary>
    private void ReduceScratch(Code code, Part part, bool exact)
    {
        if (Together == 1)
        {
            ReduceSlice(code, part, 0, exact);
            return;
        }

        code.For("slice", 0, Together, 1, (inner, slice) => ReduceSlice(inner, part, slice, exact));
    }

    /// <param name="exact">Whether joins have to keep NaN. What is made so seldom has no tiles of its own at the ends of the plane.</param>
    private void ReduceSlice(Code code, Part part, Index slice, bool exact)
    {
        int size = _tile.OutputRows;
        Index last = part.Bottom - size;
        if (exact || _scratch.Ends is not { } ends)
        {
            ReduceTiles(part.Top, part.Bottom);
            return;
        }

        Condition beginsPlane = part.Top <= 0;
        Condition endsPlane = part.Bottom >= _nest.Rows.Shape.Output;
        ReduceEnd(beginsPlane, "The plane's first tile, without rows above the plane.", part.Top, ends.First);
        Index begin = code.Let("tilesBegin", Index.Select(beginsPlane, part.Top + size, part.Top));
        ReduceTiles(begin, code.Let("tilesEnd", Index.Select(endsPlane, last, part.Bottom)));
        ReduceEnd(endsPlane & begin < part.Bottom, "The plane's last tile, without rows below the plane.", last, ends.Last);

        void ReduceEnd(Condition isThere, string remark, Index y, ReductionTree tree)
        {
            if (isThere is not ConstantCondition { Value: false })
            {
                code.Scope(isThere, tile =>
                {
                    tile.Remark(remark);
                    ReduceTile(tile, part, slice, y, tree, exact);
                });
            }
        }

        void ReduceTiles(Index from, Index to) => code.For("nextY", from, to, size, (tile, nextY) =>
            ReduceTile(tile, part, slice, tile.Let("y", Index.Min(nextY, last)), _tile.Rows!, exact));
    }

    /// <summary>Reduces rows of scratch into the output rows of a tile, block by block.</summary>
    private void ReduceTile(Code code, Part part, Index slice, Index y, ReductionTree tree, bool exact)
    {
        Place lines = code.Let("lines", Place.Scratch, (y - part.Top) * (Rows.Stride * _scratch.RowLength) + slice * _scratch.Length);
        TileRows rows = new(tree.Inputs, 1, Enumerable.Range(0, tree.Inputs)
            .ToDictionary(static row => row, row => new TileRow(lines, row * _scratch.RowLength, 0, [])), TileRows.NoMasks);
        Index offset = part.Slices.Outputs[0].Offset + slice * _nest.OutputStep(0);
        List<OutputRow> outputs = [OutputRow.At(code, 0, part.Output, offset + y * OutputWidth)];
        for (int row = 1; row < _tile.OutputRows; row++)
        {
            outputs.Add(outputs[row - 1].Next(code, row));
        }

        code.For("nextX", part.Left, part.Right, Lanes, (block, nextX) =>
        {
            Index last = Index.Min(nextX, part.Right - Lanes);
            Index x = block.Let("x", FillsVector ? last : Index.Max(last, part.Left));
            Index i = block.Let("i", x - part.Left + Margin);
            // What lies in the scratch has been transformed.
            TileReduction reduction = new(
                block, tree, rows, row => Load(row, i), "", exact, _plan.Arithmetic with { Transform = TapTransform.None });
            Register[] results = [.. tree.Outputs.Select((output, row) =>
                block.DefineFinished($"result{row}", block.Define($"v{row}", reduction.Result(output)), _plan.Arithmetic))];
            block.If(
                new ConstantCondition(FillsVector) | OutputWidth >= Lanes,
                all => OutputRow.Store(all, outputs, x, null, results, [], _nest),
                some => OutputRow.Store(some, outputs, x, OutputWidth, results, [], _nest));
        });
    }

    /// <summary>Some columns of some rows of a plane's outputs, as many as the scratch holds.</summary>
    /// <param name="Input">The plane.</param>
    /// <param name="Start">Where in the tensor it begins.</param>
    /// <param name="Output">Its outputs.</param>
    /// <param name="Slices">The slices of the windows.</param>
    /// <param name="Left">The first output column.</param>
    /// <param name="Right">The column behind the last one.</param>
    /// <param name="Top">The first output row.</param>
    /// <param name="Bottom">The row behind the last one.</param>
    /// <param name="Begin">The output column of the first lane of the scratch; those before <paramref name="Left"/> are incomplete.</param>
    /// <param name="Columns">Elements of a row of the scratch that are made.</param>
    /// <param name="Column">The input column that they begin with.</param>
    /// <param name="IsNew">Whether what lies in the scratch is not that of the same part of another plane.</param>
    private sealed record Part(
        Place Input, Index Start, OutputRow Output, Slices Slices, Index Left, Index Right, Index Top, Index Bottom, Index Begin, Index Columns, Index Column, Condition IsNew);

    /// <summary>The rows of scratch that a part needs.</summary>
    /// <param name="First">The input row that the first of them is made of; negative where it lies above the plane.</param>
    /// <param name="Begin">The first one whose input row lies in the plane.</param>
    /// <param name="End">The one behind the last of these.</param>
    /// <param name="Count">How many there are.</param>
    private sealed record PartRows(Index First, Index Begin, Index End, Index Count);
}
