namespace PoolingGen.Package.Tests;

/// <summary>All tests share one package, and build one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFixture>
{
    /// <summary>The name by which a test class joins.</summary>
    public const string Name = "Package";
}
