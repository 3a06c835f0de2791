using System.Diagnostics;
using System.Text;

namespace PoolingGen.Kernels.Tests.Levels;

/// <summary>This assembly's <see cref="Program"/> in a process of its own.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">The lines that it wrote.</param>
/// <param name="Errors">What it wrote about errors.</param>
internal sealed record ChildProcess(int ExitCode, IReadOnlyList<string> Output, string Errors)
{
    /// <summary>Runs it to its end at a level of instructions.</summary>
    public static async Task<ChildProcess> RunAsync(InstructionLevel level, params string[] arguments)
    {
        ProcessStartInfo start = new(level.Host[0], [.. level.Host.Skip(1), typeof(ChildProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (level.Knob is { } knob)
        {
            start.Environment[knob] = level.Value;
        }

        List<string> output = [];
        StringBuilder errors = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                output.Add(text);
            }
        };
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return new ChildProcess(process.ExitCode, output, errors.ToString());
    }
}
