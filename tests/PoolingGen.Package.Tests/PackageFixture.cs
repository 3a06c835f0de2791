namespace PoolingGen.Package.Tests;

/// <summary>The package, packed once for all tests, and the folder in which they consume it.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>A version that no feed and no cache of the machine has.</summary>
    public const string Version = "0.0.1-packed";

    private readonly string _folder = Directory.CreateTempSubdirectory("PoolingGen.Package.").FullName;

    private Dictionary<string, string> _environment = [];

    /// <summary>The file of the package.</summary>
    public string Package { get; private set; } = "";

    /// <summary>
    /// Variables for each <c>dotnet</c> command: packages come from the machine's cache where it has them and else go to
    /// a cache of the tests' own, which stays from run to run; no feed is asked for vulnerabilities; no server outlives
    /// its command; messages are English.
    /// </summary>
    internal IReadOnlyDictionary<string, string> Environment => _environment;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        string cache = Path.Combine(AppContext.BaseDirectory, "packages");
        string consumed = Path.Combine(cache, "poolinggen");
        if (Directory.Exists(consumed))
        {
            Directory.Delete(consumed, recursive: true);
        }

        Command locals = await Command.DotnetAsync(_folder, _environment, "nuget", "locals", "global-packages", "--list", "--force-english-output");
        _environment = new()
        {
            ["NUGET_PACKAGES"] = cache,
            ["NUGET_FALLBACK_PACKAGES"] = locals.Succeeded().Output.Split("global-packages:")[^1].Trim(),
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
            ["NuGetAudit"] = "false",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_NOLOGO"] = "1",
            // The time of the files in a package, in seconds since 1970; else it is that of packing.
            ["SOURCE_DATE_EPOCH"] = "1767225600",
        };
        Package = await PackAsync("first");
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>A new folder below that which has the package as a source.</summary>
    /// <param name="name">The folder's name, used once.</param>
    internal string CreateFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    /// <summary>Builds and packs a fresh copy of the sources.</summary>
    /// <param name="name">The name of the copy's folder, used once.</param>
    /// <returns>The file of the package.</returns>
    internal async Task<string> PackAsync(string name)
    {
        string source = CreateFolder(name);
        PackageSource.CopyTo(source);
        Command pack = await Command.DotnetAsync(
            source, Environment, "pack", "src/PoolingGen", "--configuration", "Release", "--output", "packed",
            $"-p:Version={Version}", $"-p:PathMap={source}=/_");
        pack.Succeeded();
        return Assert.Single(Directory.GetFiles(Path.Combine(source, "packed")));
    }
}
