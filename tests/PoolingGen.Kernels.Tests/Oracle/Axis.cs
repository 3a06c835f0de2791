namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>The windows along one axis.</summary>
internal sealed record Axis(int Size, int Stride, int PadBegin, int PadEnd)
{
    /// <summary>The number of windows that lie wholly inside the padded extent, found by placing one after the other.</summary>
    public int Outputs(int extent)
    {
        int count = 0;
        for (long start = -PadBegin; start + Size <= (long)extent + PadEnd; start += Stride)
        {
            count++;
        }

        return count;
    }

    /// <summary>The least extent that has this many windows, which may be less than 1.</summary>
    public int LeastExtent(int outputs) => (outputs - 1) * Stride + Size - PadBegin - PadEnd;

    public override string ToString() => $"{Size}/{Stride} padded {PadBegin}+{PadEnd}";
}
