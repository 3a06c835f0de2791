using System.Runtime.CompilerServices;

namespace PoolingGen.Generators.Tests.Snapshots;

/// <summary>What the README shows as generated is generated.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_excerpt_is_part_of_the_snapshot()
    {
        string[] excerpt = [.. Lines(File.ReadAllText(Path.Combine(Folder(), "../../../README.md")))
            .SkipWhile(line => line != "<!-- excerpt:begin -->").TakeWhile(line => line != "<!-- excerpt:end -->")
            .Where(line => line.Length > 0 && line[0] != '<' && line[0] != '`')];
        string snapshot = string.Join('\n', Lines(File.ReadAllText(Path.Combine(Folder(), "KernelSnapshots.MaxPool2x2.verified.cs"))));

        Assert.NotEmpty(excerpt);
        Assert.Contains(string.Join('\n', excerpt), snapshot, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim());

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
