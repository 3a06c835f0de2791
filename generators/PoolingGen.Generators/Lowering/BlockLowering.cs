using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The rows of a block, one vector of neighbouring outputs in each row of a tile: reduced to a vector per phase of the stride.</summary>
/// <param name="vectors">Vectors of neighbouring columns that a block of a row takes.</param>
/// <param name="reads">What may be read.</param>
/// <param name="last">If the last block is made apart from the others, what it needs.</param>
/// <param name="seen">If given, watches what is read; joins need not keep NaN then.</param>
/// <param name="isHalf">Whether it is the last block of a row, made with vectors half as wide as those before it.</param>
internal sealed class BlockLowering(WindowPlan plan, int lanes, int vectors, LoopNest nest, Reads reads, LastBlock? last, Register? seen, bool isHalf)
{
    private readonly int _stride = plan.ColumnAxis.Stride;
    private readonly bool _exact = IsExact(plan, seen);

    /// <summary>
    /// Whether columns are added to positions after the rows are joined: until then all lanes have that of their row, which
    /// does not change from block to block.
    /// </summary>
    private readonly bool _movesPositions = plan.Ordered && !nest.LanesAreChannels && lanes > 1;

    /// <summary>The reduced rows of the block: per output row one register per phase of the stride.</summary>
    private Register[][] _reduced = [];

    /// <summary>Whether those are there before the rows are reduced.</summary>
    private bool _areDeclared;

    /// <summary>Reduces the rows of one block.</summary>
    /// <param name="masked">Whether columns outside the row must not even be read.</param>
    public delegate void RowReduction(Code code, Index column, bool masked);

    /// <summary>Whether joins keep NaN.</summary>
    public static bool IsExact(WindowPlan plan, Register? seen) => plan.Arithmetic.Join != NaNJoin.Plain && seen is null;

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

    /// <summary>Reduces the rows of a block.</summary>
    /// <param name="full">Whether it lies inside the row.</param>
    /// <param name="suffix">Tells the reduced rows from those of other blocks.</param>
    public Register[][] Reduce(Code code, Index column, Condition full, int outputRows, RowReduction reduceRows, string suffix = "")
    {
        Register[][] reduced = Name(outputRows, suffix);
        if (reads == Reads.Checked)
        {
            Declare(code, reduced);
        }

        Reduce(code, column, full, reduced, areDeclared: reads == Reads.Checked, reduceRows, suffix);
        return reduced;
    }

    /// <summary>Reduces the rows of a row's first block, in a scope of its own.</summary>
    public Register[][] ReduceFirst(Code code, Index column, int outputRows, RowReduction reduceRows)
    {
        Register[][] reduced = Name(outputRows, "");
        Declare(code, reduced);
        code.Scope(first =>
        {
            Reduce(first, column, new ConstantCondition(false), reduced, areDeclared: true, reduceRows, "");
            MaskOutside(first, column);
        });
        return reduced;
    }

    private void Reduce(Code code, Index column, Condition full, Register[][] reduced, bool areDeclared, RowReduction reduceRows, string suffix)
    {
        (_reduced, _areDeclared) = (reduced, areDeclared);
        RemarkRows(code, suffix);
        Condition plain = reads == Reads.Checked ? full : new ConstantCondition(reads == Reads.Surrounded);
        code.If(plain, then => reduceRows(then, column, false), otherwise => reduceRows(otherwise, column, true));
        if (_movesPositions)
        {
            MovePositions(code, column);
        }
    }

    /// <summary>The registers of reduced rows: for each output row one for each phase of the stride.</summary>
    private Register[][] Name(int outputRows, string suffix) =>
        [.. Enumerable.Range(0, outputRows).Select(row => Enumerable.Range(0, vectors)
            .Select(vector => new Register($"v{row}{Suffix(vector)}{suffix}")).ToArray())];

    private static void Declare(Code code, Register[][] reduced)
    {
        foreach (Register register in reduced.SelectMany(static row => row))
        {
            code.Declare(register.Name);
        }
    }

    private void MovePositions(Code code, Index column)
    {
        for (int vector = 0; vector < vectors; vector++)
        {
            Register columns = code.Define($"columns{Suffix(vector)}", new Columns(column + vector * lanes, 1), RegisterKind.Column);
            foreach (Register[] row in _reduced)
            {
                code.Add(new Assign(row[vector], new MovePositions(row[vector], columns)));
            }
        }
    }

    private void RemarkRows(Code code, string suffix)
    {
        int last = _reduced.Length - 1;
        string rows = last == 0 ? $"v0{suffix}: the rows of the window" : $"v0{suffix} to v{last}{suffix}: for each output row, the rows of its windows";
        string sideBySide = vectors == 1 ? "" : $"; {string.Join(", ", Enumerable.Range(0, vectors).Select(Suffix))} lie side by side";
        code.Remark($"{rows} joined, column by column ({lanes} columns to a vector{sideBySide}).");
    }

    /// <summary>Reduces the rows of a tile, sharing what its output rows have in common.</summary>
    public void ReduceTile(Code code, ReductionTree tree, TileRows rows, Index column, bool masked)
    {
        // A masked load counts columns from the first of the row.
        rows = masked ? rows.Place(code) : rows.From(code, column);
        rows = isHalf ? rows.Halve(code) : rows;
        for (int vector = 0; vector < vectors; vector++)
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

        for (int vector = 0; vector < vectors; vector++)
        {
            SetReduced(code, _reduced[0][vector], new Identity());
        }

        code.For("chunk", range.Begin, range.End, plan.ChunkLength * range.Step, (inner, chunk) =>
        {
            Register[] partial = [.. Enumerable.Range(0, vectors).Select(vector => new Register($"partial{Suffix(vector)}"))];
            TapRange part = range with { Begin = chunk, End = Index.Min(chunk + plan.ChunkLength * range.Step, range.End), MayBeEmpty = false };
            ReduceChain(inner, partial, part, rowAt, column, masked);
            for (int vector = 0; vector < vectors; vector++)
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
            for (int vector = 0; vector < vectors; vector++)
            {
                SetReduced(code, results[vector], ReduceSlices(code, $"r0{Suffix(vector)}", first, column + vector * lanes, masked));
            }

            next = range.Begin + range.Step;
        }

        code.For("row", next, range.End, range.Step, (inner, row) =>
        {
            IReadOnlyList<TileRow> rows = rowAt(inner, "in1", row);
            for (int vector = 0; vector < vectors; vector++)
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
        Register[][] sums = [.. Enumerable.Range(0, vectors).Select(vector => Enumerable.Range(0, (int)plan.Geometry.SliceTaps)
            .Select(slice => code.Declare($"sum{Suffix(vector)}s{slice}", new Identity())).ToArray())];
        code.For("row", range.Begin, range.End, range.Step, (inner, row) =>
        {
            IReadOnlyList<TileRow> rows = rowAt(inner, "in0", row);
            for (int vector = 0; vector < vectors; vector++)
            {
                for (int slice = 0; slice < rows.Count; slice++)
                {
                    Register value = ReadRow(inner, $"r{Suffix(vector)}s{slice}", rows[slice], column + vector * lanes, masked);
                    inner.Add(new Assign(sums[vector][slice], new Combine(sums[vector][slice], value, _exact)));
                }
            }
        });
        for (int vector = 0; vector < vectors; vector++)
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
    /// <param name="mayBeLast">Whether the block may be the last one, though that is made apart from the others.</param>
    public void MaskOutside(Code code, Index column, bool mayBeLast = false)
    {
        if (!MasksColumns || lanes == 1 || !plan.ColumnAxis.Overhangs)
        {
            return;
        }

        Condition before = MostBefore(plan) > 0 ? column < 0 : new ConstantCondition(false);
        Condition beyond = last is null || mayBeLast || !plan.EndsBeforeLast ? column + _stride * lanes > nest.Columns.Shape.Input : new ConstantCondition(false);
        bool isLast = mayBeLast && (last!.ReadsAhead || plan.EndsBeforeLast) && last.Inside.Count > 0;
        code.If(before | beyond, mask => Mask(mask, isLast ? last!.Inside : LastBlock.DefineInside(mask, plan, lanes, nest, column, "inside")));
    }

    /// <summary>The same of the last block of a row.</summary>
    public void MaskLast(Code code)
    {
        if (MasksColumns)
        {
            Mask(code, last!.Inside);
        }
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

    /// <summary>Gives a reduced vector its first value, in one of two branches or where it is declared.</summary>
    private void SetReduced(Code code, Register register, Operation value) =>
        code.Add(_areDeclared && _reduced.Any(row => row.Contains(register)) ? new Assign(register, value) : new Declare(register, value));

    /// <summary>Names the vectors of a row apart where the stride needs more than one.</summary>
    public static string Suffix(WindowPlan plan, int vector) => plan.ColumnAxis.Stride == 1 ? "" : ((char)('a' + vector)).ToString();

    private string Suffix(int vector) => vectors == 1 ? "" : Suffix(plan, vector);
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
