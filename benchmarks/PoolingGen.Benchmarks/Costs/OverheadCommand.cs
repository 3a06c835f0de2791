using System.CommandLine;
using System.Diagnostics;
using PoolingGen.Benchmarks.Comparing;
using static PoolingGen.Benchmarks.Comparing.Figures;

namespace PoolingGen.Benchmarks.Costs;

/// <summary><c>overhead</c>: what a kernel costs besides its work.</summary>
internal static class OverheadCommand
{
    private const int Rounds = 61;
    private const int CallsPerRound = 100_000;
    private const int Processes = 11;

    public static Command Create()
    {
        var command = new Command("overhead", "Measures a tiny call, a process' first call and the size of a kernel.");
        command.SetAction(_ => Print());
        return command;
    }

    private static void Print()
    {
        var firstCalls = new List<double>();
        double process = Clock.Median(Processes, () => Clock.Milliseconds(() => firstCalls.Add(FirstCall.Measure())));
        firstCalls.Sort();
        MethodBodies bodies = MethodBodies.Of(KernelCompilation.OfReadmeExample().Emit());

        Console.Write(Text(
            $"""
            {Machine.Processor}, vectors of {Machine.InstructionLevel}, {Machine.Runtime}.
            The first example of the README, a maximum over 2x2 windows of a plane of 4x4:
            a call takes {Clock.Median(Rounds, NanosecondsPerCall):F1} ns (median of {Rounds} rounds of {CallsPerRound} calls);
            the first call of a process {firstCalls[Processes / 2]:F1} ms, JIT included, and the whole process {process:F0} ms (medians of {Processes} processes);
            its IL is {bodies.Bytes} bytes in {bodies.Count} methods.

            """));
    }

    private static double NanosecondsPerCall()
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < CallsPerRound; i++)
        {
            ReadmeExample.Run();
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        ReadmeExample.Check();
        return elapsed.TotalNanoseconds / CallsPerRound;
    }
}
