using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Checks the options that have a value each: whether it exists, and whether this version knows what to do with it.</summary>
internal static class OptionChecks
{
    /// <summary>The enum properties with the number of their values, which count up from 0.</summary>
    private static readonly (string Property, string Enum, int Count)[] Enums =
    [
        ("NaN", "NaNHandling", 3),
        ("AutoPad", "PoolingAutoPad", 4),
        ("Layout", "PoolingLayout", 2),
        ("IndexOrigin", "PoolingIndexOrigin", 2),
        ("IndexOrder", "PoolingIndexOrder", 2),
    ];

    public static void Check(AttributeArguments arguments, PoolingMode mode, Problems problems)
    {
        if (mode is < PoolingMode.Max or > PoolingMode.LpNorm)
        {
            problems.Add(KernelDiagnostics.UndefinedEnumValue, arguments.ModeLocation, (int)mode, "PoolingMode");
        }
        else if (mode is PoolingMode.Sum or PoolingMode.LpNorm)
        {
            problems.Add(KernelDiagnostics.NotYetSupported, arguments.ModeLocation, $"PoolingMode.{mode}");
        }

        foreach ((string property, string enumName, int count) in Enums)
        {
            if (arguments.Integer(property) is { } value && (value < 0 || value >= count))
            {
                problems.Add(KernelDiagnostics.UndefinedEnumValue, arguments.LocationOf(property), value, enumName);
            }
        }

        CheckSupport(arguments, mode, problems);
    }

    private static void CheckSupport(AttributeArguments arguments, PoolingMode mode, Problems problems)
    {
        // An average propagates NaN whatever the property says.
        bool ignoresNaN = mode is PoolingMode.Max or PoolingMode.Min && arguments.Integer("NaN") == (int)NaNHandling.Ignore;
        Refuse("NaN", ignoresNaN, "NaNHandling.Ignore");
        Refuse("AutoPad", arguments.Integer("AutoPad") is > 0 and < 4, "automatic padding");
        Refuse("Layout", arguments.Integer("Layout") == 1, "PoolingLayout.ChannelsLast");
        Refuse("CeilMode", arguments.Flag("CeilMode"), "CeilMode");
        Refuse("DivisorOverride", arguments.Integer("DivisorOverride") is not (null or 0), "DivisorOverride");
        Refuse("OutputSize", arguments.IsSet("OutputSize"), "adaptive pooling (OutputSize)");
        Refuse("OutputSizes", arguments.IsSet("OutputSizes"), "adaptive pooling (OutputSizes)");
        Refuse("Parallel", arguments.Flag("Parallel"), "Parallel");

        void Refuse(string property, bool isUsed, string feature)
        {
            if (isUsed)
            {
                problems.Add(KernelDiagnostics.NotYetSupported, arguments.LocationOf(property), feature);
            }
        }
    }
}
