using System.Runtime.CompilerServices;

namespace PoolingGen.Runtime;

/// <summary>Powers and roots of numbers that are not negative, by way of the binary logarithm.</summary>
/// <remarks>
/// Only additions, multiplications, divisions, comparisons and integer operations, in a fixed order: every machine and
/// every width gives the same bits. "Precise" is for results that stay doubles, where the logarithm has twice the digits
/// because the exponent multiplies its error by up to a thousand; the others are for results rounded to float.
/// </remarks>
internal static class Exponentials
{
    /// <summary>2^52 + 2^51: beside it the last digit of a double is one.</summary>
    private const double Ones = 6755399441055744.0;

    /// <summary>2^27 + 1: what splits the digits of a double in two halves.</summary>
    private const double Splitter = 134217729.0;

    /// <summary>x^p, right to a float's digits, of a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TDoubles Power<TDoubles>(TDoubles x, double p)
        where TDoubles : struct, IDoubles<TDoubles> =>
        Special(x, Exp2(Log2(x) * TDoubles.Create(p)));

    /// <summary>x^(1/p), right to a float's digits, of a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TDoubles Root<TDoubles>(TDoubles x, double p)
        where TDoubles : struct, IDoubles<TDoubles> =>
        Special(x, Exp2(Log2(x) / TDoubles.Create(p)));

    /// <summary>x^n for 0 &lt; n, each square once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TDoubles WholePower<TDoubles>(TDoubles x, int n)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles square = x;
        TDoubles product = TDoubles.Create(1);
        while (true)
        {
            product = (n & 1) != 0 ? product * square : product;
            n >>= 1;
            if (n == 0)
            {
                return product;
            }

            square *= square;
        }
    }

    /// <summary>x^p within a few units of a double's last digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TDoubles PrecisePower<TDoubles>(TDoubles x, double p)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles factor = TDoubles.Create(p);
        (TDoubles high, TDoubles low) = PreciseLog2(x);
        (TDoubles product, TDoubles rest) = Product(high, factor);
        return Special(x, PreciseExp2(product, rest + low * factor));
    }

    /// <summary>x^(1/p) within a few units of a double's last digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TDoubles PreciseRoot<TDoubles>(TDoubles x, double p)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles divisor = TDoubles.Create(p);
        (TDoubles high, TDoubles low) = PreciseLog2(x);
        TDoubles quotient = high / divisor;
        (TDoubles product, TDoubles rest) = Product(quotient, divisor);
        return Special(x, PreciseExp2(quotient, (high - product - rest + low) / divisor));
    }

    /// <summary>Zero, infinity and NaN stay what they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TDoubles Special<TDoubles>(TDoubles x, TDoubles result)
        where TDoubles : struct, IDoubles<TDoubles> =>
        TDoubles.Create(0).LessThan(x).Select(x.LessThan(TDoubles.Create(double.PositiveInfinity)).Select(result, x), x);

    /// <summary>x = m * 2^e with m between the roots of 1/2 and 2.</summary>
    /// <remarks>The bits of the lower root are moved to those of one; then the exponent is that of x / m.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TDoubles Mantissa, TDoubles Exponent) Split<TDoubles>(TDoubles x)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles exponentBits = x.AddBits(0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD).ShiftBitsRight(52);
        TDoubles exponent = exponentBits.OrBits(TDoubles.Create(4503599627370496.0)) - TDoubles.Create(4503599627370496.0 + 1023);
        return (x.SubtractBits(exponentBits.ShiftBitsLeft(52)).AddBits(1023L << 52), exponent);
    }

    /// <summary>The binary logarithm of a normal number: e + 2 / ln 2 * artanh((m - 1) / (m + 1)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TDoubles Log2<TDoubles>(TDoubles x)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles one = TDoubles.Create(1);
        (TDoubles mantissa, TDoubles exponent) = Split(x);
        TDoubles ratio = (mantissa - one) / (mantissa + one);
        TDoubles series = Polynomial(
            ratio * ratio,
            1.0 / 19,
            1.0 / 17,
            1.0 / 15,
            1.0 / 13,
            1.0 / 11,
            1.0 / 9,
            1.0 / 7,
            1.0 / 5,
            1.0 / 3,
            1.0 / 1);
        return exponent + TDoubles.Create(2.8853900817779268) * ratio * series;
    }

    /// <summary>The binary logarithm as the sum of two doubles. The ratio, its square and the first terms of the series have twice the digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TDoubles High, TDoubles Low) PreciseLog2<TDoubles>(TDoubles x)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles one = TDoubles.Create(1);
        TDoubles isSubnormal = x.LessThan(TDoubles.Create(2.2250738585072014E-308));
        TDoubles normal = isSubnormal.Select(x * TDoubles.Create(18014398509481984.0), x);
        (TDoubles mantissa, TDoubles exponent) = Split(normal);
        exponent -= isSubnormal.Select(TDoubles.Create(54), TDoubles.Create(0));

        TDoubles dividend = mantissa - one;
        (TDoubles divisor, TDoubles divisorRest) = Sum(mantissa, one);
        TDoubles ratio = dividend / divisor;
        (TDoubles product, TDoubles productRest) = Product(ratio, divisor);
        TDoubles ratioRest = (dividend - product - productRest - ratio * divisorRest) / divisor;

        (TDoubles square, TDoubles squareRest) = Product(ratio, ratio);
        squareRest += TDoubles.Create(2) * ratio * ratioRest;

        // artanh r = r + r * r^2 * (1/3 + r^2 * (1/5 + r^2 / 7 + ...))
        TDoubles tail = square * Polynomial(
            square,
            1.0 / 27,
            1.0 / 25,
            1.0 / 23,
            1.0 / 21,
            1.0 / 19,
            1.0 / 17,
            1.0 / 15,
            1.0 / 13,
            1.0 / 11,
            1.0 / 9,
            1.0 / 7,
            1.0 / 5);
        TDoubles third = TDoubles.Create(0.3333333333333333);
        TDoubles inner = third + tail;
        TDoubles innerRest = tail - (inner - third) + TDoubles.Create(1.850371707708594e-17);
        (TDoubles outer, TDoubles outerRest) = Product(square, inner);
        outerRest += square * innerRest + squareRest * inner;
        (TDoubles rest, TDoubles restRest) = Product(ratio, outer);
        restRest += ratio * outerRest + ratioRest * outer;
        TDoubles series = ratio + rest;
        TDoubles seriesRest = rest - (series - ratio) + restRest + ratioRest;

        TDoubles factor = TDoubles.Create(2.8853900817779268);
        (TDoubles logarithm, TDoubles logarithmRest) = Product(series, factor);
        logarithmRest += series * TDoubles.Create(4.0710547481862066e-17) + seriesRest * factor;
        TDoubles high = exponent + logarithm;
        return (high, logarithm - (high - exponent) + logarithmRest);
    }

    /// <summary>2^y, for floats: what is beyond 2^200 is so for them too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TDoubles Exp2<TDoubles>(TDoubles y)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles ones = TDoubles.Create(Ones);
        TDoubles clamped = Clamp(y, 200);
        TDoubles shifted = clamped + ones;
        TDoubles fraction = clamped - (shifted - ones);
        TDoubles series = Polynomial(
            fraction,
            7.054911620801123e-09,
            1.01780860092397e-07,
            1.321548679014431e-06,
            1.5252733804059841e-05,
            0.0001540353039338161,
            0.0013333558146428443,
            0.009618129107628477,
            0.05550410866482158,
            0.24022650695910072,
            0.6931471805599453);
        TDoubles scale = shifted.SubtractBits(ones).AddBits(1023).ShiftBitsLeft(52);
        return (TDoubles.Create(1) + fraction * series) * scale;
    }

    /// <summary>2^(high + low). The power of two is multiplied in two steps, since it may be beyond the range of doubles where the result is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TDoubles PreciseExp2<TDoubles>(TDoubles high, TDoubles low)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles ones = TDoubles.Create(Ones);
        TDoubles clamped = Clamp(high, 1100);
        TDoubles shifted = clamped + ones;
        TDoubles fraction = clamped - (shifted - ones) + clamped.EqualTo(high).Select(low, TDoubles.Create(0));
        TDoubles series = Polynomial(
            fraction,
            6.778726354822545e-14,
            1.3691488853904128e-12,
            2.5678435993488206e-11,
            4.4455382718708116e-10,
            7.054911620801123e-09,
            1.01780860092397e-07,
            1.321548679014431e-06,
            1.5252733804059841e-05,
            0.0001540353039338161,
            0.0013333558146428443,
            0.009618129107628477,
            0.05550410866482158,
            0.24022650695910072,
            0.6931471805599453);
        TDoubles exponent = shifted.SubtractBits(ones).AddBits(2 * 1023);
        TDoubles first = exponent.ShiftBitsRight(1);
        TDoubles second = exponent.SubtractBits(first);
        return (TDoubles.Create(1) + fraction * series) * first.ShiftBitsLeft(52) * second.ShiftBitsLeft(52);
    }

    /// <summary>Horner's scheme, the coefficient of the highest power first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TDoubles Polynomial<TDoubles>(TDoubles x, params ReadOnlySpan<double> coefficients)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles value = TDoubles.Create(coefficients[0]);
        for (int i = 1; i < coefficients.Length; i++)
        {
            value = value * x + TDoubles.Create(coefficients[i]);
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TDoubles Clamp<TDoubles>(TDoubles value, double most)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles lower = TDoubles.Create(-most);
        TDoubles upper = TDoubles.Create(most);
        TDoubles notBelow = lower.LessThan(value).Select(value, lower);
        return notBelow.LessThan(upper).Select(notBelow, upper);
    }

    /// <summary>The sum and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TDoubles Sum, TDoubles Missing) Sum<TDoubles>(TDoubles left, TDoubles right)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles sum = left + right;
        TDoubles added = sum - left;
        return (sum, left - (sum - added) + (right - added));
    }

    /// <summary>The product and what rounding took from it, by products of halves, which are exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TDoubles Product, TDoubles Missing) Product<TDoubles>(TDoubles left, TDoubles right)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles product = left * right;
        (TDoubles leftHigh, TDoubles leftLow) = Halves(left);
        (TDoubles rightHigh, TDoubles rightLow) = Halves(right);
        TDoubles missing = leftHigh * rightHigh - product + leftHigh * rightLow + leftLow * rightHigh + leftLow * rightLow;
        return (product, missing);
    }

    /// <summary>The upper 26 digits, rounded, and the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TDoubles High, TDoubles Low) Halves<TDoubles>(TDoubles value)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        TDoubles scaled = TDoubles.Create(Splitter) * value;
        TDoubles high = scaled - (scaled - value);
        return (high, value - high);
    }
}
