using BenchmarkDotNet.Attributes;
using PoolingGen.Benchmarks.Peers;

namespace PoolingGen.Benchmarks;

/// <summary>Every layer by the generated kernels, by ONNX Runtime and by a naive loop, on one thread.</summary>
[BandwidthColumn]
[MemoryDiagnoser(displayGenColumns: false)]
public class PoolingBenchmarks
{
    private Contest _contest = null!;
    private Contest _fixed = null!;
    private Contender _onnxBlocked = null!;
    private Contender _onnxPlanar = null!;

    public static IEnumerable<string> LayerIds => Layers.All.Select(layer => layer.Id);

    [ParamsSource(nameof(LayerIds))]
    public string Layer { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        Layer layer = Layers.Matching(Layer)[0];
        _contest = Contest.Open(layer, new Variant(), Peer.Named("onnx"));
        _fixed = Contest.Open(layer, new Variant { FixedShapes = true }, []);
        _onnxBlocked = _contest.Peers[0].Ways[(int)OnnxRuntimeLayout.Blocked];
        _onnxPlanar = _contest.Peers[0].Ways[(int)OnnxRuntimeLayout.Planar];
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _fixed.Dispose();
        _contest.Dispose();
    }

    [Benchmark]
    public void Kernel() => _contest.Kernel.Run();

    [Benchmark]
    public void FixedKernel() => _fixed.Kernel.Run();

    [Benchmark(Baseline = true)]
    public void OnnxPlanar() => _onnxPlanar.Run();

    [Benchmark]
    public void OnnxBlocked() => _onnxBlocked.Run();

    [Benchmark]
    public void NaiveLoop() => _contest.Naive.Run();
}
