namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>The taps of one window along one axis.</summary>
/// <param name="axis">All windows.</param>
/// <param name="window">Which of them.</param>
/// <param name="extent">The input's extent.</param>
internal readonly struct Taps(Axis axis, int window, int extent)
{
    private readonly int _start = window * axis.Stride - axis.PadBegin;

    /// <summary>The first tap inside the input.</summary>
    public int First => Math.Max(_start, 0);

    /// <summary>One behind the last tap inside the input.</summary>
    public int End => Math.Min(_start + axis.Size, extent);

    /// <summary>The number of taps inside the input.</summary>
    public int Inside => End - First;

    /// <summary>The number of taps inside the input and its declared padding.</summary>
    public int InPadded => Math.Min(_start + axis.Size, extent + axis.PadEnd) - Math.Max(_start, -axis.PadBegin);
}
