namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>An array. Tensors start at every alignment in turn.</summary>
internal sealed class ArrayRegion : Region
{
    private const int Alignments = 16;

    private float[] _floats = [];

    protected override Span<float> Whole(int length)
    {
        int least = length + 2 * Margin + Alignments;
        if (_floats.Length < least)
        {
            _floats = new float[2 * least];
        }

        return _floats;
    }

    protected override int StartOf(int whole, int length, int turn) => Margin + turn % Alignments;
}
