using System.CommandLine;
using BenchmarkDotNet.Running;
using PoolingGen.Benchmarks;
using PoolingGen.Benchmarks.Comparing;
using PoolingGen.Benchmarks.Costs;

// What the other commands start as processes of their own.
switch (args)
{
    case [FirstCall.Command]: return FirstCall.Run();
    case [GeneratorRun.Command]: return GeneratorRun.Run();
}

var statistics = new Command("statistics", "Runs BenchmarkDotNet; its own options follow.") { TreatUnmatchedTokensAsErrors = false };
statistics.SetAction(arguments => { BenchmarkSwitcher.FromAssembly(typeof(PoolingBenchmarks).Assembly).Run([.. arguments.UnmatchedTokens]); });

var root = new RootCommand("Times PoolingGen's kernels on the pooling layers of well-known networks.")
{
    CompareCommand.Create(),
    VerifyCommand.Create(),
    OverheadCommand.Create(),
    GeneratorCommand.Create(),
    statistics,
};

try
{
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is WrongResultException or ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
