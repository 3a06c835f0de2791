using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Puts the windows together and checks them against the input's extents, as far as those are fixed.</summary>
internal static class WindowParser
{
    private static readonly (string Scalar, string Plural)[] WindowProperties =
        [("Size", "Sizes"), ("Stride", "Strides"), ("Padding", "Paddings"), ("Dilation", "Dilations"), ("OutputSize", "OutputSizes")];

    private static readonly string[] AxisNames = ["depth", "height", "width"];

    /// <summary>The axes, or <see langword="null"/> if there is too little to build them from.</summary>
    public static ImmutableArray<AxisSpec>? Parse(
        AttributeArguments arguments, AxisValues values, ImmutableArray<DimensionSpec> extents, Problems problems)
    {
        if (arguments.Flag("Global"))
        {
            CheckNothingBesideGlobal(arguments, problems);
            return [.. extents.Select(static extent => new AxisSpec(0, 0, 0, 0, extent, Outputs: 1))];
        }

        if (!values.IsSet("Size", "Sizes") && !values.IsSet("OutputSize", "OutputSizes"))
        {
            problems.Add(KernelDiagnostics.MissingWindow, arguments.Location);
        }

        ImmutableArray<int>? sizes = values.Read("Size", "Sizes", minimum: 1);
        ImmutableArray<int>? strides = values.IsSet("Stride", "Strides") ? values.Read("Stride", "Strides", minimum: 1) : sizes;
        ImmutableArray<int>? paddings = values.ReadPaddings();
        if (!IsUndilated(values, problems) || sizes is null || strides is null || paddings is null)
        {
            return null;
        }

        ImmutableArray<AxisSpec> axes =
        [
            .. extents.Select((extent, axis) => new AxisSpec(
                sizes.Value[axis], strides.Value[axis], paddings.Value[axis], paddings.Value[extents.Length + axis], extent)),
        ];
        CheckPadding(axes, values, problems);
        CheckFit(axes, values, problems);
        return axes;
    }

    private static void CheckNothingBesideGlobal(AttributeArguments arguments, Problems problems)
    {
        foreach ((string scalar, string plural) in WindowProperties)
        {
            foreach (string name in (string[])[scalar, plural])
            {
                if (arguments.IsSet(name))
                {
                    problems.Add(KernelDiagnostics.ForbiddenBesideGlobal, arguments.LocationOf(name), name);
                }
            }
        }
    }

    /// <summary>Whether the taps of a window lie side by side, so that its extent is its size.</summary>
    private static bool IsUndilated(AxisValues values, Problems problems)
    {
        if (!values.IsSet("Dilation", "Dilations"))
        {
            return true;
        }

        ImmutableArray<int>? dilations = values.Read("Dilation", "Dilations", minimum: 1);
        bool isDilated = dilations?.Any(static dilation => dilation != 1) ?? false;
        if (isDilated)
        {
            problems.Add(KernelDiagnostics.NotYetSupported, values.LocationOf("Dilation", "Dilations"), "dilation");
        }

        return dilations is not null && !isDilated;
    }

    private static void CheckPadding(ImmutableArray<AxisSpec> axes, AxisValues values, Problems problems)
    {
        int axis = IndexOf(axes, static axis => Math.Max(axis.PadBegin, axis.PadEnd) >= axis.Size);
        if (axis >= 0)
        {
            problems.Add(
                KernelDiagnostics.PaddingNotBelowWindow,
                values.LocationOf("Padding", "Paddings"),
                Math.Max(axes[axis].PadBegin, axes[axis].PadEnd),
                axes[axis].Size,
                AxisName(axes, axis));
        }
    }

    private static void CheckFit(ImmutableArray<AxisSpec> axes, AxisValues values, Problems problems)
    {
        int axis = IndexOf(axes, static axis => axis.Input.Fixed is { } extent && (long)extent + axis.PadBegin + axis.PadEnd < axis.Size);
        if (axis >= 0)
        {
            problems.Add(
                KernelDiagnostics.NoWindowFits,
                values.LocationOf("InputSize", "InputSizes"),
                axes[axis].Size,
                AxisName(axes, axis),
                axes[axis].Input.Fixed!,
                axes[axis].PadBegin,
                axes[axis].PadEnd);
        }
    }

    /// <summary>The first such axis: a scalar property would only repeat itself for the others.</summary>
    private static int IndexOf(ImmutableArray<AxisSpec> axes, Func<AxisSpec, bool> predicate) =>
        axes.IndexOf(axes.FirstOrDefault(predicate)!);

    private static string AxisName(ImmutableArray<AxisSpec> axes, int axis) => AxisNames[AxisNames.Length - axes.Length + axis];
}
