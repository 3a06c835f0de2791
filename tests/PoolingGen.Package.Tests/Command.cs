using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PoolingGen.Package.Tests;

/// <summary>What a process said until its end.</summary>
/// <param name="ExitCode">0 if it succeeded.</param>
/// <param name="Output">Its output, and after that its errors.</param>
internal sealed record Command(int ExitCode, string Output)
{
    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="arguments">The command and its arguments.</param>
    public static Task<Command> DotnetAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(DotnetHost(), folder, environment, arguments);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The file of the program.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="arguments">The program's arguments.</param>
    public static async Task<Command> RunAsync(
        string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Command(process.ExitCode, await output + await errors);
    }

    /// <summary>This command, if it succeeded; else the test fails with all that it said.</summary>
    public Command Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    /// <summary>The lines that contain one of some texts.</summary>
    /// <param name="texts">The texts, in the case in which they are printed.</param>
    public IEnumerable<string> LinesWith(params string[] texts) =>
        Output.Split('\n').Select(line => line.Trim()).Where(line => texts.Any(line.Contains));

    /// <summary>The host of the runtime that runs this, whatever started it.</summary>
    private static string DotnetHost() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
