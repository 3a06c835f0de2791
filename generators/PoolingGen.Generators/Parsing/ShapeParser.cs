using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Where the dimensions of the input come from.</summary>
/// <param name="Spatial">The spatial extents.</param>
/// <param name="Channels">The number of channels.</param>
internal sealed record Shape(ImmutableArray<DimensionSpec> Spatial, DimensionSpec Channels);

/// <summary>Puts the dimensions together from the attribute and the parameters.</summary>
internal static class ShapeParser
{
    private static readonly ParameterRole[] SpatialRoles = [ParameterRole.Depth, ParameterRole.Height, ParameterRole.Width];

    public static Shape Parse(IMethodSymbol method, AttributeArguments arguments, Signature signature, AxisValues values, int rank, Problems problems)
    {
        ParameterRole[] roles = [.. SpatialRoles.Skip(SpatialRoles.Length - rank)];
        CheckForeignAxes(signature, roles, problems);

        bool isFixed = values.IsSet("InputSize", "InputSizes");
        ImmutableArray<int>? extents = values.Read("InputSize", "InputSizes", minimum: 1);
        ImmutableArray<DimensionSpec>.Builder spatial = ImmutableArray.CreateBuilder<DimensionSpec>(rank);
        for (int axis = 0; axis < rank; axis++)
        {
            if (!isFixed && !signature.Has(roles[axis]))
            {
                problems.Add(
                    KernelDiagnostics.MissingParameter, SignatureParser.LocationOf(method), method.Name, SignatureParser.Describe(roles[axis]));
            }

            spatial.Add(Dimension(extents?[axis], signature, roles[axis], problems));
        }

        return new Shape(spatial.MoveToImmutable(), Channels(arguments, signature, problems));
    }

    private static DimensionSpec Channels(AttributeArguments arguments, Signature signature, Problems problems)
    {
        int? channels = arguments.Integer("Channels");
        if (channels < 1)
        {
            problems.Add(KernelDiagnostics.OutOfRange, arguments.LocationOf("Channels"), "Channels", channels, "at least 1");
        }

        DimensionSpec dimension = Dimension(channels, signature, ParameterRole.Channels, problems);
        return signature.Has(ParameterRole.Channels) || channels is not null ? dimension : new DimensionSpec(1);
    }

    private static DimensionSpec Dimension(int? value, Signature signature, ParameterRole role, Problems problems)
    {
        if (value is { } extent && signature[role] is { } parameter)
        {
            problems.Add(KernelDiagnostics.FixedAndParameter, SignatureParser.LocationOf(parameter), parameter.Name, extent);
        }

        return new DimensionSpec(value);
    }

    /// <summary>A depth in two dimensions, or a length where there are several extents.</summary>
    private static void CheckForeignAxes(Signature signature, ParameterRole[] roles, Problems problems)
    {
        foreach (ParameterRole role in SpatialRoles)
        {
            if (signature[role] is { } parameter && (!roles.Contains(role) || (roles.Length > 1 && ParameterRoles.IsLength(parameter))))
            {
                string axes = string.Join(", ", roles.Select(ParameterRoles.NameOf));
                problems.Add(
                    KernelDiagnostics.UnknownParameter,
                    SignatureParser.LocationOf(parameter),
                    parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                    parameter.Name,
                    $"its spatial axes are {axes}");
            }
        }
    }
}
