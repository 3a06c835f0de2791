using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PoolingGen.Generators.Tests.Hosting;

/// <summary>
/// The edits that every test of the generator makes after its own run: an unrelated file changes, members change places,
/// a kernel comes, not without having been cancelled on its way, and goes. None touches what it does not concern.
/// </summary>
internal static class EditScript
{
    /// <summary>The file that <see cref="GeneratorDriverHost"/> puts behind those of the test.</summary>
    public const string UnrelatedFile = "internal class Unrelated { }";

    private const string UnrelatedFileEdited = "internal class Unrelated { internal int Added; }";

    private const string AddedKernel = """
        namespace Added
        {
            internal static partial class Kernels
            {
                [PoolingKernel(PoolingMode.Max, OutputSize = 2)]
                internal static partial void Pool(ReadOnlySpan<int> input, Span<int> output, int length);
            }
        }
        """;

    /// <summary>The steps that handle one kernel at a time.</summary>
    private static readonly string[] KernelSteps = [TrackingNames.Parse, TrackingNames.Name, TrackingNames.Compile];

    /// <summary>Makes the edits after a first run.</summary>
    public static void Play(GeneratorRun first)
    {
        AssertFreeOfCompiler(first);
        GeneratorRun run = EditUnrelatedFile(first);
        ReorderMembers(run);
        AddAndRemoveKernel(run);
    }

    /// <summary>Fails if an edit made any step come to something else.</summary>
    public static void AssertCached(GeneratorRun run)
    {
        Assert.All(GeneratorDriverHost.Steps, step => AssertCached(step, run.Outputs(step)));
        Assert.All(run.FileReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static GeneratorRun EditUnrelatedFile(GeneratorRun run)
    {
        GeneratorRun edited = GeneratorDriverHost.RunAgain(run, UnrelatedFile, UnrelatedFileEdited);
        AssertCached(edited);
        AssertFreeOfCompiler(edited);
        return edited;
    }

    /// <summary>Steps follow the order of the source: what has kept its place is as before, and the files are.</summary>
    private static void ReorderMembers(GeneratorRun run)
    {
        SyntaxTree tree = run.Input.SyntaxTrees[1];
        SyntaxNode root = tree.GetRoot();
        SyntaxNode reversed = root.ReplaceNodes(
            root.DescendantNodes().OfType<TypeDeclarationSyntax>(), static (_, type) => type.WithMembers([.. type.Members.Reverse()]));
        GeneratorRun reordered = GeneratorDriverHost.RunAgain(run, TestCompilation.Edit(run.Input, tree, reversed.ToFullString()));
        AssertFreeOfCompiler(reordered);
        if (tree.GetDiagnostics().Any() || run.Output.GetDeclarationDiagnostics().Any(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error))
        {
            // Half-typed members may come apart, and of two that exclude each other the first counts.
            return;
        }

        Assert.Equal(run.Files, reordered.Files);
        foreach (string step in GeneratorDriverHost.Steps)
        {
            Assert.Equal(run.Outputs(step).Count, reordered.Outputs(step).Count);
            Assert.All(run.Outputs(step).Zip(reordered.Outputs(step)), pair => Assert.True(
                pair.First.Value.Equals(pair.Second.Value) == IsCached(pair.Second.Reason), $"{step} is {pair.Second.Reason}"));
        }
    }

    private static void AddAndRemoveKernel(GeneratorRun run)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(AddedKernel, (CSharpParseOptions)run.Input.SyntaxTrees[0].Options, "Added.cs");
        CSharpCompilation compilation = run.Input.AddSyntaxTrees(tree);
        CancelBefore(run, compilation);
        CancelMidway(run, compilation, tree);

        GeneratorRun added = GeneratorDriverHost.RunAgain(run, compilation);
        AssertOnlyLast(added, IncrementalStepRunReason.New);
        AssertFreeOfCompiler(added);
        GeneratorRun removed = GeneratorDriverHost.RunAgain(added, run.Input);
        AssertOnlyLast(removed, IncrementalStepRunReason.Removed);
        Assert.Equal(run.Files, removed.Files);
    }

    private static void CancelBefore(GeneratorRun run, CSharpCompilation compilation)
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => GeneratorDriverHost.RunAgain(run, compilation, source.Token));
    }

    private static void CancelMidway(GeneratorRun run, CSharpCompilation compilation, SyntaxTree tree)
    {
        // Only where types may be null does the compiler ask how a file came to be.
        using CancellationTokenSource source = new();
        CSharpCompilation cancelling = compilation.WithOptions(compilation.Options
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithSyntaxTreeOptionsProvider(new CancellingOptions(tree, source)));
        Assert.ThrowsAny<OperationCanceledException>(() => GeneratorDriverHost.RunAgain(run, cancelling, source.Token));
    }

    /// <summary>Fails unless the edit concerned the last kernel and nothing else.</summary>
    private static void AssertOnlyLast(GeneratorRun run, IncrementalStepRunReason reason)
    {
        foreach (string step in GeneratorDriverHost.Steps)
        {
            IReadOnlyList<(object Value, IncrementalStepRunReason Reason)> outputs = run.Outputs(step);
            bool isConcerned = KernelSteps.Contains(step);
            AssertCached(step, isConcerned ? outputs.SkipLast(1) : outputs);
            if (isConcerned)
            {
                Assert.Equal((step, reason), (step, outputs[^1].Reason));
            }
        }

        Assert.Equal(reason, Assert.Single(run.FileReasons, static reason => reason != IncrementalStepRunReason.Cached));
    }

    private static void AssertCached(string step, IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs) =>
        Assert.All(outputs, output => Assert.True(IsCached(output.Reason), $"{step} is {output.Reason}"));

    private static bool IsCached(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static void AssertFreeOfCompiler(GeneratorRun run)
    {
        foreach (string step in GeneratorDriverHost.Steps)
        {
            Assert.All(run.Outputs(step), output => ObjectGraph.AssertFreeOfCompiler(output.Value, step));
        }
    }
}
