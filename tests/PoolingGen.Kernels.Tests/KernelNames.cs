using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Suite;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>The names of kernels as data of theories, so that each is a test of its own.</summary>
public static class KernelNames
{
    public static TheoryData<string> All { get; } = [.. KernelCatalogue.Names];

    /// <summary>Those whose arguments are spans and dimensions; so are those of all below.</summary>
    public static TheoryData<string> OfSpans { get; } = Where(_ => true);

    public static TheoryData<string> WithBatch { get; } = Where(kernel => kernel.Fixed(nameof(Shape.Batch)) is null);

    public static TheoryData<string> WithIndices { get; } = Where(kernel => kernel.Pooling.Indices is not null);

    public static TheoryData<string> WithTwoDimensions { get; } = Where(kernel => kernel.Dimensions.Count() >= 2);

    /// <summary>Each kernel with each of its dimensions that is a parameter.</summary>
    public static TheoryData<string, string> AndDimensions { get; } = AndDimensionsWhere((_, _) => true);

    /// <summary>Those of which the extent can be positive and yet too small for a window.</summary>
    public static TheoryData<string, string> AndDimensionsWithMinimum { get; } = AndDimensionsWhere((kernel, dimension) =>
        Shape.Spatial.Contains(dimension) && Call.Valid(kernel).Shape.Extent(dimension) > 1);

    private static TheoryData<string> Where(Func<Kernel, bool> predicate) =>
        [.. KernelCatalogue.All.Where(kernel => !kernel.TakesTensors && predicate(kernel)).Select(kernel => kernel.Name)];

    private static TheoryData<string, string> AndDimensionsWhere(Func<Kernel, string, bool> predicate)
    {
        TheoryData<string, string> data = [];
        foreach (Kernel kernel in KernelCatalogue.All)
        {
            foreach (string dimension in kernel.Dimensions.Where(dimension => predicate(kernel, dimension)))
            {
                data.Add(kernel.Name, dimension);
            }
        }

        return data;
    }
}
