using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Oracle;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>The oracle against numbers worked out by hand, so that not everything hangs on one program.</summary>
public class OracleTests
{
    private static readonly float[] Lesson =
    [
        1, 3, 2, 4,
        5, 6, 1, 2,
        7, 2, 9, 1,
        3, 4, 0, 8,
    ];

    [Theory]
    [InlineData("UnpaddedMax.W2x2S2", new double[] { 6, 4, 7, 9 })]
    [InlineData("UnpaddedMin.W2x2S2", new double[] { 1, 1, 2, 0 })]
    [InlineData("UnpaddedAverage.W2x2S2", new double[] { 3.75, 2.25, 4, 4.5 })]
    [InlineData("PaddedMax.W3x3S2P1", new double[] { 6, 6, 7, 9 })]
    [InlineData("PaddedMax.W3x2S2x1P1x0", new double[] { 6, 6, 4, 7, 9, 9 })]
    [InlineData("PaddedMax.W2x2S1BeginOnly", new double[] { 1, 3, 3, 4, 5, 6, 6, 4, 7, 7, 9, 9, 7, 7, 9, 9 })]
    [InlineData("PaddedAverage.W2x2S2P1", new double[] { 1, 2.5, 4, 6, 4.5, 1.5, 3, 2, 8 })]
    [InlineData("PaddedAverageIncludePad.W2x2S2P1", new double[] { 0.25, 1.25, 1, 3, 4.5, 0.75, 0.75, 1, 2 })]
    [InlineData("GlobalPools.Average", new double[] { 3.625 })]
    public void Lesson_plane_gives_what_was_worked_out_by_hand(string kernel, double[] expected)
    {
        NaivePooling oracle = new(KernelCatalogue.Get(kernel), 4, 4);

        IEnumerable<double> actual =
            from y in Enumerable.Range(0, oracle.OutputHeight)
            from x in Enumerable.Range(0, oracle.OutputWidth)
            select oracle.Window(Lesson, y, x).Value;

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(1f, 1f, true)]
    [InlineData(1f, 1.0000001f, false)]
    [InlineData(0f, -0f, true)]
    [InlineData(float.NaN, float.NaN, true)]
    [InlineData(float.NaN, 1f, false)]
    [InlineData(1f, float.NaN, false)]
    [InlineData(float.NegativeInfinity, float.MinValue, false)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity, true)]
    public void Extremum_admits_nothing_but_itself(float expected, float actual, bool admitted) =>
        Assert.Equal(admitted, Expectation.Exactly(expected).Admits(actual));

    [Theory]
    [InlineData(new float[] { 1, 1, 1, 1 }, 1.0000004f, true)]
    [InlineData(new float[] { 1, 1, 1, 1 }, 1.0000006f, false)]
    [InlineData(new float[] { 1e30f, -1e30f, 1, 1 }, 1e22f, true)]
    [InlineData(new float[] { 1e30f, -1e30f, 1, 1 }, 1e24f, false)]
    [InlineData(new float[] { float.MaxValue, float.MaxValue, 0, 0 }, float.PositiveInfinity, true)]
    [InlineData(new float[] { float.MaxValue, float.MaxValue, 0, 0 }, float.NegativeInfinity, false)]
    [InlineData(new float[] { 3e38f, 1, 0, 0 }, float.PositiveInfinity, false)]
    [InlineData(new float[] { float.PositiveInfinity, 1, 0, 0 }, float.PositiveInfinity, true)]
    [InlineData(new float[] { float.PositiveInfinity, 1, 0, 0 }, float.MaxValue, false)]
    [InlineData(new float[] { float.PositiveInfinity, float.NegativeInfinity, 0, 0 }, float.NaN, true)]
    [InlineData(new float[] { float.PositiveInfinity, float.NegativeInfinity, 0, 0 }, float.PositiveInfinity, false)]
    [InlineData(new float[] { float.NaN, 0, 0, 0 }, float.NaN, true)]
    [InlineData(new float[] { float.NaN, 0, 0, 0 }, 0f, false)]
    public void Average_admits_a_few_ulps_of_the_taps(float[] plane, float actual, bool admitted)
    {
        NaivePooling oracle = new(KernelCatalogue.Get("UnpaddedAverage.W2x2S2"), 2, 2);

        Assert.Equal(admitted, oracle.Window(plane, 0, 0).Admits(actual));
    }
}
