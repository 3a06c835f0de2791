namespace PoolingGen.Generators.Planning;

/// <summary>Plans how the input rows of a tile become its output rows.</summary>
internal static class RowTree
{
    /// <summary>Input rows that the windows of <paramref name="outputRows"/> neighbouring output rows span.</summary>
    public static int InputRows(PlanAxis rows, int outputRows) => (outputRows - 1) * rows.Stride + (int)rows.EffectiveSize;

    /// <summary>The cheapest tree for a tile.</summary>
    /// <param name="rows">The windows.</param>
    /// <param name="outputRows">Output rows of the tile, in each of its slices. Output row r of slice s is number
    /// <c>r * slices.Outputs + s</c> of the tree's outputs.</param>
    /// <param name="slices">Slices of the tile. Input <c>slice * InputRows + row</c> of the tree is a row of a slice.</param>
    /// <param name="idempotent">Whether partial results may overlap.</param>
    /// <param name="ordered">Whether positions tell taps apart, and every tap has one: the order of joins then says what they cost.</param>
    /// <remarks>
    /// A row is first joined with the same row of the other slices. Windows of neighbouring output rows overlap. Of an
    /// idempotent reduction the common rows of a group of windows are reduced once, then joined with one row above them
    /// after the other, and each of these with what its window has below (van Herk and Gil-Werman's idea, inside a tile);
    /// likewise the common slices of neighbouring output slices. Sums are added from top to bottom, whatever the tile, those of
    /// long windows slice by slice. With positions it may be cheaper to join the slices last, because rows of several slices
    /// are out of order.
    /// </remarks>
    public static ReductionTree Plan(PlanAxis rows, int outputRows, TileSlices slices, bool idempotent, bool ordered = false)
    {
        int largestGroup = idempotent && rows.Dilation == 1 ? outputRows : 1;
        IEnumerable<bool> slicesLast = ordered && slices.Taps > 1 ? [false, true] : [!idempotent && slices.SumsComeLast];
        return slicesLast
            .SelectMany(last => Enumerable.Range(1, largestGroup).Select(group => new RowTreeBuilder(rows, outputRows, slices, idempotent, ordered).Build(group, last)))
            .OrderBy(tree => Cost(tree))
            .First();
    }

    /// <summary>What the joins cost. One that compares positions, too, is as good as two that are in order.</summary>
    public static int Cost(ReductionTree tree) =>
        tree.Steps.Any(static step => step.InOrder) ? tree.Steps.Sum(static step => step.InOrder ? 1 : 2) : tree.Steps.Count;

    private sealed class RowTreeBuilder(PlanAxis rows, int outputRows, TileSlices slices, bool idempotent, bool ordered)
    {
        private readonly int _inputRows = InputRows(rows, outputRows);
        private readonly ReductionTreeBuilder _tree = new(InputRows(rows, outputRows) * slices.Inputs);

        public ReductionTree Build(int groupSize, bool slicesLast)
        {
            IReadOnlyList<int>[] outputs = slicesLast ? SlicesLast(groupSize) : SlicesFirst(groupSize);
            return _tree.Build(outputs.SelectMany(static row => row));
        }

        /// <summary>The windows of each output row: one of each slice.</summary>
        private IReadOnlyList<int>[] SlicesFirst(int groupSize)
        {
            Dictionary<int, IReadOnlyList<int>> joined = [];
            IReadOnlyList<int>[] windows = [.. Enumerable.Range(0, slices.Outputs)
                .Select(slice => OfRows(row => (joined.TryGetValue(row, out var known) ? known : joined[row] = OfSlices(number => Input(number, row)))[slice], groupSize, ordered && slices.Taps == 1))];
            return [.. Enumerable.Range(0, outputRows).Select(row => windows.Select(window => window[row]).ToArray())];
        }

        private IReadOnlyList<int>[] SlicesLast(int groupSize)
        {
            IReadOnlyList<int>[] windows = [.. Enumerable.Range(0, slices.Inputs).Select(slice => OfRows(row => Input(slice, row), groupSize, ordered))];
            return [.. Enumerable.Range(0, outputRows).Select(row => OfSlices(slice => windows[slice][row]))];
        }

        private int Input(int slice, int row) => slice * _inputRows + row;

        private IReadOnlyList<int> OfRows(Func<int, int> row, int groupSize, bool inOrder) =>
            new WindowTree(_tree, row, inOrder).Join(outputRows, rows.Size, rows.Stride, rows.Dilation, groupSize);

        private IReadOnlyList<int> OfSlices(Func<int, int> slice) =>
            new WindowTree(_tree, slice, ordered).Join(slices.Outputs, slices.Taps, slices.Stride, 1, idempotent ? slices.Outputs : 1);
    }

    /// <summary>Joins windows along one axis.</summary>
    /// <param name="item">What is joined, by its place along the axis.</param>
    private sealed class WindowTree(ReductionTreeBuilder tree, Func<int, int> item, bool inOrder)
    {
        /// <summary>The first and the last place of every value, and the value of every such run: groups of windows have some in common.</summary>
        private readonly Dictionary<int, (int First, int Last)> _runs = [];
        private readonly Dictionary<(int First, int Last), int> _values = [];

        /// <summary>The values of neighbouring windows.</summary>
        /// <param name="groupSize">How many of them share what they have in common.</param>
        public IReadOnlyList<int> Join(int windows, int size, int stride, int dilation, int groupSize)
        {
            List<int> outputs = [];
            for (int first = 0; first < windows; first += groupSize)
            {
                AddGroup(outputs, first, Math.Min(first + groupSize, windows) - 1, size, stride, dilation);
            }

            return outputs;
        }

        private int Item(int place) => Remember((place, place), () => item(place));

        /// <summary>Joins a run with one that follows it.</summary>
        private int Join(int left, int right) =>
            Remember((_runs[left].First, _runs[right].Last), () => tree.Join(left, right, inOrder: inOrder));

        private int Chain(int begin, int count, int step) => Enumerable.Range(0, count).Select(tap => Item(begin + tap * step)).Aggregate(Join);

        private int Remember((int First, int Last) run, Func<int> make)
        {
            if (!_values.TryGetValue(run, out int value))
            {
                _values[run] = value = make();
                _runs[value] = run;
            }

            return value;
        }

        private void AddGroup(List<int> outputs, int first, int last, int size, int stride, int dilation)
        {
            // What all windows of the group have.
            int commonBegin = last * stride;
            int commonEnd = first * stride + (size - 1) * dilation + 1;
            if (first == last || commonBegin >= commonEnd)
            {
                outputs.AddRange(Enumerable.Range(first, last - first + 1).Select(output => Chain(output * stride, size, dilation)));
                return;
            }

            // What a window has of that and above, the highest window the most; and what it has below.
            int value = Chain(commonBegin, commonEnd - commonBegin, 1);
            Dictionary<int, int> above = new() { [commonBegin] = value };
            for (int place = commonBegin - 1; place >= first * stride; place--)
            {
                above[place] = value = Join(Item(place), value);
            }

            Dictionary<int, int> below = [];
            for (int place = commonEnd; place < last * stride + size; place++)
            {
                below[place + 1] = value = place == commonEnd ? Item(place) : Join(value, Item(place));
            }

            for (int output = first; output <= last; output++)
            {
                int upper = above[output * stride];
                outputs.Add(below.TryGetValue(output * stride + size, out int lower) ? Join(upper, lower) : upper);
            }
        }
    }
}

/// <summary>The slices of a tile.</summary>
/// <param name="Outputs">Neighbouring slices of outputs.</param>
/// <param name="Taps">Slices of a window.</param>
/// <param name="Stride">How far neighbouring windows are apart if there are several output slices: they lie along one axis then, without dilation.</param>
/// <param name="SumsComeLast">Whether sums of the rows of each are added, not rows of all of them.</param>
internal sealed record TileSlices(int Outputs, int Taps, int Stride, bool SumsComeLast = false)
{
    /// <summary>A kernel without slices has one.</summary>
    public static readonly TileSlices None = new(1, 1, 1);

    /// <summary>Slices that the windows span.</summary>
    public int Inputs => (Outputs - 1) * Stride + Taps;
}
