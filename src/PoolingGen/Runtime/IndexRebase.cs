using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolingGen.Runtime;

/// <summary>Turns indices that count from the beginning of a block into such that count from the beginning of the tensor.</summary>
internal static class IndexRebase
{
    /// <param name="first">The first of the indices that a kernel wrote; -1 stands for a window without a tap and stays.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="input">The whole input.</param>
    /// <param name="block">The block that the kernel took for the whole.</param>
    public static void Apply<TIndex>(ref TIndex first, nint count, in TensorView input, TensorBlock block)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        nint offset = block.FirstImage * input.Channels * input.PlaneSize + block.FirstChannel * (input.ChannelsLast ? 1 : input.PlaneSize);
        if (input.ChannelsLast && block.Channels != input.Channels)
        {
            Spread(ref first, count, TIndex.CreateTruncating(block.Channels), TIndex.CreateTruncating(input.Channels), TIndex.CreateTruncating(offset));
        }
        else if (offset != 0)
        {
            Shift(ref first, count, TIndex.CreateTruncating(offset));
        }
    }

    /// <summary>Adds to all indices but those of windows without a tap.</summary>
    public static void Shift<TIndex>(ref TIndex first, nint count, TIndex offset)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        for (nint i = 0; i < count; i++)
        {
            ref TIndex index = ref Unsafe.Add(ref first, i);
            index = TIndex.IsNegative(index) ? index : index + offset;
        }
    }

    /// <summary>The block has some channels only: those of the next column lie further away than the kernel knew.</summary>
    private static void Spread<TIndex>(ref TIndex first, nint count, TIndex blockChannels, TIndex channels, TIndex offset)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        for (nint i = 0; i < count; i++)
        {
            ref TIndex index = ref Unsafe.Add(ref first, i);
            if (!TIndex.IsNegative(index))
            {
                (TIndex column, TIndex channel) = TIndex.DivRem(index, blockChannels);
                index = column * channels + channel + offset;
            }
        }
    }
}
