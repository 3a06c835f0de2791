using PoolingGen.Generators.Parsing;
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

    [Theory]
    [InlineData("Max", "ReadOnlySpan<float> input, Span<float> output, Span<int> indices, int length", "Input Output Indices Width")]
    [InlineData("Max", "Span<long> where, Span<float> what, ReadOnlySpan<float> from, int depth, int height, int width", "Indices Output Input Depth Height Width")]
    [InlineData("Max", "ReadOnlySpan<int> source, Span<int> destination, int d, int h, int w", "Input Output Depth Height Width")]
    [InlineData("Max", "ReadOnlySpan<int> source, Span<int> destination, Span<int> positions, int h, int w", "Input Output Indices Height Width")]
    [InlineData("Max", "ReadOnlySpan<long> source, Span<int> positions, Span<long> destination, int h, int w", "Input Indices Output Height Width")]
    [InlineData("Min", "ReadOnlySpan<int> source, Span<int> positions, Span<int> output, int h, int w", "Input Indices Output Height Width")]
    [InlineData("Min", "ReadOnlySpan<int> source, Span<int> indices, Span<int> destination, int h, int w", "Input Indices Output Height Width")]
    [InlineData("Sum", "ReadOnlySpan<short> source, Span<long> sums, int h, int w", "Input Output Height Width")]
    [InlineData("Max", "ReadOnlySpan<float> n, Span<float> c, Span<long> d, int h, int w", "Input Output Indices Height Width")]
    [InlineData("Max", "System.Numerics.Tensors.ReadOnlyTensorSpan<int> source, System.Numerics.Tensors.TensorSpan<int> a, System.Numerics.Tensors.TensorSpan<long> b", "Input Output Indices")]
    public void A_span_of_integers_is_the_output_or_the_indices(string mode, string parameters, string roles)
    {
        ParsedKernel kernel = Assert.Single(Specs.ParseAll(Sources.Kernel($"PoolingMode.{mode}, Size = 2", parameters) + Specs.TensorSpans));

        Assert.Equal(roles, string.Join(" ", kernel.Method.Parameters.Select(parameter => parameter.Role)));
    }
}
