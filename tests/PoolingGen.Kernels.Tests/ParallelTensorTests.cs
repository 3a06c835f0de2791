using System.Numerics.Tensors;
using System.Reflection;
using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Kernels;
using PoolingGen.Kernels.Tests.Specs;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>A kernel of tensor spans that splits its work does so within what lies in memory without gaps.</summary>
public class ParallelTensorTests
{
    private const int Batch = 3;
    private const int Channels = 51;
    private const int Height = 50;
    private const int Width = 47;
    private const int Outputs = Batch * Channels * (Height / 3) * (Width / 3);

    private delegate void Pool(ReadOnlyTensorSpan<float> input, TensorSpan<float> output, TensorSpan<long> indices);

    [Theory]
    [InlineData("no gaps", 0, 0, 1)]
    [InlineData("images apart", 5, 0, 1)]
    [InlineData("planes apart", 0, 3, 1)]
    [InlineData("columns apart", 0, 0, 2)]
    public void Gaps_of_the_input_change_no_bit(string gaps, int betweenImages, int betweenPlanes, int step)
    {
        using BulkCompilation compilation = new([Kernel()]);
        Pool pool = Assembly.LoadFrom(compilation.Library).GetTypes().SelectMany(static type => type.GetMethods())
            .Single(static method => method.IsDefined(typeof(PoolingKernelAttribute))).CreateDelegate<Pool>();
        float[] dense = [.. Enumerable.Range(0, Batch * Channels * Height * Width).Select(static i => (float)(i * 7919L % 10007))];
        nint plane = Height * Width * step + betweenPlanes;
        nint image = Channels * plane + betweenImages;
        float[] memory = new float[Batch * image];
        for (int i = 0; i < dense.Length; i++)
        {
            (int row, int place) = Math.DivRem(i, Height * Width);
            memory[row / Channels * image + row % Channels * plane + place * step] = dense[i];
        }

        float[] expected = new float[Outputs];
        long[] expectedIndices = new long[Outputs];
        OnOneCore.OfTensor(dense, expected, expectedIndices, Batch, Channels, Height, Width);
        float[] output = new float[Outputs];
        long[] indices = new long[Outputs];
        nint[] lengths = [Batch, Channels, Height / 3, Width / 3];
        pool(
            new ReadOnlyTensorSpan<float>(memory, [Batch, Channels, Height, Width], [image, plane, Width * step, step]),
            new TensorSpan<float>(output, lengths),
            new TensorSpan<long>(indices, lengths));

        Assert.True(expected.AsSpan().SequenceEqual(output), gaps);
        Assert.True(expectedIndices.AsSpan().SequenceEqual(indices), gaps);
    }

    private static Spec Kernel() => new(
        PoolingMode.Max, 2, Element.Single, Element.Single, Element.Int64,
        ["Size = 3", "IndexOrigin = PoolingIndexOrigin.Tensor", "Parallel = true"], [])
    {
        TakesTensors = true,
    };
}
