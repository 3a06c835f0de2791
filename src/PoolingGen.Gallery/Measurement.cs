using System.Diagnostics;
using System.Globalization;

namespace PoolingGen.Gallery;

/// <summary>How long one call takes, and how much memory it reads and writes.</summary>
/// <param name="Seconds">The median of a call's time.</param>
/// <param name="Bytes">What a call reads and writes, each value counted once.</param>
internal readonly record struct Measurement(double Seconds, long Bytes)
{
    private const double WarmUpSeconds = 0.02;
    private const double MeasuredSeconds = 0.2;
    private const int LeastSamples = 7;

    // Far above the clock's resolution: shorter calls are timed several together.
    private const double LeastSampleSeconds = 50e-6;

    /// <summary>The time to three digits: <c>41.2 µs</c>.</summary>
    public string Time => Seconds switch
    {
        < 1e-6 => Text(Seconds * 1e9) + " ns",
        < 1e-3 => Text(Seconds * 1e6) + " µs",
        _ => Text(Seconds * 1e3) + " ms",
    };

    /// <summary>What is read and written over the time: <c>85.1 GB/s</c>.</summary>
    public string Bandwidth => Text(Bytes / Seconds / 1e9) + " GB/s";

    /// <summary>Times <paramref name="call"/> until a fifth of a second and at least seven samples are together.</summary>
    public static Measurement Of(Action call, long bytes)
    {
        // The first call waits for the JIT: counted, it would make every other look long.
        call();
        int warmUpCalls = 0;
        long start = Stopwatch.GetTimestamp();
        do
        {
            call();
            warmUpCalls++;
        }
        while (Since(start) < WarmUpSeconds);

        int callsPerSample = (int)Math.Ceiling(LeastSampleSeconds * warmUpCalls / Since(start));
        var samples = new List<double>();
        start = Stopwatch.GetTimestamp();
        while (samples.Count < LeastSamples || Since(start) < MeasuredSeconds)
        {
            long sampleStart = Stopwatch.GetTimestamp();
            for (int i = 0; i < callsPerSample; i++)
            {
                call();
            }

            samples.Add(Since(sampleStart) / callsPerSample);
        }

        samples.Sort();
        return new Measurement(samples[samples.Count / 2], bytes);
    }

    private static string Text(double value)
    {
        string format = value < 10 ? "0.00" : value < 100 ? "0.0" : "0";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static double Since(long start) => Stopwatch.GetElapsedTime(start).TotalSeconds;
}
