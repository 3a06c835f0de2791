namespace PoolingGen.Generators.Planning;

/// <summary>What a mode means, as data: the one place that knows it.</summary>
/// <param name="Operator">Joins two taps.</param>
/// <param name="Identity">Joins with any tap to that tap: the value of padding.</param>
/// <param name="Idempotent">Whether a tap may be joined in twice, so that partial results may overlap.</param>
/// <param name="PropagatesNaN">Whether a NaN on either side makes the result NaN.</param>
/// <param name="Divides">Whether the result is divided by the number of taps.</param>
internal sealed record Reduction(
    ReductionOperator Operator,
    float Identity,
    bool Idempotent,
    bool PropagatesNaN,
    bool Divides)
{
    /// <summary>What leaves every float as it is when added: +0 would turn a sum of -0 into +0.</summary>
    private const float NegativeZero = -0f;

    public static Reduction Of(PoolingMode mode, NaNHandling nan) => mode switch
    {
        PoolingMode.Max => new(ReductionOperator.Max, float.NegativeInfinity, Idempotent: true, nan == NaNHandling.Propagate, Divides: false),
        PoolingMode.Min => new(ReductionOperator.Min, float.PositiveInfinity, Idempotent: true, nan == NaNHandling.Propagate, Divides: false),
        PoolingMode.Average => new(ReductionOperator.Add, NegativeZero, Idempotent: false, PropagatesNaN: true, Divides: true),
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "The parser lets no other mode through."),
    };
}

internal enum ReductionOperator
{
    Max,
    Min,
    Add,
}
