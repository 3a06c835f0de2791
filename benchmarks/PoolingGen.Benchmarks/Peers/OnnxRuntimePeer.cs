using Microsoft.ML.OnnxRuntime;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>ONNX Runtime knows channels first only: maxima of 8-bit, 32-bit and 64-bit elements, averages of <c>float</c>.</summary>
internal sealed class OnnxRuntimePeer : Peer
{
    public override string Id => "onnx";

    public override string Title => "ONNX Runtime";

    public override string Version => OrtEnv.Instance().GetVersionString();

    public override IEnumerable<Contender> Enter<T>(Job<T> job) =>
        typeof(T) == typeof(float) || job.Layer.Pool.Mode == PoolingMode.Max && typeof(T) != typeof(Half)
            ? Enum.GetValues<OnnxRuntimeLayout>().Select(layout => OnnxRuntimeContender.New(job, layout))
            : [];
}
