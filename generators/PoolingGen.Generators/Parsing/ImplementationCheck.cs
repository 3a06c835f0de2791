using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolingGen.Generators.Diagnostics;
using PoolingGen.Generators.Printing;

namespace PoolingGen.Generators.Parsing;

/// <summary>Tells whether a method can be implemented in a generated file at all.</summary>
internal static class ImplementationCheck
{
    /// <summary>Whether there can be an implementation, right or wrong.</summary>
    /// <param name="method">The method.</param>
    /// <param name="syntax">Its declaration.</param>
    /// <param name="noun">What such a method is called, for people.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static bool CanImplement(IMethodSymbol method, MethodDeclarationSyntax syntax, string noun, Problems problems)
    {
        bool possible = CheckMethod(method, syntax, problems);
        foreach (INamedTypeSymbol type in MethodReader.ContainingTypes(method))
        {
            possible &= CheckType(type, method, noun, problems);
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

    private static bool CheckType(INamedTypeSymbol type, IMethodSymbol method, string noun, Problems problems)
    {
        if (type.IsFileLocal)
        {
            problems.Add(KernelDiagnostics.FileLocalType, type.Locations[0], method.Name, type.Name);
            return false;
        }

        if (!type.CanBeReferencedByName)
        {
            problems.LeaveToCompiler();
            return false;
        }

        if (!type.DeclaringSyntaxReferences.All(IsPartial))
        {
            problems.Add(KernelDiagnostics.ContainingTypeNotPartial, type.Locations[0], type.Name, method.Name, noun);
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
        method.CanBeReferencedByName
        && syntax.ExplicitInterfaceSpecifier is null
        && method.ReturnType.TypeKind != TypeKind.Error
        && method.Parameters.All(static parameter => parameter.Name.Length > 0 && !IsInError(parameter.Type))
        && IsFirstOfItsSignature(method);

    private static bool IsInError(ITypeSymbol type) => type.TypeKind == TypeKind.Error
        || (type is INamedTypeSymbol named && named.TypeArguments.Any(IsInError));

    /// <summary>A method declared twice is the compiler's error, and one file for it is enough.</summary>
    private static bool IsFirstOfItsSignature(IMethodSymbol method)
    {
        ImmutableArray<ISymbol> overloads = method.ContainingType.GetMembers(method.Name);
        if (overloads.Length == 1)
        {
            return true;
        }

        string? identity = method.GetDocumentationCommentId();
        ISymbol first = overloads.First(overload => overload.GetDocumentationCommentId() == identity);
        return SymbolEqualityComparer.Default.Equals(first, method);
    }
}
