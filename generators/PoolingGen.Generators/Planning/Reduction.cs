namespace PoolingGen.Generators.Planning;

/// <summary>What a mode means, as data: the one place that knows it.</summary>
/// <param name="Operator">Joins two taps.</param>
/// <param name="Idempotent">Whether a tap may be joined in twice, so that partial results may overlap.</param>
/// <param name="Transform">What a tap becomes before it is joined.</param>
/// <param name="Divides">Whether the result is divided by the number of taps, or what replaces it.</param>
/// <param name="Root">Whether the result is the p-th root of the joined taps.</param>
internal sealed record Reduction(ReductionOperator Operator, bool Idempotent, TapTransform Transform, bool Divides, bool Root)
{
    public static Reduction Of(PoolingMode mode, double normOrder) => mode switch
    {
        PoolingMode.Max => new(ReductionOperator.Max, Idempotent: true, TapTransform.None, Divides: false, Root: false),
        PoolingMode.Min => new(ReductionOperator.Min, Idempotent: true, TapTransform.None, Divides: false, Root: false),
        PoolingMode.Average => new(ReductionOperator.Add, Idempotent: false, TapTransform.None, Divides: true, Root: false),
        PoolingMode.Sum => new(ReductionOperator.Add, Idempotent: false, TapTransform.None, Divides: false, Root: false),
        _ => new(ReductionOperator.Add, Idempotent: false, PowerOf(normOrder), Divides: false, Root: normOrder != 1),
    };

    private static TapTransform PowerOf(double order) => order switch
    {
        1 => TapTransform.Absolute,
        2 => TapTransform.Square,
        _ => TapTransform.Power,
    };
}

internal enum ReductionOperator
{
    Max,
    Min,
    Add,
}

/// <summary>What a tap becomes before it is joined.</summary>
internal enum TapTransform
{
    None,
    Absolute,
    Square,

    /// <summary>The absolute value to the power of the norm's order.</summary>
    Power,

    /// <summary>The bits of a <c>Half</c> become a 16-bit integer of the same order.</summary>
    Ordered,
}
