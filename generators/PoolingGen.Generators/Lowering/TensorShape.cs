using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The extents of the tensors, in elements: numbers where the attribute fixes them, variables elsewhere.</summary>
/// <param name="Planes">Batch times channels.</param>
internal sealed record TensorShape(Index Planes, Index Height, Index Width, Index OutputHeight, Index OutputWidth)
{
    public Index InputPlane => Height * Width;

    public Index OutputPlane => OutputHeight * OutputWidth;

    public static TensorShape Of(PoolingSpec pooling)
    {
        AxisSpec rows = pooling.Axes[0];
        AxisSpec columns = pooling.Axes[1];
        return new TensorShape(
            pooling is { HasBatch: false, Channels.Fixed: { } channels } ? channels : new VariableIndex("planes"),
            Input(rows, "height"),
            Input(columns, "width"),
            Output(pooling, rows, "outputHeight"),
            Output(pooling, columns, "outputWidth"));
    }

    /// <summary>Those extents that a procedure has to be told.</summary>
    public IEnumerable<VariableIndex> Variables =>
        new[] { Planes, Height, Width, OutputHeight, OutputWidth }.OfType<VariableIndex>();

    private static Index Input(AxisSpec axis, string name) =>
        axis.Input.Fixed is { } extent ? extent : new VariableIndex(name);

    private static Index Output(PoolingSpec pooling, AxisSpec axis, string name) =>
        pooling.Global ? 1
        : OutputExtent.Of(axis) is { } extent ? extent
        : new VariableIndex(name);
}
