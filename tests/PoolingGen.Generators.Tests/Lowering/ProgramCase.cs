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

    /// <summary>All windows, each with the computations that are worth it, each of which on every other shape.</summary>
    public static IEnumerable<ProgramCase> OfWindows() =>
        from numbered in ProgramWindows.All.Select(static (windows, number) => (windows, number))
        from computed in ProgramComputations.ForWindows(numbered.number).Select(static (pooling, number) => (pooling, number))
        let shapes = numbered.windows.Shapes
        select Of(numbered.windows, computed.pooling, [.. shapes.Where((_, shape) => (shape + computed.number) % 2 == 0 || shape == shapes.Count - 1)]);

    /// <summary>All computations, each on some windows of several kinds.</summary>
    public static IEnumerable<ProgramCase> OfComputations() =>
        from numbered in ProgramComputations.All.Select(static (pooling, number) => (pooling, number))
        from kind in ProgramWindows.Kinds
        let windows = kind[numbered.number % kind.Count]
        select Of(windows, numbered.pooling, windows.Longest);

    private static ProgramCase Of(ProgramWindows windows, PoolingSpec pooling, IReadOnlyList<int[]> shapes) => new(
        $"{(windows.Layout == PoolingLayout.ChannelsLast ? "channels last, " : "")}rank {windows.Axes.Count}: {windows.Name}",
        pooling with { Axes = windows.Axes, Layout = windows.Layout },
        shapes,
        windows.Channels);

    /// <summary>Compares the programs of all kernels with the reference.</summary>
    public void Compare()
    {
        Random random = new(Name.Length);
        bool any = false;
        foreach ((PoolingSpec pooling, Extents input, int[] fillings) in Kernels())
        {
            ProgramComparison comparison = new(pooling, input);
            IReadOnlyList<Number[]> inputs = ProgramInputs.Of(pooling, input.Size, random);
            foreach (int filling in fillings)
            {
                comparison.Compare(inputs[filling]);
                any = true;
            }
        }

        Assert.True(any, "No window fits any shape.");
    }

    /// <summary>
    /// The kernels of the shapes that the windows fit, with the tensors that they take and the numbers of some fillings of
    /// <see cref="ProgramInputs"/>. Some know more of the shape at compile time than others.
    /// </summary>
    private IEnumerable<(PoolingSpec Pooling, Extents Input, int[] Fillings)> Kernels()
    {
        int number = 0;
        foreach (int[] shape in Shapes)
        {
            Extents several = new(2, Channels[number % Channels.Count], new([.. shape]));
            if (!new ReferencePooling(Pooling, several).Fits)
            {
                continue;
            }

            yield return (Pooling, several, number % 2 == 0 ? [0, 1] : [2]);
            if (number % 2 == 0)
            {
                yield return (Pooling with { Parallel = true }, number % 4 == 0 ? several : several with { Batch = 1 }, [number % 3]);
            }

            if (Pooling.Layout == PoolingLayout.ChannelsLast)
            {
                yield return (Pooling, several with { Channels = 1 }, [number % 3]);
            }

            yield return (number % 3) switch
            {
                0 => (Fix(several.Channels, several.Spatial), several with { Batch = 1 }, [1]),
                1 => (Fix(1, several.Spatial), several with { Batch = 1, Channels = 1 }, [2]),
                _ => (Fix(several.Channels, several.Spatial) with { HasBatch = true }, several, [0]),
            };
            number++;
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
