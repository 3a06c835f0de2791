using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace PoolingGen.Kernels.Tests.Levels;

/// <summary>The numerical suite in a process of its own, confined to a level of instructions.</summary>
/// <param name="ExitCode">0 if the level held and every result was right.</param>
/// <param name="Digests">The digest of each kernel, by its name.</param>
/// <param name="Errors">What the process had to say.</param>
internal sealed record ChildSuite(int ExitCode, IReadOnlyDictionary<string, string> Digests, string Errors)
{
    /// <summary>Runs the suite at a level of instructions.</summary>
    /// <param name="level">The level.</param>
    /// <param name="library">The file of an assembly with kernels drawn at random; <see langword="null"/> for the catalogue.</param>
    public static async Task<ChildSuite> RunAsync(InstructionLevel level, string? library = null)
    {
        string[] arguments = library is null ? [level.Name] : [level.Name, library];
        ProcessStartInfo start = new(DotnetHost(), [typeof(ChildSuite).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (level.Knob is { } knob)
        {
            start.Environment[knob] = level.Value;
        }

        Dictionary<string, string> digests = [];
        StringBuilder errors = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split('\t') is [string kernel, string digest])
            {
                digests.Add(kernel, digest);
            }
        };
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return new ChildSuite(process.ExitCode, digests, errors.ToString());
    }

    /// <summary>The host of the runtime that runs this, whatever started it.</summary>
    private static string DotnetHost() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
