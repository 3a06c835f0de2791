using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Two short rows side by side in a vector.</content>
public static partial class Lanes
{
    /// <summary>The places, in two vectors side by side, of every second column of two rows, each of which begins with a vector.</summary>
    /// <param name="outputs">How many columns to take of each row: those of the second row follow those of the first. At most half a vector.</param>
    /// <param name="phase">0 for the columns 0, 2, 4, ...; 1 for 1, 3, 5, ...</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> PairedColumns512(nint outputs, int phase)
    {
        Vector512<int> first = (Vector512<int>.Indices << 1) + Vector512.Create(phase);
        Vector512<int> second = first + Vector512.Create(Vector512<int>.Count - 2 * (int)outputs);
        return Vector512.ConditionalSelect(Vector512.LessThan(Vector512<int>.Indices, Vector512.Create((int)outputs)), first, second);
    }

    /// <summary>Some columns of two vectors side by side.</summary>
    /// <param name="left">The first vector.</param>
    /// <param name="right">The second vector, whose columns are counted on from those of the first.</param>
    /// <param name="columns">Which column to take for each lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Rearrange(Vector512<float> left, Vector512<float> right, Vector512<int> columns) =>
        Avx512F.IsSupported ? Avx512F.PermuteVar16x32x2(left, columns, right)
        : Vector512.ConditionalSelect(
            Vector512.LessThan(columns, Vector512.Create(Vector512<float>.Count)).AsSingle(),
            Vector512.Shuffle(left, columns),
            Vector512.Shuffle(right, columns - Vector512.Create(Vector512<float>.Count)));
}
