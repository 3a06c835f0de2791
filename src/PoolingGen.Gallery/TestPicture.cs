using SkiaSharp;

namespace PoolingGen.Gallery;

/// <summary>
/// Draws a landscape in which every kernel has something to do: stars for the local maxima, a sun of rings that grow
/// finer towards its rim, hatched ridges with sharp edges, text down to a few pixels, and furrows that run together
/// at the horizon. Nothing in it is left to chance or to the machine's fonts.
/// </summary>
internal static class TestPicture
{
    private const int Width = 1024;
    private const int Height = 768;
    private const int Horizon = 560;

    public static Picture Draw()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            DrawSky(canvas);
            DrawStars(canvas);
            DrawSun(bitmap, centreX: 712, centreY: 330, radius: 150);
            DrawRidge(canvas, 420, 46, 0.9f, new SKColor(0x7A, 0x43, 0x62), new SKColor(0x93, 0x58, 0x6C));
            DrawRidge(canvas, 480, 34, 2.3f, new SKColor(0x45, 0x2C, 0x52), new SKColor(0x5C, 0x3A, 0x60));
            DrawRidge(canvas, 530, 22, 4.1f, new SKColor(0x1E, 0x1B, 0x36), new SKColor(0x2F, 0x28, 0x48));
            DrawField(bitmap);
            DrawText(canvas);
        }

        return Picture.FromPixels(bitmap);
    }

    private static void DrawSky(SKCanvas canvas)
    {
        using var paint = new SKPaint
        {
            Shader = SKShader.CreateLinearGradient(new SKPoint(0, 0), new SKPoint(0, Horizon),
                [new(0x0C, 0x12, 0x30), new(0x2C, 0x2A, 0x5C), new(0x8E, 0x4A, 0x6E), new(0xF2, 0x9A, 0x62), new(0xFF, 0xE0, 0xA0)],
                [0, 0.3f, 0.58f, 0.8f, 1], SKShaderTileMode.Clamp),
        };
        canvas.DrawRect(0, 0, Width, Height, paint);
    }

    private static void DrawStars(SKCanvas canvas)
    {
        var random = new Random(20);
        using var paint = new SKPaint { IsAntialias = true };
        for (int i = 0; i < 260; i++)
        {
            float x = random.NextSingle() * Width;
            float depth = random.NextSingle();
            float brightness = (1 - depth) * (0.35f + 0.65f * random.NextSingle());
            paint.Color = new SKColor(255, 250, 235, (byte)(255 * brightness));
            canvas.DrawCircle(x, depth * 300, 0.6f + 1.2f * brightness * random.NextSingle(), paint);
        }
    }

    /// <summary>A zone plate: the rings' frequency grows linearly, up to nearly one ring in two pixels at the rim.</summary>
    private static void DrawSun(SKBitmap bitmap, int centreX, int centreY, int radius)
    {
        double chirp = 0.45 * Math.PI / radius;
        for (int y = -radius; y <= radius; y++)
        {
            for (int x = -radius; x <= radius; x++)
            {
                int squared = x * x + y * y;
                if (squared <= radius * radius)
                {
                    double ring = 0.5 + 0.5 * Math.Cos(chirp * squared);
                    bitmap.SetPixel(centreX + x, centreY + y, Blend(new SKColor(0xE8, 0x5D, 0x3A), new SKColor(0xFF, 0xF3, 0xC4), ring));
                }
            }
        }
    }

    /// <summary>A silhouette of summed waves, filled, and hatched with lines of one pixel.</summary>
    private static void DrawRidge(SKCanvas canvas, float top, float swing, float phase, SKColor fill, SKColor hatch)
    {
        using var ridge = new SKPath();
        ridge.MoveTo(0, Height);
        for (int x = 0; x <= Width; x += 2)
        {
            double wave = Math.Sin(x * 0.0061 + phase) + 0.5 * Math.Sin(x * 0.017 + 2 * phase) + 0.22 * Math.Sin(x * 0.047 + 3 * phase);
            ridge.LineTo(x, (float)(top - swing * wave));
        }

        ridge.LineTo(Width, Height);
        using var paint = new SKPaint { IsAntialias = true, Color = fill };
        canvas.Save();
        canvas.ClipPath(ridge, SKClipOperation.Intersect, antialias: true);
        canvas.DrawPaint(paint);
        paint.Color = hatch;
        for (float x = -Height; x < Width + Height; x += 2 + phase)
        {
            canvas.DrawLine(x, 0, x + Height * (phase - 2.2f) / 2, Height, paint);
        }

        canvas.Restore();
    }

    /// <summary>Furrows that meet at the horizon. They fade as their width nears a pixel: the picture itself does not alias.</summary>
    private static void DrawField(SKBitmap bitmap)
    {
        const double PeriodAtBottom = 22;
        const double Middle = 0.42 * Width;
        for (int y = Horizon; y < Height; y++)
        {
            double nearness = (y - Horizon + 12) / (Height - Horizon + 12.0);
            double period = PeriodAtBottom * nearness;
            double narrowing = PeriodAtBottom / (Height - Horizon + 12.0) / period;
            for (int x = 0; x < Width; x++)
            {
                double furrows = (x - Middle) / period;
                double frequency = double.Hypot(1 / period, furrows * narrowing);
                double contrast = Math.Clamp(1.25 - 2.5 * frequency, 0, 1);
                double light = 0.5 + 0.5 * contrast * Math.Sin(2 * Math.PI * furrows);
                bitmap.SetPixel(x, y, Blend(new SKColor(0x1C, 0x20, 0x22), new SKColor(0xC9, 0xA2, 0x5E), light * (0.35 + 0.65 * nearness)));
            }
        }
    }

    private static void DrawText(SKCanvas canvas)
    {
        var paper = new SKColor(0xFF, 0xF6, 0xE4);
        StrokeLetters.Draw(canvas, "POOLING", 56, 70, 84, paper);
        StrokeLetters.Draw(canvas, "MAX  MIN  AVERAGE", 58, 190, 30, paper);
        StrokeLetters.Draw(canvas, "ONE PIXEL REMAINS OF A TILE", 58, 246, 18, paper);
        StrokeLetters.Draw(canvas, "MAXIMA DILATE LETTERS", 58, 284, 12, paper);
        StrokeLetters.Draw(canvas, "MINIMA ERODE TILL NONE IS LEFT", 58, 312, 8, paper);
        StrokeLetters.Draw(canvas, "AN AVERAGE IS A PALER LETTER", 58, 334, 6, paper);
    }

    private static SKColor Blend(SKColor from, SKColor to, double share) => new(
        (byte)(from.Red + share * (to.Red - from.Red)),
        (byte)(from.Green + share * (to.Green - from.Green)),
        (byte)(from.Blue + share * (to.Blue - from.Blue)));
}
