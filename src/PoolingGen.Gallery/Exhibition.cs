using SkiaSharp;

namespace PoolingGen.Gallery;

/// <summary>Pools one picture with every kernel on show, and writes what comes out to the folder and the terminal.</summary>
internal sealed class Exhibition(Picture picture, string pictureName, OutputFolder folder, TextWriter output)
{
    private const string PageFile = "index.html";

    private readonly PageDetail _detail = PageDetail.Of(picture);

    public void Run()
    {
        // Before anything is said, so that a folder that cannot be written gives its one line and nothing else.
        PageImage original = Save("picture", picture, scale: 1);

        Lesson.Print(output);
        TerminalTable.WritePlans(output, Exhibit.All);
        output.WriteLine(FormattableString.Invariant($"{pictureName}: {picture.Width} x {picture.Height} pixels, three channels"));
        output.WriteLine();
        TerminalTable.WriteHeader(output);
        var results = new List<GalleryResult>();
        foreach (Exhibit exhibit in Exhibit.All)
        {
            var result = new GalleryResult(exhibit, Show(exhibit));
            TerminalTable.WriteRow(output, result);
            results.Add(result);
        }

        Measurement copy = MeasureCopy();
        TerminalTable.WriteCopy(output, copy);

        var page = new GalleryPage(pictureName, picture, _detail, original, results, copy);
        folder.Write(PageFile, page.Write);
        output.WriteLine($"Page:     {folder.PathOf(PageFile)}");
        output.WriteLine($"Pictures: {folder.PathOf("*.png")}");
    }

    /// <summary>Pools, measures and saves; <see langword="null"/> if the picture is too small for one window.</summary>
    private PooledResult? Show(Exhibit exhibit)
    {
        GalleryKernel kernel = exhibit.Kernel;
        Picture input = exhibit.Input(picture);
        if (kernel.CreateOutput(input) is not { } pooled)
        {
            return null;
        }

        long bytes = sizeof(float) * ((long)input.Values.Length + pooled.Values.Length);
        Measurement measurement = Measurement.Of(() => kernel.Run(input, pooled), bytes);
        Picture shown = exhibit.Show(picture, pooled);
        return kernel.Attribute.Global
            ? new(1, 1, measurement, SaveSwatch(exhibit.Name, shown), pooled.Values)
            : new(pooled.Height, pooled.Width, measurement, Save(exhibit.Name, shown, kernel.Attribute.Stride), null);
    }

    /// <summary>Saves a picture whose pixels stand for <paramref name="scale"/> x <paramref name="scale"/> of the original's.</summary>
    private PageImage Save(string name, Picture shown, int scale)
    {
        byte[] png = WritePng(name, shown);
        Picture part = _detail.Cut(shown, scale);
        return new PageImage(part.Values.Length == shown.Values.Length ? png : Encode(part), part.Width, part.Height * scale, part.Width * scale);
    }

    private PageImage SaveSwatch(string name, Picture swatch) => new(WritePng(name, swatch), swatch.Width, _detail.Height, _detail.Width);

    private byte[] WritePng(string name, Picture shown)
    {
        byte[] png = Encode(shown);
        folder.Write($"{name}.png", file => file.Write(png));
        return png;
    }

    private static byte[] Encode(Picture shown)
    {
        using SKData png = shown.EncodePng();
        return png.ToArray();
    }

    /// <summary>The yardstick: what the machine takes to read the picture and write it again unchanged.</summary>
    private Measurement MeasureCopy()
    {
        var copy = new float[picture.Values.Length];
        return Measurement.Of(() => picture.Values.CopyTo(copy, 0), 2L * sizeof(float) * copy.Length);
    }
}
