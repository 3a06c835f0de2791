using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Oracle;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>The shapes on which a kernel is tested: around multiples of 4, 8 and 16 lanes, and smaller than everything.</summary>
internal static class ShapeGrid
{
    private const int MaxWidth = 1200;

    /// <summary>Windows times taps of one case, so that the oracle stays quick.</summary>
    private const long MaxTaps = 300_000;

    private static readonly int[] Widths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 49, 64, 65];
    private static readonly int[] OutputWidths = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 65];
    private static readonly int[] Heights = [1, 2, 3, 4, 6, 7, 16];
    private static readonly int[] OutputHeights = [1, 2, 3, 4, 5, 8, 9];
    private static readonly (int Batch, int Channels)[] Planes = [(1, 1), (1, 3), (2, 2), (1, 4), (3, 1), (1, 5), (2, 4), (1, 9)];

    /// <summary>Every width with two heights and every height with three widths, the numbers of planes in turn.</summary>
    public static IEnumerable<Shape> For(Kernel kernel)
    {
        List<int> widths = kernel.FixedWidth is int width ? [width] : Extents(kernel.Horizontal, kernel.Global, Widths, OutputWidths);
        List<int> heights = kernel.FixedHeight is int height ? [height] : Extents(kernel.Vertical, kernel.Global, Heights, OutputHeights);
        HashSet<Shape> shapes = [];
        for (int i = 0; i < Math.Max(2 * widths.Count, Planes.Length); i++)
        {
            shapes.Add(WithPlanes(kernel, i, heights[i % heights.Count], widths[i % widths.Count]));
        }

        for (int i = 0; i < 3 * heights.Count; i++)
        {
            shapes.Add(WithPlanes(kernel, i / 2, heights[i % heights.Count], widths[i * 5 % widths.Count]));
        }

        return shapes;
    }

    /// <summary>A plane with several rows of windows, each long enough for two full vectors, a tail and both edges.</summary>
    public static Shape ForSpecials(Kernel kernel, int planes)
    {
        int height = kernel.FixedHeight ?? (kernel.Global ? 3 : Math.Max(1, kernel.Vertical(1).LeastExtent(3)));
        int width = kernel.FixedWidth ?? (kernel.Global ? 37 : Math.Max(1, kernel.Horizontal(1).LeastExtent(37)));
        int channels = kernel.FixedChannels ?? planes;
        return new Shape(kernel.FixedBatch ?? Math.Max(1, planes / channels), channels, height, width);
    }

    public static long Taps(Kernel kernel, Shape shape) =>
        (long)kernel.OutputOf(shape).Length * kernel.Vertical(shape.Height).Size * kernel.Horizontal(shape.Width).Size;

    private static List<int> Extents(Func<int, Axis> axisOf, bool global, int[] inputs, int[] outputs)
    {
        SortedSet<int> extents = [.. inputs];
        if (!global)
        {
            Axis axis = axisOf(1);
            extents.UnionWith(outputs.Select(axis.LeastExtent));
            extents.UnionWith(outputs.Select(count => axis.LeastExtent(count + 1) - 1));
        }

        return [.. extents.Where(extent => extent is > 0 and <= MaxWidth && axisOf(extent).Outputs(extent) > 0)];
    }

    private static Shape WithPlanes(Kernel kernel, int turn, int height, int width)
    {
        (int batch, int channels) = Planes[turn % Planes.Length];
        Shape shape = new(kernel.FixedBatch ?? batch, kernel.FixedChannels ?? channels, height, width);
        return Taps(kernel, shape) <= MaxTaps
            ? shape
            : shape with { Batch = 1, Channels = kernel.FixedChannels ?? 1 };
    }
}
