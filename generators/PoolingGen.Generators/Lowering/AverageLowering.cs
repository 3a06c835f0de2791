using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>
/// Turns sums into averages by one multiplication with the reciprocal of the divisor, which is rounded once. The
/// divisor is the number of taps inside the input, or all of the window's where padding counts.
/// </summary>
internal sealed class AverageLowering(WindowPlan plan, TensorShape shape, Index windowRows)
{
    private readonly AxisSpec _columns = plan.ColumnAxis;
    private readonly Register _full = new("fullScale");
    private Register _scale = new("fullScale");

    private bool CountsPad => plan.Pooling.CountIncludePad;

    private bool VariesByColumn => !CountsPad && (_columns.PadBegin > 0 || _columns.PadEnd > 0);

    private Index Rows => CountsPad ? plan.RowAxis.Size : windowRows;

    /// <summary>The scale of windows that lie inside the row, where it is known at compile time.</summary>
    private Splat? Constant => Rows * _columns.Size is ConstantIndex count ? new Splat(1f / count.Value) : null;

    /// <summary>Defines the scale of windows that lie inside the row.</summary>
    public void DefineFull(Code code)
    {
        if (Constant is { } scale)
        {
            if (!VariesByColumn)
            {
                code.Add(new Define(_full, scale));
            }

            return;
        }

        Register one = code.Define("one", new Splat(1));
        Register taps = code.Define("fullTaps", new SplatIndex(Rows * _columns.Size));
        code.Add(new Define(_full, new Divide(one, taps)));
    }

    public void Declare(Code code)
    {
        if (VariesByColumn)
        {
            _scale = code.Declare("scale");
        }
    }

    public void AssignFull(Code code)
    {
        if (VariesByColumn)
        {
            code.Add(new Assign(_scale, Constant ?? (Operation)new Copy(_full)));
        }
    }

    /// <summary>At the ends of a row each window has a number of taps of its own.</summary>
    public void AssignEdge(Code code, Index x)
    {
        if (!VariesByColumn)
        {
            return;
        }

        Register columns = code.Define("tapColumns", new TapCounts(x * _columns.Stride + -_columns.PadBegin, _columns.Size, _columns.Stride, shape.Width));
        Register rows = code.Define("tapRows", new SplatIndex(Rows));
        Register taps = code.Define("taps", new Multiply(columns, rows));
        code.Add(new Assign(_scale, new Divide(code.Define("unit", new Splat(1)), taps)));
    }

    public IReadOnlyList<Register> Scale(Code code, IReadOnlyList<Register> sums) =>
        [.. sums.Select((sum, row) => code.Define($"average{row}", new Multiply(sum, _scale)))];
}
