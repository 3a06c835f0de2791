using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators;

/// <summary>Turns the attribute's arguments into what the kernel computes.</summary>
internal static class PoolingParser
{
    /// <summary>The rank that this version writes kernels for.</summary>
    private const int SupportedRank = 2;

    public static PoolingSpec? Parse(IMethodSymbol method, AttributeArguments arguments, Signature signature, Problems problems)
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

        if (rank.Value != SupportedRank)
        {
            problems.Add(KernelDiagnostics.NotYetSupported, rank.Location, $"kernels with {AxisValues.Count(rank.Value, "spatial axis", "spatial axes")}");
            return null;
        }

        AxisValues values = new(arguments, rank.Value, problems);
        Shape shape = ShapeParser.Parse(method, arguments, signature, values, rank.Value, problems);
        ImmutableArray<AxisSpec>? axes = WindowParser.Parse(arguments, values, shape.Spatial, problems);
        if (axes is null || problems.Any)
        {
            return null;
        }

        return new PoolingSpec(
            mode,
            mode == PoolingMode.Average ? NaNHandling.Propagate : (NaNHandling)(arguments.Integer("NaN") ?? 0),
            new(axes.Value),
            arguments.Flag("Global"),
            mode == PoolingMode.Average && arguments.Flag("CountIncludePad"),
            signature.Has(ParameterRole.Batch),
            shape.Channels);
    }
}
