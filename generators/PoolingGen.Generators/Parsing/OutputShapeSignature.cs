using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Checks that a shape method takes the extents that its kernel does not fix, and returns one per axis.</summary>
internal static class OutputShapeSignature
{
    public static void Check(Signature signature, MethodDeclarationSyntax syntax, EquatableArray<AxisSpec> axes, Problems problems)
    {
        ImmutableArray<ParameterRole> roles = ParameterRoles.Spatial(axes.Count);
        string known = $"it takes {string.Join(", ", roles.Select(static role => $"int {ParameterRoles.NameOf(role)}"))}";
        foreach (IParameterSymbol parameter in signature.Method.Parameters)
        {
            ParameterCheck.Check(parameter, signature, known, problems);
        }

        bool isFixed = axes.Any(static axis => axis.Input.Fixed is not null);
        ExtentCheck.Check(signature, [.. axes.Select(static axis => axis.Input)], isFixed, problems);
        CheckReturnType(signature.Method, syntax, roles, problems);
    }

    private static void CheckReturnType(IMethodSymbol method, MethodDeclarationSyntax syntax, ImmutableArray<ParameterRole> roles, Problems problems)
    {
        if (method.ReturnType.TypeKind == TypeKind.Error)
        {
            problems.LeaveToCompiler();
        }
        else if (method.RefKind != RefKind.None || !IsShape(method.ReturnType, roles))
        {
            string expected = roles.Length == 1 ? "int" : $"({string.Join(", ", roles.Select(static role => $"int {role}"))})";
            problems.Add(
                KernelDiagnostics.WrongShapeType, syntax.ReturnType.GetLocation(), method.Name, syntax.ReturnType.ToString(), expected);
        }
    }

    private static bool IsShape(ITypeSymbol type, ImmutableArray<ParameterRole> roles) => roles.Length == 1
        ? IsInt(type)
        : type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements }
            && elements.Length == roles.Length
            && elements.Zip(roles, IsExtent).All(static isExtent => isExtent);

    /// <summary>An element needs no name, but a wrong one would mislead.</summary>
    private static bool IsExtent(IFieldSymbol element, ParameterRole role) =>
        IsInt(element.Type) && (!element.IsExplicitlyNamedTupleElement || element.Name == role.ToString());

    private static bool IsInt(ITypeSymbol type) => type.SpecialType == SpecialType.System_Int32;
}
