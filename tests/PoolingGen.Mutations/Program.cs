using System.Diagnostics;
using PoolingGen.Mutations;

// Plants the faults of Faults.txt in the generator, one at a time, and says which test notices each. Ends with the number
// of those that none does. Arguments are words of the faults to plant; without any, all are.
IReadOnlyList<Fault> faults = Fault.In(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Faults.txt")));
foreach (Fault fault in faults)
{
    // Those that are stale are told at once.
    _ = fault.Plant(File.ReadAllText(Repository.PathOf($"{Repository.Generator}/{fault.File}")));
}

using Laboratory laboratory = new();
if (args.Length == 0 && laboratory.FirstFailure() is { } failure)
{
    Console.Error.WriteLine($"Without any fault there is a test that fails: {failure}");
    return -1;
}

int survivors = 0;
foreach (Fault fault in faults.Where(fault => args.Length == 0 || args.Any($"{fault}".Contains)))
{
    long start = Stopwatch.GetTimestamp();
    string? test = laboratory.FirstFailure(fault);
    survivors += test is null ? 1 : 0;
    Console.WriteLine($"{(test is null ? "SURVIVED" : "caught  ")} {Stopwatch.GetElapsedTime(start).TotalSeconds,3:f0} s  {fault.Description} {test}");
}

Console.WriteLine($"{survivors} survived.");
return survivors;
