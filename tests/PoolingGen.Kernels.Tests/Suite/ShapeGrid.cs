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
    private static readonly int[] Depths = [1, 2, 3, 5];
    private static readonly int[] OutputDepths = [1, 2, 3];
    private static readonly (int Batch, int Channels)[] Planes = [(1, 1), (1, 3), (2, 2), (1, 4), (3, 1), (1, 5), (2, 4), (1, 9)];

    /// <summary>
    /// Of more rows, and of more columns, than windows of many rows make of one filling of their scratch; and of rows that such
    /// windows reduce as a whole.
    /// </summary>
    private static readonly (int Height, int Width)[] LongPlanes = [(49, 9), (14, 130), (12, 19), (11, 30)];

    /// <summary>
    /// Of more channels than vectors have lanes, and of as many as lie a multiple of 2 KB apart; those of fewer have rows and
    /// columns for a tile of long windows.
    /// </summary>
    private static readonly (int Channels, int Height, int Width)[] WideImages = [(37, 6, 9), (70, 5, 6), (512, 3, 4), (1024, 2, 3)];

    /// <summary>
    /// Planes with rows for a tile of them, whose last blocks have up to half as many outputs as the widest vector has lanes,
    /// and just more. Nine of them, so that most lie amid the tensor.
    /// </summary>
    private static readonly (int Height, int Width)[] EndingPlanes = [(9, 35), (9, 39), (9, 40), (11, 71), (12, 20), (11, 30)];

    /// <summary>Every width with two heights and every height with three widths, the depths and the numbers of planes in turn.</summary>
    public static IEnumerable<Shape> For(Kernel kernel)
    {
        List<int> widths = Extents(kernel, nameof(Shape.Width), Widths, OutputWidths);
        List<int> heights = Extents(kernel, nameof(Shape.Height), Heights, OutputHeights);
        List<int> depths = Extents(kernel, nameof(Shape.Depth), Depths, OutputDepths);
        HashSet<Shape> shapes = [];
        for (int i = 0; i < Math.Max(2 * widths.Count, Planes.Length); i++)
        {
            shapes.Add(WithPlanes(kernel, i, depths[i % depths.Count], heights[i % heights.Count], widths[i % widths.Count]));
        }

        for (int i = 0; i < 3 * heights.Count; i++)
        {
            shapes.Add(WithPlanes(kernel, i / 2, depths[i % depths.Count], heights[i % heights.Count], widths[i * 5 % widths.Count]));
        }

        foreach ((int height, int width) in LongPlanes)
        {
            if (Admits(kernel, nameof(Shape.Height), height) && Admits(kernel, nameof(Shape.Width), width))
            {
                shapes.Add(WithPlanes(kernel, 0, depths[0], height, width));
            }
        }

        shapes.UnionWith(Wide(kernel, depths[0]));
        return shapes;
    }

    private static IEnumerable<Shape> Wide(Kernel kernel, int depth) =>
        from image in WideImages
        where kernel.Pooling.Layout == PoolingLayout.ChannelsLast && kernel.Fixed(nameof(Shape.Channels)) is null
        where Admits(kernel, nameof(Shape.Height), image.Height) && Admits(kernel, nameof(Shape.Width), image.Width)
        select new Shape(kernel.FixedOr(nameof(Shape.Batch), 1), image.Channels, depth, image.Height, image.Width);

    /// <summary>A plane with several rows of windows, each long enough for two full vectors, a tail and both edges.</summary>
    public static Shape ForSpecials(Kernel kernel, int planes)
    {
        int Extent(string dimension, int outputs)
        {
            Axis axis = kernel.Pooling.AxisOf(dimension);
            return kernel.FixedOr(dimension, axis.Outputs is null ? Math.Max(1, axis.LeastExtent(outputs)) : outputs);
        }

        int channels = kernel.FixedOr(nameof(Shape.Channels), planes);
        return new Shape(
            kernel.FixedOr(nameof(Shape.Batch), Math.Max(1, planes / channels)),
            channels,
            Extent(nameof(Shape.Depth), 2),
            Extent(nameof(Shape.Height), 3),
            Extent(nameof(Shape.Width), 37));
    }

    /// <summary>Planes of floats for special values in the last blocks of rows, or in any of many channels.</summary>
    public static IEnumerable<Shape> ForEnds(Kernel kernel) => Ending(kernel).Concat(
        Wide(kernel, kernel.FixedOr(nameof(Shape.Depth), 1)).Where(shape => kernel.Pooling.Input.IsFloating && kernel.Pooling.OutputOf(shape).Length > 0));

    private static IEnumerable<Shape> Ending(Kernel kernel) =>
        from plane in EndingPlanes
        where kernel.Pooling is { Layout: PoolingLayout.ChannelsFirst, Input.IsFloating: true }
        where Admits(kernel, nameof(Shape.Height), plane.Height) && Admits(kernel, nameof(Shape.Width), plane.Width)
        select WithPlanes(kernel, Planes.Length - 1, kernel.FixedOr(nameof(Shape.Depth), 1), plane.Height, plane.Width) into shape
        where kernel.Pooling.OutputOf(shape).Length > 0
        select shape;

    private static List<int> Extents(Kernel kernel, string dimension, int[] inputs, int[] outputs)
    {
        if (kernel.Fixed(dimension) is { } extent)
        {
            return [extent];
        }

        Axis axis = kernel.Pooling.AxisOf(dimension);
        SortedSet<int> extents = [.. inputs];
        if (axis.Outputs is null)
        {
            extents.UnionWith(outputs.Select(axis.LeastExtent));
            extents.UnionWith(outputs.Select(count => axis.LeastExtent(count + 1) - 1));
        }

        return [.. extents.Where(extent => extent is > 0 and <= MaxWidth && axis.Windows(extent).Length > 0)];
    }

    private static bool Admits(Kernel kernel, string dimension, int extent) =>
        kernel.Fixed(dimension) is null && kernel.Pooling.AxisOf(dimension).Windows(extent).Length > 0;

    private static Shape WithPlanes(Kernel kernel, int turn, int depth, int height, int width)
    {
        (int batch, int channels) = Planes[turn % Planes.Length];
        Shape shape = new(
            kernel.FixedOr(nameof(Shape.Batch), batch), kernel.FixedOr(nameof(Shape.Channels), channels), depth, height, width);
        return kernel.Pooling.Taps(shape) * shape.Planes <= MaxTaps
            ? shape
            : shape with { Batch = 1, Channels = kernel.FixedOr(nameof(Shape.Channels), 1) };
    }
}
