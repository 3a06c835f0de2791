using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>Emits a tree over the rows of a tile; a row is loaded where it is first needed, so that few vectors are alive at once.</summary>
/// <param name="tile">The rows, numbered as the tree's inputs are.</param>
/// <param name="load">Reads a row.</param>
/// <param name="suffix">Tells vectors side by side apart.</param>
/// <param name="exact">Whether joins have to keep NaN.</param>
/// <param name="watch">If given, watches what is read.</param>
internal sealed class TileReduction(Code code, ReductionTree tree, TileRows tile, Func<TileRow, Operation> load, string suffix, bool exact, Arithmetic arithmetic, NaNWatch? watch = null)
{
    private readonly Dictionary<int, (Register Register, Span Span)> _values = [];

    /// <summary>Values of a single row that may lie outside the plane, and are the identity then.</summary>
    private readonly Dictionary<int, Register> _inside = [];

    /// <summary>The operation that makes a value, its operands emitted before it.</summary>
    public Operation Result(int value)
    {
        if (value < tree.Inputs || IsUsedAgain(value))
        {
            Emit(value);
            return new Copy(Inside(value));
        }

        ReductionStep step = tree.Steps[value - tree.Inputs];
        (Operation result, Span span) = Join(step);
        return MaskOf(span) is { } mask ? new SelectInside(mask, code.Define(Name(span), result)) : result;
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

        (Operation result, Span span) = Join(tree.Steps[value - tree.Inputs]);
        return _values[value] = (code.Define(Name(span), result), span);
    }

    private (Operation Result, Span Span) Join(ReductionStep step)
    {
        var left = Emit(step.Left);
        var right = Emit(step.Right);
        Span span = left.Span.To(right.Span);
        return (new Combine(span.IsRow ? left.Register : Inside(step.Left), span.IsRow ? right.Register : Inside(step.Right), exact, step.InOrder), span);
    }

    /// <summary>A value that was emitted; what was read of a row outside the plane becomes the identity once its slices are joined.</summary>
    private Register Inside(int value)
    {
        (Register register, Span span) = _values[value];
        return MaskOf(span) is not { } mask ? register
            : _inside.TryGetValue(value, out Register known) ? known
            : _inside[value] = code.Define($"{register.Name}Inside", new SelectInside(mask, register));
    }

    /// <summary>The mask of a value of a single row that may lie outside the plane.</summary>
    private Register? MaskOf(Span span) => span.IsRow && tile.RowMasks.TryGetValue(span.FirstRow, out Register mask) ? mask : null;

    private Register Read(TileRow row, string name)
    {
        Register value = code.DefineTap(name, load(row), arithmetic);
        watch?.See(value);
        return row.Mask(code, value);
    }

    /// <summary>A value is called by the rows that are in it; while not all slices are, by those too.</summary>
    private string Name(Span span)
    {
        string rows = span.IsRow ? $"r{span.FirstRow}" : $"r{span.FirstRow}to{span.LastRow}";
        bool all = span.FirstSlice == 0 && span.LastSlice == tile.SliceCount - 1;
        string slices = all ? "" : span.FirstSlice == span.LastSlice ? $"s{span.FirstSlice}" : $"s{span.FirstSlice}to{span.LastSlice}";
        return $"{rows}{slices}{suffix}";
    }

    /// <summary>Which rows of which slices have been joined.</summary>
    private readonly record struct Span(int FirstRow, int LastRow, int FirstSlice, int LastSlice)
    {
        public bool IsRow => FirstRow == LastRow;

        public Span To(Span last) => new(
            Math.Min(FirstRow, last.FirstRow), Math.Max(LastRow, last.LastRow), Math.Min(FirstSlice, last.FirstSlice), Math.Max(LastSlice, last.LastSlice));
    }
}

/// <summary>The rows that a tile reads. Row r of slice s has the number s * <paramref name="RowCount"/> + r.</summary>
/// <param name="RowMasks">Masks of all lanes or of none, which say whether a row, of all slices, is in the plane.</param>
internal sealed record TileRows(int RowCount, int SliceCount, IReadOnlyDictionary<int, TileRow> Rows, IReadOnlyDictionary<int, Register> RowMasks)
{
    /// <summary>
    /// Rows that are read from one place. With a place for each there are not registers enough: on Zen 4, maxima of 2x2x2 took 10 %
    /// more time, 3x3 at stride 1 3 to 8 %. Distances of up to twice the width are part of an address on x86, and three times
    /// takes a register for all places; the others are worth it in rows of a single block, of which there is nothing to count. Known
    /// distances are part of any address.
    /// </summary>
    public const int MostFromOnePlace = 4;
    public const int MostFromPlaceOfOneBlock = 8;

    public static readonly IReadOnlyDictionary<int, Register> NoMasks = new Dictionary<int, Register>();

    public TileRow this[int number] => Rows[number];

    /// <summary>The same rows, each with a place of its own.</summary>
    public TileRows Place(Code code) => this with
    {
        Rows = Rows.OrderBy(static row => row.Key).ToDictionary(
            static row => row.Key,
            row => row.Value with { Place = code.Let(Name("in", row.Key), row.Value.Place, row.Value.Offset), Offset = 0 }),
    };

    /// <summary>The same rows from a column on: a place of several of them, which is that of the first, is moved there once.</summary>
    public TileRows From(Code code, Index column)
    {
        Dictionary<Place, Place> moved = Rows.OrderBy(static row => row.Key)
            .GroupBy(static row => row.Value.Place)
            .Where(rows => column is not ConstantIndex && rows.Count() > 1 && rows.First().Value.Offset is ConstantIndex { Value: 0 })
            .ToDictionary(static rows => rows.Key, rows => code.Let(Name("from", rows.First().Key), rows.Key, column));
        return this with
        {
            Rows = Rows.ToDictionary(
                static row => row.Key,
                row => moved.TryGetValue(row.Value.Place, out Place place) ? row.Value with { Place = place } : row.Value with { Offset = row.Value.Offset + column }),
        };
    }

    /// <summary>The same rows for vectors half as wide.</summary>
    public TileRows Halve(Code code)
    {
        Dictionary<Register, Register> masks = Rows.OrderBy(static row => row.Key)
            .SelectMany(static row => row.Value.Masks)
            .Concat(RowMasks.OrderBy(static row => row.Key).Select(static row => row.Value))
            .Distinct()
            .ToDictionary(static mask => mask, mask => Halves.Lower(code, mask));
        return this with
        {
            Rows = Rows.ToDictionary(static row => row.Key, row => row.Value with { Masks = [.. row.Value.Masks.Select(mask => masks[mask])] }),
            RowMasks = RowMasks.ToDictionary(static row => row.Key, row => masks[row.Value]),
        };
    }

    /// <summary>What a place of a row is called.</summary>
    public static string Name(string prefix, int row, int slice, int slices) => slices == 1 ? $"{prefix}{row}" : $"{prefix}{row}s{slice}";

    private string Name(string prefix, int number) => Name(prefix, number % RowCount, number / RowCount, SliceCount);
}

/// <summary>A row that a tile reads.</summary>
/// <param name="Place">Its first column, or that of the plane or slice that it lies in.</param>
/// <param name="Offset">From there to its first column.</param>
/// <param name="Position">Where its first column lies in its plane, in row-major order.</param>
/// <param name="Masks">Masks of all lanes or of none, which say together whether its slice is in the plane.</param>
/// <param name="Splat">The position in all lanes of a column register, if there is one.</param>
internal sealed record TileRow(Place Place, Index Offset, Index Position, IReadOnlyList<Register> Masks, Register? Splat = null)
{
    /// <summary>What was read of the row, or the identity if its slice is outside.</summary>
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
