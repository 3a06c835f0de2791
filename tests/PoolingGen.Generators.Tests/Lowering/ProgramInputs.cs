namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>What the inputs of programs hold.</summary>
internal static class ProgramInputs
{
    /// <summary>Several tensors of <paramref name="length"/> elements.</summary>
    public static IReadOnlyList<Number[]> Of(PoolingSpec pooling, int length, Random random) => pooling.Input switch
    {
        ElementType.Single or ElementType.Double or ElementType.Half => [.. Reals(pooling.Input, length, random)],
        _ => [.. Integers(pooling.Input, length, random)],
    };

    /// <summary>Plain numbers; a few that are often equal, some of them special; then nothing but negative zeros.</summary>
    private static IEnumerable<Number[]> Reals(ElementType type, int length, Random random)
    {
        double[] levels = [-1, -0.0, 0, 0.5, 0.5];
        double[] specials = [double.NaN, double.NaN, double.NegativeInfinity, double.PositiveInfinity];
        yield return Fill(length, () => Real(random.NextDouble() * 2 - 1));
        yield return Fill(length, () => Real(random.Next(6) == 0 ? Pick(specials) : Pick(levels)));
        yield return Fill(length, static () => Number.OfReal(-0.0));

        Number Real(double value) => Number.OfReal(type.Round(value));
        double Pick(double[] values) => values[random.Next(values.Length)];
    }

    /// <summary>Numbers of the whole range, the ends of it among them; a few that are often equal; then the largest only.</summary>
    private static IEnumerable<Number[]> Integers(ElementType type, int length, Random random)
    {
        yield return Fill(length, () => Number.OfWhole(random.Next(5) switch
        {
            0 => type.Lowest(),
            1 => type.Highest(),
            _ => type.Wrap(random.NextInt64(long.MinValue, long.MaxValue)),
        }));
        yield return Fill(length, () => Number.OfWhole(type.Saturate(random.Next(-3, 4))));
        yield return Fill(length, () => Number.OfWhole(type.Highest()));
    }

    private static Number[] Fill(int length, Func<Number> next) => [.. Enumerable.Range(0, length).Select(_ => next())];
}
