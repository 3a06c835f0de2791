using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// The blocks of a tile's output rows, one after the other. The rows of a block are reduced first; then the columns of each row, with
/// lanes carried over from the block before.
/// </summary>
/// <param name="abreast">Output rows whose columns take every step before the next one.</param>
/// <param name="reads">What may be read.</param>
/// <param name="last">If the last block is made apart from the others, what it needs.</param>
/// <param name="seen">If given, watches what is read; joins need not keep NaN then.</param>
/// <param name="isLong">Whether rows have more outputs than a block, and their last block is made as all others are.</param>
/// <param name="isHalf">Whether it is for the last block of a row alone, made with vectors half as wide as those before it.</param>
/// <param name="pairing">If two rows, of a single vector each, are to lie side by side: the places of their even and odd columns.</param>
internal sealed class RowLowering(
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

    /// <summary>Rows whose outputs lie side by side in a vector.</summary>
    private readonly int _rowsToVector = pairing is not null ? plan.ColumnAxis.Stride : 1;
    private readonly bool _exact = BlockLowering.IsExact(plan, seen);
    private readonly BlockLowering _block = new(plan, lanes, pairing is not null ? 1 : plan.ColumnAxis.Stride, nest, reads, last, seen, isHalf);

    /// <summary>All blocks of the output rows <paramref name="outputs"/>.</summary>
    /// <param name="reduction">How a block's rows are reduced.</param>
    /// <param name="average">Divides the sums, if the mode does.</param>
    public void Lower(Code code, IReadOnlyList<OutputRow> outputs, Func<BlockLowering, BlockLowering.RowReduction> reduction, AverageLowering? average)
    {
        BlockLowering.RowReduction reduceRows = reduction(_block);
        ColumnLowering columns = new(plan, lanes, outputs.Count, abreast, _exact, last?.Lag ?? 0, last is { ReadsAhead: true } ? lanes + plan.FirstOutput : 0, pairing);
        columns.DeclareCarried(code);
        switch (last)
        {
            case null:
                LowerAlike(code, columns, outputs, reduceRows, average);
                break;
            case { Only: true }:
                LowerLast(code, columns, outputs, reduceRows, average);
                break;
            case { ReadsAhead: true }:
                LowerReadAhead(code, columns, outputs, reduceRows, average);
                break;
            case { JoinsRowsAhead: true }:
                LowerRowsAhead(code, columns, outputs, reduction, average);
                break;
            default:
                LowerOneByOne(code, columns, outputs, reduction, average);
                break;
        }
    }

    /// <summary>All blocks in one loop.</summary>
    private void LowerAlike(Code code, ColumnLowering columns, IReadOnlyList<OutputRow> outputs, BlockLowering.RowReduction reduceRows, AverageLowering? average)
    {
        Condition? stored = isLong && !plan.Carries ? new ConstantCondition(true) : null;
        Index lastBlock = plan.Carries ? 0 : code.Let("lastBlock", Index.Max(nest.Columns.Shape.Output - lanes, 0));
        code.For(plan.Carries ? "x" : "next", plan.FirstOutput, nest.Columns.Shape.Output, lanes, (block, next) =>
        {
            // Blocks that need nothing of each other may overlap, so the last one ends with the row.
            Index x = plan.Carries ? next : block.Let("x", Index.Min(next, lastBlock));
            LowerBlock(block, columns, outputs, x, column => reads == Reads.Careful ? new ConstantCondition(false) : IsFull(x, column), stored, reduceRows, average);
            columns.Carry(block);
        });
    }

    /// <summary>All blocks, the last one, and maybe the first, apart from the others.</summary>
    private void LowerOneByOne(
        Code code, ColumnLowering columns, IReadOnlyList<OutputRow> outputs, Func<BlockLowering, BlockLowering.RowReduction> reduction, AverageLowering? average)
    {
        BlockLowering.RowReduction reduceRows = reduction(_block);
        int next = plan.FirstOutput;
        if (last!.FirstApart)
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

        void LowerBlockBeforeLast(Code block, Index x, Condition hasOutputs)
        {
            LowerBlock(block, columns, outputs, x, IsFullBeforeLast(x), hasOutputs, reduceRows, average);
            columns.Carry(block);
        }
    }

    /// <summary>All blocks, the rows of each joined before the columns of the block before it.</summary>
    private void LowerRowsAhead(
        Code code, ColumnLowering columns, IReadOnlyList<OutputRow> outputs, Func<BlockLowering, BlockLowering.RowReduction> reduction, AverageLowering? average)
    {
        BlockLowering.RowReduction reduceRows = reduction(_block);
        code.Remark("The rows of a block are joined before the columns of the block before it, and do not wait for those.");
        Register[][] rows = _block.ReduceFirst(code, ColumnOf(plan.FirstOutput), outputs.Count, reduceRows);

        // A last block that may be made with vectors half as wide has its rows joined behind the loop, for either width.
        bool mayBeHalf = last!.IsHalf is not ConstantCondition { Value: false };
        Index end = mayBeHalf ? last.X - lanes : last.X;
        code.For("x", plan.FirstOutput, end, lanes, (block, x) =>
        {
            Index column = block.Let("column", ColumnOf(x + lanes));
            Register[][] next = Reduce(block, column, outputs, reduceRows, "Next");
            _block.MaskOutside(block, column, mayBeLast: !mayBeHalf);
            FinishBlock(block, x);
            for (int row = 0; row < rows.Length; row++)
            {
                for (int vector = 0; vector < _stride; vector++)
                {
                    block.Add(new Assign(rows[row][vector], new Copy(next[row][vector])));
                }
            }
        });
        if (!mayBeHalf)
        {
            code.Remark("The last block of the rows.");
            code.Scope(block => FinishLast(block, columns, outputs, rows, average));
            return;
        }

        code.Remark("The last two blocks of the rows.");
        Index beforeLast = code.Let("beforeLastX", end);
        code.Either(
            last.IsHalf,
            few =>
            {
                RowLowering? half = null;
                Register[][] next = [];
                few.Halved(inner =>
                {
                    half = Halve(inner);
                    next = half.ReduceLast(inner, outputs, reduction(half._block), "Next");
                });
                few.Scope(block => FinishBlock(block, beforeLast));
                few.Scope(block => block.Halved(inner => half!.FinishLast(inner, HalveColumns(inner, columns, outputs), outputs, next, average)));
            },
            many =>
            {
                Register[][] next = ReduceLast(many, outputs, reduceRows, "Next");
                many.Scope(block => FinishBlock(block, beforeLast));
                many.Scope(block => FinishLast(block, columns, outputs, next, average));
            });

        void FinishBlock(Code block, Index x)
        {
            IReadOnlyList<Register> sums = columns.Reduce(block, rows);
            if (average is not null)
            {
                AssignScales(block, x, block.Let("full", IsFullBeforeLast(x)(ColumnOf(x))), average);
            }

            Store(block, outputs, x, sums, average, x >= 0);
            columns.Carry(block);
        }
    }

    /// <summary>All blocks, each read before the outputs of the block before it are made.</summary>
    private void LowerReadAhead(Code code, ColumnLowering columns, IReadOnlyList<OutputRow> outputs, BlockLowering.RowReduction reduceRows, AverageLowering? average)
    {
        bool fillsBlocks = nest.Columns.Shape.Input is ConstantIndex width && width.Value % lanes == 0;
        code.Remark("The first columns of the rows.");
        code.Scope(first =>
        {
            columns.Begin(first, Reduce(first, 0, outputs, reduceRows));
            columns.Carry(first);
        });
        code.For("x", 0, last!.X, lanes, (block, x) =>
        {
            Index column = block.Let("column", x + lanes);
            Register[][] rows = Reduce(block, column, outputs, reduceRows);
            if (!fillsBlocks)
            {
                _block.MaskOutside(block, column, mayBeLast: true);
            }

            IReadOnlyList<Register> sums = columns.Reduce(block, rows);
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
    private void LowerHalfLast(Code code, ColumnLowering wholes, IReadOnlyList<OutputRow> outputs, Func<BlockLowering, BlockLowering.RowReduction> reduction, AverageLowering? average)
    {
        ColumnLowering columns = HalveColumns(code, wholes, outputs);
        RowLowering half = Halve(code);
        half.LowerLast(code, columns, outputs, reduction(half._block), average);
    }

    private RowLowering Halve(Code code) => new(plan, lanes / 2, abreast, nest, reads, last!.Halve(code), seen, isHalf: true);

    private ColumnLowering HalveColumns(Code code, ColumnLowering wholes, IReadOnlyList<OutputRow> outputs)
    {
        ColumnLowering columns = new(plan, lanes / 2, outputs.Count, abreast, _exact);
        columns.TakeCarried(code, wholes);
        return columns;
    }

    private void LowerLast(Code code, ColumnLowering columns, IReadOnlyList<OutputRow> outputs, BlockLowering.RowReduction reduceRows, AverageLowering? average) =>
        FinishLast(code, columns, outputs, ReduceLast(code, outputs, reduceRows), average);

    private Register[][] ReduceLast(Code code, IReadOnlyList<OutputRow> outputs, BlockLowering.RowReduction reduceRows, string suffix = "")
    {
        Register[][] rows = Reduce(code, last!.Column, outputs, reduceRows, suffix);
        _block.MaskLast(code);
        return rows;
    }

    private void FinishLast(Code code, ColumnLowering columns, IReadOnlyList<OutputRow> outputs, Register[][] rows, AverageLowering? average)
    {
        IReadOnlyList<Register> sums = columns.Reduce(code, rows);
        average?.UseLast(code, isHalf);
        Store(code, outputs, last!.X, sums, average, last.Only ? IsWhole(last.X) : new ConstantCondition(!plan.Carries));
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
        BlockLowering.RowReduction reduceRows,
        AverageLowering? average)
    {
        Index column = code.Let("column", ColumnOf(x));
        Condition full = code.Let("full", isFull(column));
        Register[][] rows = _block.Reduce(code, column, full, outputs.Count, reduceRows);
        _block.MaskOutside(code, column);
        IReadOnlyList<Register> sums = columns.Reduce(code, rows);
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

    /// <summary>Reduces the rows of a block that may be read beyond the ends of the rows.</summary>
    private Register[][] Reduce(Code code, Index column, IReadOnlyList<OutputRow> outputs, BlockLowering.RowReduction reduceRows, string suffix = "") =>
        _block.Reduce(code, column, new ConstantCondition(false), outputs.Count * _rowsToVector, reduceRows, suffix);

    /// <summary>The first column that the block of an output reads.</summary>
    private Index ColumnOf(Index x) => x * _stride + (plan.ColumnOffset - nest.Columns.Shape.PadBegin);

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
            otherwise => OutputRow.Store(otherwise, outputs, x, nest.Columns.Shape.Output * _rowsToVector, results, divisors, nest));
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
}
