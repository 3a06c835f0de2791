using SkiaSharp;

namespace PoolingGen.Gallery;

/// <summary>
/// The capital letters that the drawn picture needs, as pen strokes: a machine need not have a font, and no two have the same.
/// </summary>
internal static class StrokeLetters
{
    private const float BoxHeight = 6;
    private const float Gap = 1.6f;
    private const float Blank = 2.6f;

    // A box is six units high, y downwards; most letters are four wide.
    private static readonly Dictionary<char, SKPath> s_strokes = new Dictionary<char, string>
    {
        ['A'] = "M0 6L2 0L4 6M.7 4H3.3",
        ['D'] = "M0 0V6H1.4A2.6 2.6 0 0 0 4 3.4V2.6A2.6 2.6 0 0 0 1.4 0Z",
        ['E'] = "M3.6 0H0V6H3.6M0 3H3",
        ['F'] = "M3.6 0H0V6M0 3H3",
        ['G'] = "M4 1.6A2 2 0 0 0 0 2V4A2 2 0 0 0 4 4V3.2H2.4",
        ['I'] = "M0 0V6",
        ['K'] = "M0 0V6M3.8 0L0 3.7M1.3 2.5L4 6",
        ['L'] = "M0 0V6H3.4",
        ['M'] = "M0 6V0L2.4 4L4.8 0V6",
        ['N'] = "M0 6V0L4 6V0",
        ['O'] = "M0 2A2 2 0 0 1 4 2V4A2 2 0 0 1 0 4Z",
        ['P'] = "M0 6V0H2.3A1.7 1.7 0 0 1 2.3 3.4H0",
        ['R'] = "M0 6V0H2.3A1.7 1.7 0 0 1 2.3 3.4H0M2 3.4L4 6",
        ['S'] = "M3.8 1.3A1.8 1.4 0 0 0 2 0A1.7 1.5 0 0 0 2 3A1.8 1.5 0 0 1 2 6A1.9 1.5 0 0 1 .1 4.7",
        ['T'] = "M0 0H4M2 0V6",
        ['V'] = "M0 0L2 6L4 0",
        ['X'] = "M0 0L4 6M4 0L0 6",
    }.ToDictionary(letter => letter.Key, letter => SKPath.ParseSvgPathData(letter.Value));

    /// <summary>Draws a line of text whose letters are <paramref name="height"/> pixels high.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="text">Letters of the table above, and blanks.</param>
    /// <param name="left">The left end.</param>
    /// <param name="top">The top of the letters.</param>
    /// <param name="height">Their height.</param>
    /// <param name="colour">Their colour.</param>
    public static void Draw(SKCanvas canvas, string text, float left, float top, float height, SKColor colour)
    {
        using var pen = new SKPaint
        {
            Color = colour,
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 0.8f,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
        };
        canvas.Save();
        canvas.Translate(left, top);
        canvas.Scale(height / BoxHeight);
        foreach (char letter in text)
        {
            if (letter == ' ')
            {
                canvas.Translate(Blank, 0);
                continue;
            }

            SKPath strokes = s_strokes[letter];
            canvas.DrawPath(strokes, pen);
            canvas.Translate(strokes.TightBounds.Right + Gap, 0);
        }

        canvas.Restore();
    }
}
