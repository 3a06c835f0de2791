using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// Turns sums into averages. Of floating-point numbers by one multiplication with the reciprocal of the divisor, which is
/// rounded once; of integers when they are stored. The divisor is the number of taps that count, or what replaces it.
/// </summary>
/// <param name="windowRows">For each output row, the rows of its windows that count, of all slices.</param>
internal sealed class AverageLowering(Arithmetic arithmetic, LoopNest nest, IReadOnlyList<Index> windowRows)
{
    /// <summary>The scales of some output rows, defined for windows inside the row; <see langword="null"/> if the mode does not divide.</summary>
    public static AverageLowering? Define(Code code, Arithmetic arithmetic, LoopNest nest, IReadOnlyList<Index> windowRows)
    {
        AverageLowering? average = arithmetic.Division == Division.None ? null : new AverageLowering(arithmetic, nest, windowRows);
        average?.DefineFull(code);
        return average;
    }

    /// <summary>The scale of the block at hand, for each number of rows that a window may have.</summary>
    private readonly Dictionary<Index, Register> _scales = [];

    private bool Multiplies => arithmetic.Division == Division.Reciprocal;

    private bool VariesByColumn => nest.Columns.CountVaries(nest.Pooling);

    private IEnumerable<Index> RowCounts => windowRows.Distinct();

    private PlanAxis Columns => nest.Columns.Plan;

    /// <summary>Defines the scales of windows that lie inside the row.</summary>
    private void DefineFull(Code code)
    {
        foreach (Index rows in RowCounts)
        {
            if (!VariesByColumn || !(Columns.Adaptive || IsConstant(rows)))
            {
                code.Define(Name("full", rows), Full(rows), RegisterKind.Number);
            }
        }
    }

    /// <summary>Declares the scales of a block.</summary>
    public void Declare(Code code)
    {
        foreach (Index rows in RowCounts)
        {
            _scales[rows] = VariesByColumn
                ? code.Declare(Name("", rows), null, RegisterKind.Number)
                : new Register(Name("full", rows), RegisterKind.Number);
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
            code.Add(new Assign(_scales[rows], IsConstant(rows) ? Full(rows) : new Copy(new Register(Name("full", rows), RegisterKind.Number))));
        }
    }

    /// <summary>At the ends of a row each window has a number of taps of its own.</summary>
    public void AssignEdge(Code code, Index x)
    {
        if (!VariesByColumn)
        {
            return;
        }

        bool padded = nest.Pooling.CountIncludePad;
        Index before = padded ? nest.Columns.Shape.PadBegin : 0;
        Index extent = padded ? nest.Columns.Shape.Input + before + Columns.Windows.PadEnd : nest.Columns.Shape.Input;
        AssignCounts(code, code.Define(
            "tapColumns",
            new TapCounts(nest.Columns.FirstTap(x) + before, Columns.Size, Columns.Stride, extent, Columns.Dilation),
            RegisterKind.Number));
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
            Register tapRows = code.Define(Name("tapRows", rows), new SplatIndex(rows), RegisterKind.Number);
            Multiply taps = new(columns, tapRows);
            code.Add(new Assign(
                _scales[rows],
                Multiplies ? new Reciprocal(code.Define(Name("taps", rows), taps, RegisterKind.Number), MostTaps) : taps));
        }
    }

    /// <summary>Averages, or sums that are divided when they are stored.</summary>
    public IReadOnlyList<Register> Scale(Code code, IReadOnlyList<Register> sums) =>
        [.. sums.Select((sum, row) => Scale(code, $"average{row}", sum, row))];

    /// <summary>The average of an output row, or its sum if that is divided when it is stored.</summary>
    public Register Scale(Code code, string name, Register sum, int row) =>
        !Multiplies ? sum
        : code.DefineFinished(name, code.Define(arithmetic.AddsZero ? $"{name}Signed" : name, new Multiply(sum, _scales[windowRows[row]])), arithmetic);

    /// <summary>What each sum is divided by when it is stored; none if it is an average already.</summary>
    public IReadOnlyList<Register> Divisors => Multiplies ? [] : [.. windowRows.Select(rows => _scales[rows])];

    private IEnumerable<PlanAxis> Axes => [.. nest.Slices.Select(static axis => axis.Plan), nest.Rows.Plan, Columns];

    private long MostTaps => Axes.Any(static axis => axis.Adaptive) ? long.MaxValue : Axes.Aggregate(1L, static (taps, axis) => Math.Min(taps * axis.Size, int.MaxValue));

    private bool IsConstant(Index rows) => rows is ConstantIndex;

    private Operation Full(Index rows)
    {
        Index divisor = nest.Pooling.DivisorOverride is not 0 and int divisorOverride ? divisorOverride
            : Axes.Any(static axis => axis is { Dilation: > 1, Overhangs: true }) ? Index.Max(rows * Columns.Size, 1)
            : rows * Columns.Size;
        return Multiplies ? new SplatReciprocal(divisor) : new SplatIndex(divisor);
    }

    /// <summary>A name for what goes with a number of rows.</summary>
    private string Name(string prefix, Index rows)
    {
        string name = prefix.StartsWith("tap", StringComparison.Ordinal) ? prefix
            : prefix.Length == 0 ? (Multiplies ? "scale" : "divisor")
            : prefix + (Multiplies ? "Scale" : "Divisor");
        return rows switch
        {
            ConstantIndex constant => $"{name}{constant.Value}",
            VariableIndex variable => $"{name}_{variable.Name}",
            _ => throw new ArgumentOutOfRangeException(nameof(rows), rows, "The number of rows has to have a name."),
        };
    }
}
