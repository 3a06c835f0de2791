using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolingGen.Generators.Parsing;
using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Parsing;

/// <summary>What the parser alone makes of a source: whether anything comes of the spec is tested elsewhere.</summary>
internal static class Specs
{
    /// <summary>In place of the package that has them. To be put behind the types of a source.</summary>
    public const string TensorSpans =
        " namespace System.Numerics.Tensors { public readonly ref struct ReadOnlyTensorSpan<T>; public readonly ref struct TensorSpan<T>; }";

    /// <summary>The pooling of the only kernel of a source, which has to be right.</summary>
    public static PoolingSpec Parse(string source) => ParseAll(source).Single().Pooling!;

    /// <summary>The kernels of a source, which has to be right.</summary>
    public static ImmutableArray<ParsedKernel> ParseAll(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees[1]);
        return
        [
            .. model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
                .Where(static syntax => syntax.AttributeLists.Count > 0)
                .Select(syntax => Parse(model.GetDeclaredSymbol(syntax)!, syntax)),
        ];
    }

    private static ParsedKernel Parse(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        Problems problems = new();
        ParsedKernel? kernel = KernelParser.Parse(method, syntax, method.GetAttributes().Single(), problems, CancellationToken.None);
        Assert.Empty(problems.Diagnostics);
        Assert.NotNull(kernel?.Pooling);
        return kernel;
    }
}
