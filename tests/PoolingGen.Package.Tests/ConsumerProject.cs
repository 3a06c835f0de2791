using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Package.Tests;

/// <summary>A fresh project that knows the package and nothing else of this repository.</summary>
internal sealed class ConsumerProject
{
    private readonly PackageFixture _package;
    private readonly string _folder;

    /// <summary>Writes the project.</summary>
    /// <param name="package">The package that it refers to.</param>
    /// <param name="name">The project's name, used once.</param>
    /// <param name="classes">Its classes, out of the folder Consumer, whose <c>Print</c> it calls one after the other.</param>
    /// <param name="properties">Properties beside the usual ones, as XML.</param>
    public ConsumerProject(PackageFixture package, string name, string[] classes, string properties = "")
    {
        _package = package;
        _folder = package.CreateFolder(name);
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Path.GetDirectoryName(package.Package)}" />
              </packageSources>
            </configuration>
            """);
        Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <InvariantGlobalization>true</InvariantGlobalization>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PoolingGen" Version="{PackageFixture.Version}" />
                {(classes.Contains("Tensors") ? "<PackageReference Include=\"System.Numerics.Tensors\" Version=\"10.0.15\" />" : "")}
              </ItemGroup>
            </Project>
            """);
        Write("Program.cs", string.Concat(classes.Select(printing => $"{printing}.Print();\n")));
        foreach (string source in classes.Select(printing => $"{printing}.cs"))
        {
            File.Copy(Path.Combine(Sources(), source), Path.Combine(_folder, source));
        }
    }

    /// <summary>Builds the project.</summary>
    public Task<Command> BuildAsync() => DotnetAsync("build", "--configuration", "Release");

    /// <summary>Builds and runs the project.</summary>
    /// <returns>The lines that it printed.</returns>
    public async Task<string[]> RunAsync()
    {
        (await BuildAsync()).Succeeded();
        return await RunAsync("bin/Release/net10.0");
    }

    /// <summary>Publishes the project for this machine, and runs it. Skips the test where the machine lacks the means.</summary>
    /// <returns>The lines that it printed.</returns>
    public async Task<string[]> PublishAndRunAsync()
    {
        string runtime = RuntimeInformation.RuntimeIdentifier;
        Command restore = await DotnetAsync("restore", "--runtime", runtime);
        string? missing = restore.LinesWith("NU1101", "NU1102", "NU1301").FirstOrDefault(line => !line.Contains("package PoolingGen"));
        Skip.If(restore.ExitCode != 0 && missing is not null, $"The packs for {runtime} cannot be restored: {missing}");
        restore.Succeeded();

        Command publish = await DotnetAsync("publish", "--no-restore", "--runtime", runtime, "--output", "published");
        string? linker = publish.LinesWith("Platform linker").FirstOrDefault();
        Skip.If(publish.ExitCode != 0 && linker is not null, linker);
        Assert.Empty(publish.Succeeded().LinesWith("warning"));
        return await RunAsync("published");
    }

    private async Task<string[]> RunAsync(string output)
    {
        string program = Path.Combine(_folder, output, OperatingSystem.IsWindows() ? "App.exe" : "App");
        Command run = await Command.RunAsync(program, _folder, _package.Environment);
        return run.Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private Task<Command> DotnetAsync(params string[] arguments) => Command.DotnetAsync(_folder, _package.Environment, arguments);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    private static string Sources([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Consumer");
}
