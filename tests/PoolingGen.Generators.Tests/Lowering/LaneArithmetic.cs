using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>What an <see cref="Arithmetic"/> does to single lanes.</summary>
internal sealed class LaneArithmetic(Arithmetic arithmetic)
{
    /// <summary>Sums of 64-bit elements, in 2^31 pairs of 64-bit integers at most.</summary>
    private static readonly Int128 s_widest = Int128.One << 95;

    private readonly bool _isFloat = arithmetic.Lane.IsFloatingPoint();

    public Lane Identity => OfConstant(arithmetic.Identity);

    public Lane Fill => OfConstant(arithmetic.Fill);

    /// <summary>What a window without a tap gives.</summary>
    public Lane Nothing => OfConstant(arithmetic.Nothing ?? arithmetic.Identity);

    public Lane OfCount(long count) => _isFloat ? Lane.OfReal(arithmetic.Lane.Round((Int128)count)) : Lane.OfWhole(Checked(count));

    public Lane Read(Number element, long position)
    {
        if (arithmetic.Storage.IsFloatingPoint() != _isFloat)
        {
            throw new NotSupportedException($"A {arithmetic.Storage} has no lane of {arithmetic.Lane}.");
        }

        return new Lane(_isFloat ? element : Number.OfWhole(Checked(element.Whole)), arithmetic.Form == LaneForm.Indexed ? position : Lane.NoPosition);
    }

    public Lane Transform(Lane lane) => arithmetic.Transform switch
    {
        TapTransform.Absolute => Rounded(Math.Abs(lane.Value.Real)),
        TapTransform.Square => Rounded(lane.Value.Real * lane.Value.Real),
        TapTransform.Power => Rounded(Math.Pow(Math.Abs(lane.Value.Real), arithmetic.NormOrder)),
        TapTransform.Ordered => Lane.OfWhole(ToOrdered((short)lane.Value.Whole)),
        _ => lane,
    };

    public Lane Finish(Lane lane) =>
        arithmetic.Transform == TapTransform.Ordered ? Lane.OfWhole(ReverseNegative((short)lane.Value.Whole))
        : arithmetic.AddsZero ? Rounded(lane.Value.Real + 0.0)
        : !arithmetic.Root ? lane
        : Rounded(arithmetic.NormOrder == 2 ? Math.Sqrt(lane.Value.Real) : Math.Pow(lane.Value.Real, 1 / arithmetic.NormOrder));

    public Lane Add(Lane left, Lane right) =>
        _isFloat ? Rounded(left.Value.Real + right.Value.Real) : Lane.OfWhole(Checked(left.Value.Whole + right.Value.Whole));

    public Lane Multiply(Lane left, Lane right) =>
        _isFloat ? Rounded(left.Value.Real * right.Value.Real) : Lane.OfWhole(Checked(left.Value.Whole * right.Value.Whole));

    public Lane Reciprocal(Lane count, long most)
    {
        double value = _isFloat ? count.Value.Real : (double)count.Value.Whole;
        Assert.True(value >= 0 && value <= most && value == Math.Floor(value), $"{value} is not a number of taps up to {most}.");
        return value != 0 ? ReciprocalOf((long)value) : arithmetic.Scale == ElementType.Int16 ? Lane.OfWhole(0) : Lane.OfReal(0);
    }

    public Lane ReciprocalOf(long value) =>
        arithmetic.Scale == ElementType.Int16 ? Lane.OfWhole(Math.Min((1 << 15) / value + 1, short.MaxValue))
        : arithmetic.Division == Division.SmallQuotient ? Lane.OfReal(float.BitIncrement(1) / value) : Rounded(1.0 / value);

    public Lane SmallQuotient(Lane sum, Lane scale)
    {
        Assert.Equal(Division.SmallQuotient, arithmetic.Division);
        if (arithmetic.Scale == ElementType.Int16)
        {
            return Lane.OfWhole((sum.Value.Whole * scale.Value.Whole + (1 << 14)) >> 15);
        }

        float quotient = (float)sum.Value.Whole * (float)scale.Value.Real;
        return Lane.OfWhole((int)(quotient + MathF.CopySign(0.5f, quotient)));
    }

    /// <summary>A quotient of floating-point numbers, rounded once.</summary>
    public Lane Divide(Lane lane, long divisor) => Rounded(lane.Value.Real / arithmetic.Lane.Round((Int128)divisor));

    public Lane Combine(Lane left, Lane right, bool exact, bool inOrder = false)
    {
        if (arithmetic.Operator == ReductionOperator.Add)
        {
            return Add(left, right);
        }

        return left.IsNaN || right.IsNaN
            ? CombineNaN(left, right, exact ? arithmetic.Join : NaNJoin.Plain, inOrder)
            : CombineNumbers(left, right, inOrder);
    }

    /// <summary>What is written of a lane that is not divided, or was already.</summary>
    public Number Write(Lane lane) =>
        _isFloat ? Number.OfReal(arithmetic.Output.Round(lane.Value.Real))
        : arithmetic.Output.IsFloatingPoint() ? Number.OfReal(arithmetic.Output.Round(lane.Value.Whole))
        : Number.OfWhole(arithmetic.Output.Saturate(lane.Value.Whole));

    /// <summary>What is written of an exact sum over a number of taps; of none, zero.</summary>
    public Number WriteQuotient(Lane sum, Int128 divisor)
    {
        Assert.True(arithmetic.Division is Division.Quotient or Division.SmallQuotient);
        if (arithmetic.Output.IsFloatingPoint())
        {
            return Number.OfReal(divisor == 0 ? 0 : arithmetic.Output.Round(arithmetic.Output.Round(sum.Value.Whole) / arithmetic.Output.Round(divisor)));
        }

        if (divisor == 0)
        {
            return Number.OfWhole(0);
        }

        (Int128 quotient, Int128 remainder) = Int128.DivRem(sum.Value.Whole, divisor);
        Int128 away = Int128.IsNegative(sum.Value.Whole) == Int128.IsNegative(divisor) ? 1 : -1;
        bool roundsAway = 2 * Int128.Abs(remainder) >= Int128.Abs(divisor);
        return Number.OfWhole(arithmetic.Output.Saturate(roundsAway ? quotient + away : quotient));
    }

    /// <param name="inOrder">Whether positions are not compared, but taken to rise from left to right.</param>
    private static Lane CombineNaN(Lane left, Lane right, NaNJoin join, bool inOrder) => (join, left.IsNaN, right.IsNaN) switch
    {
        (NaNJoin.Propagate, true, true) when inOrder => right,
        (NaNJoin.Propagate, true, true) => left.Position == Lane.NoPosition || (right.Position != Lane.NoPosition && right.Position > left.Position) ? right : left,
        (NaNJoin.Number, true, true) => left with { Position = Lane.NoPosition },
        (NaNJoin.Propagate, true, false) or (NaNJoin.Number, false, true) => left,

        // Also what a join that does not care does on x86: the second operand.
        _ => right,
    };

    private Lane CombineNumbers(Lane left, Lane right, bool inOrder)
    {
        int order = _isFloat ? left.Value.Real.CompareTo(right.Value.Real) : left.Value.Whole.CompareTo(right.Value.Whole);
        bool areEqual = order == 0 || (_isFloat && left.Value.Real == right.Value.Real);
        bool takesLeft = areEqual ? inOrder || left.Position < right.Position : order > 0 == (arithmetic.Operator == ReductionOperator.Max);
        return takesLeft ? left : right;
    }

    /// <summary>An infinity stands for the end of an integer's range.</summary>
    private Lane OfConstant(double value) =>
        _isFloat ? Lane.OfReal(value)
        : double.IsNegativeInfinity(value) ? Lane.OfWhole(arithmetic.Lane.Lowest())
        : double.IsPositiveInfinity(value) ? Lane.OfWhole(arithmetic.Lane.Highest())
        : Lane.OfWhole((Int128)value);

    /// <summary>A NaN wins every join where it propagates, and loses every one where it is ignored.</summary>
    private Int128 ToOrdered(short bits)
    {
        const short Infinity = 0x7C00;
        bool propagates = arithmetic.Nothing is null;
        return (bits & short.MaxValue) <= Infinity ? ReverseNegative(bits)
            : propagates == (arithmetic.Operator == ReductionOperator.Max) ? short.MaxValue
            : short.MinValue;
    }

    private static short ReverseNegative(short bits) => (short)(bits < 0 ? bits ^ short.MaxValue : bits);

    private Lane Rounded(double value) => Lane.OfReal(arithmetic.Lane.Round(value));

    /// <summary>Sums and divisors have to fit the lane that the plan gives them.</summary>
    private Int128 Checked(Int128 value)
    {
        bool fits = arithmetic.Form == LaneForm.Wide ? Int128.Abs(value) <= s_widest : arithmetic.Lane.Saturate(value) == value;
        Assert.True(fits, $"{value} does not fit a lane of {arithmetic.Lane}.");
        return value;
    }
}
