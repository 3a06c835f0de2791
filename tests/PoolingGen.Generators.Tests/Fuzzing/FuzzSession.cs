using Microsoft.CodeAnalysis.CSharp;
using PoolingGen.Generators.Tests.Hosting;
using Xunit.Sdk;

namespace PoolingGen.Generators.Tests.Fuzzing;

/// <summary>
/// A project and a number of edits, one after the other, through the driver that an editor would keep. All of it
/// follows from the seed.
/// </summary>
internal sealed class FuzzSession(int seed)
{
    /// <summary>The edits of a session.</summary>
    public const int Cases = 10;

    /// <summary>How long a case may take on the slowest machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly LanguageVersion[] Languages =
        [LanguageVersion.CSharp10, LanguageVersion.CSharp11, LanguageVersion.CSharp12, LanguageVersion.Latest, LanguageVersion.Latest, LanguageVersion.Preview];

    private readonly Random _random = new(seed);

    /// <summary>Runs all edits.</summary>
    /// <returns>What became of each.</returns>
    public async Task<IReadOnlyList<FuzzOutcome>> RunAsync()
    {
        Mutator mutator = new(_random);
        CompilationSettings settings = DrawSettings();
        string original = Draw(Seeds.All);
        GeneratorRun first = GeneratorDriverHost.Start(TestCompilation.Create(settings, [original, .. _random.Next(3) == 0 ? [Draw(Seeds.All)] : (string[])[]]));
        GeneratorRun run = first;
        string source = original;
        List<FuzzOutcome> outcomes = [];
        while (outcomes.Count < Cases)
        {
            source = mutator.Mutate(_random.Next(3) == 0 ? source : original);
            run = await TryAsync(Edit, $"edit {outcomes.Count}, {settings}\n{source}");
        }

        await TryAsync(Undo, $"undone, {settings}\n{source}");
        return outcomes;

        async Task<GeneratorRun> Edit(CancellationToken token)
        {
            GeneratorRun edited = GeneratorDriverHost.RunAgain(run, TestCompilation.Edit(run.Input, run.Input.SyntaxTrees[1], source), token);
            outcomes.Add(await FuzzVerdict.OfAsync(edited, settings, token));
            return edited;
        }

        Task<GeneratorRun> Undo(CancellationToken token)
        {
            Assert.Equal(GeneratorDriverHost.Start(run.Input, token).Files, run.Files);
            GeneratorRun undone = GeneratorDriverHost.RunAgain(run, first.Input, token);
            Assert.Equal(first.Files, undone.Files);
            return Task.FromResult(undone);
        }
    }

    private CompilationSettings DrawSettings() => new(
        Draw(Languages), Nullable: _random.Next(3) > 0, CheckOverflow: _random.Next(2) == 0, AllowUnsafe: _random.Next(4) == 0, GlobalUsings: _random.Next(8) > 0, Tensors: true);

    private T Draw<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>Does something on another thread, so that a loop without end is seen too.</summary>
    private async Task<GeneratorRun> TryAsync(Func<CancellationToken, Task<GeneratorRun>> step, string description)
    {
        using CancellationTokenSource cancellation = new(Patience);
        try
        {
            return await Task.Run(() => step(cancellation.Token)).WaitAsync(Patience + Patience);
        }
        catch (Exception exception)
        {
            throw new XunitException($"Session {seed}, {description}\n{exception}", exception);
        }
    }
}
