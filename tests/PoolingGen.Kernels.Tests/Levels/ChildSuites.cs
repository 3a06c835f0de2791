namespace PoolingGen.Kernels.Tests.Levels;

/// <summary>The numerical suites of all levels that this machine can show, started together, as many at a time as there are cores.</summary>
public sealed class ChildSuites
{
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);
    private readonly Dictionary<string, Task<ChildSuite>> _suites = [];

    public ChildSuites()
    {
        foreach (InstructionLevel level in InstructionLevel.All.Where(level => level.Missing() is null))
        {
            _suites.Add(level.Name, RunAsync(level));
        }
    }

    internal Task<ChildSuite> OfAsync(InstructionLevel level) => _suites[level.Name];

    private async Task<ChildSuite> RunAsync(InstructionLevel level)
    {
        await _cores.WaitAsync();
        try
        {
            return await ChildSuite.RunAsync(level);
        }
        finally
        {
            _cores.Release();
        }
    }
}
