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
    public static IReadOnlyList<ParsedKernel> ParseAll(string source) =>
        [.. Methods(source, KernelParser.AttributeName).Select(static item => Parse(item.Method, item.Syntax))];

    /// <summary>What becomes of a shape method beside a kernel; both have to be right.</summary>
    public static ParsedOutputShape ParseShape(string kernel, string declaration)
    {
        Problems problems = new();
        (IMethodSymbol method, MethodDeclarationSyntax syntax) =
            Methods($"{kernel} partial class Pools {{ {declaration} }}", OutputShapeParser.AttributeName).Single();
        ParsedOutputShape? shape = OutputShapeParser.Parse(method, syntax, method.GetAttributes().Single(), problems, CancellationToken.None);
        Assert.Empty(problems.Diagnostics);
        Assert.NotNull(shape?.Axes);
        return shape;
    }

    private static ParsedKernel Parse(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        Problems problems = new();
        ParsedKernel? kernel = KernelParser.Parse(method, syntax, method.GetAttributes().Single(), problems, CancellationToken.None);
        Assert.Empty(problems.Diagnostics);
        Assert.NotNull(kernel?.Pooling);
        return kernel;
    }

    /// <summary>The methods that have an attribute.</summary>
    private static IEnumerable<(IMethodSymbol Method, MethodDeclarationSyntax Syntax)> Methods(string source, string attributeName)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees[1]);
        return model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Select(syntax => (Method: model.GetDeclaredSymbol(syntax)!, Syntax: syntax))
            .Where(item => item.Method.GetAttributes().Any(attribute => attribute.AttributeClass!.ToDisplayString() == attributeName));
    }
}
