using System.Globalization;
using System.Net;
using System.Runtime.Intrinsics;

namespace PoolingGen.Gallery;

/// <summary>The page on which a person compares the results. It stands alone: pictures, style and script are in it.</summary>
internal sealed class GalleryPage(
    string pictureName,
    Picture picture,
    PageDetail detail,
    PageImage original,
    IReadOnlyList<GalleryResult> results,
    Measurement copy)
{
    // Narrower pictures than a card are enlarged even where the whole picture is shown.
    private const int CardWidth = 440;

    private static readonly string[] s_tints = ["#f4c9a8", "#b9d7ea", "#c9dfb4", "#e3c6e6"];

    public void Write(Stream stream)
    {
        using var html = new StreamWriter(stream);
        WriteHead(html);
        WriteLesson(html);
        WriteBar(html);
        WriteSections(html);
        WriteFoot(html);
    }

    private void WriteHead(TextWriter html) => html.WriteLine($"""
        <!DOCTYPE html>
        <html lang="en" style="--shape: {Number((double)detail.Width / detail.Height)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Pooling {Escape(pictureName)}</title>
        <style>
        {Resource("GalleryPage.css")}</style>
        </head>
        <body>
        <header>
        <h1>Pooling, in pictures</h1>
        <p class="lead">Every result on this page was computed by a kernel that a source generator wrote from one attribute.</p>
        </header>
        """);

    private static void WriteLesson(TextWriter html)
    {
        html.WriteLine("""<h2>In sixteen numbers: 2×2 windows, stride 2</h2>""");
        html.WriteLine("""<div class="lesson">""");
        foreach ((string title, float[] values) in Lesson.Grids)
        {
            int side = (int)Math.Sqrt(values.Length);
            html.WriteLine($"""<figure><figcaption>{title}</figcaption><div class="cells number" style="grid-template-columns: repeat({side}, auto)">""");
            for (int i = 0; i < values.Length; i++)
            {
                // The window that a cell belongs to; one of a single cell is of none.
                int window = i / side * 2 / side * 2 + i % side * 2 / side;
                string tint = side == 1 ? "#dcd9d1" : s_tints[window];
                html.Write($"""<span style="--tint: {tint}">{Number(values[i])}</span>""");
            }

            html.WriteLine("</div></figure>");
        }

        html.WriteLine("</div>");
    }

    private void WriteBar(TextWriter html) => html.WriteLine($"""
        <div class="bar">
        <strong>{Escape(pictureName)}, {picture.Width}×{picture.Height}{(IsWhole ? "" : ": the middle")}</strong>
        <span class="zoom">
        <input type="radio" name="zoom" id="zoom1" checked><label for="zoom1">whole</label>
        <input type="radio" name="zoom" id="zoom2"><label for="zoom2">2×</label>
        <input type="radio" name="zoom" id="zoom4"><label for="zoom4">4×</label>
        <input type="radio" name="zoom" id="zoom8"><label for="zoom8">8×</label>
        <input type="radio" name="zoom" id="zoom16"><label for="zoom16">16×</label>
        </span>
        <label><input type="checkbox" id="plans" checked> plans</label>
        <span class="soft">Magnify and point into any picture: all show the same place.</span>
        </div>
        """);

    private void WriteSections(TextWriter html)
    {
        bool first = true;
        foreach (IGrouping<string, GalleryResult> section in results.GroupBy(result => result.Exhibit.Section))
        {
            html.WriteLine($"""<h2>{section.Key}</h2>""");
            html.WriteLine("""<div class="row">""");
            if (first)
            {
                WriteOriginal(html);
                first = false;
            }

            foreach (GalleryResult result in section)
            {
                WriteCard(html, result);
            }

            if (section.Key == Exhibit.OneWindow)
            {
                WriteNotes(html);
            }

            html.WriteLine("</div>");
        }
    }

    private void WriteOriginal(TextWriter html)
    {
        html.WriteLine("""<figure class="card">""");
        WriteView(html, "The picture", original);
        html.WriteLine($"""
            <figcaption>
            <header><h3>The picture</h3><span class="number">{picture.Width}×{picture.Height}</span></header>
            <p>What goes into every kernel: a plane of floats for red, for green and for blue.</p>
            </figcaption>
            </figure>
            """);
    }

    private void WriteCard(TextWriter html, GalleryResult result)
    {
        (Exhibit exhibit, PooledResult? pooled) = result;
        html.WriteLine("""<figure class="card">""");
        WriteView(html, exhibit.Title, pooled?.Image);
        html.WriteLine($"""
            <figcaption>
            <header><h3>{exhibit.Title}</h3><span class="number">{pooled?.Description}</span></header>
            <p>{exhibit.Caption}</p>
            <code>{Escape(exhibit.Kernel.AttributeText).Replace(" = ", "&nbsp;=&nbsp;")}</code>
            """);
        if (pooled is not null)
        {
            html.WriteLine($"""
                <dl class="cost">
                <div><dt>per call</dt><dd>{pooled.Measurement.Time}</dd></div>
                <div><dt>read and written</dt><dd>{pooled.Measurement.Bandwidth}</dd></div>
                </dl>
                """);
        }

        html.WriteLine("""<ul class="plan">""");
        foreach (string sentence in exhibit.Kernel.Plan)
        {
            html.WriteLine($"<li>{Escape(sentence)}</li>");
        }

        html.WriteLine("</ul></figcaption></figure>");
    }

    private void WriteView(TextWriter html, string title, PageImage? image)
    {
        if (image is null)
        {
            html.WriteLine("""<div class="view none">No window fits into this picture.</div>""");
            return;
        }

        // Where a window's stride does not divide the picture, a result stands for a little less of it, or more.
        string share = $"--w: {Number((double)image.Width / detail.Width)}; --h: {Number((double)image.Height / detail.Height)}";
        string small = image.PixelWidth < CardWidth ? " class=\"small\"" : "";
        html.Write($"""<div class="view"><img{small} alt="{title}" style="{share}" src="data:image/png;base64,""");
        html.Write(Convert.ToBase64String(image.Png));
        html.WriteLine("\"></div>");
    }

    private void WriteNotes(TextWriter html) => html.WriteLine($"""
        <div class="notes wide">
        <h3>How to read the numbers</h3>
        <p>A time is the median of many calls on one thread after a warm-up. A call pools all three channels, or the
        luminance alone for the local maxima. The bandwidth counts every value once: what is read of the picture and
        what is written. This machine computes with vectors of {VectorBits()} bits, and it takes {copy.Time} to read the
        picture and write it again unchanged, which is {copy.Bandwidth}.</p>
        <p>Values are pooled as the file stores them, 0 to 255. Padding takes no part: at the rim an average is the
        mean of the taps inside the picture.{DetailText()}</p>
        </div>
        """);

    private static void WriteFoot(TextWriter html) => html.WriteLine($"""
        <script>
        {Resource("GalleryPage.js")}</script>
        </body>
        </html>
        """);

    private bool IsWhole => detail.Width == picture.Width && detail.Height == picture.Height;

    private string DetailText() => IsWhole
        ? ""
        : $" The page shows the middle {detail.Width}×{detail.Height} of the picture; the files beside it are whole.";

    private static int VectorBits() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 32;

    private static string Resource(string name)
    {
        using Stream stream = typeof(GalleryPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
