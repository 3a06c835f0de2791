using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Oracle;
using PoolingGen.Kernels.Tests.Suite;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>Runs one drawn kernel on a few small tensors, the same in every process.</summary>
internal static class SpecSuite
{
    private const int Shapes = 3;

    /// <summary>Taps of all windows of one case, and elements of its input.</summary>
    private const long MaxTaps = 40_000;

    /// <summary>Around the multiples of all numbers of lanes.</summary>
    private static readonly int[] Long = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 19, 31, 32, 33, 35, 47, 63, 64, 65, 70];

    private static readonly int[] Short = [1, 1, 2, 2, 3, 4, 5];

    public static SuiteResult Run(Kernel kernel, Regions regions)
    {
        CaseRunner cases = new(kernel, regions);
        int seed = kernel.Name.Aggregate(17, static (hash, character) => unchecked(hash * 31 + character)) & 0xFFFF;
        Random random = new(seed);
        for (int index = 0; index < Shapes; index++)
        {
            Shape shape = Draw(kernel, random, singleChannel: index == Shapes - 1);
            foreach (Filling filling in Filling.For(kernel.Pooling, shape, seed + index))
            {
                cases.Run(shape, filling, seed + index);
            }
        }

        return cases.Result();
    }

    /// <summary>A shape whose innermost axis is around a multiple of the lanes, as far as the kernel lets it be chosen.</summary>
    /// <param name="singleChannel">Where channels come last: whether there is just one, and the width is the innermost axis.</param>
    private static Shape Draw(Kernel kernel, Random random, bool singleChannel)
    {
        bool channelsLast = kernel.Pooling.Layout == PoolingLayout.ChannelsLast;
        string innermost = channelsLast && !singleChannel ? nameof(Shape.Channels) : nameof(Shape.Width);
        Shape shape = new(1, 1, 1, 1, 1);
        foreach (string dimension in Shape.Dimensions)
        {
            int[] counts = dimension == innermost ? Long : Short;
            int count = channelsLast && singleChannel && dimension == nameof(Shape.Channels) ? 1 : counts[random.Next(counts.Length)];
            int extent = Shape.Spatial.Contains(dimension) ? Extent(kernel.Pooling.AxisOf(dimension), count, random) : count;
            shape = shape.With(dimension, kernel.FixedOr(dimension, extent));
        }

        return Affordable(kernel, shape);
    }

    /// <summary>An extent with about so many windows.</summary>
    private static int Extent(Axis axis, int windows, Random random)
    {
        int extent = axis.Outputs is null ? Math.Max(1, axis.LeastExtent(windows) + random.Next(axis.Stride)) : windows;
        while (axis.Windows(extent).Length == 0)
        {
            extent++;
        }

        return extent;
    }

    /// <summary>The shape with as few planes as its size demands, and then with as few windows.</summary>
    private static Shape Affordable(Kernel kernel, Shape shape)
    {
        foreach (string dimension in Shape.Dimensions)
        {
            long size = Math.Max(kernel.Pooling.Taps(shape), shape.PlaneSize) * shape.Planes;
            if (size > MaxTaps)
            {
                int least = Shape.Spatial.Contains(dimension) ? LeastExtent(kernel.Pooling.AxisOf(dimension)) : 1;
                shape = shape.With(dimension, kernel.FixedOr(dimension, Math.Min(shape.Extent(dimension), least)));
            }
        }

        return shape;
    }

    /// <summary>The least extent with two windows, or one that no window leaves.</summary>
    private static int LeastExtent(Axis axis) => axis.Outputs is null ? Math.Max(axis.EffectiveSize, axis.LeastExtent(2)) : 3;
}
