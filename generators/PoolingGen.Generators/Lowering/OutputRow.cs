namespace PoolingGen.Generators.Lowering;

/// <summary>A row of outputs.</summary>
/// <param name="Values">Its first column in the output; <see langword="null"/> where that of the row before is enough.</param>
/// <param name="Indices">Its first column in the indices, if there are any.</param>
/// <param name="IndexOffset">What is added to its indices, but for the channel of the first lane.</param>
/// <param name="Slice">Which of the slices of a tile it is in.</param>
internal sealed record OutputRow(Place? Values, Place? Indices, Index IndexOffset, int Slice = 0)
{
    /// <summary>Rows of a slice that are stored under one mask.</summary>
    private const int MostUnderMask = 4;

    /// <summary>Names the row <paramref name="offset"/> elements into a plane, or behind another row.</summary>
    public static OutputRow At(Code code, int number, OutputRow plane, Index offset) => new(
        plane.Values is { } values ? code.Let($"out{number}", values, offset) : null,
        plane.Indices is { } indices ? code.Let($"index{number}", indices, offset) : null,
        plane.IndexOffset,
        plane.Slice);

    /// <summary>Writes results, all of them or those inside the rows.</summary>
    /// <param name="code">Gets the statements.</param>
    /// <param name="rows">The rows; those of a slice follow each other.</param>
    /// <param name="column">The column of lane 0.</param>
    /// <param name="extent">Columns of a row if some lanes may lie outside; <see langword="null"/> otherwise.</param>
    /// <param name="values">A result for each row.</param>
    /// <param name="divisors">A divisor for each result, or none.</param>
    /// <param name="nest">Knows what an index counts from.</param>
    public static void Store(
        Code code, IReadOnlyList<OutputRow> rows, Index column, Index? extent, IReadOnlyList<Register> values, IReadOnlyList<Register> divisors, LoopNest nest)
    {
        if (extent is not null)
        {
            foreach (int[] slice in Enumerable.Range(0, rows.Count).GroupBy(row => rows[row].Slice).Select(static slice => slice.ToArray()))
            {
                for (int first = 0; first < slice.Length; first += MostUnderMask)
                {
                    int[] some = [.. slice.Skip(first).Take(MostUnderMask)];
                    Register[] divided = divisors.Count > 0 ? [.. some.Select(row => divisors[row])] : [];
                    code.Add(new StoreEdge(rows[some[0]].Values!, column, extent, [.. some.Select(row => values[row])], divided));
                }
            }
        }

        for (int row = 0; row < rows.Count; row++)
        {
            if (extent is null)
            {
                code.Add(new Store(rows[row].Values!, column, values[row], divisors.Count > 0 ? divisors[row] : null));
            }

            if (rows[row].Indices is { } indices)
            {
                Index offset = rows[row].IndexOffset;
                code.Add(new StoreIndices(indices, column, extent, values[row], nest.IndicesCountChannels ? offset + column : offset));
            }
        }
    }
}
