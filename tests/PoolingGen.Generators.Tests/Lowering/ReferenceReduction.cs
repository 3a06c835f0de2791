namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>What the taps of a window inside the input give.</summary>
internal sealed class ReferenceReduction(PoolingSpec pooling)
{
    private readonly bool _isFloat = pooling.Input is ElementType.Single or ElementType.Double or ElementType.Half;

    /// <param name="taps">The taps inside the input in row-major order, and the index of each.</param>
    /// <param name="padded">The number of the window's taps inside the padded input.</param>
    public Expected Reduce(IReadOnlyList<(Number Value, long Index)> taps, long padded)
    {
        if (pooling.Mode is PoolingMode.Max or PoolingMode.Min)
        {
            return ReduceToExtremum(taps);
        }

        long divisor = pooling.Mode != PoolingMode.Average ? 1
            : pooling.DivisorOverride != 0 ? pooling.DivisorOverride
            : pooling.CountIncludePad ? padded
            : taps.Count;
        return _isFloat
            ? SumReal([.. taps.Select(static tap => tap.Value.Real)], divisor)
            : new Expected(SumWhole(taps.Aggregate(Int128.Zero, static (sum, tap) => sum + tap.Value.Whole), divisor), 0, 0);
    }

    /// <summary>Rules S4 to S6.</summary>
    private Expected ReduceToExtremum(IReadOnlyList<(Number Value, long Index)> taps)
    {
        List<(Number Value, long Index)> numbers = [.. taps.Where(static tap => !double.IsNaN(tap.Value.Real))];
        if (numbers.Count < taps.Count && pooling.NaN != NaNHandling.Ignore)
        {
            return new Expected(Number.OfReal(double.NaN), 0, taps.Last(static tap => double.IsNaN(tap.Value.Real)).Index, pooling.NaN == NaNHandling.Propagate);
        }

        if (numbers.Count == 0)
        {
            return new Expected(taps.Count > 0 ? Number.OfReal(double.NaN) : Identity(), 0, -1);
        }

        (Number Value, long Index) best = numbers[0];
        foreach ((Number Value, long Index) tap in numbers.Skip(1))
        {
            bool isHigher = _isFloat ? tap.Value.Real > best.Value.Real : tap.Value.Whole > best.Value.Whole;
            bool isLower = _isFloat ? tap.Value.Real < best.Value.Real : tap.Value.Whole < best.Value.Whole;
            best = (pooling.Mode == PoolingMode.Max ? isHigher : isLower) ? tap : best;
        }

        return new Expected(best.Value, 0, best.Index);
    }

    private Number Identity() => (_isFloat, pooling.Mode) switch
    {
        (true, PoolingMode.Max) => Number.OfReal(double.NegativeInfinity),
        (true, _) => Number.OfReal(double.PositiveInfinity),
        (false, PoolingMode.Max) => Number.OfWhole(pooling.Input.Lowest()),
        _ => Number.OfWhole(pooling.Input.Highest()),
    };

    /// <summary>Rule S8.</summary>
    private Number SumWhole(Int128 sum, Int128 divisor)
    {
        ElementType type = pooling.Output;
        if (type is ElementType.Single or ElementType.Double)
        {
            return Number.OfReal(divisor == 0 ? 0 : type.Round(type.Round(sum) / type.Round(divisor)));
        }

        if (divisor == 0)
        {
            return Number.OfWhole(0);
        }

        // Half a divisor more, rounded towards zero, is rounded half away from zero.
        Int128 magnitude = (2 * Int128.Abs(sum) + Int128.Abs(divisor)) / (2 * Int128.Abs(divisor));
        return Number.OfWhole(type.Saturate(Int128.Sign(sum) * Int128.Sign(divisor) < 0 ? -magnitude : magnitude));
    }

    /// <summary>Rules S10 and S11.</summary>
    private Expected SumReal(IReadOnlyList<double> taps, long divisor)
    {
        // Units in the last place of what is summed: a few additions deep, and a product or a root.
        double unit = pooling.Input == ElementType.Double ? 1.0 / (1L << 53) : 1.0 / (1L << 24);
        if (pooling.Mode == PoolingMode.LpNorm)
        {
            double norm = Math.Pow(Sum([.. taps.Select(tap => Math.Pow(Math.Abs(tap), pooling.NormOrder))]), 1 / pooling.NormOrder);
            return Rounded(norm, 32 * unit * norm);
        }

        double sum = Sum(taps);
        double result = divisor == 0 ? 0 : sum / divisor;
        return Rounded(result, divisor == 0 ? 0 : 16 * unit * taps.Sum(Math.Abs) / Math.Abs(divisor));
    }

    /// <summary>A half rounds once more when it is written.</summary>
    private Expected Rounded(double value, double tolerance) => pooling.Output == ElementType.Half
        ? new Expected(Number.OfReal((double)(Half)value), tolerance + Math.Abs(value) / (1 << 10) + 1.0 / (1 << 24), 0)
        : new Expected(Number.OfReal(value), tolerance, 0);

    /// <summary>A sum whose rounding errors are added up too (Neumaier's).</summary>
    private static double Sum(IReadOnlyList<double> values)
    {
        if (values.Any(static value => !double.IsFinite(value)))
        {
            return values.Sum();
        }

        double sum = 0;
        double errors = 0;
        foreach (double value in values)
        {
            double next = sum + value;
            errors += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        return sum + errors;
    }
}
