using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolingGen.Generators.Diagnostics;
using PoolingGen.Generators.Printing;

namespace PoolingGen.Generators.Parsing;

/// <summary>Tells whether a method can be implemented in a generated file at all.</summary>
internal static class ContainerParser
{
    public static bool CanImplement(IMethodSymbol method, MethodDeclarationSyntax syntax, Problems problems)
    {
        bool possible = CheckMethod(method, syntax, problems);
        foreach (INamedTypeSymbol type in MethodReader.ContainingTypes(method))
        {
            possible &= CheckType(type, method, problems);
        }

        if (!method.ReturnsVoid)
        {
            problems.Add(
                KernelDiagnostics.NotVoid,
                syntax.ReturnType.GetLocation(),
                method.Name,
                method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }

        return possible && IsWellFormed(method, syntax);
    }

    private static bool CheckMethod(IMethodSymbol method, MethodDeclarationSyntax syntax, Problems problems)
    {
        // The analyzer sees what the generator wrote.
        bool isImplemented = method.PartialImplementationPart is not null && !PartialMethodPrinter.HasPrinted(method);
        if (isImplemented || method.PartialDefinitionPart is not null)
        {
            problems.Add(KernelDiagnostics.AlreadyImplemented, syntax.Identifier.GetLocation(), method.Name);
            return false;
        }

        if (!method.IsPartialDefinition)
        {
            problems.Add(KernelDiagnostics.NotPartial, syntax.Identifier.GetLocation(), method.Name);
            return false;
        }

        return true;
    }

    private static bool CheckType(INamedTypeSymbol type, IMethodSymbol method, Problems problems)
    {
        string? obstacle = type switch
        {
            { IsFileLocal: true } => $"the file-local type '{type.Name}'",
            { TypeKind: TypeKind.Extension } => "an extension block",
            _ => null,
        };
        if (obstacle is not null)
        {
            problems.Add(KernelDiagnostics.ContainingTypeUnreachable, type.Locations[0], method.Name, obstacle);
            return false;
        }

        if (!type.DeclaringSyntaxReferences.All(IsPartial))
        {
            problems.Add(KernelDiagnostics.ContainingTypeNotPartial, type.Locations[0], type.Name, method.Name);
        }

        // Implemented even if it is not partial: then the compiler points at the type too (CS0260), and not at the method (CS8795).
        return true;
    }

    private static bool IsPartial(SyntaxReference reference) =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>
    /// Whether half-typed code says enough to repeat it: missing names and types that do not exist would only repeat
    /// the compiler's errors in a file that the user did not write.
    /// </summary>
    private static bool IsWellFormed(IMethodSymbol method, MethodDeclarationSyntax syntax) =>
        !syntax.Identifier.IsMissing
        && syntax.Identifier.ValueText.Length > 0
        && syntax.ExplicitInterfaceSpecifier is null
        && method.ReturnType.TypeKind != TypeKind.Error
        && MethodReader.ContainingTypes(method).All(static type => type.Name.Length > 0)
        && method.Parameters.All(static parameter => parameter.Name.Length > 0 && !IsInError(parameter.Type))
        && IsFirstOfItsSignature(method);

    private static bool IsInError(ITypeSymbol type) => type.TypeKind == TypeKind.Error
        || (type is INamedTypeSymbol named && named.TypeArguments.Any(IsInError));

    /// <summary>A method declared twice is the compiler's error, and one file for it is enough.</summary>
    private static bool IsFirstOfItsSignature(IMethodSymbol method)
    {
        string? identity = method.GetDocumentationCommentId();
        ISymbol first = method.ContainingType.GetMembers(method.Name).First(member => member.GetDocumentationCommentId() == identity);
        return SymbolEqualityComparer.Default.Equals(first, method);
    }
}
