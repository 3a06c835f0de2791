using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PoolingGen.Generators.Diagnostics;
using PoolingGen.Generators.Parsing;

namespace PoolingGen.Generators;

/// <summary>Reports what is wrong with a pooling kernel or its shape method, by the same parsers that the generator uses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PoolingKernelAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Parses an attributed method for its problems.</summary>
    private delegate void Parser(
        IMethodSymbol method, MethodDeclarationSyntax syntax, AttributeData attribute, Problems problems, CancellationToken cancellationToken);

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
            RegisterActions(start, KernelParser.AttributeName, static (method, syntax, attribute, problems, token) =>
                KernelParser.Parse(method, syntax, attribute, problems, token));
            RegisterActions(start, OutputShapeParser.AttributeName, static (method, syntax, attribute, problems, token) =>
                OutputShapeParser.Parse(method, syntax, attribute, problems, token));
        });
    }

    private static void RegisterActions(CompilationStartAnalysisContext start, string attributeName, Parser parser)
    {
        if (start.Compilation.GetTypeByMetadataName(attributeName) is not { } attributeType)
        {
            return;
        }

        start.RegisterSymbolAction(
            symbol => Analyze((IMethodSymbol)symbol.Symbol, attributeType, parser, symbol.ReportDiagnostic, symbol.CancellationToken),
            SymbolKind.Method);

        // The functions inside of methods do not come by as symbols.
        start.RegisterSyntaxNodeAction(
            node =>
            {
                if (LocalMethod(node) is { } method)
                {
                    Analyze(method, attributeType, parser, node.ReportDiagnostic, node.CancellationToken);
                }
            },
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.ParenthesizedLambdaExpression);
    }

    private static IMethodSymbol? LocalMethod(SyntaxNodeAnalysisContext context) => context.Node switch
    {
        LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } function =>
            context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken) as IMethodSymbol,
        LambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda =>
            context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol as IMethodSymbol,
        _ => null,
    };

    private static void Analyze(
        IMethodSymbol method, INamedTypeSymbol attributeType, Parser parse, Action<Diagnostic> report, CancellationToken token)
    {
        AttributeData? attribute = method.GetAttributes()
            .FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType));

        // Both halves of a partial method come by; the defining one speaks for both.
        if (attribute is null || method.PartialDefinitionPart is not null)
        {
            return;
        }

        Problems problems = new();
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token) is MethodDeclarationSyntax syntax)
        {
            parse(method, syntax, attribute, problems, token);
        }
        else
        {
            problems.Add(KernelDiagnostics.NotPartial, method.Locations[0], method.Name);
        }

        foreach (Diagnostic problem in problems.Diagnostics)
        {
            report(problem);
        }
    }
}
