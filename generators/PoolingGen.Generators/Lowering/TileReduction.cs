using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>Emits a tree over the rows of a tile; a row is loaded where it is first needed, so that few vectors are alive at once.</summary>
/// <param name="tile">The rows, numbered as the tree's inputs are.</param>
/// <param name="load">Reads a row.</param>
/// <param name="suffix">Tells vectors side by side apart.</param>
/// <param name="exact">Whether joins have to keep NaN.</param>
/// <param name="sum">If given, watches what is read.</param>
internal sealed class TileReduction(Code code, ReductionTree tree, TileRows tile, Func<TileRow, Operation> load, string suffix, bool exact, Arithmetic arithmetic, NaNWatch.Sum? sum = null)
{
    /// <summary>Every row that was loaded, in order.</summary>
    public List<Register> Loaded { get; } = [];

    private readonly Dictionary<int, (Register Register, Span Span)> _values = [];

    /// <summary>The operation that makes a value, its operands emitted before it.</summary>
    public Operation Result(int value)
    {
        if (value < tree.Inputs || IsUsedAgain(value))
        {
            return new Copy(Emit(value).Register);
        }

        ReductionStep step = tree.Steps[value - tree.Inputs];
        return new Combine(Emit(step.Left).Register, Emit(step.Right).Register, exact, step.InOrder);
    }

    /// <summary>Whether an output is an operand too, or another output, and so needs a register of its own.</summary>
    private bool IsUsedAgain(int value) =>
        tree.Steps.Any(step => step.Left == value || step.Right == value) || tree.Outputs.Count(output => output == value) > 1;

    private (Register Register, Span Span) Emit(int value)
    {
        if (_values.TryGetValue(value, out var known))
        {
            return known;
        }

        if (value < tree.Inputs)
        {
            Span single = new(value % tile.RowCount, value % tile.RowCount, value / tile.RowCount, value / tile.RowCount);
            return _values[value] = (Read(tile[value], Name(single)), single);
        }

        ReductionStep step = tree.Steps[value - tree.Inputs];
        var left = Emit(step.Left);
        var right = Emit(step.Right);
        Span span = left.Span.To(right.Span);
        Register register = code.Define(Name(span), new Combine(left.Register, right.Register, exact, step.InOrder));
        return _values[value] = (register, span);
    }

    private Register Read(TileRow row, string name)
    {
        Register value = code.DefineTap(name, load(row), arithmetic);
        Loaded.Add(value);
        sum?.See(value);
        return row.Mask(code, value);
    }

    /// <summary>A value is called by the rows that are in it; while not all slices are, by those too.</summary>
    private string Name(Span span)
    {
        string rows = span.FirstRow == span.LastRow ? $"r{span.FirstRow}" : $"r{span.FirstRow}to{span.LastRow}";
        bool all = span.FirstSlice == 0 && span.LastSlice == tile.SliceCount - 1;
        string slices = all ? "" : span.FirstSlice == span.LastSlice ? $"s{span.FirstSlice}" : $"s{span.FirstSlice}to{span.LastSlice}";
        return $"{rows}{slices}{suffix}";
    }

    /// <summary>Which rows of which slices have been joined.</summary>
    private readonly record struct Span(int FirstRow, int LastRow, int FirstSlice, int LastSlice)
    {
        public Span To(Span last) => new(
            Math.Min(FirstRow, last.FirstRow), Math.Max(LastRow, last.LastRow), Math.Min(FirstSlice, last.FirstSlice), Math.Max(LastSlice, last.LastSlice));
    }
}

/// <summary>The rows that a tile reads. Row r of slice s has the number s * <paramref name="RowCount"/> + r.</summary>
internal sealed record TileRows(int RowCount, int SliceCount, IReadOnlyDictionary<int, TileRow> Rows)
{
    public TileRow this[int number] => Rows[number];

    /// <summary>The same rows, each with a place of its own.</summary>
    public TileRows Place(Code code) => this with
    {
        Rows = Rows.OrderBy(static row => row.Key).ToDictionary(
            static row => row.Key,
            row => row.Value with { Place = code.Let(Name(row.Key), row.Value.Place, row.Value.Offset), Offset = 0 }),
    };

    /// <summary>The same rows for vectors half as wide.</summary>
    public TileRows Halve(Code code)
    {
        Dictionary<Register, Register> masks = Rows.OrderBy(static row => row.Key)
            .SelectMany(static row => row.Value.Masks)
            .Distinct()
            .ToDictionary(static mask => mask, mask => Halves.Lower(code, mask));
        return this with
        {
            Rows = Rows.ToDictionary(static row => row.Key, row => row.Value with { Masks = [.. row.Value.Masks.Select(mask => masks[mask])] }),
        };
    }

    /// <summary>What the place of a row is called.</summary>
    public string Name(int number) => SliceCount == 1 ? $"in{number}" : $"in{number % RowCount}s{number / RowCount}";
}

/// <summary>A row that a tile reads.</summary>
/// <param name="Place">Its first column, or that of the plane or slice that it lies in.</param>
/// <param name="Offset">From there to its first column.</param>
/// <param name="Position">Where its first column lies in its plane, in row-major order.</param>
/// <param name="Masks">Masks of all lanes or of none, which say together whether the row is in the plane.</param>
/// <param name="Splat">The position in all lanes of a column register, if there is one.</param>
internal sealed record TileRow(Place Place, Index Offset, Index Position, IReadOnlyList<Register> Masks, Register? Splat = null)
{
    /// <summary>What was read of the row, or the identity if the row is outside.</summary>
    public Register Mask(Code code, Register read)
    {
        Register value = read;
        for (int mask = 0; mask < Masks.Count; mask++)
        {
            value = code.Define($"{read.Name}Inside{(mask == 0 ? "" : mask + 1)}", new SelectInside(Masks[mask], value));
        }

        return value;
    }
}
