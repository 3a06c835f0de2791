using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>Reduces the columns of a block, row by row, and carries what the next block needs of this one.</summary>
/// <param name="lag">How many columns the lanes lie before those that the tree means: those behind are shifted in, too.</param>
internal sealed class ColumnLowering(WindowPlan plan, int lanes, int outputRows, bool exact, int lag = 0)
{
    private readonly ReductionTree _tree = plan.Columns;
    private readonly int _stride = plan.ColumnAxis.Stride;

    /// <summary>This block's registers, by value of the tree, for each output row.</summary>
    private readonly Dictionary<int, Register>[] _values = [.. Enumerable.Range(0, outputRows).Select(_ => new Dictionary<int, Register>())];

    /// <summary>For each value that is needed shifted: how many blocks back its farthest lane lies.</summary>
    private IEnumerable<(int Value, int Depth)> Carried =>
        _tree.Steps.Where(step => step.Shift > 0)
            .GroupBy(step => step.Right)
            .Select(steps => (steps.Key, steps.Max(step => (step.Shift + lanes - 1) / lanes)));

    /// <summary>The registers of blocks before, by output row, value of the tree and how many blocks back.</summary>
    private readonly Dictionary<(int Row, int Value, int Back), Register> _before = [];

    /// <summary>Before the first block lies padding: the identity.</summary>
    public void DeclareCarried(Code code)
    {
        foreach ((int row, int value, int back) in CarriedBlocks())
        {
            _before[(row, value, back)] = code.Declare($"{Name(row, value)}Before{(back == 1 ? "" : back.ToString())}", new Identity());
        }
    }

    /// <summary>Before a block of vectors half as wide lie the halves of what was carried so far.</summary>
    public void TakeCarried(Code code, ColumnLowering wholes)
    {
        foreach ((int row, int value, int back) in CarriedBlocks())
        {
            Register whole = wholes.Before(row, value, (back + 1) / 2);
            _before[(row, value, back)] = back % 2 == 1 ? Halves.Upper(code, whole) : Halves.Lower(code, whole);
        }
    }

    public IReadOnlyList<Register> Reduce(Code code, Register[][] reduced) =>
        [.. Enumerable.Range(0, outputRows).Select(row => ReduceRow(code, row, reduced[row]))];

    /// <summary>Hands this block's values on to the next one, the farthest first.</summary>
    public void Carry(Code code)
    {
        if (Carried.Any())
        {
            code.Remark("The next block starts from the last columns of this one.");
        }

        for (int row = 0; row < outputRows; row++)
        {
            foreach ((int value, int depth) in Carried)
            {
                for (int back = depth; back > 1; back--)
                {
                    code.Add(new Assign(Before(row, value, back), new Copy(Before(row, value, back - 1))));
                }

                code.Add(new Assign(Before(row, value, 1), new Copy(_values[row][value])));
            }
        }
    }

    private Register ReduceRow(Code code, int row, Register[] vectors)
    {
        if (row == 0 && _tree.Steps.Count > 0)
        {
            code.Remark(lag > 0 ? "Columns: joined with those around them, which are shifted in from both sides."
                : _stride == 1 ? "Columns: joined with those before them, which are shifted in from the left."
                : $"Columns: every {Ordinal(_stride)} one to a vector, so that lane i belongs to output x + i; then joined.");
        }

        Dictionary<int, Register> values = _values[row];
        HashSet<int> used = [.. _tree.Steps.SelectMany(step => new[] { step.Left, step.Right }), .. _tree.Outputs];
        for (int phase = 0; phase < _stride; phase++)
        {
            if (used.Contains(phase))
            {
                values[phase] = _stride == 1 ? vectors[0] : code.Define(Name(row, phase), lanes == 1 ? new Copy(vectors[phase]) : new Deinterleave(vectors, phase));
            }
        }

        for (int index = 0; index < _tree.Steps.Count; index++)
        {
            ReductionStep step = _tree.Steps[index];
            Register left = Shifted(code, row, step.Left, 0);
            Register right = Shifted(code, row, step.Right, step.Shift);
            values[_tree.Inputs + index] = code.Define(Name(row, _tree.Inputs + index), new Combine(left, right, exact, step.InOrder));
        }

        return values[_tree.Outputs[0]];
    }

    /// <summary>The columns so many before those that the tree means; what is joined already lies where it means.</summary>
    private Register Shifted(Code code, int row, int value, int shift)
    {
        int back = value < _tree.Inputs ? shift - lag : shift;
        return back == 0 ? _values[row][value] : back > 0 ? Back(code, row, value, back) : Ahead(code, row, value, -back);
    }

    /// <summary>Columns behind those of the block's lanes; behind its last lane lies padding.</summary>
    private Register Ahead(Code code, int row, int value, int distance)
    {
        Register padding = Before(row, value, 1);
        return distance >= lanes
            ? padding
            : code.Define($"{Name(row, value)}Ahead{distance}", new ShiftIn(padding, _values[row][value], lanes - distance));
    }

    private Register Back(Code code, int row, int value, int shift)
    {
        int blocks = shift / lanes;
        int within = shift % lanes;
        if (within == 0)
        {
            return Before(row, value, blocks);
        }

        Register current = blocks == 0 ? _values[row][value] : Before(row, value, blocks);
        return code.Define($"{Name(row, value)}Back{shift}", new ShiftIn(current, Before(row, value, blocks + 1), within));
    }

    private IEnumerable<(int Row, int Value, int Back)> CarriedBlocks() =>
        from row in Enumerable.Range(0, outputRows)
        from carried in Carried
        from back in Enumerable.Range(1, carried.Depth)
        select (row, carried.Value, back);

    private Register Before(int row, int value, int back) => _before[(row, value, back)];

    private static string Ordinal(int number) => number switch
    {
        2 => "2nd",
        3 => "3rd",
        _ => $"{number}th",
    };

    /// <summary>Inputs are called by the column of the group that they hold, joins by their number in the tree.</summary>
    private string Name(int row, int value) =>
        value >= _stride ? $"join{value - _stride}_{row}"
        : _stride == 1 ? $"v{row}"
        : _stride == 2 ? (value == 0 ? $"even{row}" : $"odd{row}")
        : $"phase{value}_{row}";
}
