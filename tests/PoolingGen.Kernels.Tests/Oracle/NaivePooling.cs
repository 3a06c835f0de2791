using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>
/// Pooling of planes of one shape as CONTRACT.md, section 4, words it: every tap of every window, in double precision.
/// It shares nothing with the generator or the library, not even the size of the output.
/// </summary>
internal sealed class NaivePooling(Kernel kernel, int height, int width)
{
    /// <summary>
    /// How far an average may be from the exact one, in units of 2^-23 of the mean of |x|. Where no taps cancel that
    /// is the contract's "few ulp", four to eight. Where they do, the unit stays: a partial sum is rounded by its own
    /// size, not by that of what is left in the end.
    /// </summary>
    private const double AverageUnits = 4;

    private const double Unit = 1.0 / (1 << 23);

    private readonly Axis _vertical = kernel.Vertical(height);
    private readonly Axis _horizontal = kernel.Horizontal(width);

    public int OutputHeight { get; } = kernel.Vertical(height).Outputs(height);

    public int OutputWidth { get; } = kernel.Horizontal(width).Outputs(width);

    /// <summary>The result of the window at row <paramref name="y"/> and column <paramref name="x"/> of a plane's output.</summary>
    public Expectation Window(ReadOnlySpan<float> plane, int y, int x)
    {
        Taps rows = new(_vertical, y, height);
        Taps columns = new(_horizontal, x, width);
        return kernel.Mode switch
        {
            PoolingMode.Max => Expectation.Exactly(Maximum(plane, rows, columns, sign: 1)),
            PoolingMode.Min => Expectation.Exactly(-Maximum(plane, rows, columns, sign: -1)),
            PoolingMode.Average => Average(plane, rows, columns),
            _ => throw new NotSupportedException($"The oracle has no {kernel.Mode}."),
        };
    }

    /// <summary>The largest of the taps times <paramref name="sign"/>; NaN if any tap is.</summary>
    private double Maximum(ReadOnlySpan<float> plane, Taps rows, Taps columns, int sign)
    {
        double result = double.NegativeInfinity;
        for (int row = rows.First; row < rows.End; row++)
        {
            for (int column = columns.First; column < columns.End; column++)
            {
                result = Math.Max(result, sign * (double)plane[row * width + column]);
            }
        }

        return result;
    }

    private Expectation Average(ReadOnlySpan<float> plane, Taps rows, Taps columns)
    {
        double positive = 0;
        double negative = 0;
        for (int row = rows.First; row < rows.End; row++)
        {
            for (int column = columns.First; column < columns.End; column++)
            {
                double tap = plane[row * width + column];
                positive += Math.Max(tap, 0);
                negative += Math.Min(tap, 0);
            }
        }

        long divisor = kernel.CountIncludePad ? (long)rows.InPadded * columns.InPadded : (long)rows.Inside * columns.Inside;
        return Mean(positive, negative, divisor);
    }

    private static Expectation Mean(double positive, double negative, long divisor)
    {
        double value = (positive + negative) / divisor;
        double magnitude = (positive - negative) / divisor;

        // Among the subnormal numbers rounding cannot be finer than the least of them.
        double tolerance = double.IsFinite(magnitude) ? Math.Max(AverageUnits * Unit * magnitude, float.Epsilon) : 0;
        return new Expectation(value, tolerance, MayOverflow(positive), MayOverflow(-negative));
    }

    /// <summary>Whether a float sum of taps with this exact finite sum can become infinite, rounding errors included.</summary>
    private static bool MayOverflow(double sum) => double.IsFinite(sum) && sum * (1 + 16 * Unit) >= float.MaxValue;
}
