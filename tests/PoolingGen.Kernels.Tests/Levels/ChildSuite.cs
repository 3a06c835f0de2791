namespace PoolingGen.Kernels.Tests.Levels;

/// <summary>The numerical suite in a process of its own, confined to a level of instructions.</summary>
/// <param name="ExitCode">0 if the level held and every result was right.</param>
/// <param name="Digests">The digest of each kernel, by its name.</param>
/// <param name="Cases">How many cases it ran, and where, in words.</param>
/// <param name="Errors">What the process had to say.</param>
internal sealed record ChildSuite(int ExitCode, IReadOnlyDictionary<string, string> Digests, string? Cases, string Errors)
{
    /// <summary>Runs the suite at a level of instructions.</summary>
    /// <param name="level">The level.</param>
    /// <param name="library">The file of an assembly with kernels drawn at random; <see langword="null"/> for the catalogue.</param>
    public static async Task<ChildSuite> RunAsync(InstructionLevel level, string? library = null)
    {
        ChildProcess process = await ChildProcess.RunAsync(level, library is null ? [level.Name] : [level.Name, library]);
        Dictionary<string, string> digests = process.Output
            .Select(static line => line.Split('\t'))
            .Where(static fields => fields.Length == 2)
            .ToDictionary(static fields => fields[0], static fields => fields[1]);
        return new ChildSuite(process.ExitCode, digests, process.Output.LastOrDefault(), process.Errors);
    }
}
