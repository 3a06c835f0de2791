using System.Diagnostics;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>Times contenders in turn, so that whatever slows the machine down for a while slows all of them down.</summary>
internal static class InterleavedTimer
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(10);

    // Long for the clock, but short for the scheduler: on a machine that is not quite idle most batches still run through.
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(0.5);

    /// <returns>The median time of one call in seconds, for each contender, over <paramref name="rounds"/> batches of calls.</returns>
    public static double[] Medians(ReadOnlySpan<Contender> contenders, int rounds)
    {
        var calls = new int[contenders.Length];
        var times = new double[contenders.Length][];
        for (int i = 0; i < contenders.Length; i++)
        {
            calls[i] = (int)Math.Clamp(Batch.TotalSeconds / FastestCall(contenders[i].Run), 1, 1_000_000);
            times[i] = new double[rounds];
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                times[i][round] = SecondsPerCall(contenders[i].Run, calls[i]);
            }
        }

        return Array.ConvertAll(times, Median);
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
        // One call that does not count: the contender before has filled the caches with its own output.
        run();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
