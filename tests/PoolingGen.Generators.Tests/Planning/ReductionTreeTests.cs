using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Planning;

/// <summary>Trees join what a window has: all of it, nothing else, and for sums nothing twice.</summary>
public sealed class ReductionTreeTests
{
    public static TheoryData<int, int, int, bool> Windows()
    {
        TheoryData<int, int, int, bool> windows = [];
        foreach (bool idempotent in new[] { true, false })
        {
            for (int size = 1; size <= 32; size++)
            {
                for (int stride = 1; stride <= 8; stride++)
                {
                    windows.Add(size, stride, 1, idempotent);
                }
            }

            for (int size = 2; size <= 9; size++)
            {
                for (int stride = 1; stride <= 8; stride++)
                {
                    for (int dilation = 2; dilation <= 9; dilation++)
                    {
                        windows.Add(size, stride, dilation, idempotent);
                    }
                }
            }
        }

        return windows;
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Columns_of_a_window_are_joined(int size, int stride, int dilation, bool idempotent)
    {
        PlanAxis axis = Axis(size, stride, dilation);
        for (int padBegin = 0; padBegin < stride; padBegin++)
        {
            int offset = ColumnTree.Offset(axis, padBegin, orderMatters: !idempotent);
            AssertCovers(
                Enumerable.Range(0, size).Select(tap => tap * dilation - offset),
                ColumnsOf(ColumnTree.Plan(axis, offset, oneLast: false, idempotent), stride),
                idempotent);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(9)]
    public void The_last_column_may_be_joined_last(int size)
    {
        ReductionTree tree = ColumnTree.Plan(Axis(size, 1), size - 1, oneLast: true, idempotent: true);

        ReductionStep last = tree.Steps[^1];
        Assert.Equal((0, 1), (last.Left, last.Shift));
        Assert.Equal(tree.Inputs + tree.Steps.Count - 1, tree.Outputs.Single());
        AssertCovers(Enumerable.Range(1 - size, size), ColumnsOf(tree, stride: 1), idempotent: true);
    }

    [Theory]
    [InlineData(3, true, true)]
    [InlineData(3, false, true)]
    [InlineData(5, true, false)]
    [InlineData(7, false, false)]
    public void Joins_may_be_moved_once(int size, bool idempotent, bool once) =>
        Assert.Equal(once, ColumnTree.Plan(Axis(size, 1), size - 1, oneLast: false, idempotent).JoinsAreMovedOnce);

    /// <summary>
    /// The columns that a tree joins, counted from the first of the output's own group. A phase holds its column of that group;
    /// a shift reaches a group further to the left.
    /// </summary>
    private static List<int> ColumnsOf(ReductionTree tree, int stride)
    {
        List<List<int>> values = [.. Enumerable.Range(0, stride).Select(phase => new List<int> { phase })];
        foreach (ReductionStep step in tree.Steps)
        {
            Assert.InRange(step.Shift, 0, int.MaxValue);
            values.Add([.. values[step.Left], .. values[step.Right].Select(column => column - step.Shift * stride)]);
        }

        return values[tree.Outputs.Single()];
    }

    [Theory]
    [InlineData(3, 2, 0, 2)]
    [InlineData(3, 2, 1, 1)]
    [InlineData(5, 2, 2, 4)]
    [InlineData(4, 2, 1, 2)]
    [InlineData(2, 3, 0, 0)]
    public void Rows_begin_with_a_whole_group_if_windows_may(int size, int stride, int padBegin, int offset)
    {
        Assert.Equal(offset, ColumnTree.Offset(Axis(size, stride), padBegin, orderMatters: false));
        Assert.Equal(Math.Max(size - stride, 0), ColumnTree.Offset(Axis(size, stride), padBegin, orderMatters: true));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Rows_of_a_tile_are_joined(int size, int stride, int dilation, bool idempotent)
    {
        foreach ((int outputs, TileSlices slices) in new (int, TileSlices)[]
        {
            (1, new(1, 1, 1)), (2, new(1, 1, 1)), (3, new(1, 1, 1)), (4, new(1, 1, 1)), (1, new(1, 2, 1)), (2, new(1, 3, 1)), (4, new(1, 2, 1)),
            (4, new(2, 3, 1)), (2, new(2, 3, 2)), (3, new(2, 2, 1)), (2, new(3, 5, 2)), (1, new(2, 2, 3)),
        })
        {
            PlanAxis rows = Axis(size, stride, dilation);
            ReductionTree tree = RowTree.Plan(rows, outputs, slices, idempotent);
            int inputRows = RowTree.InputRows(rows, outputs);
            Assert.Equal((outputs - 1) * stride + dilation * (size - 1) + 1, inputRows);
            Assert.Equal(((slices.Outputs - 1) * slices.Stride + slices.Taps) * inputRows, tree.Inputs);

            List<List<int>> values = RowsOf(tree);
            Assert.Equal(outputs * slices.Outputs, tree.Outputs.Count);
            for (int output = 0; output < tree.Outputs.Count; output++)
            {
                (int row, int first) = Math.DivRem(output, slices.Outputs);
                IEnumerable<int> window = from slice in Enumerable.Range(first * slices.Stride, slices.Taps)
                                          from tap in Enumerable.Range(0, size)
                                          select slice * inputRows + row * stride + tap * dilation;
                AssertCovers(window, values[tree.Outputs[output]], idempotent);
            }
        }
    }

    [Theory]
    [InlineData(9, 4, 4)]
    [InlineData(13, 6, 6)]
    [InlineData(13, 12, 0)]
    [InlineData(3, 1, 1)]
    public void Rows_outside_a_plane_are_left_out(int size, int above, int below)
    {
        const int outputs = 10;
        ReductionTree tree = RowTree.Plan(Axis(size, 1), outputs, TileSlices.None, idempotent: true);
        HashSet<int> outside = [.. Enumerable.Range(0, above), .. Enumerable.Range(tree.Inputs - below, below)];

        ReductionTree inside = tree.Without(outside.Contains);

        List<List<int>> values = RowsOf(inside);
        Assert.True(inside.Steps.Count < tree.Steps.Count);
        for (int output = 0; output < outputs; output++)
        {
            AssertCovers(Enumerable.Range(output, size).Except(outside), values[inside.Outputs[output]], idempotent: true);
        }
    }

    [Fact]
    public void A_long_maximum_takes_logarithmically_many_joins() =>
        Assert.Equal(4, ColumnTree.Plan(Axis(13, 1), offset: 12, oneLast: false, idempotent: true).Steps.Count);

    [Fact]
    public void A_dilated_maximum_takes_logarithmically_many_joins_if_its_taps_are_of_one_phase() =>
        Assert.Equal(4, ColumnTree.Plan(Axis(13, 2, dilation: 4), offset: 47, oneLast: false, idempotent: true).Steps.Count);

    [Fact]
    public void Neighbouring_maxima_share_their_common_rows() =>
        Assert.Equal(6, RowTree.Plan(Axis(3, 1), outputRows: 4, TileSlices.None, idempotent: true).Steps.Count);

    [Theory]
    [InlineData(9, 2)]
    [InlineData(13, 1)]
    [InlineData(24, 1)]
    public void No_rows_are_joined_twice(int size, int stride)
    {
        ReductionTree tree = RowTree.Plan(Axis(size, stride), outputRows: 8, TileSlices.None, idempotent: true);

        List<SortedSet<int>> values = [.. Enumerable.Range(0, tree.Inputs).Select(row => new SortedSet<int> { row })];
        foreach (ReductionStep step in tree.Steps)
        {
            values.Add([.. values[step.Left], .. values[step.Right]]);
        }

        Assert.Distinct(values.Select(static rows => string.Join(' ', rows)));
    }

    [Fact]
    public void Neighbouring_maxima_share_what_their_rows_have_in_other_slices() =>
        Assert.Equal(6 + 6, RowTree.Plan(Axis(3, 1), outputRows: 4, new(1, 2, 1), idempotent: true).Steps.Count);

    [Fact]
    public void Neighbouring_slices_share_what_their_windows_have_in_common() =>
        Assert.Equal(6 * 3 + 2 * 6, RowTree.Plan(Axis(3, 1), outputRows: 4, new(2, 3, 1), idempotent: true).Steps.Count);

    [Theory]
    [InlineData(3, 2, 1, 1, 2)]
    [InlineData(3, 2, 1, 3, 2)]
    [InlineData(5, 1, 1, 5, 4)]
    [InlineData(2, 1, 2, 9, 3)]
    [InlineData(9, 1, 1, 1, 8)]
    public void Joins_in_order_have_no_tap_on_the_left_behind_one_on_the_right(int size, int stride, int dilation, int slices, int outputs)
    {
        PlanAxis rows = Axis(size, stride, dilation);
        ReductionTree tree = RowTree.Plan(rows, outputs, new(1, slices, 1), idempotent: true, ordered: true);

        // Slices come first in row-major order, as the numbers of the inputs do.
        List<SortedSet<int>> values = [.. Enumerable.Range(0, tree.Inputs).Select(row => new SortedSet<int> { row })];
        Assert.Contains(tree.Steps, static step => step.InOrder);
        foreach (ReductionStep step in tree.Steps)
        {
            (SortedSet<int> left, SortedSet<int> right) = (values[step.Left], values[step.Right]);
            Assert.True(!step.InOrder || left.Where(tap => tap > right.Min).All(right.Contains));
            Assert.True(!step.InOrder || right.Where(tap => tap < left.Max).All(left.Contains));
            values.Add([.. left, .. right]);
        }

        for (int output = 0; output < outputs; output++)
        {
            IEnumerable<int> window = from slice in Enumerable.Range(0, slices)
                                      from tap in Enumerable.Range(0, size)
                                      select slice * RowTree.InputRows(rows, outputs) + output * stride + tap * dilation;
            Assert.Equal(window, values[tree.Outputs[output]]);
        }
    }

    [Fact]
    public void Rows_of_a_sum_are_added_from_top_to_bottom_whatever_the_tile() =>
        Assert.Equal(8, RowTree.Plan(Axis(3, 1), outputRows: 4, TileSlices.None, idempotent: false).Steps.Count);

    [Fact]
    public void Slices_of_a_sum_are_added_from_first_to_last_whatever_the_tile() =>
        Assert.Equal(6 * 4 + 2 * 8, RowTree.Plan(Axis(3, 1), outputRows: 4, new(2, 3, 1), idempotent: false).Steps.Count);

    [Fact]
    public void Slices_of_a_sum_are_added_before_rows_whatever_the_tile()
    {
        ReductionTree tree = RowTree.Plan(Axis(2, 1), outputRows: 1, new(1, 2, 1), idempotent: false);

        Assert.Equal([new(0, 2, 0), new(1, 3, 0), new(4, 5, 0)], tree.Steps);
    }

    /// <summary>The rows that each value of a tree is joined of.</summary>
    private static List<List<int>> RowsOf(ReductionTree tree)
    {
        List<List<int>> values = [.. Enumerable.Range(0, tree.Inputs).Select(row => new List<int> { row })];
        foreach (ReductionStep step in tree.Steps)
        {
            Assert.Equal(0, step.Shift);
            values.Add([.. values[step.Left], .. values[step.Right]]);
        }

        return values;
    }

    private static void AssertCovers(IEnumerable<int> expected, List<int> actual, bool idempotent)
    {
        Assert.Equal(expected, actual.Distinct().Order());
        Assert.True(idempotent || actual.Distinct().Count() == actual.Count, "A sum has a tap twice.");
    }

    private static PlanAxis Axis(int size, int stride, int dilation = 1) =>
        new(new AxisSpec(size, stride, 0, 0, new DimensionSpec(null), dilation), AxisRole.Spatial, 0);
}
