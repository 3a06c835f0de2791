using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PoolingGen.Generators.Parsing;
using PoolingGen.Generators.Printing;

namespace PoolingGen.Generators;

/// <summary>
/// Implements every partial method with a <c>[PoolingKernel]</c> or a <c>[PoolingOutputShape]</c>. It reports nothing:
/// <see cref="PoolingKernelAnalyzer"/> does.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PoolingKernelGenerator : IIncrementalGenerator
{
    /// <summary>Without a byte order mark, in case the user has the files written to disk.</summary>
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedKernel> kernels = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KernelParser.AttributeName,
                static (node, _) => node is MethodDeclarationSyntax,
                static (target, token) => Parse(target, token))
            .Where(static kernel => kernel is not null)
            .Select(static (kernel, _) => kernel!)
            .WithTrackingName(TrackingNames.Parse);

        IncrementalValuesProvider<ParsedOutputShape> shapes = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                OutputShapeParser.AttributeName,
                static (node, _) => node is MethodDeclarationSyntax,
                static (target, token) => ParseShape(target, token))
            .Where(static shape => shape is not null)
            .Select(static (shape, _) => shape!)
            .WithTrackingName(TrackingNames.ParseShape);

        IncrementalValueProvider<EquatableArray<string>> ambiguousNames = kernels
            .Select(static (kernel, _) => kernel.Method.KernelName)
            .Collect()
            .Combine(shapes.Select(static (shape, _) => shape.Method.KernelName).Collect())
            .Select(static (names, _) => KernelNames.Ambiguous(names.Left.Concat(names.Right)))
            .WithTrackingName(TrackingNames.AmbiguousNames);

        IncrementalValuesProvider<ParsedKernel> namedKernels = kernels
            .Combine(ambiguousNames)
            .Select(static (pair, _) => pair.Left with { Method = KernelNames.MakeUnique(pair.Left.Method, pair.Right) })
            .WithTrackingName(TrackingNames.Name);

        IncrementalValuesProvider<GeneratedFile> files = namedKernels
            .Select(static (kernel, token) => Compile(kernel, token))
            .WithTrackingName(TrackingNames.Compile);

        IncrementalValuesProvider<ParsedOutputShape> namedShapes = shapes
            .Combine(ambiguousNames)
            .Select(static (pair, _) => pair.Left with { Method = KernelNames.MakeUnique(pair.Left.Method, pair.Right) })
            .WithTrackingName(TrackingNames.NameShape);

        IncrementalValuesProvider<GeneratedFile> shapeFiles = namedShapes
            .Select(static (shape, _) => new GeneratedFile(shape.Method.HintName, OutputShapePrinter.Print(shape.Method, shape.Axes)))
            .WithTrackingName(TrackingNames.PrintShape);

        context.RegisterSourceOutput(files, static (output, file) => Add(output, file));
        context.RegisterSourceOutput(shapeFiles, static (output, file) => Add(output, file));
    }

    private static void Add(SourceProductionContext output, GeneratedFile file) =>
        output.AddSource(file.HintName, SourceText.From(file.Text, Utf8));

    private static ParsedKernel? Parse(GeneratorAttributeSyntaxContext target, CancellationToken token) => KernelParser.Parse(
        (IMethodSymbol)target.TargetSymbol, (MethodDeclarationSyntax)target.TargetNode, target.Attributes[0], new Problems(), token);

    private static ParsedOutputShape? ParseShape(GeneratorAttributeSyntaxContext target, CancellationToken token) => OutputShapeParser.Parse(
        (IMethodSymbol)target.TargetSymbol, (MethodDeclarationSyntax)target.TargetNode, target.Attributes[0], new Problems(), token);

    private static GeneratedFile Compile(ParsedKernel kernel, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        string text = kernel.Pooling is null
            ? StubPrinter.Print(kernel.Method)
            : KernelCompiler.Compile(new KernelSpec(kernel.Method, kernel.Pooling), token);
        return new GeneratedFile(kernel.Method.HintName, text);
    }
}
