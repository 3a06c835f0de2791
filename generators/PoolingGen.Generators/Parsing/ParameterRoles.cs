using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Parsing;

/// <summary>The names and types by which a parameter's role is told.</summary>
internal static class ParameterRoles
{
    private const string Length = "length";

    private static readonly ParameterRole[] SpatialRoles = [ParameterRole.Depth, ParameterRole.Height, ParameterRole.Width];

    private static readonly Dictionary<string, ParameterRole> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["input"] = ParameterRole.Input,
        ["output"] = ParameterRole.Output,
        ["indices"] = ParameterRole.Indices,
        ["batch"] = ParameterRole.Batch,
        ["n"] = ParameterRole.Batch,
        ["channels"] = ParameterRole.Channels,
        ["c"] = ParameterRole.Channels,
        ["depth"] = ParameterRole.Depth,
        ["d"] = ParameterRole.Depth,
        ["height"] = ParameterRole.Height,
        ["h"] = ParameterRole.Height,
        ["width"] = ParameterRole.Width,
        ["w"] = ParameterRole.Width,
        [Length] = ParameterRole.Width,
    };

    /// <summary>The role that a name stands for, or <see cref="ParameterRole.Unknown"/>.</summary>
    public static ParameterRole ByName(string name) =>
        Names.TryGetValue(name, out ParameterRole role) ? role : ParameterRole.Unknown;

    /// <summary>The role of a parameter whose name says nothing, or <see cref="ParameterRole.Unknown"/>.</summary>
    public static ParameterRole ByType(ITypeSymbol type)
    {
        if (Fits(ParameterRole.Input, type))
        {
            return ParameterRole.Input;
        }

        if (!Fits(ParameterRole.Output, type))
        {
            return ParameterRole.Unknown;
        }

        return Fits(ParameterRole.Indices, type) ? ParameterRole.Indices : ParameterRole.Output;
    }

    /// <summary>Whether a parameter of this role may have this type.</summary>
    public static bool Fits(ParameterRole role, ITypeSymbol type) => role switch
    {
        ParameterRole.Input => IsSpan(type, "ReadOnlySpan") || IsTensorSpan(type, "ReadOnlyTensorSpan"),
        ParameterRole.Output => IsSpan(type, "Span") || IsTensorSpan(type, "TensorSpan"),
        ParameterRole.Indices => Fits(ParameterRole.Output, type)
            && ElementType(type)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64,
        _ => type.SpecialType == SpecialType.System_Int32,
    };

    /// <summary>The type that a parameter of this role has, for people.</summary>
    /// <param name="role">The role.</param>
    /// <param name="span">What a span is called: <c>Span</c> or <c>TensorSpan</c>.</param>
    public static string TypeOf(ParameterRole role, string span) => role switch
    {
        ParameterRole.Input => $"ReadOnly{span}<T>",
        ParameterRole.Output => $"{span}<T>",
        ParameterRole.Indices => $"{span}<int> or {span}<long>",
        _ => "int",
    };

    /// <summary>The roles of the spatial extents of so many axes, in (depth, height, width) order.</summary>
    public static ImmutableArray<ParameterRole> Spatial(int rank) => [.. SpatialRoles.Skip(SpatialRoles.Length - rank)];

    /// <summary>The role's name, for people and as the parameter is best called.</summary>
    public static string NameOf(ParameterRole role) => role.ToString().ToLowerInvariant();

    /// <summary>Whether a width is called by the name that it has with a single spatial axis only.</summary>
    public static bool IsLength(IParameterSymbol width) => string.Equals(width.Name, Length, StringComparison.OrdinalIgnoreCase);

    public static bool IsTensorSpan(ITypeSymbol type) => IsTensorSpan(type, "ReadOnlyTensorSpan") || IsTensorSpan(type, "TensorSpan");

    /// <summary>The T of a span.</summary>
    public static ITypeSymbol? ElementType(ITypeSymbol type) => (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();

    private static bool IsSpan(ITypeSymbol type, string name) => type is INamedTypeSymbol
    {
        Arity: 1,
        ContainingType: null,
        ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
    } && type.Name == name;

    private static bool IsTensorSpan(ITypeSymbol type, string name) => type is INamedTypeSymbol
    {
        Arity: 1,
        ContainingType: null,
        ContainingNamespace:
        {
            Name: "Tensors",
            ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        },
    } && type.Name == name;
}
