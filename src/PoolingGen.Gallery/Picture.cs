using SkiaSharp;

namespace PoolingGen.Gallery;

/// <summary>
/// A picture as the kernels want it: planar, one plane of <see cref="float"/> values per channel (red, green, blue;
/// or luminance alone), 0 to 255 as stored in the file, without gamma expansion.
/// </summary>
internal sealed class Picture(int channels, int height, int width)
{
    public int Channels { get; } = channels;

    public int Height { get; } = height;

    public int Width { get; } = width;

    public float[] Values { get; } = new float[channels * height * width];

    public Span<float> Plane(int channel) => Values.AsSpan(channel * Height * Width, Height * Width);

    /// <summary>Reads a PNG or JPEG file, turned as its EXIF orientation says, transparency composed over white.</summary>
    /// <exception cref="GalleryException">The file is missing, unreadable, damaged or too large.</exception>
    public static Picture Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new GalleryException(Directory.Exists(path)
                ? $"'{path}' is a folder, not a picture."
                : $"There is no picture '{path}'.");
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            using SKCodec codec = SKCodec.Create(file)
                ?? throw new GalleryException($"'{path}' is damaged or not a PNG or JPEG picture.");
            return Decode(codec, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GalleryException($"The picture '{path}' cannot be read: {exception.Message}");
        }
    }

    private static Picture Decode(SKCodec codec, string path)
    {
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var bitmap = new SKBitmap();
        if (info.BytesSize64 > int.MaxValue || !bitmap.TryAllocPixels(info))
        {
            throw new GalleryException($"The picture '{path}' is too large ({info.Width} x {info.Height} pixels).");
        }

        // Anything but success leaves a part of the pixels unset.
        if (codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            throw new GalleryException($"The picture '{path}' is damaged.");
        }

        return FromPixels(bitmap, codec.EncodedOrigin);
    }

    /// <summary>Takes the pixels over, turned and mirrored so that <paramref name="origin"/> comes to the top left.</summary>
    public static Picture FromPixels(SKBitmap bitmap, SKEncodedOrigin origin = SKEncodedOrigin.TopLeft)
    {
        bool transpose = origin >= SKEncodedOrigin.LeftTop;
        bool fromRight = origin is SKEncodedOrigin.TopRight or SKEncodedOrigin.BottomRight
            or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        bool fromBottom = origin is SKEncodedOrigin.BottomRight or SKEncodedOrigin.BottomLeft
            or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom;

        var picture = transpose
            ? new Picture(3, bitmap.Width, bitmap.Height)
            : new Picture(3, bitmap.Height, bitmap.Width);
        (int alongX, int alongY) = transpose ? (picture.Width, 1) : (1, picture.Width);
        for (int y = 0; y < bitmap.Height; y++)
        {
            ReadOnlySpan<byte> row = bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, bitmap.Width * 4);
            int start = (fromBottom ? bitmap.Height - 1 - y : y) * alongY + (fromRight ? (bitmap.Width - 1) * alongX : 0);
            picture.TakeRow(row, start, fromRight ? -alongX : alongX);
        }

        return picture;
    }

    /// <summary>Spreads a row of premultiplied RGBA pixels over the planes.</summary>
    private void TakeRow(ReadOnlySpan<byte> row, int start, int step)
    {
        Span<float> red = Plane(0), green = Plane(1), blue = Plane(2);
        for (int x = 0, at = start; x < row.Length; x += 4, at += step)
        {
            int white = 255 - row[x + 3];
            red[at] = row[x] + white;
            green[at] = row[x + 1] + white;
            blue[at] = row[x + 2] + white;
        }
    }

    /// <summary>The brightness of each pixel: the Rec. 709 weights on the values as stored.</summary>
    public Picture Luminance()
    {
        var luminance = new Picture(1, Height, Width);
        ReadOnlySpan<float> red = Plane(0), green = Plane(1), blue = Plane(2);
        for (int i = 0; i < luminance.Values.Length; i++)
        {
            luminance.Values[i] = 0.2126f * red[i] + 0.7152f * green[i] + 0.0722f * blue[i];
        }

        return luminance;
    }

    /// <summary>The part that begins at (<paramref name="left"/>, <paramref name="top"/>), no larger than asked for.</summary>
    public Picture Crop(int left, int top, int height, int width)
    {
        var part = new Picture(Channels, Math.Min(height, Height - top), Math.Min(width, Width - left));
        for (int channel = 0; channel < Channels; channel++)
        {
            for (int y = 0; y < part.Height; y++)
            {
                Plane(channel).Slice((top + y) * Width + left, part.Width).CopyTo(part.Plane(channel)[(y * part.Width)..]);
            }
        }

        return part;
    }

    /// <summary>The picture, which has three channels, as a PNG file's bytes.</summary>
    public SKData EncodePng()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgb888x, SKAlphaType.Opaque));
        ReadOnlySpan<float> red = Plane(0), green = Plane(1), blue = Plane(2);
        Span<byte> pixels = bitmap.GetPixelSpan();
        for (int i = 0; i < red.Length; i++)
        {
            pixels[4 * i] = Round(red[i]);
            pixels[4 * i + 1] = Round(green[i]);
            pixels[4 * i + 2] = Round(blue[i]);
            pixels[4 * i + 3] = 255;
        }

        return bitmap.Encode(SKEncodedImageFormat.Png, 100);
    }

    /// <summary>The byte nearest to a value between 0 and 255.</summary>
    public static byte Round(float value) => (byte)(value + 0.5f);
}
