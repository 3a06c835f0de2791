using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// The blocks of a tile's output rows, one after the other. The rows of a block are reduced first; then the columns of each row, with
/// lanes carried over from the block before.
/// </summary>
/// <param name="abreast">Output rows whose columns take every step before the next one.</param>
/// <param name="reads">What may be read.</param>
/// <param name="outputs">The output rows.</param>
/// <param name="reduction">How a block's rows are reduced.</param>
/// <param name="average">Divides the sums, if the mode does.</param>
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
    IReadOnlyList<OutputRow> outputs,
    Func<BlockLowering, BlockLowering.RowReduction> reduction,
    AverageLowering? average,
    LastBlock? last = null,
    Register? seen = null,
    bool isLong = false,
    bool isHalf = false,
    IReadOnlyList<Register>? pairing = null)
{
    private readonly int _stride = plan.ColumnAxis.Stride;

    /// <summary>Rows whose outputs lie side by side in a vector.</summary>
    private readonly int _rowsToVector = pairing is not null ? plan.ColumnAxis.Stride : 1;
    private readonly BlockLowering _block = new(plan, lanes, pairing is not null ? 1 : plan.ColumnAxis.Stride, nest, reads, last, seen, isHalf);
    private readonly ColumnLowering _columns = new(
        plan, lanes, outputs.Count, abreast, BlockLowering.IsExact(plan, seen), last?.Lag ?? 0, last is { ReadsAhead: true } ? lanes + plan.FirstOutput : 0, pairing);

    /// <summary>All blocks of the output rows.</summary>
    public void Lower(Code code)
    {
        _columns.DeclareCarried(code);
        switch (last)
        {
            case null:
                LowerAlike(code);
                break;
            case { Only: true }:
                LowerLast(code);
                break;
            case { ReadsAhead: true }:
                LowerReadAhead(code);
                break;
            case { JoinsRowsAhead: true }:
                LowerRowsAhead(code);
                break;
            default:
                LowerOneByOne(code);
                break;
        }
    }

    /// <summary>All blocks in one loop.</summary>
    private void LowerAlike(Code code)
    {
        Condition? stored = isLong && !plan.Carries ? new ConstantCondition(true) : null;
        Index lastBlock = plan.Carries ? 0 : code.Let("lastBlock", Index.Max(nest.Columns.Shape.Output - lanes, 0));
        code.For(plan.Carries ? "x" : "next", plan.FirstOutput, nest.Columns.Shape.Output, lanes, (block, next) =>
        {
            // Blocks that need nothing of each other may overlap, so the last one ends with the row.
            Index x = plan.Carries ? next : block.Let("x", Index.Min(next, lastBlock));
            LowerBlock(block, x, column => reads == Reads.Careful ? new ConstantCondition(false) : IsFull(x, column), stored);
        });
    }

    /// <summary>All blocks, the last one, and maybe the first, apart from the others.</summary>
    private void LowerOneByOne(Code code)
    {
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
            few => few.Halved(half =>
            {
                RowLowering halves = Halve(half);
                halves._columns.TakeCarried(half, _columns);
                halves.LowerLast(half);
            }),
            LowerLast);

        void LowerBlockBeforeLast(Code block, Index x, Condition hasOutputs) => LowerBlock(block, x, column => IsFullBeforeLast(x, column), hasOutputs);
    }

    /// <summary>All blocks, the rows of each joined before the columns of the block before it.</summary>
    private void LowerRowsAhead(Code code)
    {
        code.Remark("The rows of a block are joined before the columns of the block before it, and do not wait for those.");
        Register[][] rows = _block.ReduceFirst(code, ColumnOf(plan.FirstOutput), outputs.Count, reduction(_block));

        // A last block that may be made with vectors half as wide has its rows joined behind the loop, for either width.
        bool mayBeHalf = last!.IsHalf is not ConstantCondition { Value: false };
        Index end = mayBeHalf ? last.X - lanes : last.X;
        code.For("x", plan.FirstOutput, end, lanes, (block, x) =>
        {
            Index column = block.Let("column", ColumnOf(x + lanes));
            Register[][] next = Reduce(block, column, "Next");
            _block.MaskOutside(block, column, mayBeLast: !mayBeHalf);
            FinishBeforeLast(block, x);
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
            code.Scope(block => FinishLast(block, rows));
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
                    next = half.ReduceLast(inner, "Next");
                });
                few.Scope(block => FinishBeforeLast(block, beforeLast));
                few.Scope(block => block.Halved(inner =>
                {
                    half!._columns.TakeCarried(inner, _columns);
                    half.FinishLast(inner, next);
                }));
            },
            many =>
            {
                Register[][] next = ReduceLast(many, "Next");
                many.Scope(block => FinishBeforeLast(block, beforeLast));
                many.Scope(block => FinishLast(block, next));
            });

        void FinishBeforeLast(Code block, Index x) => FinishBlock(block, x, rows, IsFullBeforeLast(x, ColumnOf(x)), x >= 0);
    }

    /// <summary>All blocks, each read before the outputs of the block before it are made.</summary>
    private void LowerReadAhead(Code code)
    {
        bool fillsBlocks = nest.Columns.Shape.Input is ConstantIndex width && width.Value % lanes == 0;
        code.Remark("The first columns of the rows.");
        code.Scope(first =>
        {
            _columns.Begin(first, Reduce(first, 0));
            _columns.Carry(first);
        });
        code.For("x", 0, last!.X, lanes, (block, x) =>
        {
            Index column = block.Let("column", x + lanes);
            Register[][] rows = Reduce(block, column);
            if (!fillsBlocks)
            {
                _block.MaskOutside(block, column, mayBeLast: true);
            }

            FinishBlock(block, x, rows, IsFullBeforeLast(x, ColumnOf(x)), new ConstantCondition(true));
        });
        code.Remark("The last outputs of the rows: behind them lies padding.");
        code.Scope(end =>
        {
            IReadOnlyList<Register> sums = _columns.End(end);
            average?.UseLast(end, isHalf);
            Store(end, last.X, sums, IsWhole(last.X));
        });
    }

    /// <summary>For the last block alone, made with vectors half as wide.</summary>
    private RowLowering Halve(Code code) => new(plan, lanes / 2, abreast, nest, reads, outputs, reduction, average, last!.Halve(code), seen, isHalf: true);

    private void LowerLast(Code code) => FinishLast(code, ReduceLast(code));

    private Register[][] ReduceLast(Code code, string suffix = "")
    {
        Register[][] rows = Reduce(code, last!.Column, suffix);
        _block.MaskLast(code);
        return rows;
    }

    private void FinishLast(Code code, Register[][] rows)
    {
        IReadOnlyList<Register> sums = _columns.Reduce(code, rows);
        average?.UseLast(code, isHalf);
        Store(code, last!.X, sums, last.Only ? IsWhole(last.X) : new ConstantCondition(!plan.Carries));
    }

    /// <summary>A block that is not made apart from the others.</summary>
    /// <param name="x">The output of its first lane.</param>
    /// <param name="isFull">Tells by the block's first column whether all that it reads and makes exists.</param>
    /// <param name="hasOutputs">Whether all that it makes exists, if that is another question.</param>
    private void LowerBlock(Code code, Index x, Func<Index, Condition> isFull, Condition? hasOutputs)
    {
        Index column = code.Let("column", ColumnOf(x));
        Condition full = code.Let("full", isFull(column));
        Register[][] rows = _block.Reduce(code, column, full, outputs.Count, reduction(_block));
        _block.MaskOutside(code, column);
        FinishBlock(code, x, rows, full, hasOutputs ?? full);
    }

    /// <summary>Joins the columns of a block whose rows are joined, and hands on what the next one needs.</summary>
    private void FinishBlock(Code code, Index x, Register[][] rows, Condition full, Condition hasOutputs)
    {
        IReadOnlyList<Register> sums = _columns.Reduce(code, rows);
        if (average is not null)
        {
            AssignScales(code, x, code.Let("full", full), average);
        }

        Store(code, x, sums, hasOutputs);
        _columns.Carry(code);
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
    private Register[][] Reduce(Code code, Index column, string suffix = "") =>
        _block.Reduce(code, column, new ConstantCondition(false), outputs.Count * _rowsToVector, reduction(_block), suffix);

    /// <summary>The first column that the block of an output reads.</summary>
    private Index ColumnOf(Index x) => x * _stride + (plan.ColumnOffset - nest.Columns.Shape.PadBegin);

    /// <summary>Makes results of what the columns were joined to, and writes them.</summary>
    /// <param name="all">Whether the rows have all outputs of the block.</param>
    private void Store(Code code, Index x, IReadOnlyList<Register> joined, Condition all)
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

    private Condition IsFullBeforeLast(Index x, Index column) => plan.EndsBeforeLast ? Begins(x) : IsFull(x, column);

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
