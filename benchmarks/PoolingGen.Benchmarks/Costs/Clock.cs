using System.Diagnostics;

namespace PoolingGen.Benchmarks.Costs;

/// <summary>Times what is too long, or too seldom the same, to be timed in batches.</summary>
internal static class Clock
{
    public static double Milliseconds(Action run)
    {
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static double Median(int count, Func<double> measure) =>
        Enumerable.Range(0, count).Select(_ => measure()).Order().ElementAt(count / 2);
}
