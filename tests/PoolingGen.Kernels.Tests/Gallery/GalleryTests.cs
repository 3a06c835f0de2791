using PoolingGen.Gallery;
using Xunit;

namespace PoolingGen.Kernels.Tests.Gallery;

public class GalleryTests
{
    [Fact]
    public void WritesEveryResultAndAPageThatStandsAlone()
    {
        using var run = new GalleryRun();
        string folder = run.PathOf("results");
        run.Run(run.Write("input.png", Pictures.Varied(31, 45)), "--output", folder);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string page = File.ReadAllText(Path.Combine(folder, "index.html"));
        Assert.DoesNotMatch("(src|href)=\"(?!data:)", page);
        foreach (Exhibit exhibit in Exhibit.All)
        {
            string png = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, $"{exhibit.Name}.png")));
            Assert.Contains(png, page);
            Assert.Contains(exhibit.Kernel.AttributeText, page.Replace("&nbsp;", " "));
            Assert.Contains(exhibit.Kernel.AttributeText, run.Output);
            Assert.NotEmpty(exhibit.Kernel.Plan);
            Assert.All(exhibit.Kernel.Plan, sentence => Assert.Contains($"<li>{sentence}</li>", page));
        }
    }

    [Fact]
    public void TheSavedMaximumIsThatOfThePicture()
    {
        using var run = new GalleryRun();
        Picture picture = Pictures.Varied(31, 45);
        run.Run(run.Write("input.png", picture), "--output", run.Folder);

        Picture pooled = Picture.Load(run.PathOf("max-2x2.png"));
        Assert.Equal((15, 22), (pooled.Height, pooled.Width));
        for (int channel = 0; channel < 3; channel++)
        {
            for (int y = 0; y < 15; y++)
            {
                for (int x = 0; x < 22; x++)
                {
                    int at = channel * 31 * 45 + 2 * y * 45 + 2 * x;
                    float[] window = [picture.Values[at], picture.Values[at + 1], picture.Values[at + 45], picture.Values[at + 46]];
                    Assert.Equal(window.Max(), pooled.Plane(channel)[y * 22 + x]);
                }
            }
        }
    }

    [Fact]
    public void APictureSmallerThanAWindowIsShownWithWhatFits()
    {
        using var run = new GalleryRun();
        run.Run(run.Write("input.png", Pictures.Varied(1, 6)), "--output", run.Folder);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.False(File.Exists(run.PathOf("max-2x2.png")));
        Assert.True(File.Exists(run.PathOf("max-3x3.png")));
        Assert.Contains("No window fits", File.ReadAllText(run.PathOf("index.html")));
    }

    [Fact]
    public void AMissingPictureIsOneLine()
    {
        using var run = new GalleryRun();
        run.Run(run.PathOf("missing.png"), "--output", run.Folder);
        AssertFailed(run, "There is no picture");
    }

    [Fact]
    public void AFolderIsNoPicture()
    {
        using var run = new GalleryRun();
        run.Run(run.Folder, "--output", run.Folder);
        AssertFailed(run, "is a folder, not a picture");
    }

    [Fact]
    public void AFileThatIsNoPictureIsOneLine()
    {
        using var run = new GalleryRun();
        File.WriteAllText(run.PathOf("words.png"), "not a picture");
        run.Run(run.PathOf("words.png"), "--output", run.Folder);
        AssertFailed(run, "is damaged or not a PNG or JPEG picture");
    }

    [Fact]
    public void ATruncatedPictureIsOneLine()
    {
        using var run = new GalleryRun();
        string path = run.Write("input.png", Pictures.Varied(31, 45));
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);
        run.Run(path, "--output", run.Folder);
        AssertFailed(run, "is damaged");
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    public void AFolderThatCannotBeWrittenIsOneLine(string folder)
    {
        using var run = new GalleryRun();
        File.WriteAllText(run.PathOf("file"), "in the way");
        run.Run(run.Write("input.png", Pictures.Varied(4, 4)), "--output", run.PathOf(folder));
        AssertFailed(run, "cannot be written");
    }

    private static void AssertFailed(GalleryRun run, string reason)
    {
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Error);
        Assert.Equal(run.Error.IndexOf('\n'), run.Error.Length - 1);
    }
}
