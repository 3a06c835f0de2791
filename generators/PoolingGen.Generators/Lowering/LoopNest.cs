using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The extents of the tensors in the order of the loops: slices of rows of columns.</summary>
/// <param name="Pooling">What is computed.</param>
/// <param name="Tensors">The tensors themselves.</param>
/// <param name="Outer">Planes, or images where channels come last; 1 if they are the rows.</param>
/// <param name="Slices">The axes of the slices.</param>
/// <param name="Rows">The axis of the rows.</param>
/// <param name="Columns">The axis of the columns.</param>
internal sealed record LoopNest(PoolingSpec Pooling, TensorShape Tensors, Index Outer, EquatableArray<LoopAxis> Slices, LoopAxis Rows, LoopAxis Columns)
{
    /// <summary>Elements of one of the <see cref="Outer"/>.</summary>
    public Index InputSize => Index.Product(Axes.Select(static axis => axis.Shape.Input));

    public Index OutputSize => Index.Product(Axes.Select(static axis => axis.Shape.Output));

    /// <summary>How many elements of the input lie between neighbours along an axis, which is numbered from the outermost.</summary>
    public Index InputStep(int axis) => Index.Product(Axes.Skip(axis + 1).Select(static inner => inner.Shape.Input));

    /// <summary>Likewise of the output.</summary>
    public Index OutputStep(int axis) => Index.Product(Axes.Skip(axis + 1).Select(static inner => inner.Shape.Output));

    /// <summary>How many positions lie between neighbours along an axis: channels share one.</summary>
    public Index PositionStep(int axis) =>
        Index.Product(Axes.Skip(axis + 1).Where(static inner => inner.Plan.Role == AxisRole.Spatial).Select(static inner => inner.Shape.Input));

    /// <summary>Whether lanes are channels, which share one position in their planes.</summary>
    public bool LanesAreChannels => Columns.Plan.Role == AxisRole.Channels;

    /// <summary>The axes, outermost first.</summary>
    public IReadOnlyList<LoopAxis> Axes => [.. Slices, Rows, Columns];

    /// <summary>Whether indices count from the start of the tensor, and so from channel to channel of a position.</summary>
    public bool IndicesCountChannels => LanesAreChannels && Pooling.Indices?.Origin == PoolingIndexOrigin.Tensor;

    public static LoopNest Of(PoolingSpec pooling, Geometry geometry)
    {
        TensorShape tensors = TensorShape.Of(pooling);
        return new LoopNest(
            pooling,
            tensors,
            geometry.Rows.Role == AxisRole.Planes ? 1 : tensors.Outer,
            new([.. geometry.Slices.Select(Resolve)]),
            Resolve(geometry.Rows),
            Resolve(geometry.Columns));

        LoopAxis Resolve(PlanAxis axis) => new(axis, axis.Role switch
        {
            AxisRole.Channels => new AxisShape(tensors.Channels, tensors.Channels, 0),
            AxisRole.Planes => new AxisShape(tensors.Outer, tensors.Outer, 0),
            _ => tensors.Axes[axis.Number],
        });
    }

    /// <summary>Whether so many rows of outputs are made, in so many slices: enough for a tile.</summary>
    public Condition Has(int rows, int slices) => slices > 1 ? Rows.Shape.Has(rows) & Slices[0].Shape.Has(slices) : Rows.Shape.Has(rows);

    /// <summary>How positions become indices.</summary>
    public IndexFormat? IndexFormat(Arithmetic arithmetic) => Pooling.Indices is not { } indices ? null : new IndexFormat(
        indices.Type,
        IndicesCountChannels ? Tensors.Channels : 1,
        IndicesCountChannels ? 1 : 0,
        arithmetic.Join == NaNJoin.Number || Axes.Any(static axis => axis.Plan.MayBeEmpty),
        indices.Order == PoolingIndexOrder.ColumnMajor && Tensors.Axes.Count > 1
            ? new([.. Enumerable.Repeat<Index>(1, 3 - Tensors.Axes.Count), .. Tensors.Axes.Select(static axis => axis.Input)])
            : null);

    /// <summary>What is added to the indices of a plane, or of an image but for the channel.</summary>
    public Index IndexOffset(Index plane) => Pooling.Indices?.Origin == PoolingIndexOrigin.Tensor ? plane * Tensors.InputSize : 0;
}

/// <summary>An axis of a <see cref="LoopNest"/>.</summary>
/// <param name="Plan">The windows along it.</param>
/// <param name="Shape">Its extents.</param>
internal sealed record LoopAxis(PlanAxis Plan, AxisShape Shape)
{
    /// <summary>Where the first tap of a window lies, in elements of the axis; negative in the padding.</summary>
    public Index FirstTap(Index window) => window * Plan.Stride - Shape.PadBegin;

    /// <summary>Whether an element so far behind the first tap of a window may lie before the input.</summary>
    public bool MayLieBefore(int distance) => distance < Plan.PadBegin;

    /// <summary>Whether it may lie behind the input, where windows or groups of them span so many elements.</summary>
    public bool MayLieBehind(int distance, long span) => distance >= span - Plan.PadEnd;

    /// <summary>That element, or the nearest one inside the input.</summary>
    public Index Nearest(Index first, int distance, long span)
    {
        Index inside = MayLieBefore(distance) ? Index.Max(first + distance, 0) : first + distance;
        return MayLieBehind(distance, span) ? Index.Min(inside, Shape.Input - 1) : inside;
    }

    /// <summary>Whether averages divide by numbers of taps that differ from window to window of this axis.</summary>
    public bool CountVaries(PoolingSpec pooling) =>
        pooling is { Mode: PoolingMode.Average, DivisorOverride: 0 }
        && (Plan.Adaptive || (pooling.CountIncludePad ? Plan.Windows.CeilMode : Plan.Overhangs));

    /// <summary>How many taps of the window that begins at <paramref name="first"/> an average counts.</summary>
    /// <param name="pooling">Says whether those in the declared padding count; those beyond it never do.</param>
    /// <param name="first">Where the window's first tap lies.</param>
    public Index Count(PoolingSpec pooling, Index first)
    {
        if (!CountVaries(pooling))
        {
            return Plan.Size;
        }

        Index end = pooling.CountIncludePad ? Shape.Input + Plan.Windows.PadEnd : Shape.Input;
        if (Plan.Dilation == 1)
        {
            Index last = Plan.PadEnd > 0 ? Index.Min(first + Plan.Size, end) : first + Plan.Size;
            return last - (pooling.CountIncludePad || Plan.PadBegin == 0 ? first : Index.Max(first, 0));
        }

        Index behind = Index.Min((end - first + (Plan.Dilation - 1)) / Plan.Dilation, Plan.Size);
        return pooling.CountIncludePad || Plan.PadBegin == 0
            ? behind
            : Index.Max(behind - (Index.Max(0 - first, 0) + (Plan.Dilation - 1)) / Plan.Dilation, 0);
    }
}
