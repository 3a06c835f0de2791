namespace PoolingGen.Gallery;

/// <summary>
/// The part of the picture that the page shows: all of it, unless that would make a page of hundreds of megabytes.
/// Then it is the middle, at full resolution: what differs between two kernels is gone in a picture made smaller.
/// </summary>
internal sealed record PageDetail(int Left, int Top, int Height, int Width)
{
    private const int LargestArea = 4_000_000;

    // Where a part begins has to be where a window of every stride on show begins.
    private const int Alignment = 2;

    public static PageDetail Of(Picture picture)
    {
        long area = (long)picture.Height * picture.Width;
        if (area <= LargestArea)
        {
            return new PageDetail(0, 0, picture.Height, picture.Width);
        }

        // The same shape as the picture's, within limits: a very long one gives a part that is all of it across.
        double shrink = Math.Sqrt((double)LargestArea / area);
        int height = Math.Clamp(LargestArea / (int)(picture.Width * shrink), 1, picture.Height);
        int width = Math.Min(LargestArea / height, picture.Width);
        return new PageDetail(Middle(picture.Width, width), Middle(picture.Height, height), height, width);
    }

    /// <summary>The same part of a result of which each pixel stands for <paramref name="scale"/> x <paramref name="scale"/> of the picture.</summary>
    public Picture Cut(Picture result, int scale) =>
        result.Crop(Left / scale, Top / scale, (Height + scale - 1) / scale, (Width + scale - 1) / scale);

    private static int Middle(int whole, int part) => (whole - part) / 2 / Alignment * Alignment;
}
