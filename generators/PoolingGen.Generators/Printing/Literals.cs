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

    /// <summary>One over a number, rounded as the division says.</summary>
    public static string PrintReciprocal(Arithmetic arithmetic, long value) => arithmetic.Scale == ElementType.Int16
        ? Print(ElementType.Int16, Arithmetic.FixedPointReciprocal(value))
        : Print(arithmetic.Scale, arithmetic.Scale == ElementType.Single ? (float)One(arithmetic) / value : 1.0 / value);

    /// <summary>What is divided by a number to that end.</summary>
    public static string PrintOne(Arithmetic arithmetic) => Print(arithmetic.Scale, One(arithmetic));

    /// <summary>The float after 1 where one over a number may be more than it is, but not less.</summary>
    private static double One(Arithmetic arithmetic) => arithmetic.Division == Division.SmallQuotient ? 1 + 1.0 / (1 << 23) : 1;

    /// <summary>Frameworks differ in whether they print the sign of a negative zero.</summary>
    private static string Sign(double value) =>
        value == 0 && 1 / value < 0 && !value.ToString("G9", CultureInfo.InvariantCulture).StartsWith("-", StringComparison.Ordinal) ? "-" : "";
}
