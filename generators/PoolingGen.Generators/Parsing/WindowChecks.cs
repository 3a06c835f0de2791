using System.Collections.Immutable;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Checks sliding windows against their padding and the input's extents, as far as those are fixed.</summary>
internal static class WindowChecks
{
    public static void Check(ImmutableArray<AxisSpec> axes, AxisValues values, PoolingAutoPad autoPad, Problems problems)
    {
        bool isSame = autoPad is PoolingAutoPad.SameUpper or PoolingAutoPad.SameLower;
        if (!CheckPadding(axes, values, problems) || !CheckSize(axes, values, isSame, problems))
        {
            return;
        }

        if (!isSame)
        {
            CheckFit(axes, values, problems);
        }
    }

    private static bool CheckPadding(ImmutableArray<AxisSpec> axes, AxisValues values, Problems problems)
    {
        int axis = IndexOf(axes, static axis => Math.Max(axis.PadBegin, axis.PadEnd) >= axis.EffectiveSize);
        if (axis >= 0)
        {
            problems.Add(
                KernelDiagnostics.PaddingNotBelowWindow,
                values.LocationOf("Padding", "Paddings"),
                Math.Max(axes[axis].PadBegin, axes[axis].PadEnd),
                axes[axis].EffectiveSize,
                NameOf(axes, axis));
        }

        return axis < 0;
    }

    /// <summary>Whether there is an input at all that a window fits into. Without dilation there is.</summary>
    private static bool CheckSize(ImmutableArray<AxisSpec> axes, AxisValues values, bool isSame, Problems problems)
    {
        int axis = IndexOf(axes, axis => isSame
            ? axis.EffectiveSize > int.MaxValue
            : (axis with { Input = new DimensionSpec(int.MaxValue) }).Windows < 1);
        if (axis >= 0)
        {
            problems.Add(
                KernelDiagnostics.WindowTooLarge, values.LocationOf("Dilation", "Dilations"), NameOf(axes, axis), axes[axis].EffectiveSize);
        }

        return axis < 0;
    }

    private static void CheckFit(ImmutableArray<AxisSpec> axes, AxisValues values, Problems problems)
    {
        int axis = IndexOf(axes, static axis => axis.Windows < 1);
        if (axis >= 0)
        {
            problems.Add(
                KernelDiagnostics.NoWindowFits,
                values.LocationOf("InputSize", "InputSizes"),
                axes[axis].EffectiveSize,
                NameOf(axes, axis),
                axes[axis].Input.Fixed!,
                axes[axis].PadBegin,
                axes[axis].PadEnd);
        }
    }

    /// <summary>The first such axis: a scalar property would only repeat itself for the others.</summary>
    private static int IndexOf(ImmutableArray<AxisSpec> axes, Func<AxisSpec, bool> predicate)
    {
        for (int axis = 0; axis < axes.Length; axis++)
        {
            if (predicate(axes[axis]))
            {
                return axis;
            }
        }

        return -1;
    }

    private static string NameOf(ImmutableArray<AxisSpec> axes, int axis) => ParameterRoles.NameOf(ParameterRoles.Spatial(axes.Length)[axis]);
}
