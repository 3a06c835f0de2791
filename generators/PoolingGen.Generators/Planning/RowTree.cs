namespace PoolingGen.Generators.Planning;

/// <summary>Plans how the input rows of a tile become its output rows.</summary>
internal static class RowTree
{
    /// <summary>Input rows that the windows of <paramref name="outputRows"/> neighbouring output rows span.</summary>
    public static int InputRows(PlanAxis rows, int outputRows) => (outputRows - 1) * rows.Stride + (int)rows.EffectiveSize;

    /// <summary>The cheapest tree for a tile.</summary>
    /// <param name="rows">The windows.</param>
    /// <param name="outputRows">Output rows of the tile.</param>
    /// <param name="slices">Slices of a window. Input <c>slice * InputRows + row</c> of the tree is a row of a slice.</param>
    /// <param name="idempotent">Whether partial results may overlap.</param>
    /// <param name="ordered">Whether positions tell taps apart, and every tap has one: the order of joins then says what they cost.</param>
    /// <remarks>
    /// A row is first joined with the same row of the other slices. Windows of neighbouring output rows overlap. Of an
    /// idempotent reduction the common rows of a group of windows are reduced once, then joined with one row above them
    /// after the other, and each of these with what its window has below (van Herk and Gil-Werman's idea, inside a tile).
    /// Sums are added from top to bottom, whatever the tile. With positions it may be cheaper to join the slices last,
    /// because rows of several slices are out of order.
    /// </remarks>
    public static ReductionTree Plan(PlanAxis rows, int outputRows, int slices, bool idempotent, bool ordered = false)
    {
        int largestGroup = idempotent && rows.Dilation == 1 ? outputRows : 1;
        IEnumerable<bool> slicesLast = ordered && slices > 1 ? [false, true] : [false];
        return slicesLast
            .SelectMany(last => Enumerable.Range(1, largestGroup).Select(group => new RowTreeBuilder(rows, outputRows, slices, last, ordered).Build(group)))
            .OrderBy(tree => Cost(tree))
            .First();
    }

    /// <summary>What the joins cost. One that compares positions, too, is as good as two that are in order.</summary>
    public static int Cost(ReductionTree tree) =>
        tree.Steps.Any(static step => step.InOrder) ? tree.Steps.Sum(static step => step.InOrder ? 1 : 2) : tree.Steps.Count;

    private sealed class RowTreeBuilder(PlanAxis rows, int outputRows, int slices, bool slicesLast, bool ordered)
    {
        /// <summary>Whether the rows that are joined are of one slice.</summary>
        private readonly bool _rowsInOrder = ordered && (slicesLast || slices == 1);

        private readonly int _inputRows = InputRows(rows, outputRows);
        private readonly ReductionTreeBuilder _tree = new(InputRows(rows, outputRows) * slices);
        private readonly List<int> _outputs = [];

        /// <summary>The slice whose rows are joined, if slices are joined last.</summary>
        private int _slice;

        /// <summary>The first and the last row of every value, and the value of every such run: groups of windows have some in common.</summary>
        private readonly Dictionary<int, (int First, int Last)> _runs = [];
        private readonly Dictionary<(int First, int Last), int> _values = [];

        public ReductionTree Build(int groupSize)
        {
            if (!slicesLast)
            {
                AddGroups(groupSize);
                return _tree.Build(_outputs);
            }

            for (_slice = 0; _slice < slices; _slice++)
            {
                _values.Clear();
                AddGroups(groupSize);
            }

            int[] outputs = [.. Enumerable.Range(0, outputRows)
                .Select(output => _tree.Chain(Enumerable.Range(0, slices).Select(slice => _outputs[slice * outputRows + output]), ordered))];
            return _tree.Build(outputs);
        }

        private void AddGroups(int groupSize)
        {
            for (int first = 0; first < outputRows; first += groupSize)
            {
                AddGroup(first, Math.Min(first + groupSize, outputRows) - 1);
            }
        }

        /// <summary>A row of all slices, or of the slice whose rows are joined.</summary>
        private int Row(int row) => Remember((row, row), () => slicesLast
            ? _slice * _inputRows + row
            : _tree.Chain(Enumerable.Range(0, slices).Select(slice => slice * _inputRows + row), ordered));

        /// <summary>Joins a run of rows with one that follows it.</summary>
        private int Join(int left, int right) =>
            Remember((_runs[left].First, _runs[right].Last), () => _tree.Join(left, right, inOrder: _rowsInOrder));

        private int Chain(int begin, int count, int step) => Enumerable.Range(0, count).Select(tap => Row(begin + tap * step)).Aggregate(Join);

        private int Remember((int First, int Last) run, Func<int> make)
        {
            if (!_values.TryGetValue(run, out int value))
            {
                _values[run] = value = make();
                _runs[value] = run;
            }

            return value;
        }

        private void AddGroup(int first, int last)
        {
            // The rows that all windows of the group have.
            int commonBegin = last * rows.Stride;
            int commonEnd = first * rows.Stride + (int)rows.EffectiveSize;
            if (first == last || commonBegin >= commonEnd)
            {
                _outputs.AddRange(Enumerable.Range(first, last - first + 1).Select(output => Chain(output * rows.Stride, rows.Size, rows.Dilation)));
                return;
            }

            // What a window has of these and above, the highest window the most; and what it has below.
            int value = Chain(commonBegin, commonEnd - commonBegin, 1);
            Dictionary<int, int> above = new() { [commonBegin] = value };
            for (int row = commonBegin - 1; row >= first * rows.Stride; row--)
            {
                above[row] = value = Join(Row(row), value);
            }

            Dictionary<int, int> below = [];
            for (int row = commonEnd; row < last * rows.Stride + rows.Size; row++)
            {
                below[row + 1] = value = row == commonEnd ? Row(row) : Join(value, Row(row));
            }

            for (int output = first; output <= last; output++)
            {
                int upper = above[output * rows.Stride];
                _outputs.Add(below.TryGetValue(output * rows.Stride + rows.Size, out int lower) ? Join(upper, lower) : upper);
            }
        }
    }
}
