using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Parsing;

/// <summary>What tells the number of spatial axes.</summary>
public sealed class RankTests
{
    [Theory]
    [InlineData("Size = 2", ", int length", 1)]
    [InlineData("Size = 2", ", int LENGTH", 1)]
    [InlineData("Size = 2", ", int width", 1)]
    [InlineData("Size = 2", ", int w, int batch, int channels", 1)]
    [InlineData("Size = 2", ", int height, int width", 2)]
    [InlineData("Size = 2", ", int d, int h, int w", 3)]
    [InlineData("Size = 2, Rank = 3", ", int depth, int height, int width", 3)]
    [InlineData("Sizes = [2]", ", int width", 1)]
    [InlineData("Sizes = [2, 2, 2]", ", int depth, int height, int width", 3)]
    public void Parameters_tell_it(string arguments, string parameters, int rank)
    {
        Assert.Equal(rank, RankOf(arguments, Sources.Spans + parameters));
    }

    [Theory]
    [InlineData("Size = 2", 2)]
    [InlineData("Size = 2, Rank = 1", 1)]
    [InlineData("Size = 2, Rank = 2", 2)]
    [InlineData("Size = 2, Rank = 3", 3)]
    [InlineData("Sizes = [2]", 1)]
    [InlineData("Sizes = [2, 2, 2]", 3)]
    [InlineData("Size = 2, Strides = [1]", 1)]
    [InlineData("Size = 2, Dilations = [1, 1, 1]", 3)]
    [InlineData("Size = 2, InputSizes = [8]", 1)]
    [InlineData("OutputSizes = [1]", 1)]
    [InlineData("OutputSizes = [1, 2]", 2)]
    [InlineData("OutputSizes = [1, 2, 3]", 3)]
    [InlineData("Size = 2, Paddings = [1]", 1)]
    [InlineData("Size = 2, Paddings = [1, 0]", 2)]
    [InlineData("Size = 2, Paddings = [1, 0, 1]", 3)]
    [InlineData("Size = 2, Paddings = [1, 0, 1, 0]", 2)]
    [InlineData("Size = 2, Paddings = [1, 0, 1, 0, 1, 0]", 3)]
    [InlineData("Sizes = [2], Paddings = [1, 0]", 1)]
    [InlineData("Global = true", 2)]
    [InlineData("Global = true, Rank = 1", 1)]
    public void Without_them_the_attribute_does(string arguments, int rank)
    {
        const string tensors = "System.Numerics.Tensors.ReadOnlyTensorSpan<float> input, System.Numerics.Tensors.TensorSpan<float> output";

        Assert.Equal(rank, RankOf(arguments, tensors));
    }

    private static int RankOf(string arguments, string parameters) =>
        Specs.Parse(Sources.Kernel($"PoolingMode.Max, {arguments}", parameters) + Specs.TensorSpans).Axes.Count;
}
