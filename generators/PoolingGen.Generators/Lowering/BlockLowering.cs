using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// A block: one vector of neighbouring outputs in each row of a tile. Rows are reduced first, into a vector per phase
/// of the stride; then the columns of each row, with lanes carried over from the block before.
/// </summary>
/// <param name="abreast">Output rows whose columns take every step before the next one.</param>
/// <param name="reads">What may be read.</param>
/// <param name="last">If the last block is made apart from the others, what it needs.</param>
/// <param name="seen">If given, watches what is read; joins need not keep NaN then.</param>
/// <param name="isLong">Whether rows have more outputs than a block, and their last block is made as all others are.</param>
/// <param name="isHalf">Whether it is the last block of a row, made with vectors half as wide as those before it.</param>
/// <param name="pairing">If two rows, of a single vector each, are to lie side by side: the places of their even and odd columns.</param>
internal sealed class BlockLowering(
    WindowPlan plan,
    int lanes,
    int abreast,
    LoopNest nest,
    Reads reads,
    LastBlock? last = null,
    Register? seen = null,
    bool isLong = false,
    bool isHalf = false,
    IReadOnlyList<Register>? pairing = null)
{
    private readonly int _stride = plan.ColumnAxis.Stride;

    /// <summary>Vectors of neighbouring columns that a block of a row takes.</summary>
    private readonly int _vectors = pairing is not null ? 1 : plan.ColumnAxis.Stride;
    private readonly bool _exact = plan.Arithmetic.Join != NaNJoin.Plain && seen is null;

    /// <summary>
    /// Whether columns are added to positions after the rows are joined: until then all lanes have that of their row, which
    /// does not change from block to block.
    /// </summary>
    private readonly bool _movesPositions = plan.Ordered && !nest.LanesAreChannels && lanes > 1;

    /// <summary>The reduced rows of the block: per output row one register per phase of the stride.</summary>
    private Register[][] _reduced = [];

    /// <summary>Reduces the rows of one block into <see cref="_reduced"/>.</summary>
    /// <param name="masked">Whether columns outside the row must not even be read.</param>
    public delegate void RowReduction(Code code, Index column, bool masked);

    /// <summary>Elements that a block may read before the first column of a row.</summary>
    public static int MostBefore(WindowPlan plan, TilePlan tile) => tile.Centred ? 0 : MostBefore(plan);

    private static int MostBefore(WindowPlan plan) => Math.Max(0, plan.ColumnAxis.PadBegin - plan.FirstOutput * plan.ColumnAxis.Stride - plan.ColumnOffset);

    /// <summary>
    /// Elements that a block may read behind the last column of a row. Where rows have more outputs than a block and the last
    /// block is moved back to end with them, that is no more than the stride leaves behind the last window.
    /// </summary>
    public static int MostBehind(WindowPlan plan, TilePlan tile)
    {
        PlanAxis columns = plan.ColumnAxis;
        bool endsWithRow = !plan.Carries && !tile.SingleBlock && !tile.TakesAnyLength;
        return columns.PadEnd + (endsWithRow ? columns.Stride - (int)columns.EffectiveSize : tile.InPairs ? tile.Lanes : columns.Stride * tile.Lanes);
    }

    /// <summary>All blocks of the output rows <paramref name="outputs"/>.</summary>
    /// <param name="reduction">How a block's rows are reduced.</param>
    /// <param name="average">Divides the sums, if the mode does.</param>
    public void LowerRow(Code code, IReadOnlyList<OutputRow> outputs, Func<BlockLowering, RowReduction> reduction, AverageLowering? average)
    {
        RowReduction reduceRows = reduction(this);
        ColumnLowering columns = new(plan, lanes, outputs.Count, abreast, _exact, last?.Lag ?? 0, last is { ReadsAhead: true } ? lanes + plan.FirstOutput : 0, pairing);
        columns.DeclareCarried(code);
        if (last is { ReadsAhead: true })
        {
            LowerReadAhead(code, columns, outputs, reduceRows, average);
            return;
        }

        if (last is { Only: true })
        {
            LowerLast(code, columns, outputs, reduceRows, average);
            return;
        }

        if (last is not null)
        {
            int next = plan.FirstOutput;
            if (last.FirstApart)
            {
                code.Remark("The first block of the rows.");
                code.Scope(first => LowerBlockBeforeLast(first, plan.FirstOutput, new ConstantCondition(false)));
                next += lanes;
            }

            code.For("x", next, last.X, lanes, (block, x) => LowerBlockBeforeLast(block, x, next >= 0 ? new ConstantCondition(true) : x >= 0));
            code.Remark("The last block of the rows.");
            code.Either(
                last.IsHalf,
                few => few.Halved(half => LowerHalfLast(half, columns, outputs, reduction, average)),
                many => LowerLast(many, columns, outputs, reduceRows, average));
            return;
        }

        Condition? stored = isLong && !plan.Carries ? new ConstantCondition(true) : null;
        Index lastBlock = plan.Carries ? 0 : code.Let("lastBlock", Index.Max(nest.Columns.Shape.Output - lanes, 0));
        code.For(plan.Carries ? "x" : "next", plan.FirstOutput, nest.Columns.Shape.Output, lanes, (block, next) =>
        {
            // Blocks that need nothing of each other may overlap, so the last one ends with the row.
            Index x = plan.Carries ? next : block.Let("x", Index.Min(next, lastBlock));
            LowerBlock(block, columns, outputs, x, column => reads == Reads.Careful ? new ConstantCondition(false) : IsFull(x, column), stored, reduceRows, average);
            columns.Carry(block);
        });

        void LowerBlockBeforeLast(Code block, Index x, Condition hasOutputs)
        {
            LowerBlock(block, columns, outputs, x, IsFullBeforeLast(x), hasOutputs, reduceRows, average);
            columns.Carry(block);
        }
    }

    /// <summary>All blocks, each read before the outputs of the block before it are made.</summary>
    private void LowerReadAhead(Code code, ColumnLowering columns, IReadOnlyList<OutputRow> outputs, RowReduction reduceRows, AverageLowering? average)
    {
        bool fillsBlocks = nest.Columns.Shape.Input is ConstantIndex width && width.Value % lanes == 0;
        code.Remark("The first columns of the rows.");
        code.Scope(first =>
        {
            ReduceBlock(first, 0, new ConstantCondition(false), outputs.Count, reduceRows);
            columns.Begin(first, _reduced);
            columns.Carry(first);
        });
        code.For("x", 0, last!.X, lanes, (block, x) =>
        {
            Index column = block.Let("column", x + lanes);
            ReduceBlock(block, column, new ConstantCondition(false), outputs.Count, reduceRows);
            if (!fillsBlocks)
            {
                MaskOutside(block, column);
            }

            IReadOnlyList<Register> sums = columns.Reduce(block, _reduced);
            if (average is not null)
            {
                AssignScales(block, x, block.Let("full", IsFullBeforeLast(x)(x - plan.FirstOutput)), average);
            }

            Store(block, outputs, x, sums, average, new ConstantCondition(true));
            columns.Carry(block);
        });
        code.Remark("The last outputs of the rows: behind them lies padding.");
        code.Scope(end =>
        {
            IReadOnlyList<Register> sums = columns.End(end);
            average?.UseLast(end, isHalf);
            Store(end, outputs, last.X, sums, average, IsWhole(last.X));
        });
    }

    /// <summary>The last block, made with vectors half as wide.</summary>
    /// <param name="wholes">Carries what the blocks before it hand on.</param>
    private void LowerHalfLast(Code code, ColumnLowering wholes, IReadOnlyList<OutputRow> outputs, Func<BlockLowering, RowReduction> reduction, AverageLowering? average)
    {
        ColumnLowering columns = new(plan, lanes / 2, outputs.Count, abreast, _exact);
        columns.TakeCarried(code, wholes);
        BlockLowering half = new(plan, lanes / 2, abreast, nest, reads, last!.Halve(code), seen, isHalf: true);
        half.LowerLast(code, columns, outputs, reduction(half), average);
    }

    private void LowerLast(Code code, ColumnLowering columns, IReadOnlyList<OutputRow> outputs, RowReduction reduceRows, AverageLowering? average)
    {
        ReduceBlock(code, last!.Column, new ConstantCondition(false), outputs.Count * _stride / _vectors, reduceRows);
        if (MasksColumns)
        {
            Mask(code, last.Inside);
        }

        IReadOnlyList<Register> sums = columns.Reduce(code, _reduced);
        average?.UseLast(code, isHalf);
        Store(code, outputs, last.X, sums, average, last.Only ? IsWhole(last.X) : new ConstantCondition(!plan.Carries));
    }

    /// <summary>A block that is not made apart from the others.</summary>
    /// <param name="x">The output of its first lane.</param>
    /// <param name="isFull">Tells by the block's first column whether all that it reads and makes exists.</param>
    /// <param name="hasOutputs">Whether all that it makes exists, if that is another question.</param>
    private void LowerBlock(
        Code code,
        ColumnLowering columns,
        IReadOnlyList<OutputRow> outputs,
        Index x,
        Func<Index, Condition> isFull,
        Condition? hasOutputs,
        RowReduction reduceRows,
        AverageLowering? average)
    {
        Index column = code.Let("column", x * _stride + (plan.ColumnOffset - nest.Columns.Shape.PadBegin));
        Condition full = code.Let("full", isFull(column));
        ReduceBlock(code, column, full, outputs.Count, reduceRows);
        MaskOutside(code, column);
        IReadOnlyList<Register> sums = columns.Reduce(code, _reduced);
        if (average is not null)
        {
            AssignScales(code, x, full, average);
        }

        Store(code, outputs, x, sums, average, hasOutputs ?? full);
    }

    /// <summary>The scales of a block that is not made apart from the others.</summary>
    private void AssignScales(Code code, Index x, Condition full, AverageLowering average)
    {
        average.Declare(code);
        code.If(full, average.AssignFull, otherwise =>
        {
            if (last is not null && OnlyFirstIsPartial(plan, lanes))
            {
                average.AssignFirst(otherwise);
            }
            else
            {
                average.AssignEdge(otherwise, x);
            }
        });
    }

    /// <summary>Reduces the rows of a block.</summary>
    /// <param name="full">Whether it lies inside the row.</param>
    private void ReduceBlock(Code code, Index column, Condition full, int outputRows, RowReduction reduceRows)
    {
        _reduced = NameReduced(outputRows);
        if (reads == Reads.Checked)
        {
            DeclareReduced(code);
        }

        RemarkRows(code, outputRows);
        Condition plain = reads == Reads.Checked ? full : new ConstantCondition(reads == Reads.Surrounded);
        code.If(plain, then => reduceRows(then, column, false), otherwise => reduceRows(otherwise, column, true));
        if (_movesPositions)
        {
            MovePositions(code, column);
        }
    }

    private void MovePositions(Code code, Index column)
    {
        for (int vector = 0; vector < _vectors; vector++)
        {
            Register columns = code.Define($"columns{Suffix(vector)}", new Columns(column + vector * lanes, 1), RegisterKind.Column);
            foreach (Register[] row in _reduced)
            {
                code.Add(new Assign(row[vector], new MovePositions(row[vector], columns)));
            }
        }
    }

    /// <summary>Makes results of what the columns were joined to, and writes them.</summary>
    /// <param name="all">Whether the rows have all outputs of the block.</param>
    private void Store(Code code, IReadOnlyList<OutputRow> outputs, Index x, IReadOnlyList<Register> joined, AverageLowering? average, Condition all)
    {
        IReadOnlyList<Register> results = average?.Scale(code, joined)
            ?? [.. joined.Select((value, row) => code.DefineFinished($"result{row}", value, plan.Arithmetic))];
        IReadOnlyList<Register> divisors = average?.Divisors ?? [];
        code.Remark(all switch
        {
            ConstantCondition { Value: true } => "All outputs of the block.",
            ConstantCondition => "Those of the outputs that the rows have.",
            _ => "The outputs from x on; at the ends of the rows, those that they have.",
        });
        code.If(
            all,
            then => OutputRow.Store(then, outputs, x, null, results, divisors, nest),
            otherwise => OutputRow.Store(otherwise, outputs, x, nest.Columns.Shape.Output * (_stride / _vectors), results, divisors, nest));
    }

    private void RemarkRows(Code code, int outputRows)
    {
        string rows = outputRows == 1 ? "v0: the rows of the window" : $"v0 to v{outputRows - 1}: for each output row, the rows of its windows";
        string vectors = _vectors == 1 ? "" : $"; {string.Join(", ", Enumerable.Range(0, _vectors).Select(Suffix))} lie side by side";
        code.Remark($"{rows} joined, column by column ({lanes} columns to a vector{vectors}).");
    }

    /// <summary>Reduces the rows of a tile, sharing what its output rows have in common.</summary>
    public void ReduceTile(Code code, ReductionTree tree, TileRows rows, Index column, bool masked)
    {
        // A masked load counts columns from the first of the row.
        rows = masked ? rows.Place(code) : rows.From(code, column);
        rows = isHalf ? rows.Halve(code) : rows;
        for (int vector = 0; vector < _vectors; vector++)
        {
            NaNWatch? watch = seen is not null ? new(code, seen, Suffix(vector), isHalf) : null;
            TileReduction reduction = new(code, tree, rows, row => LoadAt(row, column + vector * lanes, row.Offset + vector * lanes, masked), Suffix(vector), _exact, plan.Arithmetic, watch);
            for (int output = 0; output < tree.Outputs.Count; output++)
            {
                SetReduced(code, _reduced[output][vector], reduction.Result(tree.Outputs[output]));
            }

            watch?.End();
        }
    }

    /// <summary>Reduces the rows of <paramref name="range"/> in a loop; <paramref name="rowAt"/> gives a row of all slices.</summary>
    public void ReduceRows(Code code, TapRange range, Func<Code, string, Index, IReadOnlyList<TileRow>> rowAt, Index column, bool masked)
    {
        if (plan.RowAxis.Size <= plan.ChunkLength || !plan.Arithmetic.OrderMatters)
        {
            ReduceChain(code, _reduced[0], range, rowAt, column, masked);
            return;
        }

        for (int vector = 0; vector < _vectors; vector++)
        {
            SetReduced(code, _reduced[0][vector], new Identity());
        }

        code.For("chunk", range.Begin, range.End, plan.ChunkLength * range.Step, (inner, chunk) =>
        {
            Register[] partial = [.. Enumerable.Range(0, _vectors).Select(vector => new Register($"partial{Suffix(vector)}"))];
            TapRange part = range with { Begin = chunk, End = Index.Min(chunk + plan.ChunkLength * range.Step, range.End), MayBeEmpty = false };
            ReduceChain(inner, partial, part, rowAt, column, masked);
            for (int vector = 0; vector < _vectors; vector++)
            {
                inner.Add(new Assign(_reduced[0][vector], new Combine(_reduced[0][vector], partial[vector], _exact)));
            }
        });
    }

    private void ReduceChain(Code code, Register[] results, TapRange range, Func<Code, string, Index, IReadOnlyList<TileRow>> rowAt, Index column, bool masked)
    {
        if (plan.SumsSlicesLast)
        {
            ReduceSliceBySlice(code, results, range, rowAt, column, masked);
            return;
        }

        Index next = range.Begin;
        if (range.MayBeEmpty)
        {
            foreach (Register result in results)
            {
                SetReduced(code, result, new Identity());
            }
        }
        else
        {
            IReadOnlyList<TileRow> first = rowAt(code, "in0", range.Begin);
            for (int vector = 0; vector < _vectors; vector++)
            {
                SetReduced(code, results[vector], ReduceSlices(code, $"r0{Suffix(vector)}", first, column + vector * lanes, masked));
            }

            next = range.Begin + range.Step;
        }

        code.For("row", next, range.End, range.Step, (inner, row) =>
        {
            IReadOnlyList<TileRow> rows = rowAt(inner, "in1", row);
            for (int vector = 0; vector < _vectors; vector++)
            {
                string name = $"r{Suffix(vector)}";
                Operation tap = ReduceSlices(inner, name, rows, column + vector * lanes, masked);
                Register value = tap is Copy copy ? copy.Source : inner.Define(name, tap);
                inner.Add(new Assign(results[vector], new Combine(results[vector], value, _exact, plan.Ordered && rows.Count == 1)));
            }
        });
    }

    /// <summary>Likewise each slice for itself, then the slices.</summary>
    private void ReduceSliceBySlice(
        Code code, Register[] results, TapRange range, Func<Code, string, Index, IReadOnlyList<TileRow>> rowAt, Index column, bool masked)
    {
        Register[][] sums = [.. Enumerable.Range(0, _vectors).Select(vector => Enumerable.Range(0, (int)plan.Geometry.SliceTaps)
            .Select(slice => code.Declare($"sum{Suffix(vector)}s{slice}", new Identity())).ToArray())];
        code.For("row", range.Begin, range.End, range.Step, (inner, row) =>
        {
            IReadOnlyList<TileRow> rows = rowAt(inner, "in0", row);
            for (int vector = 0; vector < _vectors; vector++)
            {
                for (int slice = 0; slice < rows.Count; slice++)
                {
                    Register value = ReadRow(inner, $"r{Suffix(vector)}s{slice}", rows[slice], column + vector * lanes, masked);
                    inner.Add(new Assign(sums[vector][slice], new Combine(sums[vector][slice], value, _exact)));
                }
            }
        });
        for (int vector = 0; vector < _vectors; vector++)
        {
            Register joined = sums[vector][0];
            for (int slice = 1; slice < sums[vector].Length - 1; slice++)
            {
                joined = code.Define($"sum{Suffix(vector)}s0to{slice}", new Combine(joined, sums[vector][slice], _exact));
            }

            SetReduced(code, results[vector], new Combine(joined, sums[vector][sums[vector].Length - 1], _exact));
        }
    }

    /// <summary>The operation that makes a row of all its slices, what it needs emitted before it.</summary>
    private Operation ReduceSlices(Code code, string name, IReadOnlyList<TileRow> slices, Index column, bool masked)
    {
        if (slices.Count == 1 && slices[0].Masks.Count == 0 && plan.Arithmetic.Transform == TapTransform.None)
        {
            return LoadAt(slices[0], column, slices[0].Offset + column, masked);
        }

        Register? joined = null;
        for (int slice = 0; slice < slices.Count; slice++)
        {
            Register value = ReadRow(code, $"{name}s{slice}", slices[slice], column, masked);
            if (slice == slices.Count - 1 && joined is not null)
            {
                return new Combine(joined, value, _exact, plan.Ordered);
            }

            joined = joined is null ? value : code.Define($"{name}s0to{slice}", new Combine(joined, value, _exact, plan.Ordered));
        }

        return new Copy(joined!);
    }

    /// <summary>What a row of a slice takes part with.</summary>
    private Register ReadRow(Code code, string name, TileRow row, Index column, bool masked) =>
        row.Mask(code, code.DefineTap(name, LoadAt(row, column, row.Offset + column, masked), plan.Arithmetic));

    /// <summary>Reads a row.</summary>
    /// <param name="column">The column of the first lane.</param>
    /// <param name="distance">Where that lies from the row's place on.</param>
    private Operation LoadAt(TileRow row, Index column, Index distance, bool masked)
    {
        Positions positions = plan.Arithmetic.Form != LaneForm.Indexed ? Positions.None
            : nest.LanesAreChannels || _movesPositions ? new Positions(row.Position, 0, row.Splat)
            : new Positions(row.Position + column, 1);
        return masked ? new LoadEdge(row.Place, column, nest.Columns.Shape.Input, positions) : new Load(row.Place, distance, positions);
    }

    /// <summary>Whether lanes outside the rows are not the identity yet: their values, or their positions.</summary>
    private bool MasksColumns => reads != Reads.Careful || _movesPositions;

    /// <summary>What was read beyond the ends of the rows belongs to other rows: it becomes the identity. What was read with
    /// care is so already, but for positions, and without padding no output that is stored depends on it.</summary>
    private void MaskOutside(Code code, Index column)
    {
        if (!MasksColumns || lanes == 1 || !plan.ColumnAxis.Overhangs)
        {
            return;
        }

        Condition before = MostBefore(plan) > 0 ? column < 0 : new ConstantCondition(false);
        Condition beyond = last is { ReadsAhead: false } && plan.EndsBeforeLast ? new ConstantCondition(false) : column + _stride * lanes > nest.Columns.Shape.Input;
        code.If(before | beyond, mask => Mask(mask, last is { ReadsAhead: true, Inside.Count: > 0 } ? last.Inside : LastBlock.DefineInside(mask, plan, lanes, nest, column, "inside")));
    }

    /// <param name="inside">For each vector of the stride, which of its lanes stay; none if all do.</param>
    private void Mask(Code code, IReadOnlyList<Register> inside)
    {
        for (int vector = 0; vector < inside.Count; vector++)
        {
            foreach (Register[] row in _reduced)
            {
                code.Add(new Assign(row[vector], new SelectInside(inside[vector], row[vector])));
            }
        }
    }

    /// <summary>Whether of the blocks before the last none but the first has windows with taps outside the row.</summary>
    public static bool OnlyFirstIsPartial(WindowPlan plan, int lanes) => plan.EndsBeforeLast && FirstFull(plan) - plan.FirstOutput <= lanes;

    /// <summary>The first output whose window has no tap in the begin padding.</summary>
    private static int FirstFull(WindowPlan plan) => (plan.ColumnAxis.PadBegin + plan.ColumnAxis.Stride - 1) / plan.ColumnAxis.Stride;

    private Func<Index, Condition> IsFullBeforeLast(Index x) => column => plan.EndsBeforeLast ? Begins(x) : IsFull(x, column);

    /// <summary>Whether all columns that the block reads, and all outputs that it makes, exist.</summary>
    private Condition IsFull(Index x, Index column) => Begins(x) & (column + _stride * lanes <= nest.Columns.Shape.Input);

    /// <summary>In terms of x: no column before the row, no output before the first, and with it no tap in the begin padding.</summary>
    private Condition Begins(Index x) => plan.FirstOutput >= FirstFull(plan) ? new ConstantCondition(true) : x >= FirstFull(plan);

    /// <summary>
    /// Whether the rows have all outputs of their last block, as those of a multiple of a vector's lanes do: without a mask, 3x3 at
    /// stride 1 took 1 to 5 % less time, with AVX2 3 to 20 %.
    /// </summary>
    private Condition IsWhole(Index x) =>
        reads != Reads.Surrounded || pairing is not null || x is ConstantIndex { Value: < 0 } ? new ConstantCondition(false) : nest.Columns.Shape.Output >= x + lanes;

    private Register[][] NameReduced(int outputRows) =>
        [.. Enumerable.Range(0, outputRows).Select(row => Enumerable.Range(0, _vectors)
            .Select(vector => new Register($"v{row}{Suffix(vector)}")).ToArray())];

    private void DeclareReduced(Code code)
    {
        foreach (Register register in _reduced.SelectMany(row => row))
        {
            code.Declare(register.Name);
        }
    }

    /// <summary>Gives a reduced vector its first value, in one of two branches or where it is declared.</summary>
    private void SetReduced(Code code, Register register, Operation value) =>
        code.Add(reads == Reads.Checked && _reduced.Any(row => row.Contains(register)) ? new Assign(register, value) : new Declare(register, value));

    /// <summary>Names the vectors of a row apart where the stride needs more than one.</summary>
    public static string Suffix(WindowPlan plan, int vector) => plan.ColumnAxis.Stride == 1 ? "" : ((char)('a' + vector)).ToString();

    private string Suffix(int vector) => _vectors == 1 ? "" : Suffix(plan, vector);
}

/// <summary>What the blocks of a row may read.</summary>
internal enum Reads
{
    /// <summary>Beyond the ends of the rows too: more of the tensor lies there.</summary>
    Surrounded,

    /// <summary>Nothing outside the rows; every block is read and written under a mask.</summary>
    Careful,

    /// <summary>Nothing outside the rows; blocks that lie inside them need no mask. For scalars.</summary>
    Checked,
}
