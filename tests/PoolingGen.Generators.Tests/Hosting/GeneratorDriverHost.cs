using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolingGen.Generators.Tests.Hosting;

/// <summary>
/// Runs the generator. Whatever a test is about, every run also shows that an edit elsewhere leaves all steps cached,
/// and that the pipeline keeps nothing of the compiler alive.
/// </summary>
internal static class GeneratorDriverHost
{
    private const string UnrelatedFile = "internal class Unrelated { }";
    private const string UnrelatedFileEdited = "internal class Unrelated { internal int Added; }";

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
        CSharpCompilation compilation = TestCompilation.Create(settings, [.. sources, UnrelatedFile]);
        GeneratorRun first = Run(CreateDriver(settings), compilation);
        GeneratorRun second = RunAgain(first, UnrelatedFile, UnrelatedFileEdited);
        AssertCached(second);
        AssertFreeOfCompiler(first);
        AssertFreeOfCompiler(second);
        return first;
    }

    /// <summary>Runs again after one file was replaced.</summary>
    public static GeneratorRun RunAgain(GeneratorRun run, string source, string edited)
    {
        SyntaxTree tree = run.Input.SyntaxTrees.Single(tree => tree.ToString() == source);
        SyntaxTree editedTree = CSharpSyntaxTree.ParseText(edited, (CSharpParseOptions)tree.Options, tree.FilePath);
        return Run(run.Driver, run.Input.ReplaceSyntaxTree(tree, editedTree));
    }

    /// <summary>Fails if an edit made any step come to something else.</summary>
    public static void AssertCached(GeneratorRun run)
    {
        foreach (string step in Steps)
        {
            Assert.All(run.Outputs(step), output =>
                Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step} is {output.Reason}"));
        }

        Assert.All(run.FileReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static GeneratorDriver CreateDriver(CompilationSettings settings) => CSharpGeneratorDriver.Create(
        [new PoolingKernelGenerator().AsSourceGenerator()],
        parseOptions: settings.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static GeneratorRun Run(GeneratorDriver driver, CSharpCompilation compilation)
    {
        GeneratorDriver after = driver.RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        GeneratorRun run = new(after, compilation, (CSharpCompilation)output);
        Assert.Null(run.Exception);

        // The generator reports nothing, the analyzer does.
        Assert.Empty(diagnostics);
        return run;
    }

    private static void AssertFreeOfCompiler(GeneratorRun run)
    {
        foreach (string step in Steps)
        {
            Assert.All(run.Outputs(step), output => ObjectGraph.AssertFreeOfCompiler(output.Value, step));
        }
    }
}
