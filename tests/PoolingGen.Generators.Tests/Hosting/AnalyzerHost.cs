using System.Collections.Concurrent;
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
        ImmutableArray<Diagnostic> diagnostics = await WithAnalyzer(run, static (exception, _, _) => Assert.Fail(exception.ToString()))
            .GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>What the analyzer reports in the user's files, as an editor asks for it: much sooner than for all files.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeUserFilesAsync(GeneratorRun run, CancellationToken cancellationToken = default)
    {
        ConcurrentQueue<Exception> exceptions = [];
        CompilationWithAnalyzers analysis = WithAnalyzer(run, (exception, _, _) => exceptions.Enqueue(exception));
        List<Diagnostic> diagnostics = [];
        foreach (SyntaxTree tree in run.Input.SyntaxTrees.Skip(1))
        {
            diagnostics.AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(run.Output.GetSemanticModel(tree), filterSpan: null, cancellationToken));
        }

        Assert.Empty(exceptions);
        return [.. diagnostics];
    }

    private static CompilationWithAnalyzers WithAnalyzer(GeneratorRun run, Action<Exception, DiagnosticAnalyzer, Diagnostic> onException) =>
        run.Output.WithAnalyzers([new PoolingKernelAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onException, concurrentAnalysis: false, logAnalyzerExecutionTime: false));

    /// <summary>The source text that a diagnostic points at.</summary>
    public static string Text(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
