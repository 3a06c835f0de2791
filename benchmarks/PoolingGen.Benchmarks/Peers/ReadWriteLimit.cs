using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>
/// Reads every input element and writes every output element, and nothing else: the time that no kernel can beat
/// at that footprint. What it writes depends on what it read, so that neither half can be left out.
/// </summary>
internal static class ReadWriteLimit
{
    public static void Run(ReadOnlySpan<float> input, Span<float> output) =>
        output.Fill(Vector512.IsHardwareAccelerated ? Read512(input) : Read(input));

    /// <summary>Four accumulators, so that no addition waits for the one before.</summary>
    private static float Read512(ReadOnlySpan<float> input)
    {
        ref float first = ref MemoryMarshal.GetReference(input);
        nuint lanes = (nuint)Vector512<float>.Count;
        nuint end = (nuint)input.Length & ~(4 * lanes - 1);
        var sum0 = Vector512<float>.Zero;
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

        return Vector512.Sum(sum0 + sum1 + (sum2 + sum3)) + Rest(input[(int)end..]);
    }

    /// <summary>The same with the widest vectors of a machine without 512 bits.</summary>
    private static float Read(ReadOnlySpan<float> input)
    {
        ref float first = ref MemoryMarshal.GetReference(input);
        nuint lanes = (nuint)Vector<float>.Count;
        nuint end = (nuint)input.Length & ~(4 * lanes - 1);
        var sum0 = Vector<float>.Zero;
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

        return Vector.Sum(sum0 + sum1 + (sum2 + sum3)) + Rest(input[(int)end..]);
    }

    private static float Rest(ReadOnlySpan<float> input)
    {
        float sum = 0;
        foreach (float value in input)
        {
            sum += value;
        }

        return sum;
    }
}
