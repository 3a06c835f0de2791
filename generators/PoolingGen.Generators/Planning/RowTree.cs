namespace PoolingGen.Generators.Planning;

/// <summary>Plans how the input rows of a tile become its output rows.</summary>
internal static class RowTree
{
    /// <summary>Input rows that the windows of <paramref name="outputRows"/> neighbouring output rows span.</summary>
    public static int InputRows(AxisSpec rows, int outputRows) => (outputRows - 1) * rows.Stride + rows.Size;

    /// <summary>The cheapest tree for a tile.</summary>
    /// <remarks>
    /// Windows of neighbouring output rows overlap. Of an idempotent reduction the common rows of a group of windows
    /// are reduced once and joined with what each window has above and below them (van Herk and Gil-Werman's idea,
    /// inside a tile). Sums are added from top to bottom, whatever the tile.
    /// </remarks>
    public static ReductionTree Plan(AxisSpec rows, int outputRows, bool idempotent)
    {
        int largestGroup = idempotent ? outputRows : 1;
        return Enumerable.Range(1, largestGroup)
            .Select(group => Build(rows, outputRows, group))
            .OrderBy(tree => tree.Steps.Count)
            .First();
    }

    private static ReductionTree Build(AxisSpec rows, int outputRows, int groupSize)
    {
        ReductionTreeBuilder tree = new(InputRows(rows, outputRows));
        List<int> outputs = [];
        for (int first = 0; first < outputRows; first += groupSize)
        {
            int last = Math.Min(first + groupSize, outputRows) - 1;
            AddGroup(tree, rows, first, last, outputs);
        }

        return tree.Build(outputs);
    }

    private static void AddGroup(ReductionTreeBuilder tree, AxisSpec rows, int first, int last, List<int> outputs)
    {
        // The rows that all windows of the group have.
        int commonBegin = last * rows.Stride;
        int commonEnd = first * rows.Stride + rows.Size;
        if (commonBegin >= commonEnd)
        {
            outputs.AddRange(Enumerable.Range(first, last - first + 1)
                .Select(output => tree.Chain(Enumerable.Range(output * rows.Stride, rows.Size))));
            return;
        }

        int common = tree.Chain(Enumerable.Range(commonBegin, commonEnd - commonBegin));
        Dictionary<int, int> above = new() { [commonBegin] = -1 };
        for (int row = commonBegin - 1, value = -1; row >= first * rows.Stride; row--)
        {
            value = value < 0 ? row : tree.Join(row, value);
            above[row] = value;
        }

        Dictionary<int, int> below = new() { [commonEnd] = -1 };
        for (int row = commonEnd, value = -1; row < last * rows.Stride + rows.Size; row++)
        {
            value = value < 0 ? row : tree.Join(value, row);
            below[row + 1] = value;
        }

        for (int output = first; output <= last; output++)
        {
            int upper = above[output * rows.Stride];
            int lower = below[output * rows.Stride + rows.Size];
            int value = upper < 0 ? common : tree.Join(upper, common);
            outputs.Add(lower < 0 ? value : tree.Join(value, lower));
        }
    }
}
