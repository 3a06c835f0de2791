using System.Numerics;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Powers and roots against exact ones, and bit by bit against each other.</summary>
public class PowerTests
{
    [Fact]
    public void Powers_and_roots_of_doubles_are_within_a_few_ulp()
    {
        foreach ((double x, double p, double power, double root) in ExactPowers.All)
        {
            foreach (Width width in Width.All)
            {
                double[] argument = Enumerable.Repeat(x, width.Count<double>()).ToArray();
                Assert.All(width.Power(argument, p), actual => AssertNear(power, actual, 2, $"{x}^{p}"));
                Assert.All(width.Power(argument.Select(value => -value).ToArray(), p), actual => AssertNear(power, actual, 2, $"|-{x}|^{p}"));
                Assert.All(width.Root(argument, p), actual => AssertNear(root, actual, 2, $"{x}^(1/{p})"));
            }
        }
    }

    [Fact]
    public void Powers_and_roots_of_floats_are_within_an_ulp()
    {
        Random random = new(8);
        foreach (double p in new[] { 1, 1.5, 2, 2.5, 3, 3.7, 4, 5, 17, 64, 65, 100.25 })
        {
            foreach (Width width in Width.All)
            {
                for (int round = 0; round < 100; round++)
                {
                    float[] argument = Elements.Random<float>(width.Count<float>(), random).Select(float.Abs).ToArray();
                    if (round % 2 == 0)
                    {
                        argument = argument.Select(_ => (float)Math.Pow(2, random.NextDouble() * 4 - 2)).ToArray();
                    }

                    float[] power = width.Power(argument, p);
                    float[] root = width.Root(argument, p);
                    for (int lane = 0; lane < argument.Length; lane++)
                    {
                        AssertNear((float)Math.Pow(argument[lane], p), power[lane], 2, $"{argument[lane]}^{p}");
                        AssertNear((float)Math.Pow(argument[lane], 1 / p), root[lane], 1, $"{argument[lane]}^(1/{p})");
                    }
                }
            }
        }
    }

    [Fact]
    public void Special_numbers_keep_their_powers()
    {
        foreach (Width width in Width.All)
        {
            foreach (double p in new[] { 1, 1.5, 2, 3, 5, 1e300, double.MaxValue })
            {
                Check(p, 0, 0);
                Check(p, double.PositiveInfinity, double.PositiveInfinity);
                Check(p, double.NaN, double.NaN);
                Check(p, 1, 1);
            }

            Assert.All(width.Power(Enumerable.Repeat(0.999, width.Count<double>()).ToArray(), 1e300), power => Assert.Equal(0, power));
            Assert.All(width.Power(Enumerable.Repeat(1.001f, width.Count<float>()).ToArray(), 1e300), power => Assert.Equal(float.PositiveInfinity, power));
            Assert.All(width.Root(Enumerable.Repeat(1e300, width.Count<double>()).ToArray(), 1e300), root => Assert.Equal(1, root));

            void Check(double p, double x, double expected)
            {
                Assert.All(width.Power(Enumerable.Repeat(x, width.Count<double>()).ToArray(), p), power => Assert.Equal(expected, power));
                Assert.All(width.Root(Enumerable.Repeat(x, width.Count<double>()).ToArray(), p), root => Assert.Equal(expected, root));
                Assert.All(width.Power(Enumerable.Repeat((float)-x, width.Count<float>()).ToArray(), p), power => Assert.Equal((float)expected, power));
                Assert.All(width.Root(Enumerable.Repeat((float)x, width.Count<float>()).ToArray(), p), root => Assert.Equal((float)expected, root));
            }
        }
    }

    /// <summary>The number stands for the bits of all results. It was taken from single elements.</summary>
    [Fact]
    public void The_bits_are_the_same_at_every_width_and_on_every_machine()
    {
        foreach (Width width in Width.All)
        {
            ulong doubles = 17;
            ulong floats = 17;
            for (int i = 0; i < 4096; i += 16)
            {
                double[] arguments = Enumerable.Range(i, 16).Select(number => Math.ScaleB(1 + number / 4099.0, number % 67 - 33)).ToArray();
                foreach (double p in new[] { 1.5, 3, 3.7, 7 })
                {
                    foreach (double[] block in arguments.Chunk(width.Count<double>()))
                    {
                        doubles = width.Power(block, p).Zip(width.Root(block, p)).Aggregate(doubles, (hash, pair) =>
                            (hash * 31 + BitConverter.DoubleToUInt64Bits(pair.First)) * 31 + BitConverter.DoubleToUInt64Bits(pair.Second));
                    }

                    foreach (float[] block in arguments.Select(value => (float)value).Chunk(width.Count<float>()))
                    {
                        floats = width.Power(block, p).Zip(width.Root(block, p)).Aggregate(floats, (hash, pair) =>
                            (hash * 31 + BitConverter.SingleToUInt32Bits(pair.First)) * 31 + BitConverter.SingleToUInt32Bits(pair.Second));
                    }
                }
            }

            Assert.Equal((width.Bits, 9743352882210889219ul, 16029047907129976530ul), (width.Bits, doubles, floats));
        }
    }

    private static void AssertNear(double expected, double actual, int ulp, string what) =>
        Assert.True(
            expected.Equals(actual) || long.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual)) <= ulp,
            $"{what} is {actual:R} instead of {expected:R}, {BitConverter.DoubleToInt64Bits(actual) - BitConverter.DoubleToInt64Bits(expected)} ulp off");

    private static void AssertNear(float expected, float actual, int ulp, string what) =>
        Assert.True(
            expected.Equals(actual) || int.Abs(BitConverter.SingleToInt32Bits(expected) - BitConverter.SingleToInt32Bits(actual)) <= ulp,
            $"{what} is {actual:R} instead of {expected:R}");
}
