using System.Globalization;

namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>Which floating-point results of one window are right.</summary>
/// <param name="Value">The exact result; NaN if it has to be a NaN, whatever its payload.</param>
/// <param name="Tolerance">How far a result may lie from it: 0 for Max and Min.</param>
/// <param name="MayOverflowUp">Whether the positive taps alone exceed the largest number, so that an order of additions exists that overflows.</param>
/// <param name="MayOverflowDown">Likewise for the negative taps.</param>
internal readonly record struct Expectation(double Value, double Tolerance, bool MayOverflowUp, bool MayOverflowDown)
{
    /// <summary>A value that has to be met exactly, but that zeros compare equal and so do NaNs.</summary>
    public static Expectation Exactly(double value) => new(value, 0, false, false);

    public bool Admits(double actual)
    {
        if (double.IsNaN(actual))
        {
            return double.IsNaN(Value)
                || (MayOverflowUp && (MayOverflowDown || double.IsNegativeInfinity(Value)))
                || (MayOverflowDown && double.IsPositiveInfinity(Value));
        }

        if (double.IsInfinity(actual))
        {
            return actual == Value || (!double.IsInfinity(Value) && (actual > 0 ? MayOverflowUp : MayOverflowDown));
        }

        return Math.Abs(actual - Value) <= Tolerance;
    }

    public override string ToString()
    {
        string overflow = (MayOverflowUp ? " or overflow to +inf" : "") + (MayOverflowDown ? " or overflow to -inf" : "");
        return string.Create(CultureInfo.InvariantCulture, $"{Value:R} +- {Tolerance:G3}{overflow}");
    }
}
