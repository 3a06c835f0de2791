using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>
/// Reads every byte of the input and writes every byte of the output, and nothing else: the time that no kernel can beat
/// at that footprint. What it writes depends on what it read, so that neither half can be left out.
/// </summary>
internal static class ReadWriteLimit
{
    public static BufferContender Enter<T>(Job<T> job)
        where T : unmanaged, INumber<T>
    {
        NativeBuffer input = job.Input(DataLayout.ChannelsFirst);
        return BufferContender.New("read + write", DataLayout.ChannelsFirst, job, (output, indices) =>
        {
            ReadOnlySpan<byte> bytes = input.Of<byte>();
            int sum = Vector512.IsHardwareAccelerated ? Read512(bytes) : Read(bytes);
            output.Of<byte>().Fill((byte)sum);
            indices?.Of<byte>().Fill((byte)sum);
        });
    }

    /// <summary>Four accumulators, so that no addition waits for the one before.</summary>
    private static int Read512(ReadOnlySpan<byte> input)
    {
        ref int first = ref Integers(input);
        nuint lanes = (nuint)Vector512<int>.Count;
        nuint end = (nuint)(input.Length / sizeof(int)) & ~(4 * lanes - 1);
        var sum0 = Vector512<int>.Zero;
        var sum1 = sum0;
        var sum2 = sum0;
        var sum3 = sum0;
        for (nuint i = 0; i < end; i += 4 * lanes)
        {
            sum0 += Vector512.LoadUnsafe(ref first, i);
            sum1 += Vector512.LoadUnsafe(ref first, i + lanes);
            sum2 += Vector512.LoadUnsafe(ref first, i + 2 * lanes);
            sum3 += Vector512.LoadUnsafe(ref first, i + 3 * lanes);
        }

        return Vector512.Sum(sum0 + sum1 + (sum2 + sum3)) + Rest(input[((int)end * sizeof(int))..]);
    }

    /// <summary>The same with the widest vectors of a machine without 512 bits.</summary>
    private static int Read(ReadOnlySpan<byte> input)
    {
        ref int first = ref Integers(input);
        nuint lanes = (nuint)Vector<int>.Count;
        nuint end = (nuint)(input.Length / sizeof(int)) & ~(4 * lanes - 1);
        var sum0 = Vector<int>.Zero;
        var sum1 = sum0;
        var sum2 = sum0;
        var sum3 = sum0;
        for (nuint i = 0; i < end; i += 4 * lanes)
        {
            sum0 += Vector.LoadUnsafe(ref first, i);
            sum1 += Vector.LoadUnsafe(ref first, i + lanes);
            sum2 += Vector.LoadUnsafe(ref first, i + 2 * lanes);
            sum3 += Vector.LoadUnsafe(ref first, i + 3 * lanes);
        }

        return Vector.Sum(sum0 + sum1 + (sum2 + sum3)) + Rest(input[((int)end * sizeof(int))..]);
    }

    private static ref int Integers(ReadOnlySpan<byte> input) => ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, int>(input));

    private static int Rest(ReadOnlySpan<byte> input)
    {
        int sum = 0;
        foreach (int value in MemoryMarshal.Cast<byte, int>(input))
        {
            sum += value;
        }

        foreach (byte value in input[(input.Length / sizeof(int) * sizeof(int))..])
        {
            sum += value;
        }

        return sum;
    }
}
