using BenchmarkDotNet.Attributes;

namespace PoolingGen.Benchmarks;

/// <summary>Adds <see cref="BandwidthColumn"/> to the reports of a benchmark class.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BandwidthColumnAttribute() : ColumnConfigBaseAttribute(new BandwidthColumn());
