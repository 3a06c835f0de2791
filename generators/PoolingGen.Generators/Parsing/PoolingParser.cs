using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Turns the attribute's arguments into what the kernel computes.</summary>
internal static class PoolingParser
{
    /// <summary>The rank that this version writes kernels for.</summary>
    private const int SupportedRank = 2;

    /// <returns>The pooling, or <see langword="null"/> if there is too little of it; <paramref name="problems"/> say whether it is right.</returns>
    public static PoolingSpec? Parse(IMethodSymbol method, AttributeArguments arguments, Signature signature, Problems problems)
    {
        if (arguments.Mode is not { } mode)
        {
            return null;
        }

        OptionChecks.Check(arguments, mode, problems);
        Rank rank = Rank.Infer(arguments, signature);
        if (signature.HasTensorSpans || !IsSupported(rank, problems))
        {
            return null;
        }

        AxisValues values = new(arguments, rank.Value, problems);
        Shape shape = ShapeParser.Parse(method, arguments, signature, values, rank.Value, problems);
        if (WindowParser.Parse(arguments, values, shape.Spatial, problems) is not { } axes)
        {
            return null;
        }

        TensorSizeCheck.Check(axes, shape.Channels, values.LocationOf("InputSize", "InputSizes"), problems);
        return new PoolingSpec(
            mode,
            mode == PoolingMode.Average ? NaNHandling.Propagate : (NaNHandling)(arguments.Integer("NaN") ?? 0),
            new(axes),
            signature.Has(ParameterRole.Batch),
            shape.Channels,
            CountIncludePad: mode == PoolingMode.Average && arguments.Flag("CountIncludePad"));
    }

    private static bool IsSupported(Rank rank, Problems problems)
    {
        if (rank.Value is < 1 or > 3)
        {
            problems.Add(KernelDiagnostics.OutOfRange, rank.Location, "Rank", rank.Value, "1, 2 or 3");
        }
        else if (rank.Value != SupportedRank)
        {
            string axes = AxisValues.Count(rank.Value, "spatial axis", "spatial axes");
            problems.Add(KernelDiagnostics.NotYetSupported, rank.Location, $"a kernel with {axes}");
        }

        return rank.Value == SupportedRank;
    }
}
