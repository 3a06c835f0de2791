using System.Globalization;

namespace PoolingGen.Generators.Planning;

/// <summary>Says a plan in words: the head of the generated file, and what <c>PoolingPlanAttribute</c> carries.</summary>
internal static class PlanDescription
{
    public static EquatableArray<string> Of(WindowPlan plan) => new(
    [
        $"{Name(plan.Pooling.Mode)} over windows of {plan.RowAxis.Size}x{plan.ColumnAxis.Size} (rows x columns), stride {Pair(plan.RowAxis.Stride, plan.ColumnAxis.Stride)}, {Padding(plan)}.",
        Shape(plan.Pooling),
        Rows(plan),
        Columns(plan),
        .. Ends(plan),
        .. Divisor(plan),
        .. NaN(plan),
    ]);

    public static EquatableArray<string> Of(GlobalPlan plan) => new(
    [
        $"{Name(plan.Pooling.Mode)} over each whole plane.",
        Shape(plan.Pooling),
        $"Up to {plan.Widths.Max(width => width.PlanesAtATime)} planes run side by side, each reduced into {plan.VirtualLanes} partial results (element i into number i modulo {plan.VirtualLanes}), whatever the vector width; then the upper half joins the lower until one is left.",
        .. plan.ChunkLength == 0 ? [] : new[] { $"Partial sums start anew every {plan.ChunkLength} elements, which keeps rounding errors small." },
        .. NaN(plan),
    ]);

    private static string Name(PoolingMode mode) => mode switch
    {
        PoolingMode.Max => "Maximum",
        PoolingMode.Min => "Minimum",
        _ => mode.ToString(),
    };

    private static string Padding(WindowPlan plan)
    {
        AxisSpec rows = plan.RowAxis;
        AxisSpec columns = plan.ColumnAxis;
        return (rows.PadBegin, rows.PadEnd, columns.PadBegin, columns.PadEnd) is (0, 0, 0, 0)
            ? "no padding"
            : $"padding {rows.PadBegin} above, {rows.PadEnd} below, {columns.PadBegin} left, {columns.PadEnd} right";
    }

    private static string Shape(PoolingSpec pooling)
    {
        static string Extent(int? value, string name) => value?.ToString(CultureInfo.InvariantCulture) ?? name;
        string planes = (pooling.HasBatch ? "batch x " : "") + Extent(pooling.Channels.Fixed, "channels");
        return $"Planes: {planes}, each {Extent(pooling.Axes[0].Input.Fixed, "height")} x {Extent(pooling.Axes[1].Input.Fixed, "width")}, float, one after the other.";
    }

    private static string Rows(WindowPlan plan)
    {
        if (plan.Columns is null)
        {
            return "Every tap is read from memory, a vector of outputs at a time: the window is too long, or the stride too wide, to be shuffled out of registers.";
        }

        string tiles = string.Join(", ", plan.Tiles.Where(tile => tile.Rows is not null)
            .Select(tile => $"{tile.Lanes} lanes {tile.OutputRows} from {RowTree.InputRows(plan.RowAxis, tile.OutputRows)} with {tile.Rows!.Steps.Count} joins"));
        return tiles.Length == 0
            ? "Rows first: each output row reduces its input rows in a loop."
            : $"Rows first: a tile makes several output rows from input rows that it reads once (at {tiles}).";
    }

    private static string Columns(WindowPlan plan)
    {
        AxisSpec columns = plan.ColumnAxis;
        if (plan.Columns is not { } tree)
        {
            return "A row of a window is reduced on its own before it joins the other rows.";
        }

        string split = columns.Stride == 1 ? "" : $"each row is split into {columns.Stride} vectors, one per column of the stride; ";
        string joins = tree.Steps.Count == 1 ? "1 join" : $"{tree.Steps.Count} joins";
        string carried = plan.Carries ? ", lanes of the block before shifted in from registers" : "";
        return $"Columns then: {split}{joins} reduce{(tree.Steps.Count == 1 ? "s" : "")} {columns.Size} columns to an output{carried}.";
    }

    private static IEnumerable<string> Ends(WindowPlan plan)
    {
        yield return plan.Edges switch
        {
            RowEdges.Repeat => "Rows outside the plane are replaced by the nearest one inside, which the window has anyway.",
            RowEdges.Mask => "Rows outside the plane are masked: they add nothing.",
            _ => "No window overhangs the plane above or below.",
        };
        yield return plan.Carries || plan.Columns is null
            ? "Blocks at the ends of a row load and store under a mask; lanes outside hold the identity."
            : "The last block of a row is moved back so that it ends with the row; rows shorter than a vector are masked.";
    }

    private static IEnumerable<string> Divisor(WindowPlan plan)
    {
        if (plan.Reduction.Divides)
        {
            yield return plan.Pooling.CountIncludePad
                ? "The sum is multiplied by the rounded reciprocal of the window's size; padding counts."
                : "The sum is multiplied by the rounded reciprocal of the number of taps inside the plane.";
        }
    }

    private static IEnumerable<string> NaN(KernelPlan plan)
    {
        yield return plan switch
        {
            { Reduction.PropagatesNaN: false } => "Results of windows with a NaN are unspecified.",
            WindowPlan { Tiles: var tiles } when tiles.Any(tile => tile.Optimistic) =>
                "Any NaN in a window makes its result NaN: a tile is first made with joins that may lose it, and once more where the sum of all that was read is NaN.",
            _ => "Any NaN in a window makes its result NaN.",
        };
    }

    private static string Pair(int rows, int columns) => rows == columns ? $"{rows}" : $"{rows}x{columns}";
}
