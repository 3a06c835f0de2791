using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// Windows too long, too wide apart or too irregular to be shuffled out of registers: every tap is read from memory, a
/// vector of outputs at a time.
/// </summary>
internal sealed class TapLowering
{
    /// <summary>
    /// Vectors of channels whose chains of dependent joins run side by side. Four hide what an addition takes; eight read as
    /// much of each position at once as first-level caches fetch ahead, which matters where positions lie a power of two apart.
    /// </summary>
    private static readonly int[] s_sideBySide = [8, 4];

    /// <summary>Registers for their sums.</summary>
    private const int MostSums = 8;

    private readonly TapPlan _plan;
    private readonly LoopNest _nest;
    private readonly int _lanes;

    private TapLowering(TapPlan plan, LoopNest nest, int lanes) => (_plan, _nest, _lanes) = (plan, nest, lanes);

    private PlanAxis Columns => _nest.Columns.Plan;

    private Arithmetic Arithmetic => _plan.Arithmetic;

    private bool Gathers => Columns.Adaptive || Columns.Stride > 1;

    public static Procedure Lower(TapPlan plan, VectorWidth width, LoopNest nest)
    {
        TapLowering lowering = new(plan, nest, width.Lanes);
        Code code = new();
        code.For("plane", 0, nest.Outer, 1, (perPlane, plane) => lowering.LowerWindows(perPlane, plane, 0, [], plane * nest.OutputSize));
        return new Procedure("Taps", "One vector of outputs at a time, tap by tap.", code.Statements);
    }

    /// <summary>Loops over the output's slices and rows.</summary>
    /// <param name="ranges">The taps of the windows along the axes outside.</param>
    /// <param name="offset">Where the outputs of the loop begin.</param>
    private void LowerWindows(Code code, Index plane, int axis, IReadOnlyList<TapRange> ranges, Index offset)
    {
        LoopAxis[] axes = [.. _nest.Slices, _nest.Rows];
        if (axis == axes.Length)
        {
            LowerRow(code, plane, ranges, offset);
            return;
        }

        string letter = axis == axes.Length - 1 ? "y" : axis == axes.Length - 2 ? "z" : "t";
        Index size = _nest.OutputStep(axis);
        code.For(letter, axes[axis].Shape.Begin, axes[axis].Shape.End, 1, (inner, window) =>
        {
            TapRange range = TapRange.Of(inner, _nest.Pooling, axes[axis], window, axis == axes.Length - 1 ? "" : letter.ToUpperInvariant());
            LowerWindows(inner, plane, axis + 1, [.. ranges, range], offset + window * size);
        });
    }

    private void LowerRow(Code code, Index plane, IReadOnlyList<TapRange> ranges, Index offset)
    {
        Index counted = Arithmetic.Division == Division.None ? 1 : Index.Product(ranges.Select(static range => range.Counted));
        AverageLowering? average = AverageLowering.Define(code, Arithmetic, _nest, [code.Let("windowRows", counted)], EdgeBlocks.None);
        Index start = code.Let("outStart", offset);
        bool planesAreRows = _nest.Rows.Plan.Role == AxisRole.Planes;
        OutputRow output = new(
            code.Let("out0", Place.Output, start),
            Arithmetic.Form == LaneForm.Indexed ? code.Let("index0", Place.Indices, start) : null,
            _nest.IndexOffset(planesAreRows ? ranges[ranges.Count - 1].Begin : plane),
            _nest.Columns.Shape.Output);
        Place input = code.Let("inPlane", Place.Input, plane * _nest.InputSize);
        Index extent = _nest.Columns.Shape.Output;
        Index from = 0;
        int[] together = _nest.LanesAreChannels ? s_sideBySide : [];
        foreach (int vectors in together.Where(vectors => vectors * Arithmetic.Registers <= MostSums))
        {
            int columns = _lanes * vectors;
            Index end = code.Let($"by{vectors}", from + (extent - from) / columns * columns);
            code.For($"first{vectors}", from, end, columns, (block, x) => LowerBlock(block, input, output, x, vectors, ranges, average));
            from = end;
        }

        code.For("next", from, extent, _lanes, (block, next) =>
        {
            Index x = block.Let("x", Index.Min(next, Index.Max(extent - _lanes, 0)));
            LowerBlock(block, input, output, x, 1, ranges, average);
        });
    }

    /// <summary>Some vectors of outputs side by side.</summary>
    private void LowerBlock(Code code, Place input, OutputRow output, Index x, int vectors, IReadOnlyList<TapRange> ranges, AverageLowering? average)
    {
        Block block = DefineBlock(code, x, vectors);
        Register[] totals = DeclareSums(code, "total", vectors);
        AddAxis(code, block, input, totals, ranges, 0, 0, 0);
        average?.Declare(code);
        if (block.Begins is not null)
        {
            average?.AssignAdaptive(code, block.Begins, block.Ends!);
        }
        else
        {
            code.If(block.Full, then => average?.AssignFull(then), otherwise => average?.AssignEdge(otherwise, x));
        }

        SelectAny(code, block, totals, ranges);
        for (int vector = 0; vector < vectors; vector++)
        {
            Register result = average?.Scale(code, vectors == 1 ? "average" : $"average{vector}", totals[vector], 0)
                ?? code.DefineFinished(vectors == 1 ? "result" : $"result{vector}", totals[vector], Arithmetic);
            Index? extent = vectors == 1 ? _nest.Columns.Shape.Output : null;
            OutputRow.Store(code, [output], x + vector * _lanes, extent, [result], average?.Divisors ?? [], _nest);
        }
    }

    private Block DefineBlock(Code code, Index x, int vectors)
    {
        if (Columns.Windows.Outputs is { } outputs)
        {
            return new Block(
                0,
                new ConstantCondition(true),
                code.Define("begins", new WindowBegins(x, _nest.Columns.Shape.Input, outputs), RegisterKind.Column),
                code.Define("ends", new WindowEnds(x, _nest.Columns.Shape.Input, outputs), RegisterKind.Column),
                null);
        }

        Index column = code.Let("column", x * Columns.Stride - _nest.Columns.Shape.PadBegin);
        Condition inside = column + new ConstantIndex((_lanes * vectors - 1) * (long)Columns.Stride + Columns.EffectiveSize) <= _nest.Columns.Shape.Input;
        Condition full = vectors > 1 ? new ConstantCondition(true)
            : code.Let("full", Columns.PadBegin == 0 ? inside : column >= 0 & inside);
        return new Block(
            column,
            full,
            null,
            Gathers ? code.Define("rowEnds", new SplatColumn(_nest.Columns.Shape.Input), RegisterKind.Column) : null,
            Gathers ? code.Define("columns", new Columns(column, Columns.Stride), RegisterKind.Column) : null);
    }

    /// <summary>Joins the taps along an axis to the totals: of slices, of rows, and at last of columns.</summary>
    /// <param name="offset">Where the taps of the axes outside begin in the plane.</param>
    /// <param name="position">The same as a position in row-major order.</param>
    private void AddAxis(Code code, Block block, Place plane, Register[] totals, IReadOnlyList<TapRange> ranges, int axis, Index offset, Index position)
    {
        if (axis == ranges.Count)
        {
            Place row = code.Let("in0", plane, offset);
            Condition plain = Gathers ? new ConstantCondition(false) : block.Full;
            code.If(plain, then => AddColumns(then, block, totals, row, position, false), otherwise => AddColumns(otherwise, block, totals, row, position, true));
            return;
        }

        TapRange range = ranges[axis];
        string name = axis == ranges.Count - 1 ? "row" : axis == ranges.Count - 2 ? "slice" : "outer";
        PlanAxis plan = _nest.Axes[axis].Plan;
        Index size = _nest.InputStep(axis);
        Index positions = _nest.PositionStep(axis);
        bool isPlane = plan.Role == AxisRole.Planes;
        bool nests = _plan.ChunkLength > 0 && _nest.Axes.Skip(axis + 1).Any(static inner => inner.Plan.Taps != 1);
        Chunks(code, name, totals, range.Begin, range.End, range.Step, plan, (body, tap, sums) =>
        {
            Register[] partial = nests ? DeclareSums(body, $"{name}Sum", sums.Length) : sums;
            AddAxis(body, block, plane, partial, ranges, axis + 1, offset + tap * size, isPlane ? 0 : position + tap * positions);
            if (nests)
            {
                JoinAll(body, sums, partial);
            }
        });
    }

    private static Register[] DeclareSums(Code code, string name, int count) =>
        [.. Enumerable.Range(0, count).Select(vector => code.Declare(count == 1 ? name : $"{name}{vector}", new Identity()))];

    private void AddColumns(Code code, Block block, Register[] sums, Place row, Index position, bool masked)
    {
        if (block.Begins is not null)
        {
            // As many taps as the longest window has.
            Index longest = code.Let("longest", (_nest.Columns.Shape.Input - 1) / Columns.Windows.Outputs!.Value + 2);
            Chunks(code, "column", sums, 0, longest, 1, Columns, (inner, tap, partial) =>
            {
                Register columns = inner.Define("columns", new MoveColumns(block.Begins, tap), RegisterKind.Column);
                Join(inner, partial[0], inner.DefineTap("tap", new LoadGather(row, columns, block.Ends!, PositionsAt(position, 1)), Arithmetic));
            });
            return;
        }

        Chunks(code, "tap", sums, 0, Columns.Size, 1, Columns, (inner, tap, partial) =>
        {
            Index distance = tap * Columns.Dilation;
            for (int vector = 0; vector < partial.Length; vector++)
            {
                Register value = inner.DefineTap(
                    partial.Length == 1 ? "value" : $"value{vector}", Tap(inner, block, row, block.Column + distance + vector * _lanes, distance, position, masked), Arithmetic);
                Join(inner, partial[vector], value);
            }
        });
    }

    private Operation Tap(Code code, Block block, Place row, Index column, Index distance, Index position, bool masked)
    {
        if (block.Columns is not null)
        {
            Register columns = distance is ConstantIndex { Value: 0 } ? block.Columns : code.Define("moved", new MoveColumns(block.Columns, distance), RegisterKind.Column);
            return new LoadGather(row, columns, block.Ends!, PositionsAt(position, 1));
        }

        Positions positions = _nest.LanesAreChannels ? PositionsAt(position, 0) : PositionsAt(position + column, 1);
        return masked ? new LoadEdge(row, column, _nest.Columns.Shape.Input, positions) : new Load(row, column, positions);
    }

    private Positions PositionsAt(Index first, int step) => Arithmetic.Form == LaneForm.Indexed ? new Positions(first, step) : Positions.None;

    /// <summary>A loop over taps; where the order of additions matters and there are many, in two levels: each chain of additions is short.</summary>
    private void Chunks(Code code, string name, Register[] totals, Index begin, Index end, int step, PlanAxis axis, Action<Code, Index, Register[]> body)
    {
        bool isShort = _plan.ChunkLength == 0 || axis.Taps <= _plan.ChunkLength;
        if (isShort)
        {
            code.For(name, begin, end, step, (inner, index) => body(inner, index, totals));
            return;
        }

        code.For($"{name}Chunk", begin, end, _plan.ChunkLength * step, (outer, chunk) =>
        {
            Register[] partial = DeclareSums(outer, $"{name}Part", totals.Length);
            outer.For(name, chunk, Index.Min(chunk + _plan.ChunkLength * step, end), step, (inner, index) => body(inner, index, partial));
            JoinAll(outer, totals, partial);
        });
    }

    private void JoinAll(Code code, Register[] totals, Register[] values)
    {
        for (int vector = 0; vector < totals.Length; vector++)
        {
            Join(code, totals[vector], values[vector]);
        }
    }

    private void Join(Code code, Register total, Register value) =>
        code.Add(new Assign(total, new Combine(total, value, Arithmetic.Join != NaNJoin.Plain)));

    /// <summary>Where a window without a tap is not what the identity says, as where NaN is ignored, its taps are counted.</summary>
    private void SelectAny(Code code, Block block, Register[] totals, IReadOnlyList<TapRange> ranges)
    {
        if (Arithmetic.Nothing is null || !(Columns.MayBeEmpty || ranges.Any(static range => range.MayBeEmpty)))
        {
            return;
        }

        Index any = ranges.Aggregate((Index)1, static (any, range) => range.MayBeEmpty ? Index.Select(range.Begin < range.End, any, 0) : any);
        Register counts = code.Define("any", new SplatIndex(any), RegisterKind.Number);
        if (Columns.MayBeEmpty)
        {
            Register columns = code.Define("tapsInside", new TapCounts(block.Column, Columns.Size, Columns.Stride, _nest.Columns.Shape.Input, Columns.Dilation), RegisterKind.Number);
            counts = code.Define("anyTaps", new Multiply(counts, columns), RegisterKind.Number);
        }

        for (int vector = 0; vector < totals.Length; vector++)
        {
            code.Add(new Assign(totals[vector], new SelectAny(counts, totals[vector])));
        }
    }

    /// <summary>Vectors of outputs side by side.</summary>
    /// <param name="Column">The column of the first tap of the first output.</param>
    /// <param name="Full">Whether all taps are inside the rows.</param>
    /// <param name="Begins">Where adaptive windows begin.</param>
    /// <param name="Ends">Where they end; or the end of the row for <paramref name="Columns"/>.</param>
    /// <param name="Columns">The columns of the first taps, if they are apart.</param>
    private sealed record Block(Index Column, Condition Full, Register? Begins, Register? Ends, Register? Columns);
}
