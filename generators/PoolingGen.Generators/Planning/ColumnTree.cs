namespace PoolingGen.Generators.Planning;

/// <summary>Plans how the columns of a row become its outputs.</summary>
/// <remarks>
/// A row is read in groups of <c>stride</c> columns, one per output; lane i of phase p is column p of group i. The last
/// group of a window is its output's own, the earlier ones are reached by shifting in lanes of the block before. Windows
/// that are no whole number of groups begin with a part of one, or end with it.
/// </remarks>
internal static class ColumnTree
{
    /// <summary>First column of the group of output 0, counted from the first column of its window.</summary>
    /// <param name="padBegin">Columns of padding before the first of a row.</param>
    /// <param name="orderMatters">Whether windows must be joined in the same order whatever the padding.</param>
    /// <remarks>
    /// Where windows begin with whole groups, rows may too: then no block reads what lies before its row, and blocks of
    /// rows that are aligned are aligned.
    /// </remarks>
    public static int Offset(PlanAxis columns, int padBegin, bool orderMatters)
    {
        int rest = columns.Size % columns.Stride;
        bool mayEndWithPart = columns.Dilation == 1 && columns.Size > columns.Stride && rest > 0 && !orderMatters;
        return mayEndWithPart && (columns.Size - rest - padBegin) % columns.Stride == 0
            ? columns.Size - rest
            : (int)Math.Max(columns.EffectiveSize - columns.Stride, 0);
    }

    /// <param name="offset">First column of the group of output 0, as <see cref="Offset"/> has it.</param>
    /// <param name="oneLast">
    /// Whether the last column of a window is joined last of all, to what ends a column before: blocks may then be read ahead of
    /// the outputs that they complete.
    /// </param>
    public static ReductionTree Plan(PlanAxis columns, int offset, bool oneLast, bool idempotent)
    {
        int stride = columns.Stride;
        ReductionTreeBuilder tree = new(stride);
        if (columns.EffectiveSize <= stride)
        {
            return tree.Build([tree.Chain(Enumerable.Range(0, columns.Size).Select(tap => tap * columns.Dilation))]);
        }

        if (columns.Dilation % stride == 0)
        {
            // All taps are of one phase, so many groups apart.
            int step = columns.Dilation / stride;
            return tree.Build([idempotent && oneLast
                ? tree.Join(stride - 1, OverlappingDoubling(tree, stride - 1, columns.Size - 1, step), step)
                : Repeat(tree, stride - 1, columns.Size, step, idempotent)]);
        }

        return columns.Dilation == 1 ? PlanNeighbours(tree, columns, offset, idempotent) : PlanDilated(tree, columns);
    }

    private static ReductionTree PlanNeighbours(ReductionTreeBuilder tree, PlanAxis columns, int offset, bool idempotent)
    {
        int stride = columns.Stride;
        int groups = columns.Size / stride;
        int rest = columns.Size % stride;
        int group = tree.Chain(Enumerable.Range(0, stride));
        int window = Repeat(tree, group, groups, 1, idempotent);
        if (rest > 0 && offset == columns.Size - rest)
        {
            int end = tree.Chain(Enumerable.Range(0, rest));
            window = tree.Join(end, window, 1);
        }
        else if (rest > 0)
        {
            int begin = tree.Chain(Enumerable.Range(stride - rest, rest));
            window = tree.Join(window, begin, groups);
        }

        return tree.Build([window]);
    }

    /// <summary>Tap by tap from the last to the first. One that is reached by a shift needs a partner on the right, so the last tap starts.</summary>
    private static ReductionTree PlanDilated(ReductionTreeBuilder tree, PlanAxis columns)
    {
        int stride = columns.Stride;
        int window = stride - 1;
        for (int tap = columns.Size - 2; tap >= 0; tap--)
        {
            int back = (columns.Size - 1 - tap) * columns.Dilation;
            int phase = stride - 1 - back;
            int shift = phase >= 0 ? 0 : (-phase + stride - 1) / stride;
            window = tree.Join(window, phase + shift * stride, shift);
        }

        return tree.Build([window]);
    }

    /// <summary>Joins a value with itself <paramref name="step"/> groups before, twice that, and so on: <paramref name="length"/> of them.</summary>
    private static int Repeat(ReductionTreeBuilder tree, int value, int length, int step, bool idempotent) =>
        idempotent ? OverlappingDoubling(tree, value, length, step) : DisjointDoubling(tree, value, length, step);

    /// <summary>Doubles the window while it fits, then covers the rest with one that overlaps: about log2 joins.</summary>
    private static int OverlappingDoubling(ReductionTreeBuilder tree, int group, int length, int step)
    {
        int value = group;
        int covered = 1;
        for (; covered * 2 <= length; covered *= 2)
        {
            value = tree.Join(value, value, covered * step);
        }

        // One more is best taken from the group itself: it is carried over for the first doubling anyway.
        int rest = length - covered;
        return rest == 0 ? value
            : rest == 1 ? tree.Join(value, group, covered * step)
            : tree.Join(value, value, rest * step);
    }

    /// <summary>Joins the powers of two that <paramref name="length"/> is made of, none of them twice: the longest first, from left to right.</summary>
    private static int DisjointDoubling(ReductionTreeBuilder tree, int value, int length, int step)
    {
        int result = -1;
        List<int> powers = [value];
        for (int power = 1; power * 2 <= length; power *= 2)
        {
            powers.Add(tree.Join(powers[powers.Count - 1], powers[powers.Count - 1], power * step));
        }

        for (int bit = powers.Count - 1; bit >= 0; bit--)
        {
            int power = 1 << bit;
            if ((length & power) != 0)
            {
                result = result < 0 ? powers[bit] : tree.Join(powers[bit], result, power * step);
            }
        }

        return result;
    }
}
