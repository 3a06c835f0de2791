using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// A block: one vector of neighbouring outputs in each row of a tile. Rows are reduced first, into a vector per phase
/// of the stride; then the columns of each row, with lanes carried over from the block before.
/// </summary>
/// <param name="reads">What may be read.</param>
/// <param name="seen">If given, the sum of all that is read; joins need not keep NaN then, for the sum does.</param>
internal sealed class BlockLowering(WindowPlan plan, int lanes, TensorShape shape, Reads reads, Register? seen = null)
{
    private readonly int _stride = plan.ColumnAxis.Stride;
    private readonly bool _exact = plan.Reduction.PropagatesNaN && seen is null;

    /// <summary>The reduced rows of the block: per output row one register per phase of the stride.</summary>
    private Register[][] _reduced = [];

    /// <summary>Reduces the rows of one block into <see cref="_reduced"/>.</summary>
    /// <param name="masked">Whether columns outside the row must not even be read.</param>
    public delegate void RowReduction(Code code, Index column, bool masked);

    /// <summary>Elements that a block may read before the first column of a row.</summary>
    public static int MostBefore(WindowPlan plan) => Math.Max(0, -(plan.FirstOutput * plan.ColumnAxis.Stride + plan.ColumnOffset));

    /// <summary>Elements that a block may read behind the last column of a row.</summary>
    public static int MostBehind(WindowPlan plan, int lanes) => plan.ColumnAxis.Stride * lanes + plan.ColumnAxis.PadEnd;

    /// <summary>All blocks of the output rows <paramref name="outputs"/>.</summary>
    /// <param name="average">Divides the sums, if the mode does.</param>
    public void LowerRow(Code code, IReadOnlyList<Place> outputs, RowReduction reduceRows, AverageLowering? average)
    {
        ColumnLowering columns = new(plan, lanes, outputs.Count, _exact);
        columns.DeclareCarried(code);
        Index lastBlock = plan.Carries ? 0 : code.Let("lastBlock", Index.Max(shape.Axes[1].Output - lanes, 0));
        code.For(plan.Carries ? "x" : "next", plan.FirstOutput, shape.Axes[1].Output, lanes, (block, next) =>
        {
            // Blocks that need nothing of each other may overlap, so the last one ends with the row.
            Index x = plan.Carries ? next : block.Let("x", Index.Min(next, lastBlock));
            Index column = block.Let("column", x * _stride + plan.ColumnOffset);
            Condition full = reads == Reads.Careful ? new ConstantCondition(false) : block.Let("full", IsFull(x, column));
            _reduced = NameReduced(outputs.Count);
            if (reads == Reads.Checked)
            {
                DeclareReduced(block);
            }

            average?.Declare(block);
            RemarkRows(block, outputs.Count);
            Condition plain = reads == Reads.Checked ? full : new ConstantCondition(reads == Reads.Surrounded);
            block.If(plain, then => reduceRows(then, column, false), otherwise => reduceRows(otherwise, column, true));
            MaskOutside(block, column);
            block.If(full, then => average?.AssignFull(then), otherwise => average?.AssignEdge(otherwise, x));
            IReadOnlyList<Register> results = columns.Reduce(block, _reduced);
            results = average?.Scale(block, results) ?? results;
            block.Remark(reads == Reads.Careful
                ? "Those of the outputs that the rows have."
                : "The outputs from x on; at the ends of the rows, those that they have.");
            block.If(
                full,
                then => StoreAll(then, outputs, x, results),
                otherwise => otherwise.Add(new StoreEdge(outputs[0], x, shape.Axes[1].Output, results)));
            columns.Carry(block);
        });
    }

    private void RemarkRows(Code code, int outputRows)
    {
        string rows = outputRows == 1 ? "v0: the rows of the window" : $"v0 to v{outputRows - 1}: for each output row, the rows of its windows";
        string vectors = _stride == 1 ? "" : $"; {string.Join(", ", Enumerable.Range(0, _stride).Select(Suffix))} lie side by side";
        code.Remark($"{rows} joined, column by column ({lanes} columns to a vector{vectors}).");
    }

    /// <summary>Reduces the rows of a tile, sharing what its output rows have in common.</summary>
    public void ReduceTile(Code code, ReductionTree tree, IReadOnlyDictionary<int, TileRow> rows, Index column, bool masked)
    {
        for (int vector = 0; vector < _stride; vector++)
        {
            TileReduction reduction = new(code, tree, row => LoadAt(rows[row].Place, column + vector * lanes, masked), row => rows[row].Inside, Suffix(vector), _exact);
            for (int output = 0; output < tree.Outputs.Count; output++)
            {
                SetReduced(code, _reduced[output][vector], reduction.Result(tree.Outputs[output]));
            }

            See(code, reduction.Loaded, Suffix(vector));
        }
    }

    /// <summary>Reduces the rows from <paramref name="begin"/> to <paramref name="end"/> in a loop.</summary>
    public void ReduceRows(Code code, Place plane, Index begin, Index end, Index column, bool masked)
    {
        if (plan.RowAxis.Size <= plan.ChunkLength || plan.Reduction.Idempotent)
        {
            ReduceChain(code, _reduced[0], plane, begin, end, column, masked);
            return;
        }

        for (int vector = 0; vector < _stride; vector++)
        {
            SetReduced(code, _reduced[0][vector], new Splat(plan.Reduction.Identity));
        }

        code.For("chunk", begin, end, plan.ChunkLength, (inner, chunk) =>
        {
            Register[] partial = [.. Enumerable.Range(0, _stride).Select(vector => new Register($"partial{Suffix(vector)}"))];
            ReduceChain(inner, partial, plane, chunk, Index.Min(chunk + plan.ChunkLength, end), column, masked);
            for (int vector = 0; vector < _stride; vector++)
            {
                inner.Add(new Assign(_reduced[0][vector], new Combine(_reduced[0][vector], partial[vector], _exact)));
            }
        });
    }

    private void ReduceChain(Code code, Register[] results, Place plane, Index begin, Index end, Index column, bool masked)
    {
        Place first = code.Let("in0", plane, begin * shape.Axes[1].Input);
        for (int vector = 0; vector < _stride; vector++)
        {
            SetReduced(code, results[vector], LoadAt(first, column + vector * lanes, masked));
        }

        code.For("row", begin + 1, end, 1, (inner, row) =>
        {
            Place next = inner.Let("in1", plane, row * shape.Axes[1].Input);
            for (int vector = 0; vector < _stride; vector++)
            {
                Register tap = inner.Define($"r{Suffix(vector)}", LoadAt(next, column + vector * lanes, masked));
                inner.Add(new Assign(results[vector], new Combine(results[vector], tap, _exact)));
            }
        });
    }

    /// <summary>Adds what was read to <see cref="seen"/>, by two short chains of additions.</summary>
    private void See(Code code, List<Register> loaded, string suffix)
    {
        if (seen is null)
        {
            return;
        }

        Register[] sums = [.. loaded.Take(2)];
        for (int row = 2; row < loaded.Count; row++)
        {
            sums[row & 1] = code.Define($"sum{row}{suffix}", new Add(sums[row & 1], loaded[row]));
        }

        Register sum = sums.Length == 1 ? sums[0] : code.Define($"sum{suffix}", new Add(sums[0], sums[1]));
        code.Add(new Assign(seen, new Add(seen, sum)));
    }

    private Operation LoadAt(Place row, Index column, bool masked) =>
        masked ? new LoadEdge(row, column, shape.Axes[1].Input) : new Load(row, column);

    /// <summary>What was read beyond the ends of the rows belongs to other rows: it becomes the identity. What was read with
    /// care is so already, and without padding no output that is stored depends on it.</summary>
    private void MaskOutside(Code code, Index column)
    {
        if (reads == Reads.Careful || lanes == 1 || plan.ColumnAxis is { PadBegin: 0, PadEnd: 0 })
        {
            return;
        }

        Condition beyond = column + _stride * lanes > shape.Axes[1].Input;
        code.If(MostBefore(plan) > 0 ? column < 0 | beyond : beyond, mask =>
        {
            for (int vector = 0; vector < _stride; vector++)
            {
                Register inside = mask.Define($"inside{Suffix(vector)}", new Inside(column + vector * lanes, shape.Axes[1].Input));
                foreach (Register[] row in _reduced)
                {
                    mask.Add(new Assign(row[vector], new SelectInside(inside, row[vector])));
                }
            }
        });
    }

    /// <summary>Whether all columns that the block reads, and all outputs that it makes, exist.</summary>
    private Condition IsFull(Index x, Index column)
    {
        // In terms of x: no column before the row, no output before the first, and with it no tap in the begin padding.
        int firstFull = (plan.ColumnAxis.PadBegin + _stride - 1) / _stride;
        Condition begins = plan.FirstOutput >= firstFull ? new ConstantCondition(true) : x >= firstFull;
        return begins & (column + _stride * lanes <= shape.Axes[1].Input);
    }

    private Register[][] NameReduced(int outputRows) =>
        [.. Enumerable.Range(0, outputRows).Select(row => Enumerable.Range(0, _stride)
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
    private string Suffix(int vector) => _stride == 1 ? "" : ((char)('a' + vector)).ToString();

    private static void StoreAll(Code code, IReadOnlyList<Place> rows, Index column, IReadOnlyList<Register> values)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            code.Add(new Store(rows[row], column, values[row]));
        }
    }
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
