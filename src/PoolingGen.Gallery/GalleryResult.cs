namespace PoolingGen.Gallery;

/// <summary>What came of an exhibit.</summary>
/// <param name="Exhibit">The exhibit.</param>
/// <param name="Pooled">Its result, or <see langword="null"/> if the picture is too small for one window.</param>
internal sealed record GalleryResult(Exhibit Exhibit, PooledResult? Pooled);

/// <summary>The result of one kernel.</summary>
/// <param name="Height">The pooled picture's height.</param>
/// <param name="Width">The pooled picture's width.</param>
/// <param name="Measurement">What one call costs.</param>
/// <param name="Image">What the page shows of it.</param>
/// <param name="Colour">The one colour of a global result.</param>
internal sealed record PooledResult(int Height, int Width, Measurement Measurement, PageImage Image, float[]? Colour)
{
    /// <summary>What the result is: its size, or its colour.</summary>
    public string Description => Colour is [float red, float green, float blue]
        ? $"rgb({Picture.Round(red)} {Picture.Round(green)} {Picture.Round(blue)})"
        : $"{Width}×{Height}";
}

/// <summary>A picture on the page.</summary>
/// <param name="Png">The file's bytes.</param>
/// <param name="PixelWidth">The width in pixels of its own.</param>
/// <param name="Height">Its height in pixels of the picture that was pooled.</param>
/// <param name="Width">Its width in pixels of the picture that was pooled.</param>
internal sealed record PageImage(byte[] Png, int PixelWidth, int Height, int Width);
