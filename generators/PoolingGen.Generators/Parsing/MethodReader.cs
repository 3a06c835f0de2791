using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PoolingGen.Generators.Parsing;

/// <summary>Reads how a partial method looks, in the detail that its implementation has to repeat.</summary>
internal static class MethodReader
{
    /// <summary>A type as the generated file spells it: independent of any using directive.</summary>
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat NamespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat NameFormat = new(
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat GenericNameFormat = TypeFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance)
        .WithMemberOptions(SymbolDisplayMemberOptions.None);

    private static readonly SymbolDisplayFormat ConstrainedNameFormat = GenericNameFormat
        .AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    public static MethodSpec Read(IMethodSymbol method, MethodDeclarationSyntax syntax, ImmutableArray<ParameterRole> roles)
    {
        string name = method.ToDisplayString(NameFormat);
        string genericName = method.ToDisplayString(GenericNameFormat);
        return new MethodSpec(
            Namespace: method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString(NamespaceFormat),
            ContainingTypes: new(ContainingTypes(method).Select(TypeHeader).ToImmutableArray()),
            Modifiers: Modifiers(syntax),
            ReturnType: ReturnType(method),
            Name: name,
            TypeParameters: genericName.Substring(name.Length),
            Constraints: method.ToDisplayString(ConstrainedNameFormat).Substring(genericName.Length).TrimStart(),
            Parameters: new(method.Parameters
                .Select((parameter, index) => ReadParameter(parameter, syntax.ParameterList.Parameters[index], roles[index]))
                .ToImmutableArray()),
            HintName: KernelNames.HintName(method),
            KernelName: KernelNames.KernelName(method));
    }

    /// <summary>The types around a method, outermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypes(IMethodSymbol method)
    {
        Stack<INamedTypeSymbol> types = new();
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            types.Push(type);
        }

        return types;
    }

    private static string TypeHeader(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        string name = type.ToDisplayString(NameFormat.WithGenericsOptions(
            SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance));
        return $"partial {keyword} {name}";
    }

    /// <summary>All that both halves of a partial method have to agree on; <c>async</c> belongs to a body.</summary>
    private static string Modifiers(MethodDeclarationSyntax syntax) => string.Join(" ", syntax.Modifiers
        .Where(static modifier => !modifier.IsKind(SyntaxKind.PartialKeyword) && !modifier.IsKind(SyntaxKind.AsyncKeyword))
        .Select(static modifier => modifier.Text));

    private static string ReturnType(IMethodSymbol method)
    {
        string prefix = method.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.RefReadOnly => "ref readonly ",
            _ => "",
        };
        return prefix + method.ReturnType.ToDisplayString(TypeFormat);
    }

    private static ParameterSpec ReadParameter(IParameterSymbol parameter, ParameterSyntax syntax, ParameterRole role)
    {
        string modifiers = string.Concat(syntax.Modifiers.Select(static modifier => modifier.Text + " "));
        string name = parameter.ToDisplayString(NameFormat.WithParameterOptions(SymbolDisplayParameterOptions.IncludeName));
        return new ParameterSpec($"{modifiers}{parameter.Type.ToDisplayString(TypeFormat)} {name}", name, role);
    }
}
