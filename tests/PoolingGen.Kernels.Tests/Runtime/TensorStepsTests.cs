using System.Numerics;
using System.Numerics.Tensors;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

public class TensorStepsTests
{
    private const short Untouched = -12345;

    /// <summary>Small tensors, which are taken whole; large planes, taken one by one; many channels, taken in parts.</summary>
    public static TheoryData<int[], bool> Tensors => new()
    {
        { [2, 3, 7], false },
        { [2, 3, 4, 6], false },
        { [2, 3, 2, 4, 6], false },
        { [2, 5, 90, 121], false },
        { [2, 40, 24, 40], false },
        { [1, 1, 2, 2], false },
        { [40, 70, 4, 8], false },
        { [2, 7, 3], true },
        { [2, 4, 6, 3], true },
        { [2, 2, 4, 6, 3], true },
        { [2, 30, 31, 67], true },
        { [40, 4, 8, 70], true },
    };

    [Theory]
    [MemberData(nameof(Tensors))]
    public void Strides_of_the_input_change_nothing(int[] shape, bool channelsLast)
    {
        nint[] lengths = ToNative(shape);
        foreach ((string name, nint[] strides) in Strides.Of(lengths).Concat(Strides.Repeating(lengths)))
        {
            AssertPools(new(name, lengths, strides), static lengths => Strides.Of(lengths)[0], channelsLast);
        }
    }

    [Theory]
    [MemberData(nameof(Tensors))]
    public void Strides_of_the_output_change_nothing(int[] shape, bool channelsLast)
    {
        nint[] lengths = ToNative(shape);
        for (int way = 0; way < Strides.Of(lengths).Count; way++)
        {
            (string name, nint[] strides) = Strides.Of(lengths)[0];
            AssertPools(new(name, lengths, strides), outputLengths => Strides.Of(outputLengths)[way], channelsLast);
        }
    }

    [Theory]
    [MemberData(nameof(Tensors))]
    public void Strides_of_both_change_nothing(int[] shape, bool channelsLast)
    {
        nint[] lengths = ToNative(shape);
        int ways = Strides.Of(lengths).Count;
        for (int way = 0; way < ways; way++)
        {
            (string name, nint[] strides) = Strides.Of(lengths)[way];
            AssertPools(new(name, lengths, strides), outputLengths => Strides.Of(outputLengths)[(way + 4) % ways], channelsLast);
        }
    }

    /// <summary>The axis whose part a tensor is, and how many calls do without a copy.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 10)]
    public void Planes_that_are_dense_are_not_copied(int axis, int calls)
    {
        nint[] lengths = [2, 5, 8, 6];
        PairMaximum kernel = new(spatialAxes: 2, channelsLast: false, countsAll: true, splitsChannels: true);
        StridedTensor<short> input = new("", lengths, Strides.Of(lengths)[1 + axis].Strides);
        StridedTensor<float> output = Dense<float>(kernel.OutputLengths(lengths));
        StridedTensor<long> indices = Dense<long>(kernel.OutputLengths(lengths));

        kernel.Run(input.Span, output.Span, indices.Span);

        Assert.Equal((calls, 10), kernel.Seen);
    }

    [Fact]
    public void Empty_batch_is_no_step()
    {
        PairMaximum kernel = new(spatialAxes: 2, channelsLast: false, countsAll: false, splitsChannels: true);
        kernel.Run(new ReadOnlyTensorSpan<short>(new short[1], [0, 3, 4, 4], []), new TensorSpan<float>(new float[1], [0, 3, 4, 2], []));
        Assert.Equal((0, 0), kernel.Seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Strided_tensors_allocate_nothing(bool channelsLast)
    {
        nint[] lengths = [2, 20, 30, 40];
        PairMaximum kernel = new(spatialAxes: 2, channelsLast, countsAll: true, splitsChannels: true);
        nint[] outputLengths = kernel.OutputLengths(lengths);
        StridedTensor<short> input = new("", lengths, Strides.Of(lengths)[^1].Strides);
        StridedTensor<float> output = new("", outputLengths, Strides.Of(outputLengths)[^1].Strides);
        StridedTensor<long> indices = new("", outputLengths, Strides.Of(outputLengths)[^1].Strides);
        kernel.Run(input.Span, output.Span, indices.Span);

        long before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Run(input.Span, output.Span, indices.Span);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    private static void AssertPools(StridedTensor<short> input, Func<nint[], (string Name, nint[] Strides)> outputStrides, bool channelsLast)
    {
        Fill(input);
        foreach ((bool countsAll, bool splitsChannels) in new[] { (false, true), (true, true), (true, false) })
        {
            // Only where channels come last may a kernel be made for a number of them.
            PairMaximum kernel = new(input.Span.Rank - 2, channelsLast, countsAll, splitsChannels || !channelsLast);
            AssertPools(kernel, input, outputStrides);
        }
    }

    private static void AssertPools(PairMaximum kernel, StridedTensor<short> input, Func<nint[], (string Name, nint[] Strides)> outputStrides)
    {
        nint[] lengths = input.Span.Lengths.ToArray();
        nint[] outputLengths = kernel.OutputLengths(lengths);
        (string name, nint[] strides) = outputStrides(outputLengths);
        StridedTensor<float> expected = Dense<float>(outputLengths);
        StridedTensor<long> expectedIndices = Dense<long>(outputLengths);
        StridedTensor<float> output = new(name, outputLengths, strides);
        StridedTensor<float> alone = new(name, outputLengths, strides);
        StridedTensor<long> indices = new(name, outputLengths, strides);
        output.Memory.Fill(Untouched);
        indices.Memory.Fill(Untouched);

        kernel.Run(new ReadOnlyTensorSpan<short>(input.ToDense(), lengths, []), expected.Span, expectedIndices.Span);
        Assert.Equal(1, kernel.Seen.Calls);
        kernel.Run(input.Span, output.Span, indices.Span);
        kernel.Run(input.Span, alone.Span);

        Assert.True(expected.ToDense().AsSpan().SequenceEqual(output.ToDense()), $"{input}, {name}");
        Assert.True(expected.ToDense().AsSpan().SequenceEqual(alone.ToDense()), $"{input}, {name}, without indices");
        Assert.True(expectedIndices.ToDense().AsSpan().SequenceEqual(indices.ToDense()), $"{input}, {name}, indices");
        AssertUntouched(output);
        AssertUntouched(indices);
    }

    private static void AssertUntouched<T>(StridedTensor<T> tensor)
        where T : unmanaged, INumber<T>
    {
        T[] memory = tensor.Memory.ToArray();
        foreach (int place in tensor.Places)
        {
            memory[place] = T.CreateChecked(Untouched);
        }

        Assert.True(memory.AsSpan().IndexOfAnyExcept(T.CreateChecked(Untouched)) < 0, $"{tensor}: written outside");
    }

    /// <summary>With many zeros: pairs of them have no position.</summary>
    private static void Fill(StridedTensor<short> tensor)
    {
        Random random = new(tensor.Memory.Length);
        foreach (ref short element in tensor.Memory)
        {
            element = (short)Math.Max(random.Next(-1000, 1000), 0);
        }
    }

    private static StridedTensor<T> Dense<T>(nint[] lengths)
        where T : unmanaged => new("dense", lengths, Strides.Of(lengths)[0].Strides);

    private static nint[] ToNative(int[] lengths) => [.. lengths.Select(static length => (nint)length)];
}
