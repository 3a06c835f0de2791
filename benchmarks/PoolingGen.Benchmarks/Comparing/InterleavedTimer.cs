using System.Diagnostics;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>Times contenders in turn, so that whatever slows the machine down for a while slows all of them down.</summary>
internal static class InterleavedTimer
{
    // Calls at the start of a turn that do not count: the contender before has left its own data in the caches.
    private const int LeadInCalls = 2;
    private const int BatchesPerTurn = 4;

    // A single call may be too short for the clock.
    private const int MostCalls = 10_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(10);

    // Long for the clock but short for the scheduler: on a machine that is not quite idle most batches still run through,
    // and the median drops the others.
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(0.1);

    /// <returns>The median time of one call in seconds, for each contender, over the batches of all rounds.</returns>
    public static Dictionary<Contender, double> Medians(IReadOnlyList<Contender> contenders, int rounds)
    {
        var calls = new int[contenders.Count];
        var times = new List<double>[contenders.Count];
        for (int i = 0; i < contenders.Count; i++)
        {
            calls[i] = (int)Math.Clamp(Batch.TotalSeconds / FastestCall(contenders[i].Run), 1, MostCalls);
            times[i] = [];
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                TakeTurn(contenders[i].Run, calls[i], times[i]);
            }
        }

        return contenders.Zip(times).ToDictionary(pair => pair.First, pair => Median(pair.Second));
    }

    private static void TakeTurn(Action run, int calls, List<double> times)
    {
        SecondsPerCall(run, LeadInCalls);
        for (int batch = 0; batch < BatchesPerTurn; batch++)
        {
            times.Add(SecondsPerCall(run, calls));
        }
    }

    private static double FastestCall(Action run)
    {
        long start = Stopwatch.GetTimestamp();
        double fastest = double.PositiveInfinity;
        do
        {
            fastest = Math.Min(fastest, SecondsPerCall(run, calls: 1));
        }
        while (Stopwatch.GetElapsedTime(start) < WarmUp);

        return fastest;
    }

    private static double SecondsPerCall(Action run, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        int middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
