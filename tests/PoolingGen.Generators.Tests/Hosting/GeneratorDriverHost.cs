using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolingGen.Generators.Tests.Hosting;

/// <summary>
/// Runs the generator. Whatever a test is about, every run also shows that edits leave alone what they do not concern,
/// and that the pipeline keeps nothing of the compiler alive.
/// </summary>
internal static class GeneratorDriverHost
{
    /// <summary>The names of the pipeline's steps.</summary>
    public static ImmutableArray<string> Steps { get; } =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!)];

    /// <summary>Runs over sources that have to be right: the result compiles without a warning.</summary>
    public static GeneratorRun RunValid(params string[] sources) => RunValid(new CompilationSettings(), sources);

    /// <inheritdoc cref="RunValid(string[])"/>
    public static GeneratorRun RunValid(CompilationSettings settings, params string[] sources) => AssertValid(Run(settings, sources));

    /// <summary>Fails unless the result compiles without a warning.</summary>
    public static GeneratorRun AssertValid(GeneratorRun run)
    {
        Assert.Empty(run.CompilerDiagnostics);
        return run;
    }

    /// <summary>Runs over sources that may be wrong.</summary>
    public static GeneratorRun Run(params string[] sources) => Run(new CompilationSettings(), sources);

    /// <inheritdoc cref="Run(string[])"/>
    public static GeneratorRun Run(CompilationSettings settings, params string[] sources)
    {
        GeneratorRun first = StartTracking(TestCompilation.Create(settings, [.. sources, EditScript.UnrelatedFile]));
        EditScript.Play(first);
        return first;
    }

    /// <summary>Runs for the first time as a build does, and looks no further.</summary>
    /// <remarks>
    /// Without tracking: a driver of Roslyn 5.0 that tracks its steps loses the kernels behind a file that has had none for
    /// two edits.
    /// </remarks>
    public static GeneratorRun Start(CSharpCompilation compilation, CancellationToken cancellationToken = default) =>
        Run(CreateDriver(compilation, trackSteps: false), compilation, cancellationToken);

    /// <summary>Runs again after one file was replaced.</summary>
    public static GeneratorRun RunAgain(GeneratorRun run, string source, string edited)
    {
        SyntaxTree tree = run.Input.SyntaxTrees.Single(tree => tree.ToString() == source);
        return RunAgain(run, TestCompilation.Edit(run.Input, tree, edited));
    }

    /// <summary>Runs again after any edit.</summary>
    public static GeneratorRun RunAgain(GeneratorRun run, CSharpCompilation edited, CancellationToken cancellationToken = default) =>
        Run(run.Driver, edited, cancellationToken);

    private static GeneratorRun StartTracking(CSharpCompilation compilation) =>
        Run(CreateDriver(compilation, trackSteps: true), compilation, CancellationToken.None);

    private static GeneratorDriver CreateDriver(CSharpCompilation compilation, bool trackSteps) => CSharpGeneratorDriver.Create(
        [new PoolingKernelGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: trackSteps));

    private static GeneratorRun Run(GeneratorDriver driver, CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        GeneratorDriver after = driver.RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics, cancellationToken);
        GeneratorRun run = new(after, compilation, (CSharpCompilation)output);
        Assert.Null(run.Exception);

        // The generator reports nothing, the analyzer does.
        Assert.Empty(diagnostics);
        return run;
    }
}
