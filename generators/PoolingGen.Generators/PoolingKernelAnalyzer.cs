using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PoolingGen.Generators;

/// <summary>Reports what is wrong with a pooling kernel, by the same parser that the generator uses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PoolingKernelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => KernelDiagnostics.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // In files marked as generated too: a kernel in error there would otherwise throw without a word from the build.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KernelParser.AttributeName) is { } attributeType)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, attributeType), SymbolKind.Method);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol attributeType)
    {
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        AttributeData? attribute = method.GetAttributes()
            .FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType));

        // Both halves of a partial method come by; the defining one speaks for both.
        if (attribute is null || method.PartialDefinitionPart is not null)
        {
            return;
        }

        Problems problems = new();
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is MethodDeclarationSyntax syntax)
        {
            KernelParser.Parse(method, syntax, attribute, problems, context.CancellationToken);
        }

        foreach (Diagnostic problem in problems.Diagnostics)
        {
            context.ReportDiagnostic(problem);
        }
    }
}
