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
    public static Shape Parse(AttributeArguments arguments, Signature signature, AxisValues values, int rank, Problems problems)
    {
        bool isFixed = values.IsSet("InputSize", "InputSizes");
        ImmutableArray<int>? extents = values.Read("InputSize", "InputSizes", minimum: 1);
        ImmutableArray<DimensionSpec> spatial = [.. Enumerable.Range(0, rank).Select(axis => new DimensionSpec(extents?[axis]))];
        DimensionSpec channels = Channels(arguments, signature, problems);
        if (!signature.HasTensorSpans)
        {
            ExtentCheck.Check(signature, spatial, isFixed, problems);
            ExtentCheck.CheckFixed(signature, ParameterRole.Channels, channels, problems);
        }

        return new Shape(spatial, channels);
    }

    private static DimensionSpec Channels(AttributeArguments arguments, Signature signature, Problems problems)
    {
        int? channels = arguments.Integer("Channels");
        if (channels < 1)
        {
            problems.Add(KernelDiagnostics.OutOfRange, arguments.LocationOf("Channels"), "Channels", channels, "at least 1");
        }

        bool comesAtRunTime = signature.HasTensorSpans || signature.Has(ParameterRole.Channels);
        return new DimensionSpec(channels ?? (comesAtRunTime ? null : 1));
    }
}
