using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Parsing;

/// <summary>The types of elements, and what there is beside them: indices, NaN, tensors.</summary>
public sealed class ElementSpecTests
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["float"] = "Single",
        ["double"] = "Double",
        ["Half"] = "Half",
        ["sbyte"] = "SByte",
        ["byte"] = "Byte",
        ["short"] = "Int16",
        ["ushort"] = "UInt16",
        ["int"] = "Int32",
        ["uint"] = "UInt32",
        ["long"] = "Int64",
        ["ulong"] = "UInt64",
    };

    public static TheoryData<string, string> Types
    {
        get
        {
            TheoryData<string, string> types = [];
            foreach (string type in Names.Keys)
            {
                foreach (string mode in (string[])["Max", "Min", "Average", "Sum"])
                {
                    types.Add(mode, type);
                }
            }

            return types;
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_gives_itself(string mode, string type)
    {
        AssertTypes(mode, type, type);
    }

    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("Half")]
    public void A_norm_is_of_floating_point(string type)
    {
        AssertTypes("LpNorm", type, type);
    }

    [Theory]
    [InlineData("Average", "sbyte", "float double")]
    [InlineData("Average", "ulong", "float double")]
    [InlineData("Sum", "sbyte", "short int long float double")]
    [InlineData("Sum", "byte", "short ushort int uint long ulong float double")]
    [InlineData("Sum", "short", "int long float double")]
    [InlineData("Sum", "ushort", "int uint long ulong float double")]
    [InlineData("Sum", "int", "long float double")]
    [InlineData("Sum", "uint", "long ulong float double")]
    [InlineData("Sum", "long", "float double")]
    [InlineData("Sum", "ulong", "float double")]
    public void Averages_and_sums_of_integers_may_give_more(string mode, string input, string outputs)
    {
        Assert.All(outputs.Split(' '), output => AssertTypes(mode, input, output));
    }

    [Theory]
    [InlineData("Span<int> indices", "", "Int32 Plane RowMajor")]
    [InlineData("Span<long> indices", "", "Int64 Plane RowMajor")]
    [InlineData("Span<long> argmax", ", IndexOrigin = PoolingIndexOrigin.Tensor", "Int64 Tensor RowMajor")]
    [InlineData("Span<int> Indices", ", IndexOrder = PoolingIndexOrder.ColumnMajor", "Int32 Plane ColumnMajor")]
    public void Indices_are_written_beside_an_extremum(string indices, string arguments, string expected)
    {
        foreach (string mode in (string[])["Max", "Min"])
        {
            IndexSpec? spec = Specs.Parse(Sources.Kernel($"PoolingMode.{mode}, Size = 2{arguments}", $"{Sources.Parameters}, {indices}")).Indices;

            Assert.NotNull(spec);
            Assert.Equal(expected, $"{spec.Type} {spec.Origin} {spec.Order}");
        }
    }

    [Fact]
    public void Index_options_without_indices_change_nothing()
    {
        Assert.Equal(
            Specs.Parse(Sources.Kernel("PoolingMode.Max, Size = 2")),
            Specs.Parse(Sources.Kernel("PoolingMode.Max, Size = 2, IndexOrigin = PoolingIndexOrigin.Tensor, IndexOrder = PoolingIndexOrder.ColumnMajor")));
    }

    [Theory]
    [InlineData("Max", "float", "Ignore", "Ignore")]
    [InlineData("Min", "Half", "Unspecified", "Unspecified")]
    [InlineData("Max", "double", "Propagate", "Propagate")]
    [InlineData("Max", "int", "Ignore", "Propagate")]
    [InlineData("Min", "byte", "Unspecified", "Propagate")]
    [InlineData("Sum", "float", "Ignore", "Propagate")]
    [InlineData("LpNorm", "float", "Unspecified", "Propagate")]
    [InlineData("Average", "double", "Ignore", "Propagate")]
    public void NaN_is_an_option_where_it_makes_a_difference(string mode, string type, string option, string expected)
    {
        PoolingSpec pooling = Specs.Parse(Sources.Kernel($"PoolingMode.{mode}, Size = 2, NaN = NaNHandling.{option}", Spans(type, type)));

        Assert.Equal(expected, pooling.NaN.ToString());
    }

    [Fact]
    public void Tensor_spans_bring_batch_and_channels_along()
    {
        PoolingSpec pooling = Specs.Parse(Sources.Kernel("PoolingMode.Max, Size = 2", Tensors) + Specs.TensorSpans);

        Assert.True(pooling.TakesTensors);
        Assert.True(pooling.HasBatch);
        Assert.Null(pooling.Channels.Fixed);
        Assert.All(pooling.Axes, axis => Assert.Null(axis.Input.Fixed));
        Assert.Equal(ElementType.Int64, pooling.Indices?.Type);
    }

    [Fact]
    public void The_attribute_may_fix_the_dimensions_of_tensor_spans()
    {
        PoolingSpec pooling = Specs.Parse(
            Sources.Kernel("PoolingMode.Max, Size = 2, Channels = 3, InputSizes = [8, 9]", Tensors) + Specs.TensorSpans);

        Assert.Equal(3, pooling.Channels.Fixed);
        Assert.Equal([8, 9], pooling.Axes.Select(axis => axis.Input.Fixed!.Value));
    }

    private const string Tensors =
        "System.Numerics.Tensors.ReadOnlyTensorSpan<float> input, System.Numerics.Tensors.TensorSpan<float> output, System.Numerics.Tensors.TensorSpan<long> indices";

    private static void AssertTypes(string mode, string input, string output)
    {
        PoolingSpec pooling = Specs.Parse(Sources.Kernel($"PoolingMode.{mode}, Size = 2", Spans(input, output)));

        Assert.Equal(mode, pooling.Mode.ToString());
        Assert.Equal((Names[input], Names[output]), (pooling.Input.ToString(), pooling.Output.ToString()));
    }

    private static string Spans(string input, string output) =>
        $"ReadOnlySpan<{input}> input, Span<{output}> output, int channels, int height, int width";
}
