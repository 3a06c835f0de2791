using System.Globalization;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Checks that the options that have one value each have one that exists.</summary>
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

        foreach ((string property, string enumName, int count) in Enums)
        {
            if (arguments.Integer(property) is { } value && (value < 0 || value >= count))
            {
                problems.Add(KernelDiagnostics.UndefinedEnumValue, arguments.LocationOf(property), value, enumName);
            }
        }

        if (arguments.Number("NormOrder") is { } order && !(order >= 1 && order <= double.MaxValue))
        {
            string number = order.ToString("R", CultureInfo.InvariantCulture);
            problems.Add(KernelDiagnostics.OutOfRange, arguments.LocationOf("NormOrder"), "NormOrder", number, "at least 1 and finite");
        }
    }
}
