using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>S11: norms. A kernel may compute the powers as they are, so that they overflow or vanish where the norm would not.</summary>
internal static class FloatingNorm
{
    /// <summary>What the powers and the root of this class itself may be wrong by, in units of a double.</summary>
    private const double OwnUnits = 4;

    public static Expectation Of(ReadOnlySpan<double> taps, double order, Element output)
    {
        double greatest = 0;
        foreach (double tap in taps)
        {
            greatest = Math.Max(greatest, Math.Abs(tap)); // NaN if any tap is
        }

        if (greatest == 0 || !double.IsFinite(greatest))
        {
            return Expectation.Exactly(HasNaN(taps) ? double.NaN : greatest);
        }

        // Scaled by a power of two, so that the greatest tap is in [1, 2) and no power overflows.
        int scale = Math.ILogB(greatest);
        WideSum sum = default;
        foreach (double tap in taps)
        {
            sum.Add(Math.Pow(Math.ScaleB(Math.Abs(tap), -scale), order));
        }

        double total = sum.Plus(default);
        double root = Math.Pow(total, 1 / order);
        double value = Math.ScaleB(root, scale);
        Element accumulator = FloatingSum.Accumulator(output);
        double logSum = Math.Log2(total) + scale * order;
        double relative = FloatingSum.Units * FloatingSum.Unit(accumulator) + OwnUnits * FloatingSum.Unit(Element.Double);
        bool mayOverflow = logSum >= Math.Log2(accumulator.Greatest) - 1e-5;
        double tolerance = Math.ScaleB(root * relative, scale) + (order == 1 ? accumulator.Least : Lost(taps.Length, value, logSum, order, accumulator));
        return FloatingSum.Stored(new Expectation(value, tolerance, mayOverflow, false), output);
    }

    /// <summary>What rounding the powers among the subnormal numbers can change in their root.</summary>
    private static double Lost(int count, double value, double logSum, double order, Element accumulator)
    {
        double all = count * accumulator.Least;
        double share = Math.Pow(2, Math.Log2(all) - logSum);
        double lost = share < 0.5
            ? value * (1 - Math.Pow(1 - share, 1 / order))
            : value + Math.Pow(all, 1 / order);
        return lost + accumulator.Least;
    }

    private static bool HasNaN(ReadOnlySpan<double> taps)
    {
        foreach (double tap in taps)
        {
            if (double.IsNaN(tap))
            {
                return true;
            }
        }

        return false;
    }
}
