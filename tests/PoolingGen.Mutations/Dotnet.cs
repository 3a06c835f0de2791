using System.Diagnostics;

namespace PoolingGen.Mutations;

/// <summary>A run of the SDK's command.</summary>
/// <param name="ExitCode">0 if it did what it was asked.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record Dotnet(int ExitCode, string Output)
{
    public static Dotnet Run(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Dotnet(process.ExitCode, output);
    }

    /// <summary>Runs what must not fail.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message says how.</exception>
    public static void Require(params string[] arguments)
    {
        Dotnet run = Run(arguments);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}\n{run.Output}");
        }
    }
}
