using System.Runtime.InteropServices;

namespace PoolingGen.Benchmarks;

/// <summary>
/// Memory at a fixed address, at the same place of a page in every run. It begins as bytes of 255, which no contender leaves
/// behind everywhere: as floating-point numbers they are NaN.
/// </summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    /// <summary>
    /// Where outputs begin: far from where inputs do. A processor takes a load from the same place of a page for one of what was
    /// stored just before, and waits; outputs as large as their inputs would be stored where the next rows are loaded.
    /// </summary>
    public const int HalfPage = Page / 2;

    private const int Page = 4096;

    // XNNPACK reads past the end of its input, without using what it finds.
    private const int Slack = 128;

    private readonly int _begin;
    private void* _memory;

    /// <param name="bytes">Its length.</param>
    /// <param name="begin">How many bytes behind the begin of a page it begins.</param>
    public NativeBuffer(int bytes, int begin = 0)
    {
        Bytes = bytes;
        _begin = begin;
        nuint length = (nuint)(begin + bytes + Slack);
        _memory = NativeMemory.AlignedAlloc(length, Page);
        NativeMemory.Fill(_memory, length, byte.MaxValue);
    }

    public int Bytes { get; }

    public nint Address => (nint)_memory + _begin;

    public Span<T> Of<T>()
        where T : unmanaged => new((void*)Address, Bytes / sizeof(T));

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
