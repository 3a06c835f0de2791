using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// Turns sums into averages. Of floating-point numbers by one multiplication with the reciprocal of the divisor, which is
/// rounded once; of small integers likewise; of others when they are stored. The divisor is the number of taps that
/// count, or what replaces it.
/// </summary>
/// <param name="windowRows">For each output row, the rows of its windows that count, of all slices.</param>
/// <param name="edges">The blocks of a row that have scales of their own.</param>
internal sealed class AverageLowering(Arithmetic arithmetic, LoopNest nest, IReadOnlyList<Index> windowRows, EdgeBlocks edges)
{
    /// <summary>The scales of some output rows; <see langword="null"/> if the mode does not divide.</summary>
    public static AverageLowering? Define(Code code, Arithmetic arithmetic, LoopNest nest, IReadOnlyList<Index> windowRows, EdgeBlocks edges)
    {
        AverageLowering? average = arithmetic.Division == Division.None ? null : new AverageLowering(arithmetic, nest, windowRows, edges);
        average?.DefineRows(code);
        return average;
    }

    /// <summary>Defines what all rows have in common: the scales of windows that have all their rows.</summary>
    public static void DefineWhole(Code code, Arithmetic arithmetic, LoopNest nest, EdgeBlocks edges)
    {
        if (arithmetic.Division != Division.None)
        {
            AverageLowering average = new(arithmetic, nest, [], edges);
            foreach (EdgeBlock edge in edges.All)
            {
                code.Define(average.ScaleName(edge.Name, average.WholeRows), average.OfCounts(code, edge.TapColumns, average.WholeRows, edge.Name), RegisterKind.Scale);
            }
        }
    }

    /// <summary>How many columns of each window from <paramref name="x"/> on count; <see langword="null"/> if windows do not differ in that.</summary>
    public static Register? DefineTapColumns(Code code, LoopNest nest, Index x, string name)
    {
        LoopAxis columns = nest.Columns;
        if (!columns.CountVaries(nest.Pooling))
        {
            return null;
        }

        bool padded = nest.Pooling.CountIncludePad;
        Index before = padded ? columns.Shape.PadBegin : 0;
        Index extent = padded ? columns.Shape.Input + before + columns.Plan.Windows.PadEnd : columns.Shape.Input;
        return code.Define(
            name,
            new TapCounts(columns.FirstTap(x) + before, columns.Plan.Size, columns.Plan.Stride, extent, columns.Plan.Dilation),
            RegisterKind.Number);
    }

    /// <summary>The scale of the block at hand, for each number of rows that a window may have.</summary>
    private readonly Dictionary<Index, Register> _scales = [];

    private bool Multiplies => arithmetic.Multiplies;

    private bool VariesByColumn => nest.Columns.CountVaries(nest.Pooling);

    private IEnumerable<Index> RowCounts => windowRows.Distinct();

    private PlanAxis Columns => nest.Columns.Plan;

    /// <summary>Rows of a window that lies inside the input, of all slices.</summary>
    private Index WholeRows => nest.Slices.Append(nest.Rows).Aggregate((Index)1, static (rows, axis) => rows * axis.Plan.Size);

    /// <summary>
    /// Defines the scales of windows with some of their rows. Only the first and the last rows of outputs have such, so
    /// they are computed where they are needed.
    /// </summary>
    private void DefineRows(Code code)
    {
        Condition whole = new ConstantCondition(true);
        List<RowScale> varying = [];
        foreach (Index rows in RowCounts)
        {
            List<RowScale> scales = [.. edges.All.Select(edge => new RowScale(
                new Register(ScaleName(edge.Name, rows), RegisterKind.Scale),
                new Copy(new Register(ScaleName(edge.Name, WholeRows), RegisterKind.Scale)),
                inner => OfCounts(inner, edge.TapColumns, rows, edge.Name)))];
            if (!VariesByColumn || !(Columns.Adaptive || IsConstant(rows) || edges.Only))
            {
                scales.Insert(0, new RowScale(new Register(ScaleName("full", rows), RegisterKind.Scale), Full(WholeRows), _ => Full(rows)));
            }

            if (IsConstant(rows) || nest.Slices.Append(nest.Rows).Any(static axis => axis.Plan.Adaptive))
            {
                foreach (RowScale scale in scales.Where(static scale => scale.Whole != new Copy(scale.Target)))
                {
                    code.Define(scale.Target.Name, scale.Some(code), RegisterKind.Scale);
                }
            }
            else
            {
                scales.ForEach(scale => code.Declare(scale.Target.Name, kind: RegisterKind.Scale));
                varying.AddRange(scales);
                whole &= rows >= WholeRows;
            }
        }

        if (varying.Count > 0)
        {
            code.If(
                whole,
                then => varying.ForEach(scale => then.Add(new Assign(scale.Target, scale.Whole))),
                some => varying.ForEach(scale => some.Add(new Assign(scale.Target, scale.Some(some)))));
        }
    }

    /// <summary>The scale of some rows of windows.</summary>
    /// <param name="Target">What it is called.</param>
    /// <param name="Whole">The scale if these are all rows of the windows.</param>
    /// <param name="Some">The scale in any case; emits what it needs.</param>
    private sealed record RowScale(Register Target, Operation Whole, Func<Code, Operation> Some);

    /// <summary>Declares the scales of a block.</summary>
    public void Declare(Code code)
    {
        foreach (Index rows in RowCounts)
        {
            _scales[rows] = VariesByColumn
                ? code.Declare(ScaleName("", rows), null, RegisterKind.Scale)
                : new Register(ScaleName("full", rows), RegisterKind.Scale);
        }
    }

    /// <summary>Takes the scales of the last block, all of them or those that vectors half as wide need.</summary>
    public void UseLast(Code code, bool isHalf)
    {
        foreach (Index rows in RowCounts)
        {
            Register scale = new(ScaleName(VariesByColumn ? "last" : "full", rows), RegisterKind.Scale);
            _scales[rows] = isHalf ? Halves.Lower(code, scale) : scale;
        }
    }

    /// <summary>Takes those of the first block.</summary>
    public void AssignFirst(Code code)
    {
        if (VariesByColumn)
        {
            foreach (Index rows in RowCounts)
            {
                code.Add(new Assign(_scales[rows], new Copy(new Register(ScaleName("first", rows), RegisterKind.Scale))));
            }
        }
    }

    public void AssignFull(Code code)
    {
        if (!VariesByColumn)
        {
            return;
        }

        foreach (Index rows in RowCounts)
        {
            code.Add(new Assign(_scales[rows], IsConstant(rows) ? Full(rows) : new Copy(new Register(ScaleName("full", rows), RegisterKind.Scale))));
        }
    }

    /// <summary>At the ends of a row each window has a number of taps of its own.</summary>
    public void AssignEdge(Code code, Index x)
    {
        if (DefineTapColumns(code, nest, x, "tapColumns") is { } columns)
        {
            AssignCounts(code, columns);
        }
    }

    /// <summary>Adaptive windows have as many columns as lie between where they begin and where they end.</summary>
    public void AssignAdaptive(Code code, Register begins, Register ends)
    {
        if (VariesByColumn)
        {
            AssignCounts(code, code.Define("tapColumns", new CountColumns(ends, begins), RegisterKind.Number));
        }
    }

    private void AssignCounts(Code code, Register columns)
    {
        foreach (Index rows in RowCounts)
        {
            code.Add(new Assign(_scales[rows], OfCounts(code, columns, rows, "edge")));
        }
    }

    /// <summary>The scales of windows with numbers of columns of their own.</summary>
    /// <param name="prefix">Tells the names of what is needed for it apart.</param>
    private Operation OfCounts(Code code, Register columns, Index rows, string prefix)
    {
        Register tapRows = code.Define(Name($"{prefix}Rows", rows), new SplatIndex(rows), RegisterKind.Number);
        Multiply taps = new(columns, tapRows);
        return Multiplies ? new Reciprocal(code.Define(Name($"{prefix}Taps", rows), taps, RegisterKind.Number), MostTaps) : taps;
    }

    /// <summary>Averages, or sums that are divided when they are stored.</summary>
    public IReadOnlyList<Register> Scale(Code code, IReadOnlyList<Register> sums) =>
        [.. sums.Select((sum, row) => Scale(code, $"average{row}", sum, row))];

    /// <summary>The average of an output row, or its sum if that is divided when it is stored.</summary>
    public Register Scale(Code code, string name, Register sum, int row) =>
        !Multiplies ? sum
        : arithmetic.Division == Division.SmallQuotient ? code.Define(name, new SmallQuotient(sum, _scales[windowRows[row]]))
        : code.DefineFinished(name, code.Define(arithmetic.AddsZero ? $"{name}Signed" : name, new Multiply(sum, _scales[windowRows[row]])), arithmetic);

    /// <summary>What each sum is divided by when it is stored; none if it is an average already.</summary>
    public IReadOnlyList<Register> Divisors => Multiplies ? [] : [.. windowRows.Select(rows => _scales[rows])];

    private IEnumerable<PlanAxis> Axes => nest.Axes.Select(static axis => axis.Plan);

    private long MostTaps => Axes.Any(static axis => axis.Adaptive) ? long.MaxValue : Axes.Aggregate(1L, static (taps, axis) => Math.Min(taps * axis.Size, int.MaxValue));

    private bool IsConstant(Index rows) => rows is ConstantIndex;

    private Operation Full(Index rows)
    {
        Index divisor = nest.Pooling.DivisorOverride is not 0 and int divisorOverride ? divisorOverride
            : Axes.Any(static axis => axis.MayBeEmpty) ? Index.Max(rows * Columns.Size, 1)
            : rows * Columns.Size;
        return Multiplies ? new SplatReciprocal(divisor) : new SplatIndex(divisor);
    }

    private string ScaleName(string prefix, Index rows) =>
        Name(prefix.Length == 0 ? (Multiplies ? "scale" : "divisor") : prefix + (Multiplies ? "Scale" : "Divisor"), rows);

    /// <summary>A name for what goes with a number of rows.</summary>
    private static string Name(string name, Index rows) => rows switch
    {
        ConstantIndex constant => $"{name}{constant.Value}",
        VariableIndex variable => $"{name}_{variable.Name}",
        _ => throw new ArgumentOutOfRangeException(nameof(rows), rows, "The number of rows has to have a name."),
    };
}
