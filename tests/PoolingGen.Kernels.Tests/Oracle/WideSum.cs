namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>A sum in twice the precision of a double: the double nearest to it and what that lacks.</summary>
internal struct WideSum
{
    private double _rest;

    public double Value { get; private set; }

    public void Add(double number)
    {
        double sum = Value + number;
        double added = sum - Value;
        _rest += (Value - (sum - added)) + (number - added);
        Value = sum;

        // Infinite and NaN sums have no rest.
        _rest = double.IsFinite(sum) ? _rest : 0;
    }

    /// <summary>The sum of two such sums, rounded.</summary>
    public readonly double Plus(WideSum other)
    {
        WideSum sum = this;
        sum.Add(other.Value);
        return double.IsFinite(sum.Value) ? sum.Value + (sum._rest + other._rest) : sum.Value;
    }
}
