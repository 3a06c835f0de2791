using PoolingGen.Kernels.Tests.Levels;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>Compiles kernels and runs each of them at every level of instructions that this machine can show.</summary>
internal static class SpecRun
{
    /// <summary>The kernels that are wrong somewhere, each with its source; none if all are right everywhere.</summary>
    /// <param name="specs">The kernels.</param>
    /// <param name="emulate">Whether a machine that has to be emulated is among the levels, where one is installed.</param>
    public static IReadOnlyList<string> Failures(IReadOnlyList<Spec> specs, bool emulate)
    {
        using BulkCompilation compilation = new(specs);
        if (compilation.Refusals.Count > 0)
        {
            return [.. compilation.Refusals.Select(refused => $"refused, {string.Join("; ", refused)}\n{compilation.Source(refused.Key)}")];
        }

        List<(InstructionLevel Level, Task<ChildSuite> Suite)> suites = Start(compilation.Library, emulate);
        Task.WaitAll(suites.Select(static suite => suite.Suite));
        ChildSuite reference = suites[0].Suite.Result;
        return
        [
            .. suites
                .SelectMany(suite => Failures(suite.Level, suite.Suite.Result, reference, specs.Count))
                .DistinctBy(static failure => failure.Kernel)
                .Select(failure => $"{failure.Message}\n{compilation.Source(failure.Kernel)}"),
        ];
    }

    /// <summary>As many processes at a time as there are cores.</summary>
    private static List<(InstructionLevel Level, Task<ChildSuite> Suite)> Start(string library, bool emulate)
    {
        SemaphoreSlim cores = new(Environment.ProcessorCount);
        IEnumerable<InstructionLevel> levels = InstructionLevel.All
            .Where(level => level.Missing() is null && (emulate || level.Name != InstructionLevel.Arm64))
            .Prepend(InstructionLevel.Unconfined);
        return [.. levels.Select(level => (level, RunAsync(level)))];

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

    private static IEnumerable<(int Kernel, string Message)> Failures(
        InstructionLevel level, ChildSuite suite, ChildSuite reference, int count)
    {
        IEnumerable<(int, string)> wrong = suite.Errors.Split('\n')
            .Where(static line => line.StartsWith('K'))
            .Select(line => (BulkCompilation.IndexOf(line), $"{level.Name}: {line}"));
        IEnumerable<(int, string)> different = suite.Digests.Keys
            .Where(kernel => suite.Digests[kernel] != reference.Digests.GetValueOrDefault(kernel))
            .Select(kernel => (BulkCompilation.IndexOf(kernel), $"{level.Name}: {kernel} gives other bits than unconfined"));
        IEnumerable<(int, string)> ended = suite.Digests.Count < count
            ? [(suite.Digests.Count, $"the process {level.Name} ended with exit code {suite.ExitCode}: {suite.Errors}")]
            : [];
        return [.. ended, .. wrong, .. different];
    }
}
