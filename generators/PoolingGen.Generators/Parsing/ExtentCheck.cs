using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Checks that every extent comes from one place: fixed by the attribute, or a parameter.</summary>
internal static class ExtentCheck
{
    /// <summary>Checks the spatial extents.</summary>
    /// <param name="signature">The parameters.</param>
    /// <param name="extents">The extents as far as they are fixed.</param>
    /// <param name="isFixed">Whether they are fixed, rightly or wrongly.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(Signature signature, ImmutableArray<DimensionSpec> extents, bool isFixed, Problems problems)
    {
        ImmutableArray<ParameterRole> roles = ParameterRoles.Spatial(extents.Length);
        CheckForeignAxes(signature, roles, problems);
        for (int axis = 0; axis < roles.Length; axis++)
        {
            CheckFixed(signature, roles[axis], extents[axis], problems);
            if (!isFixed && !signature.Has(roles[axis]))
            {
                ParameterCheck.Miss(roles[axis], signature, problems);
            }
        }
    }

    /// <summary>Reports a dimension that is fixed and a parameter.</summary>
    public static void CheckFixed(Signature signature, ParameterRole role, DimensionSpec dimension, Problems problems)
    {
        if (dimension.Fixed is { } value && signature[role] is { } parameter)
        {
            problems.Add(KernelDiagnostics.FixedAndParameter, ParameterCheck.LocationOf(parameter), parameter.Name, value);
        }
    }

    /// <summary>A depth in two dimensions, or a length where there are several extents.</summary>
    private static void CheckForeignAxes(Signature signature, ImmutableArray<ParameterRole> roles, Problems problems)
    {
        foreach (ParameterRole role in ParameterRoles.Spatial(3))
        {
            if (signature[role] is { } parameter && (!roles.Contains(role) || (roles.Length > 1 && ParameterRoles.IsLength(parameter))))
            {
                string axes = string.Join(", ", roles.Select(ParameterRoles.NameOf));
                ParameterCheck.Refuse(parameter, signature, $"its spatial axes are {axes}", problems);
            }
        }
    }
}
