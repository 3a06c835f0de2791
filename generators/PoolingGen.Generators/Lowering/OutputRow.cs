namespace PoolingGen.Generators.Lowering;

/// <summary>A row of outputs.</summary>
/// <param name="Values">The first column in the output of this row, or of the one that lies so many rows before it.</param>
/// <param name="Indices">Its first column in the indices, if there are any.</param>
/// <param name="IndexOffset">What is added to its indices, but for the channel of the first lane.</param>
/// <param name="Pitch">How many elements the row behind it begins after it.</param>
/// <param name="Slice">Which of the slices of a tile it is in, if those have several rows.</param>
/// <param name="Behind">How many rows it lies behind that of <paramref name="Values"/>.</param>
internal sealed record OutputRow(Place Values, Place? Indices, Index IndexOffset, Index Pitch, int Slice = 0, int Behind = 0)
{
    /// <summary>Rows of a slice that are written from one place, and stored under one mask.</summary>
    private const int MostFromOnePlace = TileRows.MostFromOnePlace;

    /// <summary>Names the row <paramref name="offset"/> elements into a plane, or behind another row.</summary>
    public static OutputRow At(Code code, int number, OutputRow plane, Index offset) => new(
        code.Let($"out{number}", plane.Values, offset),
        plane.Indices is { } indices ? code.Let($"index{number}", indices, offset) : null,
        plane.IndexOffset,
        plane.Pitch,
        plane.Slice);

    /// <summary>The row behind this one.</summary>
    public OutputRow Next(Code code, int number)
    {
        bool isNear = Behind + 1 < MostFromOnePlace;
        return this with
        {
            Values = isNear ? Values : code.Let($"out{number}", Values, Pitch * MostFromOnePlace),
            Indices = Indices is null ? null : code.Let($"index{number}", Indices, Pitch),
            Behind = isNear ? Behind + 1 : 0,
        };
    }

    /// <summary>Writes results, all of them or those inside the rows.</summary>
    /// <param name="code">Gets the statements.</param>
    /// <param name="rows">The rows; those of a slice lie equally far apart.</param>
    /// <param name="column">The column of lane 0.</param>
    /// <param name="extent">Columns of a row if some lanes may lie outside; <see langword="null"/> otherwise.</param>
    /// <param name="values">A result for each row.</param>
    /// <param name="divisors">A divisor for each result, or none.</param>
    /// <param name="nest">Knows what an index counts from.</param>
    public static void Store(
        Code code, IReadOnlyList<OutputRow> rows, Index column, Index? extent, IReadOnlyList<Register> values, IReadOnlyList<Register> divisors, LoopNest nest)
    {
        foreach (int[] slice in Enumerable.Range(0, rows.Count).GroupBy(row => rows[row].Slice).Select(static slice => slice.ToArray()))
        {
            for (int first = 0; first < slice.Length; first += MostFromOnePlace)
            {
                int[] some = [.. slice.Skip(first).Take(MostFromOnePlace)];
                Place start = rows[some[0]].Values;
                if (extent is not null)
                {
                    Register[] divided = divisors.Count > 0 ? [.. some.Select(row => divisors[row])] : [];
                    code.Add(new StoreEdge(start, column, extent, rows[some[0]].Pitch, [.. some.Select(row => values[row])], divided));
                    continue;
                }

                bool isShared = some.Length > 1;
                Place to = isShared ? code.Let($"to{some[0]}", start, column) : start;
                foreach (int row in some)
                {
                    Index behind = rows[row].Behind * rows[row].Pitch;
                    code.Add(new Store(to, isShared ? behind : column, values[row], divisors.Count > 0 ? divisors[row] : null));
                }
            }
        }

        for (int row = 0; row < rows.Count; row++)
        {
            if (rows[row].Indices is { } indices)
            {
                Index offset = rows[row].IndexOffset;
                code.Add(new StoreIndices(indices, column, extent, values[row], nest.IndicesCountChannels ? offset + column : offset));
            }
        }
    }
}
