using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>Reduces the columns of a block, and carries what the next block needs of this one.</summary>
/// <param name="abreast">Rows of which every step is taken before the next one.</param>
/// <param name="lag">How many columns the lanes lie before those that the tree means: those behind are shifted in, too.</param>
/// <param name="behind">If the block has been read ahead of the outputs that it completes: how many lanes they lie behind it.</param>
/// <param name="pairing">If outputs of two rows, of a single vector each, are to lie side by side: the places of their even and odd columns.</param>
/// <param name="suffix">Tells the registers of blocks that are made without a loop apart.</param>
internal sealed class ColumnLowering(
    WindowPlan plan, int lanes, int outputRows, int abreast, bool exact, int lag = 0, int behind = 0, IReadOnlyList<Register>? pairing = null, string suffix = "")
{
    private readonly ReductionTree _tree = plan.Columns;
    private readonly int _stride = plan.ColumnAxis.Stride;

    /// <summary>This block's registers, by value of the tree, for each output row.</summary>
    private readonly Dictionary<int, Register>[] _values = [.. Enumerable.Range(0, outputRows).Select(_ => new Dictionary<int, Register>())];

    /// <summary>This block's registers that lanes of the block before were shifted into, by output row, value of the tree and distance.</summary>
    private readonly Dictionary<(int Row, int Value, int Shift), Register> _shifted = [];

    private Register? _padding;
    private bool _isFirst;
    private Func<int, int, Operation?> _readShifted = static (_, _) => null;

    private int[] AllRows { get; } = [.. Enumerable.Range(0, outputRows)];

    /// <summary>What the joins take: which value, and of how many lanes before.</summary>
    private IEnumerable<(int Value, int Shift)> Taken => _tree.Steps.SelectMany((step, index) =>
    {
        int delay = DelayOf(_tree.Inputs + index);
        return new[] { (step.Left, delay), (step.Right, step.Shift + delay) };
    });

    /// <summary>For each value that is needed shifted: how many blocks back its farthest lane lies.</summary>
    private IEnumerable<(int Value, int Depth)> Carried =>
        Taken.Where(static taken => taken.Shift > 0)
            .GroupBy(static taken => taken.Value)
            .Select(taken => (taken.Key, taken.Max(taken => (taken.Shift + lanes - 1) / lanes)));

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

    /// <summary>Before the block lie others of the same rows, whose registers are at hand, and before the first of them padding.</summary>
    /// <param name="blocks">The others, from the first of the row on.</param>
    /// <param name="padding">A register that holds nothing but padding: joins with it are spared.</param>
    /// <param name="readShifted">Reads what lies in a row so many columns before the block, if it may be read.</param>
    public void Follow(IReadOnlyList<ColumnLowering> blocks, Register padding, Func<int, int, Operation?> readShifted)
    {
        _padding = padding;
        _isFirst = blocks.Count == 0;
        _readShifted = readShifted;
        foreach ((int row, int value, int back) in CarriedBlocks())
        {
            _before[(row, value, back)] = back <= blocks.Count ? blocks[blocks.Count - back]._values[row][value] : padding;
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

    /// <summary>Joins the columns of the block to outputs.</summary>
    public IReadOnlyList<Register> Reduce(Code code, Register[][] reduced)
    {
        RemarkColumns(code);
        return [.. Enumerable.Range(0, KernelPlanner.CeilingDivide(outputRows, abreast))
            .SelectMany(group => ReduceRows(code, [.. AllRows.Skip(group * abreast).Take(abreast)], reduced))];
    }

    /// <summary>Joins the columns of a row's first block, as far as the next one needs them.</summary>
    public void Begin(Code code, Register[][] reduced)
    {
        SetInputs(code, AllRows, reduced);
        for (int value = _tree.Inputs; value < _tree.Outputs[0]; value++)
        {
            Join(code, AllRows, value);
        }
    }

    /// <summary>Joins what was carried to the outputs of a row's last block, behind which lies padding.</summary>
    public IReadOnlyList<Register> End(Code code)
    {
        Register padding = code.Define("padding", new Identity());
        SetInputs(code, AllRows, [.. AllRows.Select(_ => new[] { padding })]);
        return Join(code, AllRows, _tree.Outputs[0]);
    }

    /// <summary>How many outputs <see cref="ReduceBehind"/> makes: as many as there are columns between the two windows of the last join, if these are alike.</summary>
    public static int OutputsBehind(ReductionTree tree) =>
        tree.Steps.Count > 0 && tree.Steps[tree.Steps.Count - 1] is var last && last.Left == last.Right ? last.Shift : 0;

    /// <summary>
    /// Joins the columns of a block that is all padding, behind a row's last one. Of the two windows that its first outputs are
    /// joined of, one ends in the row; what the other has of the row, the one that ends with the row has, too.
    /// </summary>
    public IReadOnlyList<Register> ReduceBehind(Code code)
    {
        code.Remark("Windows that end behind the row: the later half of each has no column of it that the row's last half window has not.");
        int window = StepOf(_tree.Outputs[0]).Left;
        foreach (int row in AllRows)
        {
            _values[row][window] = code.Define(Name(row, window), new SplatLast(Before(row, window, 1)));
        }

        return Join(code, AllRows, _tree.Outputs[0]);
    }

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

    private void RemarkColumns(Code code)
    {
        if (_tree.Steps.Count > 0)
        {
            code.Remark(lag > 0 ? "Columns: joined with those around them, which are shifted in from both sides."
                : behind > 0 ? "Columns: joined with those before them, which are shifted in from the left; last of all for the outputs of the block before."
                : pairing is not null ? "Columns: every 2nd one of two rows to a vector, so that the outputs of one follow those of the other; then joined."
                : _stride == 1 ? "Columns: joined with those before them, which are shifted in from the left."
                : $"Columns: every {Ordinal(_stride)} one to a vector, so that lane i belongs to output x + i; then joined.");
        }
    }

    /// <summary>Joins the columns of some rows of the block to outputs.</summary>
    public Register[] ReduceRows(Code code, int[] rows, Register[][] vectors)
    {
        SetInputs(code, rows, vectors);
        if (lag > 0)
        {
            return MovedBack(code, rows, _tree.Outputs[0], 0);
        }

        for (int value = _tree.Inputs; value < _tree.Inputs + _tree.Steps.Count; value++)
        {
            Join(code, rows, value);
        }

        return [.. rows.Select(row => _values[row][_tree.Outputs[0]])];
    }

    /// <summary>For each row, a vector for each phase of the stride.</summary>
    private void SetInputs(Code code, int[] rows, Register[][] vectors)
    {
        HashSet<int> used = [.. _tree.Steps.SelectMany(step => new[] { step.Left, step.Right }), .. _tree.Outputs];
        _shifted.Clear();
        foreach (int row in rows)
        {
            _values[row].Clear();
            IReadOnlyList<Operation> phases = pairing is not null
                ? [.. pairing.Select(columns => new Rearrange(vectors[2 * row][0], vectors[2 * row + 1][0], columns))]
                : Split(code, row, vectors[row], "");
            foreach (int phase in Enumerable.Range(0, _stride).Where(used.Contains))
            {
                _values[row][phase] = _stride == 1 ? vectors[row][0] : code.Define(Name(row, phase), phases[phase]);
            }
        }
    }

    /// <summary>
    /// The columns of vectors side by side, by phase. Even and odd columns take a shuffle each; of more phases, each takes one
    /// of every vector, and joins of those: an even number of them is halved first.
    /// </summary>
    /// <param name="halves">Which columns the vectors hold: the even or the odd ones, of those the even or the odd ones, and so on.</param>
    private IReadOnlyList<Operation> Split(Code code, int row, IReadOnlyList<Register> vectors, string halves)
    {
        if (lanes == 1 || vectors.Count == 1)
        {
            return [.. vectors.Select(static vector => new Copy(vector))];
        }

        if (vectors.Count == 2 || vectors.Count % 2 != 0)
        {
            return [.. vectors.Select((_, phase) => new Deinterleave(vectors, phase))];
        }

        IReadOnlyList<Operation>[] split = [.. new[] { "even", "odd" }.Select((name, half) => Split(
            code,
            row,
            [.. Enumerable.Range(0, vectors.Count / 2).Select(pair => code.Define(
                $"{halves}{name}{pair}_{row}", new Deinterleave([vectors[2 * pair], vectors[2 * pair + 1]], half)))],
            halves + name))];
        return [.. vectors.Select((_, phase) => split[phase % 2][phase / 2])];
    }

    private Register[] Join(Code code, int[] rows, int value)
    {
        ReductionStep step = StepOf(value);
        int delay = DelayOf(value);

        // All columns before those of a row's first block are padding: what has come as far back as that is complete.
        Register[] joined = _isFirst && step.Shift > 0 && _tree.LengthOf(step.Left) >= lanes
            ? [.. rows.Select(row => _values[row][step.Left])]
            : Join(code, rows, value, Back(code, rows, step.Left, delay), Back(code, rows, step.Right, step.Shift + delay));
        for (int i = 0; i < rows.Length; i++)
        {
            _values[rows[i]][value] = joined[i];
        }

        return joined;
    }

    private Register[] Join(Code code, int[] rows, int value, Register[] left, Register[] right) =>
        [.. rows.Select((row, i) => left[i] == _padding ? right[i]
            : right[i] == _padding ? left[i]
            : code.Define(Name(row, value), new Combine(left[i], right[i], exact, StepOf(value).InOrder)))];

    /// <summary>A value of so many columns before, made of columns that are shifted themselves: behind the last lane lies padding.</summary>
    private Register[] MovedBack(Code code, int[] rows, int value, int shift)
    {
        if (value < _tree.Inputs)
        {
            int back = shift - lag;
            return back >= 0 ? Back(code, rows, value, back) : [.. rows.Select(row => Ahead(code, row, value, -back))];
        }

        ReductionStep step = StepOf(value);
        Register[] left = MovedBack(code, rows, step.Left, shift);
        Register[] right = MovedBack(code, rows, step.Right, shift + step.Shift);
        return Join(code, rows, value, left, right);
    }

    private ReductionStep StepOf(int value) => _tree.Steps[value - _tree.Inputs];

    /// <summary>How many lanes a join lies behind the block: outputs, if it has been read ahead of them.</summary>
    private int DelayOf(int value) => value == _tree.Outputs[0] ? behind : 0;

    /// <summary>Columns behind those of the block's lanes; behind its last lane lies padding.</summary>
    private Register Ahead(Code code, int row, int value, int distance)
    {
        Register padding = Before(row, value, 1);
        return distance >= lanes
            ? padding
            : code.Define($"{Name(row, value)}Ahead{distance}", new ShiftIn(padding, _values[row][value], lanes - distance));
    }

    private Register[] Back(Code code, int[] rows, int value, int shift) => [.. rows.Select(row => Back(code, row, value, shift))];

    private Register Back(Code code, int row, int value, int shift)
    {
        if (shift == 0)
        {
            return _values[row][value];
        }

        int blocks = shift / lanes;
        int within = shift % lanes;
        if (within == 0)
        {
            return Before(row, value, blocks);
        }

        // Of two lanes, those of one column before are those of a block that has been read one column ahead, too.
        if (!_shifted.TryGetValue((row, value, shift), out Register shifted))
        {
            Register current = blocks == 0 ? _values[row][value] : Before(row, value, blocks);
            Register before = Before(row, value, blocks + 1);
            Operation? read = value < _tree.Inputs ? _readShifted(row, shift) : null;
            shifted = current == _padding && before == _padding ? current
                : code.Define($"{Name(row, value)}Back{shift}", read ?? new ShiftIn(current, before, within));
            _shifted[(row, value, shift)] = shifted;
        }

        return shifted;
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
        value >= _stride ? $"join{value - _stride}_{row}{suffix}"
        : _stride == 1 ? $"v{row}{suffix}"
        : _stride == 2 ? (value == 0 ? $"even{row}" : $"odd{row}")
        : $"phase{value}_{row}";
}
