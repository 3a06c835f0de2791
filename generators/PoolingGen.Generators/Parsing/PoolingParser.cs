using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Turns the attribute's arguments into what the kernel computes.</summary>
internal static class PoolingParser
{
    /// <returns>The pooling, or <see langword="null"/> if there is too little of it; <paramref name="problems"/> say whether it is right.</returns>
    public static PoolingSpec? Parse(AttributeArguments arguments, Signature signature, Problems problems)
    {
        if (arguments.Mode is not { } mode)
        {
            return null;
        }

        OptionChecks.Check(arguments, mode, problems);
        Rank rank = Rank.Infer(arguments, signature);
        if (rank.Value is < 1 or > 3)
        {
            problems.Add(KernelDiagnostics.OutOfRange, rank.Location, "Rank", rank.Value, "1, 2 or 3");
            return null;
        }

        AxisValues values = new(arguments, rank.Value, problems);
        Shape shape = ShapeParser.Parse(arguments, signature, values, rank.Value, problems);
        if (WindowParser.Parse(arguments, values, shape.Spatial, problems) is not { } axes)
        {
            return null;
        }

        TensorSizeCheck.Check(axes, shape.Channels, SizeLocation(values), problems);
        return Spec(mode, arguments, signature, axes, shape.Channels);
    }

    /// <summary>Options that the mode or the signature has no use for are accepted and come to their defaults.</summary>
    private static PoolingSpec Spec(
        PoolingMode mode, AttributeArguments arguments, Signature signature, ImmutableArray<AxisSpec> axes, DimensionSpec channels)
    {
        ElementType input = signature.ElementOf(ParameterRole.Input) ?? default;
        bool isExtremum = mode is PoolingMode.Max or PoolingMode.Min;
        bool isAverage = mode == PoolingMode.Average;
        return new PoolingSpec(
            mode,
            NaN: isExtremum && !ElementTypes.IsInteger(input) ? arguments.Option<NaNHandling>("NaN") : NaNHandling.Propagate,
            Axes: new(axes),
            HasBatch: signature.HasTensorSpans || signature.Has(ParameterRole.Batch),
            Channels: channels,
            Input: input,
            Output: signature.ElementOf(ParameterRole.Output) ?? input,
            Indices: isExtremum ? Indices(arguments, signature) : null,
            Layout: arguments.Option<PoolingLayout>("Layout"),
            CountIncludePad: isAverage && arguments.Flag("CountIncludePad"),
            DivisorOverride: isAverage ? arguments.Integer("DivisorOverride") ?? 0 : 0,
            NormOrder: mode == PoolingMode.LpNorm ? arguments.Number("NormOrder") ?? 2 : 2,
            TakesTensors: signature.HasTensorSpans,
            Parallel: arguments.Flag("Parallel"));
    }

    private static IndexSpec? Indices(AttributeArguments arguments, Signature signature) =>
        signature.ElementOf(ParameterRole.Indices) is { } type
            ? new IndexSpec(type, arguments.Option<PoolingIndexOrigin>("IndexOrigin"), arguments.Option<PoolingIndexOrder>("IndexOrder"))
            : null;

    /// <summary>Where the tensors' sizes come from.</summary>
    private static Location SizeLocation(AxisValues values) => values.IsSet("InputSize", "InputSizes")
        ? values.LocationOf("InputSize", "InputSizes")
        : values.LocationOf("OutputSize", "OutputSizes");
}
