using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PoolingGen.Generators.Parsing;

/// <summary>
/// Turns an attributed method into values. The generator and the analyzer call it alike: one takes the values, the
/// other the problems.
/// </summary>
internal static class KernelParser
{
    public const string AttributeName = "PoolingGen.PoolingKernelAttribute";

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

        bool implementable = ImplementationCheck.CanImplement(method, syntax, problems);
        Signature signature = SignatureParser.Parse(method, arguments.Mode, problems);
        cancellationToken.ThrowIfCancellationRequested();

        PoolingSpec? pooling = PoolingParser.Parse(method, arguments, signature, problems);
        if (!implementable)
        {
            return null;
        }

        MethodSpec methodSpec = MethodReader.Read(method, syntax, signature);
        return new ParsedKernel(methodSpec, problems.Any ? null : pooling);
    }
}
