using System.Runtime.InteropServices;

namespace PoolingGen.Benchmarks;

/// <summary>Floats at a fixed address, aligned to a cache line: the same memory for every contender.</summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private const int CacheLine = 64;

    private void* _memory;

    public NativeBuffer(int length)
    {
        Length = length;
        _memory = NativeMemory.AlignedAlloc((nuint)length * sizeof(float), CacheLine);
    }

    public int Length { get; }

    public nint Address => (nint)_memory;

    public Span<float> Span => new(_memory, Length);

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
