namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>An array. Tensors start at every alignment in turn.</summary>
internal sealed class ArrayRegion : Region
{
    private const int Alignments = 16;
    private const int LargestElement = 8;

    private byte[] _bytes = [];

    protected override Span<byte> Whole(int length)
    {
        int least = length + 2 * Margin + Alignments * LargestElement;
        if (_bytes.Length < least)
        {
            _bytes = new byte[2 * least];
        }

        return _bytes;
    }

    protected override int StartOf(int whole, int length, int size, int turn) => Margin + turn % Alignments * size;
}
