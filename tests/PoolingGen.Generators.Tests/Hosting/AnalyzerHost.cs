using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PoolingGen.Generators.Tests.Hosting;

/// <summary>Runs the analyzer as a build does: over the user's code together with what the generator made of it.</summary>
internal static class AnalyzerHost
{
    /// <summary>What the analyzer reports about the source, in its order.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source) => AnalyzeAsync(GeneratorDriverHost.Run(source));

    /// <summary>What the analyzer reports after a run of the generator.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(GeneratorRun run)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]),
            onAnalyzerException: static (exception, _, _) => Assert.Fail(exception.ToString()),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await run.Output
            .WithAnalyzers([new PoolingKernelAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>The source text that a diagnostic points at.</summary>
    public static string Text(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
