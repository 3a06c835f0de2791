using System.Globalization;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>A kernel with no extent known at compile time, and the inputs to try it on.</summary>
/// <param name="Windows">What the windows are called.</param>
/// <param name="Pooling">What is computed.</param>
/// <param name="Shapes">Extents of the spatial axes.</param>
/// <param name="Channels">Numbers of channels.</param>
internal sealed record ProgramCase(string Windows, PoolingSpec Pooling, IReadOnlyList<int[]> Shapes, IReadOnlyList<int> Channels)
{
    public string Name => string.Join(", ", new[]
    {
        Windows,
        Pooling.Mode + (Pooling.CountIncludePad ? " counting padding" : "") + (Pooling.DivisorOverride == 0 ? "" : $" over {Pooling.DivisorOverride}"),
        Pooling.Mode == PoolingMode.LpNorm ? $"p {Pooling.NormOrder.ToString(CultureInfo.InvariantCulture)}" : "",
        Pooling.Input + (Pooling.Output == Pooling.Input ? "" : $" to {Pooling.Output}"),
        Pooling.NaN == NaNHandling.Propagate ? "" : $"NaN {Pooling.NaN}",
        Pooling.Indices is { } indices ? $"{indices.Type} {indices.Origin} {indices.Order}" : "",
    }.Where(static part => part.Length > 0));

    /// <summary>The kernels of a shape that its windows fit, with the tensors that they take: some know more of it at compile time than others.</summary>
    public IEnumerable<(PoolingSpec Pooling, Extents Input)> Kernels()
    {
        int number = 0;
        foreach (int[] shape in Shapes)
        {
            foreach (int channels in Channels)
            {
                Extents several = new(2, channels, new([.. shape]));
                if (!new ReferencePooling(Pooling, several).Fits)
                {
                    continue;
                }

                yield return (Pooling, several);
                yield return (number++ % 3) switch
                {
                    0 => (Fix(several.Channels, several.Spatial), several with { Batch = 1 }),
                    1 => (Fix(1, several.Spatial), several with { Batch = 1, Channels = 1 }),
                    _ => (Fix(several.Channels, several.Spatial) with { HasBatch = true }, several),
                };
            }
        }
    }

    private PoolingSpec Fix(int channels, EquatableArray<int> spatial) => Pooling with
    {
        HasBatch = false,
        Channels = new DimensionSpec(channels),
        Axes = new([.. Pooling.Axes.Zip(spatial, static (axis, extent) =>
        {
            // Padding that depends on the extent is a number once the extent is.
            ReferenceAxis known = new(axis, extent);
            return axis with { Input = new DimensionSpec(extent), Same = SamePadding.None, PadBegin = known.PadBegin, PadEnd = known.PadEnd };
        })]),
    };
}
