using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Parsing;

/// <summary>A method's parameters by their role.</summary>
internal sealed class Signature(IMethodSymbol method, ImmutableArray<ParameterRole> roles)
{
    /// <summary>The role of each parameter, in order.</summary>
    public ImmutableArray<ParameterRole> Roles => roles;

    /// <summary>The first parameter of this role.</summary>
    public IParameterSymbol? this[ParameterRole role] =>
        roles.IndexOf(role) is >= 0 and int index ? method.Parameters[index] : null;

    public bool Has(ParameterRole role) => roles.Contains(role);

    /// <summary>Whether the tensors bring their dimensions along.</summary>
    public bool HasTensorSpans => method.Parameters.Any(static parameter => ParameterRoles.IsTensorSpan(parameter.Type));
}
