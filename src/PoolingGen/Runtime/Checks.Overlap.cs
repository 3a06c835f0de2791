using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Runtime;

/// <content>What is written shares no memory with anything else.</content>
public static partial class Checks
{
    /// <summary>Input and output, or input and indices, share no memory.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    public static void Apart<TInput, TOutput>(ReadOnlySpan<TInput> input, Span<TOutput> output, string name)
        where TInput : unmanaged
        where TOutput : unmanaged
    {
        if (Overlap(ref MemoryMarshal.GetReference(input), input.Length, ref MemoryMarshal.GetReference(output), output.Length))
        {
            ThrowOverlap(name, "input");
        }
    }

    /// <summary>Output and indices share no memory.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    public static void IndicesApart<TOutput, TIndex>(Span<TOutput> output, Span<TIndex> indices, string name)
        where TOutput : unmanaged
        where TIndex : unmanaged
    {
        if (Overlap(ref MemoryMarshal.GetReference(output), output.Length, ref MemoryMarshal.GetReference(indices), indices.Length))
        {
            ThrowOverlap(name, "output");
        }
    }

    /// <summary>Whether two ranges of memory, of so many elements each, have a byte in common.</summary>
    private static bool Overlap<TFirst, TSecond>(ref TFirst first, nint firstLength, ref TSecond second, nint secondLength)
        where TFirst : unmanaged
        where TSecond : unmanaged
    {
        if (firstLength == 0 || secondLength == 0)
        {
            return false;
        }

        // Modulo the address space the second starts inside the first, or the first inside the second.
        nuint distance = (nuint)Unsafe.ByteOffset(ref first, ref Unsafe.As<TSecond, TFirst>(ref second));
        nuint firstBytes = (nuint)firstLength * (nuint)Unsafe.SizeOf<TFirst>();
        nuint secondBytes = (nuint)secondLength * (nuint)Unsafe.SizeOf<TSecond>();
        return distance < firstBytes || distance > unchecked(0 - secondBytes);
    }

    [DoesNotReturn]
    private static void ThrowOverlap(string name, string other) =>
        throw new ArgumentException($"It shares memory with the {other}.", name);
}
