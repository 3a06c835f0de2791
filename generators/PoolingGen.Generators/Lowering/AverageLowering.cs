using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// Turns sums into averages by one multiplication with the reciprocal of the divisor, which is rounded once. The
/// divisor is the number of taps inside the input, or all of the window's where padding counts.
/// </summary>
/// <param name="windowRows">For each output row, the rows of its windows that count.</param>
internal sealed class AverageLowering(WindowPlan plan, TensorShape shape, IReadOnlyList<Index> windowRows)
{
    /// <summary>The scales of some output rows, defined for windows inside the row; <see langword="null"/> if the mode does not divide.</summary>
    public static AverageLowering? Define(Code code, WindowPlan plan, TensorShape shape, IReadOnlyList<Index> windowRows)
    {
        AverageLowering? average = plan.Reduction.Divides ? new AverageLowering(plan, shape, windowRows) : null;
        average?.DefineFull(code);
        return average;
    }

    private readonly AxisSpec _columns = plan.ColumnAxis;

    /// <summary>The scale of the block at hand, for each number of rows that a window may have.</summary>
    private readonly Dictionary<Index, Register> _scales = [];

    private bool VariesByColumn => plan.CountsTapsInside && (_columns.PadBegin > 0 || _columns.PadEnd > 0);

    private IEnumerable<Index> RowCounts => windowRows.Distinct();

    /// <summary>Defines the scales of windows that lie inside the row.</summary>
    private void DefineFull(Code code)
    {
        foreach (Index rows in RowCounts)
        {
            if (Full(rows) is SplatReciprocal || !VariesByColumn)
            {
                code.Define(Name("fullScale", rows), Full(rows));
            }
        }
    }

    /// <summary>Declares the scales of a block.</summary>
    public void Declare(Code code)
    {
        foreach (Index rows in RowCounts)
        {
            _scales[rows] = VariesByColumn ? code.Declare(Name("scale", rows)) : new Register(Name("fullScale", rows));
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
            code.Add(new Assign(_scales[rows], Full(rows) is Splat constant ? constant : new Copy(new Register(Name("fullScale", rows)))));
        }
    }

    /// <summary>At the ends of a row each window has a number of taps of its own.</summary>
    public void AssignEdge(Code code, Index x)
    {
        if (!VariesByColumn)
        {
            return;
        }

        Register columns = code.Define("tapColumns", new TapCounts(x * _columns.Stride + -_columns.PadBegin, _columns.Size, _columns.Stride, shape.Axes[1].Input));
        foreach (Index rows in RowCounts)
        {
            Register tapRows = code.Define(Name("tapRows", rows), new SplatIndex(rows));
            Register taps = code.Define(Name("taps", rows), new Multiply(columns, tapRows));
            code.Add(new Assign(_scales[rows], new Reciprocal(taps, plan.RowAxis.Size * _columns.Size)));
        }
    }

    public IReadOnlyList<Register> Scale(Code code, IReadOnlyList<Register> sums) =>
        [.. sums.Select((sum, row) => code.Define($"average{row}", new Multiply(sum, _scales[windowRows[row]])))];

    private Operation Full(Index rows) =>
        rows * _columns.Size is ConstantIndex count ? new Splat(1f / count.Value) : new SplatReciprocal(rows * _columns.Size);

    /// <summary>A name for what goes with a number of rows.</summary>
    private static string Name(string prefix, Index rows) => rows switch
    {
        ConstantIndex constant => $"{prefix}{constant.Value}",
        VariableIndex variable => $"{prefix}_{variable.Name}",
        _ => throw new ArgumentOutOfRangeException(nameof(rows), rows, "The number of rows has to have a name."),
    };
}
