using System.Diagnostics;

namespace PoolingGen.Benchmarks.Costs;

/// <summary>This program again, in a new process whose JIT compiles in tiers, as it does everywhere but here.</summary>
internal static class ChildProcess
{
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string command)
    {
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] arguments = isHost ? [typeof(ChildProcess).Assembly.Location, command] : [command];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredCompilation"] = "1";

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{command} ended with exit code {process.ExitCode}.");
    }
}
