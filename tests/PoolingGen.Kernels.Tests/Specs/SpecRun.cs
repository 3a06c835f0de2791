using PoolingGen.Kernels.Tests.Levels;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>Compiles kernels and runs each of them at every level of instructions that this machine can show.</summary>
internal static class SpecRun
{
    private static IEnumerable<InstructionLevel> Levels =>
        InstructionLevel.All.Where(static level => level.Missing() is null).Prepend(InstructionLevel.Unconfined);

    /// <summary>The first kernel that is wrong somewhere, with its source; <see langword="null"/> if none is.</summary>
    public static string? FirstFailure(IReadOnlyList<Spec> specs)
    {
        using BulkCompilation compilation = new(specs);
        if (compilation.Refusals.FirstOrDefault() is { } refused)
        {
            return $"refused, {string.Join("; ", refused)}\n{compilation.Source(refused.Key)}";
        }

        List<(InstructionLevel Level, Task<ChildSuite> Suite)> suites = Start(compilation.Library);
        Task.WaitAll(suites.Select(static suite => suite.Suite));
        ChildSuite reference = suites[0].Suite.Result;
        return suites
            .Select(suite => Failure(suite.Level, suite.Suite.Result, reference, specs.Count, compilation))
            .FirstOrDefault(static failure => failure is not null);
    }

    /// <summary>As many processes at a time as there are cores.</summary>
    private static List<(InstructionLevel Level, Task<ChildSuite> Suite)> Start(string library)
    {
        SemaphoreSlim cores = new(Environment.ProcessorCount);
        return [.. Levels.Select(level => (level, RunAsync(level)))];

        async Task<ChildSuite> RunAsync(InstructionLevel level)
        {
            await cores.WaitAsync().ConfigureAwait(false);
            try
            {
                return await ChildSuite.RunAsync(level, library).ConfigureAwait(false);
            }
            finally
            {
                cores.Release();
            }
        }
    }

    private static string? Failure(InstructionLevel level, ChildSuite suite, ChildSuite reference, int count, BulkCompilation compilation)
    {
        if (suite.Digests.Count < count)
        {
            return $"the process {level.Name} ended with exit code {suite.ExitCode}: {suite.Errors}\n{compilation.Source(suite.Digests.Count)}";
        }

        if (suite.ExitCode != 0)
        {
            string error = suite.Errors.Split('\n').First(static line => line.StartsWith('K'));
            return $"{level.Name}: {error}\n{compilation.Source(BulkCompilation.IndexOf(error))}";
        }

        string? different = suite.Digests.Keys.FirstOrDefault(kernel => suite.Digests[kernel] != reference.Digests[kernel]);
        return different is null ? null : $"{level.Name}: {different} gives other bits than unconfined\n{compilation.Source(BulkCompilation.IndexOf(different))}";
    }
}
