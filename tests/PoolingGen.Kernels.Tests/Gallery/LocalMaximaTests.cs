using PoolingGen.Gallery;
using Xunit;

namespace PoolingGen.Kernels.Tests.Gallery;

public class LocalMaximaTests
{
    private const int Side = 24;

    [Fact]
    public void ABrightPixelIsMarked()
    {
        Picture picture = Pictures.Flat(Side, Side, 50);
        Brighten(picture, 10, 12);
        Assert.Equal([(10, 12)], Marks(picture));
    }

    [Fact]
    public void TheFirstOfEquallyBrightPixelsIsMarked()
    {
        Picture picture = Pictures.Flat(Side, Side, 50);
        Brighten(picture, 10, 12);
        Brighten(picture, 11, 11);
        Assert.Equal([(10, 12)], Marks(picture));
    }

    [Fact]
    public void AFlatPictureHasNone() => Assert.Empty(Marks(Pictures.Flat(Side, Side, 50)));

    private static void Brighten(Picture picture, int y, int x)
    {
        for (int channel = 0; channel < 3; channel++)
        {
            picture.Plane(channel)[y * Side + x] = 250;
        }
    }

    /// <summary>The middles of the marks: red is 255 there and in all eight places around.</summary>
    private static IEnumerable<(int Y, int X)> Marks(Picture picture)
    {
        Exhibit exhibit = Exhibit.All.Single(candidate => candidate.Name == "local-maxima");
        Picture luminance = exhibit.Input(picture);
        Picture maxima = exhibit.Kernel.CreateOutput(luminance)!;
        exhibit.Kernel.Run(luminance, maxima);
        float[] red = exhibit.Show(picture, maxima).Plane(0).ToArray();
        return from y in Enumerable.Range(1, Side - 2)
               from x in Enumerable.Range(1, Side - 2)
               where Enumerable.Range(0, 9).All(i => red[(y - 1 + i / 3) * Side + x - 1 + i % 3] == 255)
               select (y, x);
    }
}
