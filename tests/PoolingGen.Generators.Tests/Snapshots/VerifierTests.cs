using VerifyXunit;
using Xunit.Sdk;

namespace PoolingGen.Generators.Tests.Snapshots;

/// <summary>A comparison that could not fail would make every snapshot worthless.</summary>
public sealed class VerifierTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("verifier").FullName;

    private string SourceFile => Path.Combine(_folder, $"{nameof(VerifierTests)}.cs");

    [Fact]
    public async Task A_missing_file_fails_and_leaves_what_was_received()
    {
        await Assert.ThrowsAnyAsync<XunitException>(async () => await Verifier.Verify("text", "cs", SourceFile, "Missing"));

        Assert.Equal("text\n", await File.ReadAllTextAsync(InFolder("Missing.received.cs")));
        Assert.False(File.Exists(InFolder("Missing.verified.cs")));
    }

    [Fact]
    public async Task A_different_text_fails_and_changes_nothing()
    {
        await File.WriteAllTextAsync(InFolder("Different.verified.cs"), "old\n");

        await Assert.ThrowsAnyAsync<XunitException>(async () => await Verifier.Verify("new", "cs", SourceFile, "Different"));

        Assert.Equal("old\n", await File.ReadAllTextAsync(InFolder("Different.verified.cs")));
        Assert.Equal("new\n", await File.ReadAllTextAsync(InFolder("Different.received.cs")));
    }

    [Fact]
    public async Task The_same_text_passes_and_clears_what_was_received_before()
    {
        await File.WriteAllTextAsync(InFolder("Same.verified.cs"), "one\r\ntwo");
        await File.WriteAllTextAsync(InFolder("Same.received.cs"), "old");

        await Verifier.Verify("one\ntwo\n", "cs", SourceFile, "Same");

        Assert.False(File.Exists(InFolder("Same.received.cs")));
    }

    [Theory]
    [InlineData(2, "a/b", null)]
    public async Task Arguments_are_part_of_the_name(int size, string name, string? none)
    {
        string file = InFolder($"{nameof(Arguments_are_part_of_the_name)}_size=2_name=a-b_none=null.verified.cs");
        await File.WriteAllTextAsync(file, "text");

        await Verifier.Verify("text", "cs", SourceFile).UseParameters(size, name, none);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string InFolder(string name) => Path.Combine(_folder, $"{nameof(VerifierTests)}.{name}");
}
