using System.Globalization;
using CsCheck;
using PoolingGen.Kernels.Tests.Levels;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>Tests any number of drawn kernels, a batch at a time, and says what they were.</summary>
internal static class SpecsCommand
{
    private const int Batch = 250;

    private const int MaxFailures = 5;

    /// <param name="count">How many kernels.</param>
    /// <param name="seed">The seed of a batch as this prints it, or a short number; <see langword="null"/> for a new one.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(int count, string? seed)
    {
        PCG pcg = seed is null ? PCG.ThreadPCG
            : seed.Length < 12 ? new PCG(0, ulong.Parse(seed, CultureInfo.InvariantCulture))
            : PCG.Parse(seed);
        SpecGen generator = new();
        SortedDictionary<string, int> statistics = new(StringComparer.Ordinal);
        for (int done = 0; done < count;)
        {
            string batchSeed = pcg.ToString();
            Spec[] specs = [.. Enumerable.Range(0, Math.Min(Batch, count - done)).Select(_ => generator.Generate(pcg, null, out Size _))];
            if (SpecRun.Failures(specs, EmulatedArm64.RunsAll) is { Count: > 0 } failures)
            {
                Console.Error.WriteLine($"seed {batchSeed}, {failures.Count} kernels are wrong, the first of them:");
                Console.Error.WriteLine(string.Join('\n', failures.Take(MaxFailures)));
                return 1;
            }

            done += specs.Length;
            Count(statistics, specs);
            Console.WriteLine($"{done} of {count} kernels are right, seed {batchSeed}");
        }

        Console.WriteLine(string.Join(Environment.NewLine, statistics.Select(static pair => $"{pair.Value,7} {pair.Key}")));
        return 0;
    }

    private static void Count(SortedDictionary<string, int> statistics, IEnumerable<Spec> specs)
    {
        foreach (string feature in specs.SelectMany(Features))
        {
            statistics[feature] = statistics.GetValueOrDefault(feature) + 1;
        }
    }

    private static IEnumerable<string> Features(Spec spec) =>
    [
        $"mode {spec.Mode}",
        $"rank {spec.Rank}",
        $"type {spec.Input}",
        spec.Input == spec.Output ? "output of the same type" : "output of another type",
        spec.Indices is null ? "indices none" : $"indices {spec.Indices}",
        .. spec.TakesTensors ? (string[])["tensor spans"] : [],
        .. spec.Properties.Select(static property => $"property {property.Split(' ')[0].TrimEnd('s')}"),
        .. spec.Properties.Where(static property => property.StartsWith("Layout", StringComparison.Ordinal)),
    ];
}
