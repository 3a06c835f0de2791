namespace PoolingGen.Gallery;

/// <summary>Makes the local maxima of a picture's brightness visible.</summary>
internal static class LocalMaxima
{
    public const string Caption =
        "Marked: pixels as bright as the brightest of their window. Of equally bright ones only the first counts, " +
        "and only where it is 24 levels above the mean of its window: flat areas have none.";

    private const int Reach = 4;
    private const float Prominence = 24;
    private const float Dimmed = 0.4f;

    private static readonly float[] s_mark = [255, 176, 0];

    /// <summary>The picture, dimmed, with a mark of 3x3 pixels on each of its local maxima.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="maxima">The 9x9 maximum of its luminance.</param>
    public static Picture Mark(Picture picture, Picture maxima)
    {
        Picture luminance = picture.Luminance();
        var marked = new Picture(picture.Channels, picture.Height, picture.Width);
        for (int i = 0; i < picture.Values.Length; i++)
        {
            marked.Values[i] = Dimmed * picture.Values[i];
        }

        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                int at = y * picture.Width + x;
                if (luminance.Values[at] == maxima.Values[at] && StandsOut(luminance, y, x))
                {
                    DrawMark(marked, y, x);
                }
            }
        }

        return marked;
    }

    /// <summary>Whether a pixel that is as bright as its window's brightest is the first such, and far above the mean.</summary>
    private static bool StandsOut(Picture luminance, int y, int x)
    {
        float value = luminance.Values[y * luminance.Width + x];
        (int left, int right) = (Math.Max(x - Reach, 0), Math.Min(x + Reach + 1, luminance.Width));
        (int top, int bottom) = (Math.Max(y - Reach, 0), Math.Min(y + Reach + 1, luminance.Height));
        float sum = 0;
        for (int tapY = top; tapY < bottom; tapY++)
        {
            for (int tapX = left; tapX < right; tapX++)
            {
                float tap = luminance.Values[tapY * luminance.Width + tapX];
                if (tap == value && (tapY < y || (tapY == y && tapX < x)))
                {
                    return false;
                }

                sum += tap;
            }
        }

        return value - sum / ((bottom - top) * (right - left)) >= Prominence;
    }

    private static void DrawMark(Picture marked, int y, int x)
    {
        int left = Math.Max(x - 1, 0);
        int width = Math.Min(x + 2, marked.Width) - left;
        for (int channel = 0; channel < marked.Channels; channel++)
        {
            for (int row = Math.Max(y - 1, 0); row < Math.Min(y + 2, marked.Height); row++)
            {
                marked.Plane(channel).Slice(row * marked.Width + left, width).Fill(s_mark[channel]);
            }
        }
    }
}
