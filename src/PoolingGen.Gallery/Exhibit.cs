namespace PoolingGen.Gallery;

/// <summary>One result on show: which kernel, of what, and how what it gives is made visible.</summary>
/// <param name="Section">The heading of the section that it is in.</param>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Title">The heading, which also names the row of the table.</param>
/// <param name="Caption">What there is to see, in a sentence or two.</param>
/// <param name="Kernel">The kernel that is shown and measured.</param>
internal sealed record Exhibit(string Section, string Name, string Title, string Caption, GalleryKernel Kernel)
{
    private const string SameSize = "At full size: stride 1";
    private const string Halved = "Halved: windows side by side";
    private const string Overlapping = "Halved: windows that overlap";
    public const string OneWindow = "One window over everything";

    /// <summary>What the kernel pools.</summary>
    public Func<Picture, Picture> Input { get; private init; } = picture => picture;

    /// <summary>What is shown of a picture and its pooled values.</summary>
    public Func<Picture, Picture, Picture> Show { get; private init; } = (_, pooled) => pooled;

    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new(SameSize, "dilation-5x5", "Dilation 5×5",
            "What morphology calls a maximum that keeps the size: all that is bright grows by two pixels on every side.",
            new GalleryKernel(PictureKernels.Dilation5x5)),
        new(SameSize, "local-maxima", "Local maxima 9×9", LocalMaxima.Caption,
            new GalleryKernel(PictureKernels.Max9x9)) { Input = picture => picture.Luminance(), Show = LocalMaxima.Mark },

        new(Halved, "min-2x2", "Minimum 2×2", "The darkest of four: thin bright lines are gone, thin dark ones grow.",
            new GalleryKernel(PictureKernels.Min2x2)),
        new(Halved, "average-2x2", "Average 2×2", "The mean of four: the plain way to halve a picture.",
            new GalleryKernel(PictureKernels.Average2x2)),
        new(Halved, "max-2x2", "Maximum 2×2", "The brightest of four: thin bright lines grow, thin dark ones are gone.",
            new GalleryKernel(PictureKernels.Max2x2)),

        new(Overlapping, "min-3x3", "Minimum 3×3", "The darkest of nine: dark lines grow wider still, and small print is gone.",
            new GalleryKernel(PictureKernels.Min3x3)),
        new(Overlapping, "average-3x3", "Average 3×3", "The mean of nine: smoother, for neighbours share a row or a column.",
            new GalleryKernel(PictureKernels.Average3x3)),
        new(Overlapping, "max-3x3", "Maximum 3×3", "The brightest of nine: as in the first layers of a residual network.",
            new GalleryKernel(PictureKernels.Max3x3)),

        new(OneWindow, "global-average", "Global average", "The mean colour of the picture.",
            new GalleryKernel(PictureKernels.GlobalAverage)) { Show = (_, pooled) => Swatch(pooled) },
    ];

    /// <summary>One colour as an area that can be seen.</summary>
    private static Picture Swatch(Picture colour)
    {
        var swatch = new Picture(colour.Channels, 256, 256);
        for (int channel = 0; channel < swatch.Channels; channel++)
        {
            swatch.Plane(channel).Fill(colour.Values[channel]);
        }

        return swatch;
    }
}
