using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Checks for properties that contradict each other.</summary>
internal static class ExclusionCheck
{
    private static readonly string[] WindowProperties =
        ["Size", "Sizes", "Stride", "Strides", "Padding", "Paddings", "Dilation", "Dilations"];

    /// <summary>A global window has no geometry.</summary>
    public static void CheckGlobal(AttributeArguments arguments, Problems problems)
    {
        foreach (string name in (string[])[.. WindowProperties, "OutputSize", "OutputSizes"])
        {
            if (arguments.IsSet(name))
            {
                problems.Add(KernelDiagnostics.ForbiddenBesideGlobal, arguments.LocationOf(name), name);
            }
        }
    }

    /// <summary>The geometry of adaptive windows follows from the output size.</summary>
    public static void CheckAdaptive(AttributeArguments arguments, AxisValues values, Problems problems)
    {
        string outputSize = values.NameOf("OutputSize", "OutputSizes");
        foreach (string name in WindowProperties)
        {
            Forbid(name, arguments.IsSet(name));
        }

        Forbid("CeilMode", arguments.Flag("CeilMode"));
        Forbid("AutoPad", arguments.Option<PoolingAutoPad>("AutoPad") != PoolingAutoPad.Explicit);

        void Forbid(string name, bool isUsed)
        {
            if (isUsed)
            {
                problems.Add(KernelDiagnostics.ForbiddenBesideOutputSize, arguments.LocationOf(name), name, outputSize);
            }
        }
    }

    /// <summary>Padding is either automatic or not.</summary>
    public static void CheckAutoPad(AttributeArguments arguments, PoolingAutoPad autoPad, Problems problems)
    {
        foreach (string name in (string[])["Padding", "Paddings"])
        {
            if (arguments.IsSet(name))
            {
                problems.Add(KernelDiagnostics.PaddingBesideAutoPad, arguments.LocationOf(name), name, autoPad);
            }
        }
    }
}
