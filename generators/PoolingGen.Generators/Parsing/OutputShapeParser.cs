using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PoolingGen.Generators.Parsing;

/// <summary>
/// Turns a method that is to tell a kernel's output shape into values. The generator and the analyzer call it alike,
/// as they do <see cref="KernelParser"/>.
/// </summary>
internal static class OutputShapeParser
{
    public const string AttributeName = "PoolingGen.PoolingOutputShapeAttribute";

    /// <summary>What such a method is called, for people.</summary>
    private const string Noun = "shape method";

    /// <summary>Parses one method.</summary>
    /// <returns>The method with its kernel's windows, or <see langword="null"/> if there is nothing that could be implemented.</returns>
    public static ParsedOutputShape? Parse(
        IMethodSymbol method, MethodDeclarationSyntax syntax, AttributeData attribute, Problems problems, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax attributeSyntax)
        {
            return null;
        }

        // What has both attributes is the kernel's affair: two implementations would be one too many.
        bool implementable = ImplementationCheck.CanImplement(method, syntax, Noun, problems) && KernelLookup.AttributeOf(method) is null;
        Signature signature = new(method, method.Parameters.Select(RoleOf).ToImmutableArray(), Noun);
        EquatableArray<AxisSpec>? axes = FindAxes(method, attribute, attributeSyntax, problems, cancellationToken);
        if (axes is { } found)
        {
            OutputShapeSignature.Check(signature, syntax, found, problems);
        }

        return implementable
            ? new ParsedOutputShape(MethodReader.Read(method, syntax, signature.Roles), problems.Any ? null : axes)
            : null;
    }

    private static EquatableArray<AxisSpec>? FindAxes(
        IMethodSymbol method, AttributeData attribute, AttributeSyntax syntax, Problems problems, CancellationToken cancellationToken)
    {
        if (attribute.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Primitive } argument)
        {
            problems.LeaveToCompiler();
            return null;
        }

        Location location = (syntax.ArgumentList?.Arguments.FirstOrDefault() ?? (SyntaxNode)syntax).GetLocation();
        return KernelLookup.FindAxes(method, argument.Value as string ?? "", location, problems, cancellationToken);
    }

    /// <summary>A shape depends on the spatial extents only.</summary>
    private static ParameterRole RoleOf(IParameterSymbol parameter) =>
        ParameterRoles.ByName(parameter.Name) is >= ParameterRole.Depth and ParameterRole role ? role : ParameterRole.Unknown;
}
