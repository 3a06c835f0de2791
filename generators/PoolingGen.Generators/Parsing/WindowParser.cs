using System.Collections.Immutable;

namespace PoolingGen.Generators.Parsing;

/// <summary>Puts the windows together: one of the whole extent, those of an adaptive pooling, or those that slide.</summary>
internal static class WindowParser
{
    /// <summary>The axes, or <see langword="null"/> if there is too little to build them from.</summary>
    public static ImmutableArray<AxisSpec>? Parse(
        AttributeArguments arguments, AxisValues values, ImmutableArray<DimensionSpec> extents, Problems problems)
    {
        if (arguments.Flag("Global"))
        {
            ExclusionCheck.CheckGlobal(arguments, problems);
            return [.. extents.Select(static extent => Adaptive(extent, 1))];
        }

        if (values.IsSet("OutputSize", "OutputSizes"))
        {
            ExclusionCheck.CheckAdaptive(arguments, values, problems);
            return values.Read("OutputSize", "OutputSizes", minimum: 1) is { } outputs
                ? [.. extents.Select((extent, axis) => Adaptive(extent, outputs[axis]))]
                : null;
        }

        return SlidingWindows.Parse(arguments, values, extents, problems);
    }

    private static AxisSpec Adaptive(DimensionSpec extent, int outputs) => new(0, 0, 0, 0, extent, Outputs: outputs);
}
