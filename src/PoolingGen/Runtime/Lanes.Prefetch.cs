using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Memory that is read soon.</content>
public static unsafe partial class Lanes
{
    /// <summary>Asks for elements, to have them in the second-level cache when they are read. Does nothing where .NET knows no instruction for it.</summary>
    /// <param name="row">An element of the tensor.</param>
    /// <param name="from">How far behind it the first of those asked for lies, in elements; they may lie behind the tensor.</param>
    /// <param name="to">How far the one behind the last of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref T row, nint from, nint to)
        where T : unmanaged
    {
        const int CacheLine = 64;
        if (Sse.IsSupported)
        {
            // The garbage collector may move the tensor meanwhile: then this asks for something else, which does no harm.
            T* start = (T*)Unsafe.AsPointer(ref row);
            for (nint i = from; i < to; i += CacheLine / sizeof(T))
            {
                Sse.Prefetch1(start + i);
            }
        }
    }

    /// <summary>Asks for the cache line of one element, to have it in the first-level cache when it is read.</summary>
    /// <param name="row">An element of the tensor.</param>
    /// <param name="column">How far behind it the one asked for lies, in elements; it may lie behind the tensor.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchLine<T>(ref T row, nint column)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0((T*)Unsafe.AsPointer(ref row) + column);
        }
    }
}
