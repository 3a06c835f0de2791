using System.Globalization;

namespace PoolingGen.Generators.Planning;

/// <summary>Says a plan in words: the head of the generated file, and what <c>PoolingPlanAttribute</c> carries.</summary>
internal static class PlanDescription
{
    private static readonly string[] s_axes = ["depth", "height", "width"];

    public static EquatableArray<string> Of(WindowPlan plan) => new(
    [
        $"{Name(plan.Pooling)} over {Windows(plan.Pooling)}.",
        Shape(plan.Pooling),
        .. Order(plan.Pooling),
        .. Slices(plan),
        .. IsSeparable(plan) ? Scratch(plan) : [Rows(plan), .. Columns(plan), .. Ends(plan)],
        .. WholeRows(plan),
        .. Rolling(plan),
        .. Arithmetic(plan),
        .. Divisor(plan),
        .. NaN(plan),
        .. Cores(plan.Pooling),
    ]);

    public static EquatableArray<string> Of(TapPlan plan) => new(
    [
        $"{Name(plan.Pooling)} over {Windows(plan.Pooling)}.",
        Shape(plan.Pooling),
        .. Order(plan.Pooling),
        "Every tap is read from memory, a vector of outputs at a time: the windows are too long, too wide apart or too irregular to be shuffled out of registers.",
        .. plan.ChunkLength == 0 ? [] : new[] { $"Along each axis sums start anew every {plan.ChunkLength} taps, which keeps rounding errors small." },
        .. Arithmetic(plan),
        .. Divisor(plan),
        .. NaN(plan),
        .. Cores(plan.Pooling),
    ]);

    public static EquatableArray<string> Of(GlobalPlan plan) => new(
    [
        $"{Name(plan.Pooling)} over each whole plane.",
        Shape(plan.Pooling),
        plan.VirtualLanes == 0
            ? $"Up to {plan.Widths.Max(width => width.PlanesAtATime)} planes run side by side, each reduced into a vector of partial results; then the upper half joins the lower until one is left."
            : $"Up to {plan.Widths.Max(width => width.PlanesAtATime)} planes run side by side, each reduced into {plan.VirtualLanes} partial results (element i into number i modulo {plan.VirtualLanes}), whatever the vector width; then the upper half joins the lower until one is left.",
        .. plan.ChainLength == 0 ? [] : new[] { $"After {plan.ChainLength} additions a partial sum is added to one of a next level, up to {GlobalPlan.Levels} of them, which keeps rounding errors small." },
        .. !plan.Widths.Any(static width => width.ReadsFew) ? [] : new[] { "The last elements of a plane are read under a mask; where they are 4 or fewer, by a vector of 128 bits." },
        .. Arithmetic(plan),
        .. NaN(plan),
        .. Cores(plan.Pooling),
    ]);

    /// <summary>That of a plan for channels that come last, where there is one.</summary>
    public static EquatableArray<string> WithSingleChannel(KernelPlan plan) =>
        new([.. plan.Description, "The channels come last, but there is just one: images are planes."]);

    /// <summary>That of a plan for any number of channels, beside which there is one for a single channel.</summary>
    public static EquatableArray<string> BesideSingleChannel(KernelPlan plan) =>
        new([.. plan.Description, "Where there is just one channel, images are planes: class OneChannel pools those, with lanes along the columns."]);

    private static string Name(PoolingSpec pooling) => pooling.Mode switch
    {
        PoolingMode.Max => "Maximum",
        PoolingMode.Min => "Minimum",
        PoolingMode.LpNorm => $"{pooling.NormOrder.ToString("R", CultureInfo.InvariantCulture)}-norm",
        _ => pooling.Mode.ToString(),
    };

    private static string Windows(PoolingSpec pooling)
    {
        if (pooling.Axes.All(static axis => axis.Outputs is not null))
        {
            return $"equal parts of the input, {ByAxis(pooling, static axis => axis.Outputs!.Value)} of them ({AxisNames(pooling)})";
        }

        string dilation = pooling.Axes.All(static axis => axis.Dilation == 1) ? "" : $", dilation {Each(pooling, static axis => axis.Dilation)}";
        string ceil = pooling.Axes.Any(static axis => axis.CeilMode) ? ", a last one that overhangs counts" : "";
        return $"windows of {ByAxis(pooling, static axis => axis.Size)} ({AxisNames(pooling)}), stride {Each(pooling, static axis => axis.Stride)}{dilation}, {Padding(pooling)}{ceil}";
    }

    private static string AxisNames(PoolingSpec pooling)
    {
        string[] names = pooling.Axes.Count == 3 ? ["slices", "rows", "columns"] : pooling.Axes.Count == 2 ? ["rows", "columns"] : ["elements"];
        return string.Join(" x ", names);
    }

    private static string ByAxis(PoolingSpec pooling, Func<AxisSpec, int> value) =>
        string.Join("x", pooling.Axes.Select(axis => value(axis).ToString(CultureInfo.InvariantCulture)));

    /// <summary>One number if it is the same for all axes.</summary>
    private static string Each(PoolingSpec pooling, Func<AxisSpec, int> value) =>
        pooling.Axes.Select(value).Distinct().Count() == 1 ? value(pooling.Axes[0]).ToString(CultureInfo.InvariantCulture) : ByAxis(pooling, value);

    private static string Padding(PoolingSpec pooling)
    {
        if (pooling.Axes.Any(static axis => axis.Same != SamePadding.None))
        {
            return "padding as the input's extent asks for";
        }

        if (pooling.Axes.All(static axis => axis is { PadBegin: 0, PadEnd: 0 }))
        {
            return "no padding";
        }

        (string Begin, string End)[] sides = [("before", "behind"), ("above", "below"), ("left", "right")];
        return "padding " + string.Join(", ", pooling.Axes.Zip(sides.Skip(3 - pooling.Axes.Count), static (axis, side) => $"{axis.PadBegin} {side.Begin}, {axis.PadEnd} {side.End}"));
    }

    private static string Shape(PoolingSpec pooling)
    {
        static string Extent(int? value, string name) => value?.ToString(CultureInfo.InvariantCulture) ?? name;
        string batch = pooling.HasBatch ? "batch x " : "";
        string channels = Extent(pooling.Channels.Fixed, "channels");
        string spatial = string.Join(" x ", pooling.Axes.Zip(s_axes.Skip(3 - pooling.Axes.Count), static (axis, name) => Extent(axis.Input.Fixed, name)));
        string types = pooling.Input.Name() + (pooling.Output == pooling.Input ? "" : $" to {pooling.Output.Name()}");
        return pooling.Layout == PoolingLayout.ChannelsFirst
            ? $"Planes: {batch}{channels}, each {spatial}, {types}, one after the other."
            : $"Images: {(pooling.HasBatch ? "batch" : "1")}, each {spatial} of {channels} channels side by side, {types}.";
    }

    /// <summary>What the loops call rows and columns, where that is not obvious.</summary>
    private static IEnumerable<string> Order(PoolingSpec pooling)
    {
        if (pooling.Layout == PoolingLayout.ChannelsLast)
        {
            yield return "Lanes are channels: in the code below a column is a channel, a row is a place along the width, and the other axes are slices.";
        }
        else if (pooling.Axes.Count == 1)
        {
            yield return "In the code below a row is a plane.";
        }
    }

    private static IEnumerable<string> Slices(WindowPlan plan)
    {
        if (plan.Tiles.Any(tile => tile is { Rows: { } tree, Scratch: null } && JoinsSlicesLast(tree, RowTree.InputRows(plan.RowAxis, tile.OutputRows))))
        {
            string order = plan.SumsSlicesLast ? "" : ", all in the order of their taps";
            yield return $"Slices last: rows are joined slice by slice, then the {plan.Geometry.SliceTaps} slices of the window{order}.{Shared(plan)}";
        }
        else if (plan.Geometry.SliceTaps > 1)
        {
            yield return $"Slices first: each row is joined with the same row of the {plan.Geometry.SliceTaps} slices of the window.{Shared(plan)}";
        }
    }

    private static string Shared(WindowPlan plan) =>
        plan.Tiles.Any(static tile => tile.OutputSlices > 1) ? " Neighbouring slices of outputs share those they have in common." : "";

    /// <summary>Whether there are several slices, and rows of one are joined before it is joined with others.</summary>
    private static bool JoinsSlicesLast(ReductionTree tree, int rows) =>
        tree.Inputs > rows && tree.Steps.Any(step => step.Left < tree.Inputs && step.Right < tree.Inputs && step.Left / rows == step.Right / rows);

    private static bool IsSeparable(WindowPlan plan) => plan.Tiles.Any(static tile => tile.Scratch is { Blocks: 0 });

    /// <summary>The tiles for rows that are reduced block by block, or are a single one.</summary>
    private static IEnumerable<TilePlan> Blockwise(WindowPlan plan) => plan.Tiles.Where(static tile => tile.Rolling is null && tile.Scratch is not { Blocks: > 0 });

    private static IEnumerable<string> Rolling(WindowPlan plan)
    {
        if (plan.Tiles.FirstOrDefault(static tile => tile.Rolling is not null)?.Rolling is { } rolling)
        {
            yield return $"Of a multiple of {rolling.Columns} channels, output rows are made one after the other, {rolling.Columns} channels at a time; what windows share is kept in a scratch.";
        }
    }

    private static IEnumerable<string> WholeRows(WindowPlan plan)
    {
        TilePlan[] tiles = [.. plan.Tiles.Where(static tile => tile.Scratch is { Blocks: > 0 })];
        if (tiles.Length > 0)
        {
            int fewest = tiles.Min(static tile => tile.Scratch!.Blocks);
            int most = tiles.Max(static tile => tile.Scratch!.Blocks);
            string vectors = fewest == most ? $"{most}" : $"{fewest} to {most}";
            string instead = IsSeparable(plan) ? "without a loop over its vectors" : "in a scratch, its columns joined first, without a loop over its vectors";
            string ends = tiles[0].Scratch!.Ends is { } apart
                ? $"; those at the ends of a plane leave out rows outside it and have {apart.First.Steps.Count} and {apart.Last.Steps.Count}"
                : "";
            yield return $"At {tiles[0].Lanes} lanes a row of {vectors} vectors is made {instead}; a tile makes {Tile(plan, tiles[0])}{ends}.";
        }
    }

    private static IEnumerable<string> Scratch(WindowPlan plan)
    {
        ScratchPlan scratch = plan.Tiles.First(static tile => tile.Scratch is { Blocks: 0 }).Scratch!;
        string columns = plan.ColumnAxis.Role == AxisRole.Channels ? "" : $"{Joins(plan.Columns.Steps.Count)} {plan.ColumnAxis.Size} columns of every input row to one; ";
        yield return $"Rows last: {columns}what becomes of a row lies in a scratch of {scratch.Rows} rows of {scratch.Columns}.";
        if (plan.Tiles.Any(static tile => tile is { Scratch: not null, OutputSlices: > 1 }))
        {
            yield return "Neighbouring slices of outputs are made together, each with such a scratch.";
        }

        yield return $"A tile makes several output rows from rows of the scratch that it reads once (at {Tiles(plan)}).";
        string ends = plan.ColumnAxis.Role == AxisRole.Channels
            ? "The last block of a part is moved back so that it ends with the part; of channels too few for any vector it loads under a mask."
            : "Blocks at the ends of input rows load under a mask; lanes and rows outside hold the identity.";
        yield return $"Larger planes are made in parts. {ends}";
    }

    /// <summary>What the tile of each width makes, of what.</summary>
    private static string Tiles(WindowPlan plan) => string.Join(", ", Blockwise(plan)
        .Where(static tile => tile.Rows is not null)
        .GroupBy(static tile => tile.Lanes)
        .Select(tiles => $"{tiles.Key} lanes {(IsSeparable(plan) && tiles.All(static tile => tile.Scratch is null) ? "without scratch " : "")}{string.Join(Apart(plan, [.. tiles]), tiles.OrderBy(static tile => tile.Scratch is null).Select(tile => Tile(plan, tile)).Distinct())}"));

    /// <summary>What the second of two kinds of tiles is for.</summary>
    private static string Apart(WindowPlan plan, TilePlan[] tiles) => tiles.Any(static tile => tile.Scratch is not null)
        ? $" and in rows of more than {tiles.Max(static tile => tile.FewestColumns) + plan.FirstOutput - 1} outputs, without scratch, "
        : " and in rows of more than one vector ";

    private static string Tile(WindowPlan plan, TilePlan tile) =>
        tile.OutputSlices == 1
            ? $"{tile.OutputRows} from {RowTree.InputRows(plan.RowAxis, tile.OutputRows)} with {tile.Rows!.Steps.Count} joins"
            : $"{tile.OutputRows} of {tile.OutputSlices} slices each from {tile.Rows!.Inputs} with {tile.Rows.Steps.Count} joins";

    private static string Joins(int count) => count == 1 ? "1 join reduces" : $"{count} joins reduce";

    private static string Rows(WindowPlan plan)
    {
        string tiles = Tiles(plan);
        return tiles.Length == 0
            ? "Rows first: each output row reduces its input rows in a loop."
            : $"Rows first: a tile makes output rows from input rows that it reads once (at {tiles}).";
    }

    private static IEnumerable<string> Columns(WindowPlan plan)
    {
        PlanAxis columns = plan.ColumnAxis;
        if (columns.Role == AxisRole.Channels)
        {
            yield break;
        }

        string split = columns.Stride == 1 ? "" : $"each row is split into {columns.Stride} vectors, one per column of the stride; ";
        string carried = plan.Carries ? ", lanes of the block before shifted in from registers" : "";
        string ahead = plan.Tiles.Any(static tile => tile.ReadsAhead) ? "; blocks are read one ahead of the outputs that they complete" : "";
        string rowsAhead = string.Concat(plan.Tiles.Where(static tile => tile.JoinsRowsAhead).Select(
            static tile => $"; at {tile.Lanes} lanes the rows of a block are joined before the columns of the block before it"));
        string centred = plan.Tiles.Any(static tile => tile.Centred) ? "; in rows of one vector the lanes on both sides" : "";
        yield return $"Columns then: {split}{Joins(plan.Columns.Steps.Count)} {columns.Size} columns to an output{carried}{ahead}{rowsAhead}{centred}.";
    }

    private static IEnumerable<string> Ends(WindowPlan plan)
    {
        yield return plan.Edges switch
        {
            RowEdges.Repeat => "Rows outside the plane are replaced by the nearest one inside, which the window has anyway.",
            RowEdges.Mask => "Rows outside the plane are masked: they add nothing.",
            _ when plan.MayJoinPlanes => "No window overhangs the plane above or below; planes of which no row is left over are made as a single tall one.",
            _ => "No window overhangs the plane above or below.",
        };
        yield return plan.Carries
            ? "Blocks at the ends of a row load and store under a mask; lanes outside hold the identity."
            : "The last block of a row is moved back so that it ends with the row; rows shorter than a vector are masked.";
        foreach (TilePlan tile in plan.Tiles.Where(static tile => tile.HalvesLast))
        {
            yield return $"At {tile.Lanes} lanes a last block of up to {tile.Lanes / 2} outputs is made with vectors half as wide.";
        }

        foreach (TilePlan tile in plan.Tiles.Where(static tile => tile.Pairs is not null))
        {
            yield return $"At {tile.Lanes} lanes the outputs of two rows of up to {tile.Lanes / 2} lie side by side.";
        }

        if (plan.Tiles.Select(static tile => tile.Foresight).FirstOrDefault(static foresight => foresight is not null) is { } large)
        {
            string rows = large.Columns > 1 ? $" in rows of {large.Columns}" : "";
            string from = plan.Geometry.Columns.Role == AxisRole.Channels ? "later" : "behind the next tile";
            yield return $"Of tensors of {large.Elements} elements{rows} and more, what is read {large.Distance} elements {from} is asked for ahead.";
        }
    }

    private static IEnumerable<string> Arithmetic(KernelPlan plan)
    {
        Arithmetic arithmetic = plan.Arithmetic;
        if (arithmetic.Form == LaneForm.Indexed)
        {
            yield return "A lane is a value with the position where it was found; of equal values the first position stays.";
        }

        if (arithmetic.Form == LaneForm.Wide)
        {
            yield return "Sums are exact: the upper and the lower 32 bits of the elements are added apart, in 64 bits each.";
        }
        else if (arithmetic.Transform == TapTransform.Ordered)
        {
            yield return "A lane is the bits of a Half as a 16-bit integer of the same order.";
        }
        else if (arithmetic.Lane != plan.Pooling.Input)
        {
            yield return $"A lane is {(arithmetic.Lane == ElementType.Int32 ? "an" : "a")} {arithmetic.Lane.Name()}{(arithmetic.Idempotent || arithmetic.Lane.IsFloatingPoint() ? "" : ", in which sums are exact")}.";
        }
    }

    private static IEnumerable<string> Divisor(KernelPlan plan)
    {
        string divisor = plan.Pooling.DivisorOverride != 0 ? plan.Pooling.DivisorOverride.ToString(CultureInfo.InvariantCulture)
            : plan.Pooling.CountIncludePad ? "the window's size; padding counts"
            : "the number of taps inside the plane";
        if (plan.Arithmetic.Division == Division.Reciprocal)
        {
            yield return $"The sum is multiplied by the rounded reciprocal of {divisor}.";
        }
        else if (plan.Arithmetic.Division is Division.Quotient or Division.SmallQuotient)
        {
            string how = plan.Arithmetic.Scale == ElementType.Int16 ? ": a product with one over it in units of 2^-15, which rounds all sums right" : "";
            yield return $"The exact sum is divided by {divisor}{how}.";
        }
    }

    private static IEnumerable<string> NaN(KernelPlan plan)
    {
        if (plan.Pooling.Input.IsFloatingPoint())
        {
            yield return plan switch
            {
                { Pooling.NaN: NaNHandling.Unspecified } => "Results of windows with a NaN are unspecified.",
                { Pooling.NaN: NaNHandling.Ignore } => "NaN does not take part; a window of nothing but NaN gives NaN.",
                WindowPlan { Tiles: var tiles } when tiles.Any(static tile => tile.Optimistic) =>
                    "Any NaN in a window makes its result NaN: a tile is first made with joins that may lose it, and once more where a sum of products of all that was read is NaN.",
                _ => "Any NaN in a window makes its result NaN.",
            };
        }
    }

    private static IEnumerable<string> Cores(PoolingSpec pooling)
    {
        if (pooling.Parallel)
        {
            string unit = pooling.Layout == PoolingLayout.ChannelsLast ? "image" : "plane";
            string bands = pooling.SplitsIntoBands ? $", or bands of outputs where there are few {unit}s" : "";
            yield return pooling.SplitsOverCores
                ? $"Split over cores, whole {unit}s to each{bands}, if the input is large enough to pay."
                : $"Not split over cores: there is one {unit}.";
        }
    }
}
