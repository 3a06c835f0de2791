namespace PoolingGen.Generators.Planning;

/// <summary>Plans how the columns of a row become its outputs.</summary>
/// <remarks>
/// A row is read in groups of <c>stride</c> columns, one per output; lane i of phase p is column p of group i. The last
/// group of a window is its output's own, the earlier ones are reached by shifting in lanes of the block before.
/// </remarks>
internal static class ColumnTree
{
    public static ReductionTree Plan(AxisSpec columns, bool idempotent)
    {
        int stride = columns.Stride;
        ReductionTreeBuilder tree = new(stride);
        if (columns.Size <= stride)
        {
            return tree.Build([tree.Chain(Enumerable.Range(0, columns.Size))]);
        }

        int groups = columns.Size / stride;
        int rest = columns.Size % stride;
        int group = tree.Chain(Enumerable.Range(0, stride));
        int window = idempotent ? OverlappingDoubling(tree, group, groups) : DisjointDoubling(tree, group, groups);
        if (rest > 0)
        {
            int begin = tree.Chain(Enumerable.Range(stride - rest, rest));
            window = tree.Join(window, begin, groups);
        }

        return tree.Build([window]);
    }

    /// <summary>Doubles the window while it fits, then covers the rest with one that overlaps: about log2 joins.</summary>
    private static int OverlappingDoubling(ReductionTreeBuilder tree, int group, int length)
    {
        int value = group;
        int covered = 1;
        for (; covered * 2 <= length; covered *= 2)
        {
            value = tree.Join(value, value, covered);
        }

        // One more is best taken from the group itself: it is carried over for the first doubling anyway.
        int rest = length - covered;
        return rest == 0 ? value
            : rest == 1 ? tree.Join(value, group, covered)
            : tree.Join(value, value, rest);
    }

    /// <summary>Joins the powers of two that <paramref name="length"/> is made of, none of them twice.</summary>
    private static int DisjointDoubling(ReductionTreeBuilder tree, int value, int length)
    {
        int result = -1;
        int covered = 0;
        List<int> powers = [value];
        for (int power = 1; power * 2 <= length; power *= 2)
        {
            powers.Add(tree.Join(powers[powers.Count - 1], powers[powers.Count - 1], power));
        }

        for (int bit = powers.Count - 1; bit >= 0; bit--)
        {
            int power = 1 << bit;
            if ((length & power) != 0)
            {
                result = result < 0 ? powers[bit] : tree.Join(result, powers[bit], covered);
                covered += power;
            }
        }

        return result;
    }
}
