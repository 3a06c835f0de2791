using System.Globalization;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>A value of any type of elements.</summary>
/// <param name="Real">The value of a floating-point type.</param>
/// <param name="Whole">The value of an integer type.</param>
internal readonly record struct Number(double Real, Int128 Whole)
{
    public static Number OfReal(double value) => new(value, 0);

    public static Number OfWhole(Int128 value) => new(0, value);
}

/// <summary>What the types of elements can hold.</summary>
internal static class NumberRange
{
    public static Int128 Lowest(this ElementType type) => type switch
    {
        ElementType.Byte or ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64 => 0,
        _ => -(Int128.One << (8 * type.Bytes() - 1)),
    };

    public static Int128 Highest(this ElementType type) => (Int128.One << (8 * type.Bytes() - (type.Lowest() < 0 ? 1 : 0))) - 1;

    public static Int128 Saturate(this ElementType type, Int128 value) => Int128.Clamp(value, type.Lowest(), type.Highest());

    /// <summary>Keeps the low bits, as an addition of two lanes does.</summary>
    public static Int128 Wrap(this ElementType type, Int128 value)
    {
        int unused = 128 - 8 * type.Bytes();
        return type.Lowest() < 0 ? value << unused >> unused : (value << unused) >>> unused;
    }

    public static double Round(this ElementType type, double value) => type switch
    {
        ElementType.Single => (float)value,
        ElementType.Half => (double)(Half)value,
        _ => value,
    };

    /// <summary>The nearest value, rounded once; the framework's conversion of so long an integer rounds twice.</summary>
    public static double Round(this ElementType type, Int128 value)
    {
        const long ExactDoubles = 1L << 53;
        if (value >= -ExactDoubles && value <= ExactDoubles)
        {
            return type.Round((double)value);
        }

        string digits = value.ToString(CultureInfo.InvariantCulture);
        return type == ElementType.Single
            ? float.Parse(digits, CultureInfo.InvariantCulture)
            : double.Parse(digits, CultureInfo.InvariantCulture);
    }
}
