using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Runtime;

/// <summary>Memory on the stack that begins with a cache line, so that no vector stored to it lies across two.</summary>
public static class Scratch
{
    private const int CacheLine = 64;

    /// <summary>Elements that have <paramref name="length"/> of them behind the start of a cache line, wherever they begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthFor<T>(int length)
        where T : unmanaged => length + CacheLine / Unsafe.SizeOf<T>();

    /// <summary>The first element at the start of a cache line. The memory must not move: it is the stack's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Align<T>(Span<T> memory)
        where T : unmanaged
    {
        ref T first = ref MemoryMarshal.GetReference(memory);
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref first);
        return ref Unsafe.AddByteOffset(ref first, -address & (CacheLine - 1));
    }
}
