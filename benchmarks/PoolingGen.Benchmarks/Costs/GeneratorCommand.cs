using System.CommandLine;
using PoolingGen.Benchmarks.Comparing;

namespace PoolingGen.Benchmarks.Costs;

/// <summary><c>generator</c>: what the generator costs a build and an edit.</summary>
internal static class GeneratorCommand
{
    public static Command Create()
    {
        var command = new Command("generator", "Measures the generator: cold, warm, and after an edit elsewhere.");
        command.SetAction(_ =>
        {
            Console.Write($"{Machine.Processor}, {Machine.Runtime}.\n");
            Console.Write(ChildProcess.Run(GeneratorRun.Command));
        });
        return command;
    }
}
