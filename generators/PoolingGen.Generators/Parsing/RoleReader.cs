using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Parsing;

/// <summary>Tells what each parameter of a kernel means.</summary>
internal static class RoleReader
{
    public static ImmutableArray<ParameterRole> Read(IMethodSymbol method)
    {
        ImmutableArray<ParameterRole> roles = method.Parameters.Select(RoleOf).ToImmutableArray();
        return !roles.Contains(ParameterRole.Output) && FindOutput(method, roles) is { } output
            ? roles.SetItem(output.Ordinal, ParameterRole.Output)
            : roles;
    }

    /// <summary>
    /// A type tells more than the name of a dimension, but less than the name of a tensor: so that a tensor of a wrong
    /// type is one error and not two.
    /// </summary>
    private static ParameterRole RoleOf(IParameterSymbol parameter)
    {
        ParameterRole named = ParameterRoles.ByName(parameter.Name);
        ParameterRole typed = ParameterRoles.ByType(parameter.Type);
        return named <= ParameterRole.Indices || typed == ParameterRole.Unknown ? named : typed;
    }

    /// <summary>
    /// Where nothing else is the output of an integer kernel, it is a span of <c>int</c> or <c>long</c> that its type
    /// alone makes one of indices: best one of the input's own type.
    /// </summary>
    private static IParameterSymbol? FindOutput(IMethodSymbol method, ImmutableArray<ParameterRole> roles)
    {
        ElementType? input = roles.IndexOf(ParameterRole.Input) is >= 0 and int index ? ElementOf(method.Parameters[index]) : null;
        IParameterSymbol[] candidates =
        [
            .. method.Parameters.Where(parameter =>
                roles[parameter.Ordinal] == ParameterRole.Indices && ParameterRoles.ByName(parameter.Name) == ParameterRole.Unknown),
        ];
        return input is { } type && ElementTypes.IsInteger(type)
            ? candidates.FirstOrDefault(parameter => ElementOf(parameter) == input) ?? candidates.FirstOrDefault()
            : null;
    }

    private static ElementType? ElementOf(IParameterSymbol parameter) =>
        ParameterRoles.ElementType(parameter.Type) is { } type ? ElementTypes.Of(type) : null;
}
