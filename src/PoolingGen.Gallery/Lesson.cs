using System.Globalization;

namespace PoolingGen.Gallery;

/// <summary>The example that lessons on pooling begin with: 16 numbers, four windows.</summary>
internal static class Lesson
{
    private static readonly float[] s_input =
    [
        1, 4, 2, 0,
        3, 8, 6, 4,
        5, 1, 7, 9,
        2, 0, 3, 5,
    ];

    /// <summary>The input and what the kernels make of it, each a square grid of numbers with its heading.</summary>
    public static IReadOnlyList<(string Title, float[] Values)> Grids { get; } =
    [
        ("input", s_input),
        ("maximum", Pool(PictureKernels.Max2x2, 4)),
        ("average", Pool(PictureKernels.Average2x2, 4)),
        ("global average", Pool(PictureKernels.GlobalAverage, 1)),
    ];

    public static void Print(TextWriter output)
    {
        output.WriteLine("Pooling in 16 numbers: 2x2 windows, stride 2");
        output.WriteLine();
        output.WriteLine("  " + string.Concat(Grids.Select(grid => grid.Title.PadRight(18))).TrimEnd());
        for (int row = 0; row < 4; row++)
        {
            output.WriteLine("  " + string.Concat(Grids.Select(grid => Row(grid.Values, row).PadRight(18))).TrimEnd());
        }

        output.WriteLine();
    }

    private static float[] Pool(PictureKernel kernel, int outputLength)
    {
        var output = new float[outputLength];
        kernel(s_input, output, channels: 1, height: 4, width: 4);
        return output;
    }

    private static string Row(float[] values, int row)
    {
        int width = (int)Math.Sqrt(values.Length);
        IEnumerable<string> numbers = values.Skip(row * width).Take(width)
            .Select(value => value.ToString(CultureInfo.InvariantCulture));
        return string.Join("  ", numbers);
    }
}
