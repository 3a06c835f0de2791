using System.Text.RegularExpressions;

namespace PoolingGen.Mutations;

/// <summary>A temporary folder with a copy of the generator, to plant faults in, and one of its tests, to run against them.</summary>
internal sealed partial class Laboratory : IDisposable
{
    private const string Tests = "tests/PoolingGen.Generators.Tests";

    /// <summary>Those that say what is wrong with a kernel, not that its text has changed: plans, and programs run by the interpreter.</summary>
    private const string Filter = "FullyQualifiedName~.Tests.Lowering.|FullyQualifiedName~.Tests.Planning.";

    private readonly string _folder = Directory.CreateTempSubdirectory("mutations").FullName;

    private string Generator => Path.Combine(_folder, Repository.Generator);

    private string TestFolder => Path.Combine(_folder, "tests");

    public Laboratory()
    {
        Dotnet.Require("build", "--configuration", "Release", Repository.PathOf(Tests));
        Repository.CopyGenerator(_folder);
        Repository.CopyFolder(Repository.PathOf($"{Tests}/bin/Release/net10.0"), TestFolder);
        File.WriteAllText(Path.Combine(TestFolder, "xunit.runner.json"), """{ "stopOnFail": true, "maxParallelThreads": -1 }""");
    }

    /// <summary>Runs the tests against the generator with a fault in it.</summary>
    /// <returns>The first test that fails; <see langword="null"/> if none does.</returns>
    /// <exception cref="InvalidOperationException">The fault does not compile, or the tests cannot be run.</exception>
    public string? FirstFailure(Fault fault)
    {
        string file = Path.Combine(Generator, fault.File);
        string source = File.ReadAllText(file);
        File.WriteAllText(file, fault.Plant(source));
        try
        {
            return FirstFailure();
        }
        finally
        {
            File.WriteAllText(file, source);
        }
    }

    /// <summary>Runs the tests against the generator as it is.</summary>
    /// <inheritdoc cref="FirstFailure(Fault)"/>
    public string? FirstFailure()
    {
        Dotnet.Require("build", "--configuration", "Release", "-p:RunAnalyzers=false", Generator);
        File.Copy(Path.Combine(Generator, "bin/Release/netstandard2.0/PoolingGen.Generators.dll"), Path.Combine(TestFolder, "PoolingGen.Generators.dll"), overwrite: true);
        Dotnet run = Dotnet.Run("test", Path.Combine(TestFolder, "PoolingGen.Generators.Tests.dll"), "--filter", Filter);
        Match failed = FailedTest().Match(run.Output);
        return run.ExitCode == 0 ? null
            : failed.Success ? failed.Groups[1].Value
            : throw new InvalidOperationException($"No test failed, and yet:\n{run.Output}");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [GeneratedRegex(@"^ *Failed PoolingGen\.Generators\.Tests\.(.+) \[.*\]\r?$", RegexOptions.Multiline)]
    private static partial Regex FailedTest();
}
