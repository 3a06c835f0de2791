using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>
/// Turns an attributed method into values. The generator and the analyzer call it alike: one takes the values, the
/// other the problems.
/// </summary>
internal static class KernelParser
{
    public const string AttributeName = "PoolingGen.PoolingKernelAttribute";

    /// <summary>What such a method is called, for people.</summary>
    public const string Noun = "pooling kernel";

    /// <summary>The first version that has types local to a file, which generated code is made of.</summary>
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp11;

    /// <summary>Parses one method.</summary>
    /// <returns>The kernel, or <see langword="null"/> if there is nothing that could be implemented.</returns>
    public static ParsedKernel? Parse(
        IMethodSymbol method, MethodDeclarationSyntax syntax, AttributeData attribute, Problems problems, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax attributeSyntax)
        {
            return null;
        }

        AttributeArguments arguments = new(attribute, attributeSyntax);
        if (arguments.HasErrors)
        {
            problems.LeaveToCompiler();
        }

        CheckLanguage(syntax, problems);
        CheckReturnType(method, syntax, problems);
        bool implementable = ImplementationCheck.CanImplement(method, syntax, Noun, problems);
        Signature signature = SignatureParser.Parse(method, arguments.Mode, problems);
        cancellationToken.ThrowIfCancellationRequested();

        PoolingSpec? pooling = PoolingParser.Parse(arguments, signature, problems);
        if (!implementable)
        {
            return null;
        }

        MethodSpec methodSpec = MethodReader.Read(method, syntax, signature.Roles);
        return new ParsedKernel(methodSpec, problems.Any ? null : pooling);
    }

    private static void CheckLanguage(MethodDeclarationSyntax syntax, Problems problems)
    {
        if (syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < OldestLanguage } options)
        {
            problems.Add(
                KernelDiagnostics.LanguageTooOld, syntax.Identifier.GetLocation(), OldestLanguage.ToDisplayString(), options.LanguageVersion.ToDisplayString());
        }
    }

    private static void CheckReturnType(IMethodSymbol method, MethodDeclarationSyntax syntax, Problems problems)
    {
        if (!method.ReturnsVoid)
        {
            problems.Add(KernelDiagnostics.NotVoid, syntax.ReturnType.GetLocation(), method.Name, ParameterCheck.TypeName(method.ReturnType));
        }
    }
}
