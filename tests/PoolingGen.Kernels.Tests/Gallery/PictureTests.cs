using PoolingGen.Gallery;
using SkiaSharp;
using Xunit;

namespace PoolingGen.Kernels.Tests.Gallery;

public class PictureTests
{
    // The stored pixels are 1 2 3 over 4 5 6; the expected ones are what EXIF says a viewer shows.
    [Theory]
    [InlineData(SKEncodedOrigin.TopLeft, 3, new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(SKEncodedOrigin.TopRight, 3, new[] { 3, 2, 1, 6, 5, 4 })]
    [InlineData(SKEncodedOrigin.BottomRight, 3, new[] { 6, 5, 4, 3, 2, 1 })]
    [InlineData(SKEncodedOrigin.BottomLeft, 3, new[] { 4, 5, 6, 1, 2, 3 })]
    [InlineData(SKEncodedOrigin.LeftTop, 2, new[] { 1, 4, 2, 5, 3, 6 })]
    [InlineData(SKEncodedOrigin.RightTop, 2, new[] { 4, 1, 5, 2, 6, 3 })]
    [InlineData(SKEncodedOrigin.RightBottom, 2, new[] { 6, 3, 5, 2, 4, 1 })]
    [InlineData(SKEncodedOrigin.LeftBottom, 2, new[] { 3, 6, 2, 5, 1, 4 })]
    public void TurnsAsTheOrientationSays(SKEncodedOrigin origin, int width, int[] expected)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(3, 2, SKColorType.Rgba8888, SKAlphaType.Premul));
        for (byte i = 0; i < 6; i++)
        {
            bitmap.SetPixel(i % 3, i / 3, new SKColor((byte)(i + 1), (byte)(i + 11), (byte)(i + 21)));
        }

        Picture picture = Picture.FromPixels(bitmap, origin);

        Assert.Equal((6 / width, width), (picture.Height, picture.Width));
        for (int channel = 0; channel < 3; channel++)
        {
            Assert.Equal(expected.Select(value => (float)(value + 10 * channel)), picture.Plane(channel).ToArray());
        }
    }

    [Fact]
    public void TransparencyIsComposedOverWhite()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(2, 1, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.SetPixel(0, 0, SKColors.Transparent);
        bitmap.SetPixel(1, 0, new SKColor(255, 0, 0, 51));

        Picture picture = Picture.FromPixels(bitmap);

        Assert.Equal([255, 255, 255, 204, 255, 204], picture.Values);
    }

    [Fact]
    public void ASavedPictureIsLoadedUnchanged()
    {
        using var run = new GalleryRun();
        Picture picture = Pictures.Varied(9, 17);
        Picture loaded = Picture.Load(run.Write("input.png", picture));
        Assert.Equal((9, 17), (loaded.Height, loaded.Width));
        Assert.Equal(picture.Values, loaded.Values);
    }

    [Theory]
    [InlineData(300, 451, 300, 451)]
    [InlineData(3000, 4001, 1732, 2309)]
    [InlineData(2, 4_000_001, 1, 4_000_000)]
    public void ThePageShowsTheMiddleOfALargePicture(int height, int width, int shownHeight, int shownWidth)
    {
        PageDetail detail = PageDetail.Of(new Picture(1, height, width));
        Assert.Equal((shownHeight, shownWidth), (detail.Height, detail.Width));
        Assert.Equal((0, 0), (detail.Top % 2, detail.Left % 2));
        Assert.InRange(detail.Top, (height - shownHeight) / 2 - 1, (height - shownHeight) / 2);
        Assert.InRange(detail.Left, (width - shownWidth) / 2 - 1, (width - shownWidth) / 2);
    }
}
