using System.Collections.Immutable;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Puts windows together that slide over a padded input.</summary>
internal static class SlidingWindows
{
    /// <summary>The axes, or <see langword="null"/> if there is too little to build them from.</summary>
    public static ImmutableArray<AxisSpec>? Parse(
        AttributeArguments arguments, AxisValues values, ImmutableArray<DimensionSpec> extents, Problems problems)
    {
        if (!values.IsSet("Size", "Sizes"))
        {
            problems.Add(KernelDiagnostics.MissingWindow, arguments.Location);
        }

        PoolingAutoPad autoPad = arguments.Option<PoolingAutoPad>("AutoPad");
        ImmutableArray<int>? sizes = values.Read("Size", "Sizes", minimum: 1);
        ImmutableArray<int>? strides = values.IsSet("Stride", "Strides") ? values.Read("Stride", "Strides", minimum: 1) : sizes;
        ImmutableArray<int>? dilations = values.ReadDilations();
        ImmutableArray<int>? paddings = Paddings(arguments, values, autoPad, problems);
        if (sizes is not { } size || strides is not { } stride || dilations is not { } dilation || paddings is not { } padding)
        {
            return null;
        }

        bool ceilMode = autoPad == PoolingAutoPad.Explicit && arguments.Flag("CeilMode");
        int rank = extents.Length;
        ImmutableArray<AxisSpec> axes =
        [
            .. extents.Select((extent, axis) => new AxisSpec(
                size[axis], stride[axis], padding[axis], padding[rank + axis], extent, dilation[axis], ceilMode)),
        ];
        WindowChecks.Check(axes, values, autoPad, problems);
        return autoPad switch
        {
            PoolingAutoPad.SameUpper => [.. axes.Select(static axis => AutoPadding.Pad(axis, SamePadding.Upper))],
            PoolingAutoPad.SameLower => [.. axes.Select(static axis => AutoPadding.Pad(axis, SamePadding.Lower))],
            _ => [.. axes.Select(WithoutIdleCeilMode)],
        };
    }

    private static ImmutableArray<int>? Paddings(AttributeArguments arguments, AxisValues values, PoolingAutoPad autoPad, Problems problems)
    {
        if (autoPad is PoolingAutoPad.SameUpper or PoolingAutoPad.SameLower or PoolingAutoPad.Valid && values.IsSet("Padding", "Paddings"))
        {
            ExclusionCheck.CheckAutoPad(arguments, autoPad, problems);
            return null;
        }

        return values.ReadPaddings();
    }

    /// <summary>Rounding up makes no difference where there is nothing to round: equal windows have equal specs.</summary>
    private static AxisSpec WithoutIdleCeilMode(AxisSpec axis)
    {
        AxisSpec floor = axis with { CeilMode = false };
        return axis.Stride == 1 || (axis.Input.Fixed is not null && axis.Windows == floor.Windows) ? floor : axis;
    }
}
