namespace PoolingGen.Benchmarks;

/// <summary>How windows lie along one spatial axis, in elements.</summary>
internal readonly record struct Axis(int Window, int Stride, int PadBegin = 0, int PadEnd = 0);
