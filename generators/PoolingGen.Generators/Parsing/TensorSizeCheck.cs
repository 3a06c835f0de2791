using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Checks that tensors of a fixed shape fit into a span.</summary>
internal static class TensorSizeCheck
{
    /// <summary>Counts a dimension that is a parameter as 1: then it is up to the caller.</summary>
    public static void Check(ImmutableArray<AxisSpec> axes, DimensionSpec channels, Location location, Problems problems)
    {
        // In floating point, where nothing can overflow, and exact for whatever is near the limit.
        double inputs = channels.Fixed ?? 1;
        double outputs = inputs;
        foreach (AxisSpec axis in axes)
        {
            inputs *= axis.Input.Fixed ?? 1;
            outputs *= axis.Windows ?? 1;
        }

        Check("input", inputs, location, problems);
        Check("output", outputs, location, problems);
    }

    private static void Check(string tensor, double elements, Location location, Problems problems)
    {
        if (elements > int.MaxValue)
        {
            problems.Add(KernelDiagnostics.TensorTooLarge, location, tensor, elements.ToString("F0", CultureInfo.InvariantCulture));
        }
    }
}
