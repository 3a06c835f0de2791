using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Runtime;

/// <summary>
/// Memory on the stack for rows whose length is a power of two. It begins at a multiple of 512 bytes, so that pages end where
/// rows of up to that length do: a store to two pages takes 34 cycles on Zen 4, where others take one or two.
/// </summary>
public static class Scratch
{
    private const int Alignment = 512;

    /// <summary>Elements that have <paramref name="length"/> of them behind an aligned one, wherever they begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthFor<T>(int length)
        where T : unmanaged => length + Alignment / Unsafe.SizeOf<T>();

    /// <summary>The first aligned element. The memory must not move: it is the stack's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Align<T>(Span<T> memory)
        where T : unmanaged
    {
        ref T first = ref MemoryMarshal.GetReference(memory);
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref first);
        return ref Unsafe.AddByteOffset(ref first, -address & (Alignment - 1));
    }
}
