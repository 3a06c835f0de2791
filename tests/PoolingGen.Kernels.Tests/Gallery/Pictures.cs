using PoolingGen.Gallery;

namespace PoolingGen.Kernels.Tests.Gallery;

/// <summary>Small pictures to run the gallery on.</summary>
internal static class Pictures
{
    /// <summary>Values that repeat in no window and differ between the channels.</summary>
    public static Picture Varied(int height, int width)
    {
        var picture = new Picture(3, height, width);
        for (int i = 0; i < picture.Values.Length; i++)
        {
            picture.Values[i] = i * 37 % 251;
        }

        return picture;
    }

    /// <summary>A picture of one grey.</summary>
    public static Picture Flat(int height, int width, float grey)
    {
        var picture = new Picture(3, height, width);
        picture.Values.AsSpan().Fill(grey);
        return picture;
    }
}
