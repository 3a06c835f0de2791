namespace PoolingGen.Generators.Planning;

/// <summary>How a mode is computed on a type of elements: what a lane holds, and the way there and back.</summary>
/// <param name="Operator">Joins two lanes.</param>
/// <param name="Idempotent">Whether a tap may be joined in twice.</param>
/// <param name="Join">How a join meets NaN.</param>
/// <param name="Storage">What the input is read as.</param>
/// <param name="Lane">What a lane computes with.</param>
/// <param name="Form">What a register is made of.</param>
/// <param name="Transform">What a tap becomes after it is read.</param>
/// <param name="Identity">Joins with any lane to that lane. An infinity stands for the end of an integer's range.</param>
/// <param name="Fill">What stands in for a tap that is not read: the transform makes the identity of it.</param>
/// <param name="Division">How the result is divided.</param>
/// <param name="Root">Whether the result is the root that <paramref name="NormOrder"/> says.</param>
/// <param name="NormOrder">The p of a norm.</param>
/// <param name="Output">What the output is written as.</param>
/// <param name="AddsZero">Whether zero is added to results: a sum of no taps at all would be -0.</param>
/// <param name="Nothing">The result of a window without any tap inside the input, where it differs from <paramref name="Identity"/>.</param>
internal sealed record Arithmetic(
    ReductionOperator Operator,
    bool Idempotent,
    NaNJoin Join,
    ElementType Storage,
    ElementType Lane,
    LaneForm Form,
    TapTransform Transform,
    double Identity,
    double Fill,
    Division Division,
    bool Root,
    double NormOrder,
    ElementType Output,
    bool AddsZero,
    double? Nothing)
{
    /// <summary>What leaves every float as it is when added: +0 would turn a sum of -0 into +0.</summary>
    private const double NegativeZero = -0.0;

    /// <summary>The bits of a Half that is minus infinity, as a 16-bit integer; and that integer's place in the order of halves.</summary>
    private const short HalfLowest = unchecked((short)0xFC00);
    private const short HalfLowestOrdered = unchecked((short)(0xFC00 ^ 0x7FFF));
    private const short HalfHighest = 0x7C00;
    private const short HalfNaN = 0x7E00;

    /// <summary>Taps whose sum a 32-bit integer holds if they are 16 bits wide.</summary>
    private const long MostTapsIn32Bits = 1 << 15;

    /// <summary>
    /// Sums and divisors below this have small quotients. One over the divisor, times 1 + 2^-23 and rounded, is never too small
    /// and at most 2^-22 of itself too large. So a quotient that lies halfway between whole numbers never falls below that,
    /// and one that lies below it, by half of one over the divisor at least, stays there: with the roundings of the product
    /// and of adding one half it errs by 1.5 * 2^-22 of itself and 2^-24, less than that as long as sums are below 2^22 / 3.
    /// </summary>
    private const long MostSmallSum = 1 << 20;

    /// <summary>Windows of more taps have quotients that fixed-point numbers of 15 bits do not round right.</summary>
    private const int MostFixedPointTaps = 16;

    /// <summary>Whether the order in which taps are joined changes the result.</summary>
    public bool OrderMatters => !Idempotent && Lane.IsFloatingPoint();

    /// <summary>Whether a fast join may lose a NaN that an exact one keeps.</summary>
    public bool HasFastJoin => Join == NaNJoin.Propagate;

    /// <summary>Whether a sum is multiplied by one over its divisor before it is stored.</summary>
    public bool Multiplies => Division is Division.Reciprocal or Division.SmallQuotient;

    /// <summary>What sums are multiplied by, or divided by. In lanes of 16 bits, fixed-point numbers.</summary>
    public ElementType Scale => Division == Division.SmallQuotient && Lane == ElementType.Int32 ? ElementType.Single : Lane;

    /// <summary>Vector registers that one value takes.</summary>
    public int Registers => Form == LaneForm.Plain ? 1 : 2;

    /// <param name="pooling">What is computed.</param>
    /// <param name="geometry">Its axes.</param>
    /// <param name="gathers">Whether lanes have to be 32 bits wide at least: where taps are read from places apart.</param>
    public static Arithmetic Of(PoolingSpec pooling, Geometry geometry, bool gathers)
    {
        Reduction reduction = Reduction.Of(pooling.Mode, pooling.NormOrder);
        return reduction.Idempotent ? OfExtremum(pooling, reduction, gathers) : OfSum(pooling, reduction, geometry, gathers);
    }

    private static Arithmetic OfExtremum(PoolingSpec pooling, Reduction reduction, bool gathers)
    {
        ElementType type = pooling.Input;
        bool indexed = pooling.Indices is not null;
        bool ordered = type == ElementType.Half && !indexed && !gathers;
        ElementType lane = ordered ? ElementType.Int16
            : type == ElementType.Half ? ElementType.Single
            : (indexed || gathers) && type.Bytes() < 4 ? ElementType.Int32
            : type;
        double lowest = reduction.Operator == ReductionOperator.Max ? double.NegativeInfinity : double.PositiveInfinity;
        bool ignores = type.IsFloatingPoint() && pooling.NaN == NaNHandling.Ignore;
        NaNJoin join = !lane.IsFloatingPoint() || pooling.NaN == NaNHandling.Unspecified ? NaNJoin.Plain
            : ignores ? NaNJoin.Number
            : NaNJoin.Propagate;

        // Of ordered halves a NaN becomes the integer that wins every join, or loses it where NaN is ignored.
        (double identity, double fill) = (ordered, ignores) switch
        {
            (true, true) => (lowest, HalfNaN),
            (true, false) => reduction.Operator == ReductionOperator.Max ? (HalfLowestOrdered, HalfLowest) : (HalfHighest, HalfHighest),
            (false, true) => (double.NaN, double.NaN),
            _ => (lowest, lowest),
        };
        return new Arithmetic(
            reduction.Operator,
            Idempotent: true,
            join,
            ordered ? ElementType.Int16 : type,
            lane,
            indexed ? LaneForm.Indexed : LaneForm.Plain,
            ordered ? TapTransform.Ordered : TapTransform.None,
            identity,
            fill,
            Division.None,
            Root: false,
            pooling.NormOrder,
            ordered ? ElementType.Int16 : pooling.Output,
            AddsZero: false,
            ignores ? lowest : null);
    }

    private static Arithmetic OfSum(PoolingSpec pooling, Reduction reduction, Geometry geometry, bool gathers)
    {
        long? mostTaps = geometry.Taps;
        ElementType type = pooling.Input;
        bool isFloat = type.IsFloatingPoint();
        ElementType lane = type switch
        {
            ElementType.Half => ElementType.Single,
            ElementType.Single or ElementType.Double => type,
            _ when reduction.Divides && !gathers && HasFixedPointQuotients(pooling, geometry) => ElementType.Int16,
            _ => type.Bytes() < 4 && mostTaps <= MostTapsIn32Bits ? ElementType.Int32 : ElementType.Int64,
        };
        double zero = isFloat && reduction.Transform == TapTransform.None ? NegativeZero : 0;
        return new Arithmetic(
            reduction.Operator,
            Idempotent: false,
            NaNJoin.Plain,
            type,
            lane,
            type.Bytes() == 8 && !isFloat ? LaneForm.Wide : LaneForm.Plain,
            reduction.Transform,
            zero,
            zero,
            !reduction.Divides ? Division.None : isFloat ? Division.Reciprocal : HasSmallQuotients(pooling, mostTaps) ? Division.SmallQuotient : Division.Quotient,
            reduction.Root,
            pooling.NormOrder,
            pooling.Output,
            AddsZero: geometry.MayBeEmpty && isFloat && reduction.Transform == TapTransform.None,
            Nothing: null);
    }

    /// <summary>Whether integers are averaged, as integers, of which a window has few and small ones.</summary>
    private static bool HasSmallQuotients(PoolingSpec pooling, long? mostTaps) =>
        pooling.Input.Bytes() < 4
        && !pooling.Output.IsFloatingPoint()
        && mostTaps << 8 * pooling.Input.Bytes() <= MostSmallSum
        && Math.Abs((long)pooling.DivisorOverride) < MostSmallSum;

    /// <summary>Whether 16 bits hold all sums of bytes, and fixed-point numbers round all their quotients right.</summary>
    private static bool HasFixedPointQuotients(PoolingSpec pooling, Geometry geometry) =>
        pooling.Input.Bytes() == 1
        && pooling.Output == pooling.Input
        && !pooling.Global
        && pooling.DivisorOverride == 0
        && geometry.Taps <= MostFixedPointTaps
        && geometry.Axes
            .Aggregate((IEnumerable<int>)[1], static (counts, axis) => counts.SelectMany(count => Enumerable.Range(1, axis.Size).Select(taps => count * taps)))
            .Distinct()
            .All(count => HasFixedPointQuotients(pooling.Input, count));

    /// <summary>Tries all sums of a number of taps.</summary>
    private static bool HasFixedPointQuotients(ElementType type, int count)
    {
        int scale = FixedPointReciprocal(count);
        int largest = type == ElementType.Byte ? byte.MaxValue : -sbyte.MinValue;
        return Enumerable.Range(0, largest * count + 1).All(sum =>
            Quotient(sum) == (2 * sum + count) / (2 * count) && (type == ElementType.Byte || Quotient(-sum) == -Quotient(sum)));

        int Quotient(int sum) => (sum * scale + (1 << 14)) >> 15;
    }

    /// <summary>One over a number of taps in units of 2^-15, the next one above it; the largest there is for 1.</summary>
    public static int FixedPointReciprocal(long count) => (int)Math.Min((1 << 15) / count + 1, short.MaxValue);
}

/// <summary>How a join meets NaN.</summary>
internal enum NaNJoin
{
    /// <summary>There is none, or it does not matter.</summary>
    Plain,

    /// <summary>A NaN on either side makes the result NaN.</summary>
    Propagate,

    /// <summary>The number, if one side is NaN.</summary>
    Number,
}

/// <summary>What a register is made of.</summary>
internal enum LaneForm
{
    /// <summary>A vector of lanes.</summary>
    Plain,

    /// <summary>A vector of values and one of the positions where they were found.</summary>
    Indexed,

    /// <summary>Two vectors of 64-bit integers: the sums of the upper and of the lower halves of 64-bit elements.</summary>
    Wide,
}

/// <summary>How a result is divided.</summary>
internal enum Division
{
    None,

    /// <summary>Multiplied by the reciprocal of the divisor, which is rounded once.</summary>
    Reciprocal,

    /// <summary>Divided when it is stored: an exact sum.</summary>
    Quotient,

    /// <summary>
    /// Likewise exact, but of sums and divisors so small that the product with a number that is one over the divisor, or a
    /// little more, is rounded right: a float, or in lanes of 16 bits a fixed-point number.
    /// </summary>
    SmallQuotient,
}
