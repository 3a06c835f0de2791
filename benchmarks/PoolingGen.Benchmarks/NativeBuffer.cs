using System.Runtime.InteropServices;

namespace PoolingGen.Benchmarks;

/// <summary>
/// Memory at a fixed address, aligned to a cache line. It begins as bytes of 255, which no contender leaves behind
/// everywhere: as floating-point numbers they are NaN.
/// </summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private const int CacheLine = 64;

    // XNNPACK reads past the end of its input, without using what it finds.
    private const int Slack = 128;

    private void* _memory;

    public NativeBuffer(int bytes)
    {
        Bytes = bytes;
        _memory = NativeMemory.AlignedAlloc((nuint)(bytes + Slack), CacheLine);
        NativeMemory.Fill(_memory, (nuint)(bytes + Slack), byte.MaxValue);
    }

    public int Bytes { get; }

    public nint Address => (nint)_memory;

    public Span<T> Of<T>()
        where T : unmanaged => new(_memory, Bytes / sizeof(T));

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
