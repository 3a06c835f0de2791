using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>S8: sums and averages of integers, exact in 128 bits.</summary>
internal static class IntegerSum
{
    /// <summary>The sum of the taps, over a divisor if there is one.</summary>
    public static Result Of(ReadOnlySpan<Int128> taps, long? divisor, Element output)
    {
        Int128 sum = 0;
        foreach (Int128 tap in taps)
        {
            sum += tap;
        }

        if (taps.IsEmpty)
        {
            return Result.Of(0);
        }

        return output.IsFloating
            ? new Result(Expectation.Exactly(Floating(sum, divisor, output)))
            : Result.Of(Int128.Clamp(divisor is { } by ? RoundedQuotient(sum, by) : sum, output.Minimum, output.Maximum));
    }

    /// <summary>One rounding of the sum, one of the quotient.</summary>
    private static double Floating(Int128 sum, long? divisor, Element output)
    {
        double rounded = Round(sum, output.Digits);
        double quotient = rounded / (divisor ?? 1);

        // The double quotient of two floats rounds to the same float as their exact quotient: it has more than twice the digits.
        return output == Element.Single ? (float)quotient : quotient;
    }

    /// <summary>The nearest number of that many binary digits, the even one of two.</summary>
    private static double Round(Int128 value, int digits)
    {
        Int128 magnitude = Int128.Abs(value);
        int excess = Math.Max(0, 128 - (int)Int128.LeadingZeroCount(magnitude) - digits);
        Int128 quotient = magnitude >> excess;
        Int128 remainder = magnitude - (quotient << excess);
        Int128 half = excess == 0 ? Int128.MaxValue : Int128.One << (excess - 1);
        if (remainder > half || (remainder == half && Int128.IsOddInteger(quotient)))
        {
            quotient++;
        }

        return Math.ScaleB((double)quotient, excess) * Int128.Sign(value);
    }

    /// <summary>Rounded half away from zero.</summary>
    private static Int128 RoundedQuotient(Int128 sum, Int128 divisor)
    {
        Int128 by = Int128.Abs(divisor);
        Int128 magnitude = (2 * Int128.Abs(sum) + by) / (2 * by);
        return magnitude * Int128.Sign(sum) * Int128.Sign(divisor);
    }
}
