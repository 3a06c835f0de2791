using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>S10: sums and averages of floating-point numbers.</summary>
/// <remarks>
/// The units are those of the type in which a kernel accumulates: float for Half, the element's own otherwise. Where no
/// taps cancel, <see cref="Units"/> is the contract's "few ulp", four to eight. Where they do, the unit stays: a partial
/// sum is rounded by its own size, not by that of what is left in the end.
/// </remarks>
internal static class FloatingSum
{
    /// <summary>How far a sum may be from the exact one, in units of the accumulator's precision times the sum of |x|.</summary>
    public const double Units = 4;

    /// <summary>Doubles are summed this much smaller if they are so large that a sum of them could overflow.</summary>
    private const int Shrinking = -200;

    private const double Large = 1e250;

    /// <summary>The type that a kernel adds up in.</summary>
    public static Element Accumulator(Element element) => element == Element.Half ? Element.Single : element;

    /// <summary>The distance from 1 to the next number.</summary>
    public static double Unit(Element element) => Math.ScaleB(1, 1 - element.Digits);

    public static Expectation Of(ReadOnlySpan<double> taps, long divisor, Element output)
    {
        int scale = 0;
        foreach (double tap in taps)
        {
            scale = double.IsFinite(tap) && Math.Abs(tap) > Large ? Shrinking : scale;
        }

        WideSum positive = default;
        WideSum negative = default;
        foreach (double tap in taps)
        {
            double scaled = scale == 0 ? tap : Math.ScaleB(tap, scale);
            positive.Add(Math.Max(scaled, 0));
            negative.Add(Math.Min(scaled, 0));
        }

        double value = Math.ScaleB(positive.Plus(negative) / divisor, -scale);
        double magnitude = (positive.Value - negative.Value) / Math.Abs((double)divisor);
        Element accumulator = Accumulator(output);

        // Among the subnormal numbers rounding cannot be finer than the least of them.
        double tolerance = double.IsFinite(magnitude) ? Math.Max(Math.ScaleB(Units * Unit(accumulator) * magnitude, -scale), accumulator.Least) : 0;
        bool positiveOverflows = MayOverflow(positive.Value, scale, accumulator);
        bool negativeOverflows = MayOverflow(-negative.Value, scale, accumulator);
        return divisor > 0
            ? Stored(new Expectation(value, tolerance, positiveOverflows, negativeOverflows), output)
            : Stored(new Expectation(value, tolerance, negativeOverflows, positiveOverflows), output);
    }

    /// <summary>What a value expected in the accumulator's type is after it has been rounded to the output's.</summary>
    public static Expectation Stored(Expectation accumulated, Element output)
    {
        double magnitude = Math.Abs(accumulated.Value) + accumulated.Tolerance;
        if (output != Element.Half || !double.IsFinite(magnitude))
        {
            return accumulated;
        }

        int exponent = Math.ILogB(Math.Min(magnitude, output.Greatest));
        double halfUlp = Math.Max(Math.ScaleB(1, exponent - output.Digits), output.Least / 2);
        double overflow = output.Greatest + Math.ScaleB(1, 4); // half a step above the greatest number
        return accumulated with
        {
            Tolerance = accumulated.Tolerance + halfUlp,
            MayOverflowUp = accumulated.MayOverflowUp || accumulated.Value + accumulated.Tolerance >= overflow,
            MayOverflowDown = accumulated.MayOverflowDown || accumulated.Value - accumulated.Tolerance <= -overflow,
        };
    }

    /// <summary>Whether a sum of taps with this exact finite sum can become infinite, rounding errors included.</summary>
    private static bool MayOverflow(double sum, int scale, Element accumulator) =>
        double.IsFinite(sum) && sum * (1 + 16 * Unit(accumulator)) >= Math.ScaleB(accumulator.Greatest, scale);
}
