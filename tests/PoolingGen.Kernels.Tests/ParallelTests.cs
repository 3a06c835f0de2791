using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Kernels;
using PoolingGen.Kernels.Tests.Suite;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>A kernel gives the same bits whether its work is split or not.</summary>
public class ParallelTests
{
    /// <summary>The least input that is split, in bytes, as in the library.</summary>
    private const int LeastBytes = 1 << 20;

    /// <summary>Kernels with a shape: large enough to be split, and such that parts differ in size.</summary>
    public static TheoryData<string, int, int, int, int> Shapes => new()
    {
        { nameof(OverCores.Stem), 3, 23, 61, 67 },
        { nameof(OverCores.Stem), 1, 2, 500, 301 },
        { nameof(OverCores.FixedChannels), 1, 37, 90, 81 },
        { nameof(OverCores.Global), 1, 67, 71, 70 },
        { nameof(OverCores.Global), 1, 50021, 3, 2 },
        { nameof(OverCores.Length), 1, 9001, 1, 61 },
        { nameof(OverCores.Length), 1, 31, 1, 20011 },
        { nameof(OverCores.Bytes), 7, 33, 73, 71 },
        { nameof(OverCores.Bytes), 91, 1, 129, 93 },
        { nameof(OverCores.WithoutTap), 31, 91, 2, 50 },
        { nameof(OverCores.ChannelsLast), 11, 5, 51, 53 },
        { nameof(OverCores.ChannelsLast), 11, 1, 151, 103 },
        { nameof(OverCores.OfPlanes), 1, 201, 51, 53 },
        { nameof(OverCores.OfTensor), 5, 23, 47, 51 },
        { nameof(OverCores.OneImage), 1, 33, 101, 87 },
        { nameof(OverCores.Stem), 1, 1, 1203, 301 },
        { nameof(OverCores.Bytes), 1, 33, 301, 171 },
        { nameof(OverCores.Bytes), 2, 1, 1001, 693 },
        { nameof(OverCores.ChannelsLast), 3, 5, 151, 103 },
        { nameof(OverCores.OfTensor), 2, 1, 803, 217 },
        { nameof(OverCores.Pyramid), 1, 1, 601, 467 },
        { nameof(OverCores.EqualParts), 1, 40, 101, 93 },
        { nameof(OverCores.OfImage), 2, 21, 103, 95 },
        { nameof(OverCores.OfImage), 1, 1, 703, 495 },
        { nameof(OverCores.Pixels), 1, 35, 93, 107 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Splitting_changes_no_bit(string name, int batch, int channels, int height, int width)
    {
        Kernel split = KernelCatalogue.Get($"{nameof(OverCores)}.{name}");
        Kernel whole = KernelCatalogue.Get($"{nameof(OnOneCore)}.{name}");
        Shape shape = new(batch, channels, 1, height, width);
        int outputs = whole.Pooling.OutputOf(shape).Length;
        byte[] input = new byte[shape.Length * whole.Pooling.Input.Size];
        Assert.True(input.Length >= LeastBytes);
        Filling.For(whole.Pooling, shape, index: 0).First().Fill(input, shape, seed: batch + width);

        byte[] expected = new byte[outputs * whole.Pooling.Output.Size];
        byte[] expectedIndices = new byte[outputs * (whole.Pooling.Indices?.Size ?? 0)];
        whole.Pool(input, expected, expectedIndices, shape);
        byte[] output = new byte[expected.Length];
        byte[] indices = new byte[expectedIndices.Length];
        split.Pool(input, output, indices, shape);

        Assert.True(expected.AsSpan().SequenceEqual(output), "Outputs differ.");
        Assert.True(expectedIndices.AsSpan().SequenceEqual(indices), "Indices differ.");
    }
}
