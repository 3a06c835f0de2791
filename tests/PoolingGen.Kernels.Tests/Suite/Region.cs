using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>Memory for one tensor after another, each between canaries. All lengths count bytes.</summary>
internal abstract class Region
{
    /// <summary>Canaries on each side: three vectors of 512 bits and more.</summary>
    public const int Margin = 256;

    private byte _canary;
    private int _start;
    private int _length;
    private int _turn;

    /// <summary>A tensor full of canaries, at another place than the last one. It ends the last one's life.</summary>
    public Span<byte> Take(int elements, Element element)
    {
        int length = elements * element.Size;
        Span<byte> whole = Whole(length);
        _canary = element.Canary;
        _start = StartOf(whole.Length, length, element.Size, _turn++);
        _length = length;
        int end = Math.Min(whole.Length, _start + length + Margin);
        int begin = Math.Max(0, _start - Margin);
        whole[begin..end].Fill(_canary);
        return whole.Slice(_start, length);
    }

    /// <summary>Likewise, but every other one is longer by a margin, which is a margin still: nothing may be written to it.</summary>
    public Span<byte> TakeAtLeast(int elements, Element element)
    {
        Span<byte> exact = Take(elements, element);
        return _turn % 2 == 0 ? Whole(_length).Slice(_start, _length + Margin) : exact;
    }

    /// <summary>Where beside the last tensor something was written, relative to its start; <see langword="null"/> if nowhere.</summary>
    public int? FirstDamage()
    {
        Span<byte> whole = Whole(_length);
        int before = Math.Max(0, _start - Margin);
        int behind = _start + _length;
        int damaged = whole[before.._start].IndexOfAnyExcept(_canary);
        if (damaged >= 0)
        {
            return before + damaged - _start;
        }

        damaged = whole[behind..Math.Min(whole.Length, behind + Margin)].IndexOfAnyExcept(_canary);
        return damaged >= 0 ? _length + damaged : null;
    }

    /// <summary>All of the memory, enough for a tensor of this length and its margins.</summary>
    protected abstract Span<byte> Whole(int length);

    /// <summary>Where in the memory a tensor starts whose elements have this size.</summary>
    protected abstract int StartOf(int whole, int length, int size, int turn);
}
