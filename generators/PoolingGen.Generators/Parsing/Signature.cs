using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Parsing;

/// <summary>A method's parameters by their role.</summary>
/// <param name="method">The method.</param>
/// <param name="roles">The role of each parameter.</param>
/// <param name="noun">What such a method is called: <c>pooling kernel</c>.</param>
internal sealed class Signature(IMethodSymbol method, ImmutableArray<ParameterRole> roles, string noun)
{
    public IMethodSymbol Method => method;

    /// <summary>The role of each parameter, in order.</summary>
    public ImmutableArray<ParameterRole> Roles => roles;

    /// <summary>What such a method is called, for people.</summary>
    public string Noun => noun;

    /// <summary>The first parameter of this role.</summary>
    public IParameterSymbol? this[ParameterRole role] =>
        roles.IndexOf(role) is >= 0 and int index ? method.Parameters[index] : null;

    /// <summary>The tensors, in order.</summary>
    public IEnumerable<IParameterSymbol> Tensors => method.Parameters.Where(parameter => roles[parameter.Ordinal] <= ParameterRole.Indices);

    /// <summary>Whether the tensors bring their dimensions along.</summary>
    public bool HasTensorSpans => method.Parameters.Any(static parameter => ParameterRoles.IsTensorSpan(parameter.Type));

    public bool Has(ParameterRole role) => roles.Contains(role);

    /// <summary>The type of a tensor's elements, or <see langword="null"/> if there is no such tensor or it cannot be pooled.</summary>
    public ElementType? ElementOf(ParameterRole role) =>
        this[role] is { } parameter && ParameterRoles.Fits(role, parameter.Type) && ParameterRoles.ElementType(parameter.Type) is { } type
            ? ElementTypes.Of(type)
            : null;
}
