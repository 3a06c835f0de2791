namespace PoolingGen.Benchmarks;

/// <summary>How windows lie along one spatial axis, in elements.</summary>
internal readonly record struct Axis(int Window, int Stride, int PadBegin = 0, int PadEnd = 0)
{
    /// <summary>An axis that a layer does not have is one element long.</summary>
    public static readonly Axis Absent = new(Window: 1, Stride: 1);
}
