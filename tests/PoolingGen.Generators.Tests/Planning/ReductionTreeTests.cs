using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Planning;

/// <summary>Trees join what a window has: all of it, nothing else, and for sums nothing twice.</summary>
public sealed class ReductionTreeTests
{
    public static TheoryData<int, int, bool> Windows()
    {
        TheoryData<int, int, bool> windows = [];
        foreach (bool idempotent in new[] { true, false })
        {
            for (int size = 1; size <= 32; size++)
            {
                for (int stride = 1; stride <= 8; stride++)
                {
                    windows.Add(size, stride, idempotent);
                }
            }
        }

        return windows;
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Columns_of_a_window_are_joined(int size, int stride, bool idempotent)
    {
        ReductionTree tree = ColumnTree.Plan(Axis(size, stride), idempotent);

        // A phase holds its column of the output's own group; a shift reaches a group further to the left.
        List<List<int>> values = [.. Enumerable.Range(0, stride).Select(phase => new List<int> { phase })];
        foreach (ReductionStep step in tree.Steps)
        {
            values.Add([.. values[step.Left], .. values[step.Right].Select(column => column - step.Shift * stride)]);
        }

        int first = size <= stride ? 0 : stride - size;
        AssertCovers(Enumerable.Range(first, size), values[tree.Outputs.Single()], idempotent);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Rows_of_a_tile_are_joined(int size, int stride, bool idempotent)
    {
        for (int outputs = 1; outputs <= 4; outputs++)
        {
            ReductionTree tree = RowTree.Plan(Axis(size, stride), outputs, idempotent);

            List<List<int>> values = [.. Enumerable.Range(0, tree.Inputs).Select(row => new List<int> { row })];
            foreach (ReductionStep step in tree.Steps)
            {
                Assert.Equal(0, step.Shift);
                values.Add([.. values[step.Left], .. values[step.Right]]);
            }

            Assert.Equal(outputs, tree.Outputs.Count);
            for (int output = 0; output < outputs; output++)
            {
                AssertCovers(Enumerable.Range(output * stride, size), values[tree.Outputs[output]], idempotent);
            }
        }
    }

    [Fact]
    public void A_long_maximum_takes_logarithmically_many_joins() =>
        Assert.Equal(4, ColumnTree.Plan(Axis(13, 1), idempotent: true).Steps.Count);

    [Fact]
    public void Neighbouring_maxima_share_their_common_rows() =>
        Assert.Equal(6, RowTree.Plan(Axis(3, 1), outputRows: 4, idempotent: true).Steps.Count);

    [Fact]
    public void Rows_of_a_sum_are_added_from_top_to_bottom_whatever_the_tile() =>
        Assert.Equal(8, RowTree.Plan(Axis(3, 1), outputRows: 4, idempotent: false).Steps.Count);

    private static void AssertCovers(IEnumerable<int> expected, List<int> actual, bool idempotent)
    {
        Assert.Equal(expected, actual.Distinct().Order());
        Assert.True(idempotent || actual.Distinct().Count() == actual.Count, "A sum has a tap twice.");
    }

    private static AxisSpec Axis(int size, int stride) => new(size, stride, 0, 0, new DimensionSpec(null));
}
