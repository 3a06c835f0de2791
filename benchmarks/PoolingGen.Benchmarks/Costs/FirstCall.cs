using System.Diagnostics;
using System.Globalization;

namespace PoolingGen.Benchmarks.Costs;

/// <summary>A process that calls one kernel once and prints how long this took.</summary>
internal static class FirstCall
{
    public const string Command = "first-call";

    public static int Run()
    {
        long start = Stopwatch.GetTimestamp();
        ReadmeExample.Run();
        TimeSpan call = Stopwatch.GetElapsedTime(start);
        ReadmeExample.Check();
        Console.WriteLine(call.TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    /// <returns>Milliseconds of the call in a new process.</returns>
    public static double Measure() => double.Parse(ChildProcess.Run(Command), CultureInfo.InvariantCulture);
}
