using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace PoolingGen.Benchmarks;

/// <summary>The bytes of a layer's input and output over the mean time of a call.</summary>
internal sealed class BandwidthColumn : IColumn
{
    public string Id => nameof(BandwidthColumn);

    public string ColumnName => "GB/s";

    public string Legend => "Bytes of input and output, each counted once, per nanosecond";

    public UnitType UnitType => UnitType.Dimensionless;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public bool AlwaysShow => true;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        if (summary[benchmarkCase]?.ResultStatistics is not { } statistics)
        {
            return "NA";
        }

        Layer layer = Layers.Matching((string)benchmarkCase.Parameters[nameof(PoolingBenchmarks.Layer)])[0];
        long bytes = sizeof(float) * ((long)layer.Input.Length + layer.Output.Length);
        return (bytes / statistics.Mean).ToString("F1", CultureInfo.InvariantCulture);
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
}
