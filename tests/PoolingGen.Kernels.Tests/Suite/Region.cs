namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>Memory for one tensor after another, each between canaries.</summary>
internal abstract class Region
{
    /// <summary>Canaries on each side: three vectors of 512 bits and more.</summary>
    protected const int Margin = 64;

    /// <summary>A NaN, so that a kernel that reads one where it must not gives itself away.</summary>
    private const uint Canary = 0x7FC0_BAD0;

    private int _start;
    private int _length;
    private int _turn;

    /// <summary>A tensor full of canaries, at another place than the last one. It ends the last one's life.</summary>
    public Span<float> Take(int length)
    {
        Span<float> whole = Whole(length);
        _start = StartOf(whole.Length, length, _turn++);
        _length = length;
        int end = Math.Min(whole.Length, _start + length + Margin);
        int begin = Math.Max(0, _start - Margin);
        whole[begin..end].Fill(BitConverter.UInt32BitsToSingle(Canary));
        return whole.Slice(_start, length);
    }

    /// <summary>Where beside the last tensor something was written, relative to its start; <see langword="null"/> if nowhere.</summary>
    public int? FirstDamage()
    {
        Span<float> whole = Whole(_length);
        int end = Math.Min(whole.Length, _start + _length + Margin);
        for (int i = Math.Max(0, _start - Margin); i < end; i++)
        {
            bool beside = i < _start || i >= _start + _length;
            if (beside && BitConverter.SingleToUInt32Bits(whole[i]) != Canary)
            {
                return i - _start;
            }
        }

        return null;
    }

    /// <summary>All of the memory, enough for a tensor of this length and its margins.</summary>
    protected abstract Span<float> Whole(int length);

    /// <summary>Where in the memory a tensor starts.</summary>
    protected abstract int StartOf(int whole, int length, int turn);
}
