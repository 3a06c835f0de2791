using Microsoft.CodeAnalysis;
using static PoolingGen.Benchmarks.Comparing.Figures;

namespace PoolingGen.Benchmarks.Costs;

/// <summary>A process that generates many kernels several times and prints how long this took.</summary>
internal static class GeneratorRun
{
    public const string Command = "run-generator";

    private const int WarmRuns = 5;

    public static int Run()
    {
        var compilation = KernelCompilation.OfAll();
        GeneratorDriver driver = KernelCompilation.NewDriver();
        double first = Generate();
        double warm = Clock.Median(WarmRuns, Generate);
        GeneratorDriver edited = driver;
        double edit = Clock.Median(WarmRuns, () => Clock.Milliseconds(() => edited = compilation.GenerateAfterEdit(driver)));

        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        (string name, int lines)[] files = [.. result.GeneratedSources.Select(source => (source.HintName, source.SourceText.Lines.Count))];
        (string largest, int mostLines) = files.MaxBy(file => file.lines);
        IncrementalStepRunReason[] reasons =
        [
            .. edited.GetRunResult().Results.Single().TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason),
        ];

        Console.Write(Text(
            $"""
            {files.Length} kernels, {files.Sum(file => file.lines)} lines together, {mostLines} the longest ({largest}).
            All of them at first in a process, with a JIT that has compiled nothing yet: {first:F0} ms.
            All of them again by a new driver from a new compilation: {warm:F0} ms, {warm / files.Length:F1} ms each (median of {WarmRuns}).
            After an edit to another file: {edit:F1} ms; {reasons.Count(reason => reason == IncrementalStepRunReason.Cached)} of {reasons.Length} outputs cached.

            """));
        return 0;

        double Generate()
        {
            compilation = KernelCompilation.OfAll();
            driver = KernelCompilation.NewDriver();
            return Clock.Milliseconds(() => driver = compilation.Generate(driver));
        }
    }
}
