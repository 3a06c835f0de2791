using BenchmarkDotNet.Attributes;

namespace PoolingGen.Benchmarks;

/// <summary>Every layer by the generated kernels, by ONNX Runtime and by a naive loop, on one thread.</summary>
[BandwidthColumn]
[MemoryDiagnoser(displayGenColumns: false)]
public class PoolingBenchmarks
{
    private LayerContest _contest = null!;

    public static IEnumerable<string> LayerIds => Layers.All.Select(layer => layer.Id);

    [ParamsSource(nameof(LayerIds))]
    public string Layer { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _contest = new LayerContest(Layers.WithId(Layer));

    [GlobalCleanup]
    public void Cleanup() => _contest.Dispose();

    [Benchmark]
    public void Kernel() => _contest.Kernel.Run();

    [Benchmark]
    public void FixedKernel() => _contest.FixedKernel.Run();

    [Benchmark(Baseline = true)]
    public void OnnxPlanar() => _contest.OnnxPlanar.Run();

    [Benchmark]
    public void OnnxBlocked() => _contest.OnnxBlocked.Run();

    [Benchmark]
    public void NaiveLoop() => _contest.Naive.Run();
}
