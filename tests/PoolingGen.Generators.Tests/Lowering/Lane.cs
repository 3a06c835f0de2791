namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>A lane of a register.</summary>
/// <param name="Value">The value; of a mask, -1 or 0; of a column register, the column.</param>
/// <param name="Position">Where the value was found, where that matters.</param>
internal readonly record struct Lane(Number Value, long Position)
{
    /// <summary>The position of what was not found anywhere: behind all others.</summary>
    public const long NoPosition = long.MaxValue;

    public bool IsNaN => double.IsNaN(Value.Real);

    public bool IsSet => Value.Whole != 0;

    public static Lane OfReal(double value) => new(Number.OfReal(value), NoPosition);

    public static Lane OfWhole(Int128 value) => new(Number.OfWhole(value), NoPosition);

    public static Lane OfMask(bool set) => OfWhole(set ? -1 : 0);
}
