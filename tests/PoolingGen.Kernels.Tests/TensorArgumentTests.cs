using System.Numerics.Tensors;
using PoolingGen.Kernels.Tests.Kernels;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>The run-time errors of CONTRACT.md, section 3, for kernels of tensors. Whatever is wrong, nothing is written.</summary>
public class TensorArgumentTests
{
    private const int Untouched = 90;

    private static readonly int[] Input = [2, 3, 5, 7];

    private static readonly int[] Output = [2, 3, 2, 3];

    private readonly float[] _input = new float[1000];
    private readonly float[] _output = Fresh<float>(1000, Untouched);
    private readonly int[] _indices = Fresh(1000, Untouched);

    /// <summary>The parameter to blame, and the lengths of input, output and indices.</summary>
    public static TheoryData<string, int[], int[], int[]> Wrong => new()
    {
        { "input", [3, 5, 7], Output, Output },
        { "input", [1, 2, 3, 5, 7], Output, Output },
        { "input", [2, 0, 5, 7], [2, 0, 2, 3], [2, 0, 2, 3] },
        { "input", [2, 3, 0, 7], Output, Output },
        { "input", [2, 3, 2, 7], Output, Output },
        { "input", [2, 3, 5, 2], Output, Output },
        { "output", Input, [6, 2, 3], Output },
        { "output", Input, [1, 2, 3, 2, 3], Output },
        { "output", Input, [1, 3, 2, 3], Output },
        { "output", Input, [2, 4, 2, 3], Output },
        { "output", Input, [2, 3, 1, 3], Output },
        { "output", Input, [2, 3, 2, 4], Output },
        { "output", Input, [2, 3, 3, 2], Output },
        { "indices", Input, Output, [6, 2, 3] },
        { "indices", Input, Output, [3, 3, 2, 3] },
        { "indices", Input, Output, [2, 2, 2, 3] },
        { "indices", Input, Output, [2, 3, 3, 3] },
        { "indices", Input, Output, [2, 3, 2, 2] },
    };

    [Fact]
    public void Tensors_that_fit_are_pooled()
    {
        Open(Input, Output, Output);

        Assert.Equal(36, Array.IndexOf(_output, Untouched));
        Assert.DoesNotContain(Untouched, _indices.Take(36));
        AssertUntouched(from: 36);
    }

    [Fact]
    public void Empty_batch_writes_nothing()
    {
        Open([0, 3, 5, 7], [0, 3, 2, 3], [0, 3, 2, 3]);

        AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Shape_that_does_not_fit_is_reported(string parameter, int[] input, int[] output, int[] indices)
    {
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(() => Open(input, output, indices)).ParamName);
        AssertUntouched();
    }

    [Theory]
    [InlineData(2, 3, "height")]
    [InlineData(5, 0, "width")]
    public void Axis_without_a_window_is_named(int height, int width, string axis)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>("input", () => Open([2, 3, height, width], Output, Output));

        Assert.Contains(axis, exception.Message, StringComparison.Ordinal);
        AssertUntouched();
    }

    [Theory]
    [InlineData("input", new[] { 2, 5, 6, 3 }, new[] { 2, 2, 3, 3 })]
    [InlineData("input", new[] { 2, 4, 7, 3 }, new[] { 2, 2, 3, 3 })]
    [InlineData("input", new[] { 2, 4, 6, 2 }, new[] { 2, 2, 3, 2 })]
    [InlineData("output", new[] { 2, 4, 6, 3 }, new[] { 2, 3, 2, 3 })]
    [InlineData("output", new[] { 2, 4, 6, 3 }, new[] { 1, 2, 3, 3 })]
    public void Dimension_other_than_the_attribute_says_is_reported(string parameter, int[] input, int[] output)
    {
        Assert.Throws<ArgumentException>(parameter, () => Tensors.Fixed(
            new ReadOnlyTensorSpan<float>(_input, Lengths(input)), new TensorSpan<float>(_output, Lengths(output))));
        AssertUntouched();
    }

    /// <summary>Along its second axis all elements are the same, so a result has no place.</summary>
    [Theory]
    [InlineData("output")]
    [InlineData("indices")]
    public void Stride_of_zero_is_reported(string parameter)
    {
        nint[] dense = [18, 6, 3, 1];
        nint[] repeating = [6, 0, 3, 1];
        Assert.Throws<ArgumentException>(parameter, () => Tensors.Open(
            new ReadOnlyTensorSpan<float>(_input, Lengths(Input)),
            new TensorSpan<float>(_output, Lengths(Output), parameter == "output" ? repeating : dense),
            new TensorSpan<int>(_indices, Lengths(Output), parameter == "indices" ? repeating : dense)));
        AssertUntouched();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(209)]
    public void Overlap_with_the_input_is_reported(int outputAt)
    {
        float[] memory = Fresh<float>(1000, Untouched);
        Assert.Throws<ArgumentException>("output", () => Tensors.Open(
            new ReadOnlyTensorSpan<float>(memory, Lengths(Input)),
            new TensorSpan<float>(memory.AsSpan(outputAt), Lengths(Output)),
            new TensorSpan<int>(_indices, Lengths(Output))));
        Assert.All(memory, static element => Assert.Equal(Untouched, element));
        AssertUntouched();
    }

    [Fact]
    public void Neighbour_of_the_input_may_be_the_output()
    {
        float[] memory = new float[246];
        memory.AsSpan(210).Fill(Untouched);
        Tensors.Open(
            new ReadOnlyTensorSpan<float>(memory.AsSpan(0, 210), Lengths(Input)),
            new TensorSpan<float>(memory.AsSpan(210), Lengths(Output)),
            new TensorSpan<int>(_indices, Lengths(Output)));
        Assert.DoesNotContain(Untouched, memory);
    }

    private void Open(int[] input, int[] output, int[] indices) => Tensors.Open(
        new ReadOnlyTensorSpan<float>(_input, Lengths(input)),
        new TensorSpan<float>(_output, Lengths(output)),
        new TensorSpan<int>(_indices, Lengths(indices)));

    private void AssertUntouched(int from = 0)
    {
        Assert.All(_output.Skip(from), static element => Assert.Equal(Untouched, element));
        Assert.All(_indices.Skip(from), static element => Assert.Equal(Untouched, element));
    }

    private static nint[] Lengths(int[] lengths) => [.. lengths.Select(static length => (nint)length)];

    private static T[] Fresh<T>(int length, T value)
    {
        T[] elements = new T[length];
        elements.AsSpan().Fill(value);
        return elements;
    }
}
