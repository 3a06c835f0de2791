using System.Globalization;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints numbers of the types of elements.</summary>
internal static class Literals
{
    /// <summary>A constant; an infinity of an integer type is the end of its range.</summary>
    public static string Print(ElementType type, double value) => type switch
    {
        _ when double.IsNegativeInfinity(value) => $"{type.Name()}.{(type.IsFloatingPoint() ? "NegativeInfinity" : "MinValue")}",
        _ when double.IsPositiveInfinity(value) => $"{type.Name()}.{(type.IsFloatingPoint() ? "PositiveInfinity" : "MaxValue")}",
        _ when double.IsNaN(value) => $"{type.Name()}.NaN",
        ElementType.Single => Sign(value) + ((float)value).ToString("G9", CultureInfo.InvariantCulture) + "f",
        ElementType.Double => Sign(value) + value.ToString("G17", CultureInfo.InvariantCulture) + "d",
        _ => value.ToString("F0", CultureInfo.InvariantCulture),
    };

    /// <summary>One over a number, rounded to the type.</summary>
    public static string PrintReciprocal(ElementType type, long value) =>
        Print(type, type == ElementType.Single ? 1f / value : 1.0 / value);

    /// <summary>Frameworks differ in whether they print the sign of a negative zero.</summary>
    private static string Sign(double value) =>
        value == 0 && 1 / value < 0 && !value.ToString("G9", CultureInfo.InvariantCulture).StartsWith("-", StringComparison.Ordinal) ? "-" : "";
}
