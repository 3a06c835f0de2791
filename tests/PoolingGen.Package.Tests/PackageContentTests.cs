using System.IO.Compression;
using System.Xml.Linq;

namespace PoolingGen.Package.Tests;

/// <summary>The package has what it needs, nothing else, and the same bytes whenever and wherever it is packed.</summary>
/// <param name="package">The package.</param>
[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackageFixture package)
{
    [Fact]
    public void Library_generator_and_readme_are_all()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Package);

        Assert.Equal(
            [
                "PoolingGen.nuspec",
                "README.md",
                "analyzers/dotnet/cs/PoolingGen.Generators.dll",
                "lib/net10.0/PoolingGen.dll",
                "lib/net10.0/PoolingGen.xml",
            ],
            archive.Entries.Select(entry => entry.FullName).Where(name => !IsContainer(name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Metadata_names_license_and_readme_and_no_dependency()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Package);
        XElement metadata = Read(archive, "PoolingGen.nuspec").Root!.Elements().Single();
        XElement Element(string name) => metadata.Elements().Single(element => element.Name.LocalName == name);

        Assert.Equal("PoolingGen", Element("id").Value);
        Assert.Equal(PackageFixture.Version, Element("version").Value);
        Assert.Equal(("expression", "MIT"), (Element("license").Attribute("type")!.Value, Element("license").Value));
        Assert.Equal("README.md", Element("readme").Value);
        Assert.Equal(["net10.0"], Element("dependencies").Elements().Attributes("targetFramework").Select(framework => framework.Value));
        Assert.Empty(Element("dependencies").Elements().Elements());
    }

    [Fact]
    public void The_documentation_covers_the_attribute()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Package);

        string[] documented = [.. Read(archive, "lib/net10.0/PoolingGen.xml").Descendants("member").Attributes("name").Select(name => name.Value)];

        Assert.Contains("T:PoolingGen.PoolingKernelAttribute", documented);
        Assert.Contains("P:PoolingGen.PoolingKernelAttribute.CeilMode", documented);
        Assert.Contains("T:PoolingGen.PoolingShape", documented);
    }

    [Fact]
    public async Task A_second_pack_has_the_same_bytes()
    {
        string second = await package.PackAsync("second-in-a-folder-of-another-length");

        Assert.Equal(Contents(package.Package), Contents(second));
        Assert.Equal(await File.ReadAllBytesAsync(package.Package), await File.ReadAllBytesAsync(second));
    }

    /// <summary>Whether an entry belongs to the container's format (Open Packaging Conventions).</summary>
    private static bool IsContainer(string name) =>
        name is "_rels/.rels" or "[Content_Types].xml" || name.StartsWith("package/services/metadata/core-properties/", StringComparison.Ordinal);

    /// <summary>Name, length and checksum of each entry, which tell more than the first byte that differs.</summary>
    private static IEnumerable<string> Contents(string file)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(entry => $"{entry.FullName}: {entry.Length} bytes, {entry.Crc32:x8}")];
    }

    private static XDocument Read(ZipArchive archive, string name)
    {
        using Stream stream = archive.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }
}
