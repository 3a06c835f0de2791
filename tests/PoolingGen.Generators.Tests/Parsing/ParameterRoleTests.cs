using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Parsing;

/// <summary>How a parameter's meaning is told: by its type, then by its name.</summary>
public sealed class ParameterRoleTests
{
    [Theory]
    [InlineData("ReadOnlySpan<float> input, Span<float> output, int batch, int channels, int height, int width", "Input Output Batch Channels Height Width")]
    [InlineData("int width, int height, Span<float> output, int batch, ReadOnlySpan<float> input", "Width Height Output Batch Input")]
    [InlineData("ReadOnlySpan<float> input, Span<float> output, int n, int c, int h, int w", "Input Output Batch Channels Height Width")]
    [InlineData("ReadOnlySpan<float> INPUT, Span<float> Output, int N, int Channels, int HEIGHT, int W", "Input Output Batch Channels Height Width")]
    [InlineData("ReadOnlySpan<float> source, Span<float> destination, int h, int w", "Input Output Height Width")]
    [InlineData("ReadOnlySpan<System.Single> @in, System.Span<float> @out, int @h, int w", "Input Output Height Width")]
    public void Order_and_casing_do_not_matter(string parameters, string roles)
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(Sources.Kernel("PoolingMode.Max, Size = 2", parameters));

        Assert.Equal(roles, string.Join(" ", Assert.Single(run.Kernels).Method.Parameters.Select(parameter => parameter.Role)));
    }

    [Fact]
    public void Fixed_dimensions_need_no_parameter()
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(Sources.Kernel("PoolingMode.Max, Size = 2, InputSizes = [4, 6]", Sources.Spans));

        Assert.Equal([ParameterRole.Input, ParameterRole.Output], Assert.Single(run.Kernels).Method.Parameters.Select(parameter => parameter.Role));
    }
}
