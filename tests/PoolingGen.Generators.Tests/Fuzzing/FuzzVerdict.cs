using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Fuzzing;

/// <summary>
/// Whatever the user wrote: a generated file has no error, nor a warning, that the user's own code does not have too; and
/// where there is no kernel, somebody says so.
/// </summary>
/// <remarks>Except where something of the user's is called <c>nint</c>: that takes the word away from every file.</remarks>
internal static class FuzzVerdict
{
    /// <summary>Generated files that were right once: their bodies need no second look.</summary>
    private static readonly ConcurrentDictionary<(string Text, CompilationSettings Settings), bool> Known = [];

    public static async Task<FuzzOutcome> OfAsync(GeneratorRun run, CompilationSettings settings, CancellationToken cancellationToken)
    {
        // The global usings come first; to look at them would mean to look at everything that might use them.
        ImmutableArray<Diagnostic> reported = await AnalyzerHost.AnalyzeUserFilesAsync(run, cancellationToken);
        Diagnostic[] user = [.. run.Input.SyntaxTrees.Skip(1).SelectMany(tree => Diagnostics(run, tree, null, cancellationToken))];
        DiagnosticSeverity worst = user.Select(static diagnostic => diagnostic.DefaultSeverity).DefaultIfEmpty(DiagnosticSeverity.Hidden).Max();
        if (worst == DiagnosticSeverity.Error || run.Input.ContainsSymbolsWithName("nint", SymbolFilter.All, cancellationToken))
        {
            Diagnostic? unimplemented = user.FirstOrDefault(diagnostic => diagnostic.Id == "CS8795" && IsOurs(run, diagnostic, cancellationToken));
            bool isSilent = unimplemented is not null && reported.IsEmpty && user.All(static diagnostic => diagnostic.Id == "CS8795");
            Assert.False(isSilent && (await AnalyzerHost.AnalyzeAsync(run)).IsEmpty, $"Nobody says why there is no implementation: {unimplemented}");
            return FuzzOutcome.UserError;
        }

        foreach (SyntaxTree tree in run.Output.SyntaxTrees.Except(run.Input.SyntaxTrees))
        {
            CheckGenerated(run, tree, settings, worst, cancellationToken);
        }

        bool hasStub = run.Files.Values.Any(static text => text.Contains("NotSupportedException(", StringComparison.Ordinal));
        Assert.True(!hasStub || !reported.IsEmpty, "Nobody says why there is a stub.");
        return !reported.IsEmpty ? FuzzOutcome.Reported
            : run.Files.IsEmpty ? FuzzOutcome.NoKernel
            : FuzzOutcome.Kernel;
    }

    private static void CheckGenerated(
        GeneratorRun run, SyntaxTree tree, CompilationSettings settings, DiagnosticSeverity worst, CancellationToken cancellationToken)
    {
        // The half of the user's method comes first, and depends on the user's code; the rest on itself alone.
        SourceText text = tree.GetText(cancellationToken);
        (string, CompilationSettings) key = (Convert.ToHexString(text.GetContentHash().AsSpan()), settings);
        bool isKnown = Known.ContainsKey(key);
        int rest = text.ToString().IndexOf("namespace PoolingGen.Generated", StringComparison.Ordinal);
        TextSpan? span = isKnown && rest >= 0 ? TextSpan.FromBounds(0, rest) : null;
        Diagnostic? wrong = Diagnostics(run, tree, span, cancellationToken).FirstOrDefault(diagnostic => diagnostic.DefaultSeverity > worst);
        Assert.True(wrong is null, $"The generated file is wrong: {wrong}");
        Known.TryAdd(key, true);
    }

    /// <summary>Whether the method that lacks an implementation has one of the attributes.</summary>
    private static bool IsOurs(GeneratorRun run, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxTree tree = diagnostic.Location.SourceTree!;
        SyntaxNode declaration = tree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan);
        return run.Output.GetSemanticModel(tree).GetDeclaredSymbol(declaration, cancellationToken) is { } method && method.GetAttributes()
            .Any(static attribute => attribute.AttributeClass?.ToDisplayString() is "PoolingGen.PoolingKernelAttribute" or "PoolingGen.PoolingOutputShapeAttribute");
    }

    private static IEnumerable<Diagnostic> Diagnostics(GeneratorRun run, SyntaxTree tree, TextSpan? span, CancellationToken cancellationToken) => run.Output
        .GetSemanticModel(tree)
        .GetDiagnostics(span, cancellationToken)
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
}
