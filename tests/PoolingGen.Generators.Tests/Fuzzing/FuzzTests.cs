using System.Collections.Concurrent;
using System.Globalization;
using PoolingGen.Generators.Tests.Hosting;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PoolingGen.Generators.Tests.Fuzzing;

/// <summary>
/// Sources drawn at random, most of them wrong. For many: <c>POOLINGGEN_FUZZ=20000 dotnet test -c Release --filter FuzzTests</c>;
/// with <c>POOLINGGEN_SEED</c> from the session of that number on.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int MaxFailures = 10;

    /// <summary>So many that they take less than a minute.</summary>
    private static readonly int Count = Read("POOLINGGEN_FUZZ", 400);

    /// <summary>The same sources every time.</summary>
    private static readonly int Seed = Read("POOLINGGEN_SEED", 1);

    [Fact]
    public void Seeds_are_right()
    {
        Assert.All(Seeds.All, static source =>
        {
            GeneratorRun run = GeneratorDriverHost.RunValid(new CompilationSettings(Tensors: true), source);
            Assert.All(run.Kernels, static kernel => Assert.NotNull(kernel.Pooling));
        });
    }

    [Fact]
    public async Task Whatever_the_user_writes_nothing_throws_and_no_generated_file_is_wrong()
    {
        ConcurrentQueue<FuzzOutcome> outcomes = [];
        ConcurrentQueue<string> failures = [];
        await Parallel.ForEachAsync(Enumerable.Range(Seed, (Count + FuzzSession.Cases - 1) / FuzzSession.Cases), async (seed, _) =>
        {
            if (failures.Count >= MaxFailures)
            {
                return;
            }

            try
            {
                foreach (FuzzOutcome outcome in await new FuzzSession(seed).RunAsync())
                {
                    outcomes.Enqueue(outcome);
                }
            }
            catch (XunitException exception)
            {
                failures.Enqueue(exception.Message);
            }
        });

        output.WriteLine($"{outcomes.Count} sources: {string.Join(", ", outcomes.CountBy(static outcome => outcome).Select(static pair => $"{pair.Value} {pair.Key}"))}");
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    private static int Read(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
