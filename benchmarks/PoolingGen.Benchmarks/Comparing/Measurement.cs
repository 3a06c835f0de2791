namespace PoolingGen.Benchmarks.Comparing;

/// <summary>What <c>compare</c> found out about one layer: median seconds of a call.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Ours">The generated kernel.</param>
/// <param name="OnnxBlocked">ONNX Runtime as it comes.</param>
/// <param name="OnnxPlanar">ONNX Runtime without its reordering of channels.</param>
/// <param name="Limit">Reading the input and writing the output.</param>
/// <param name="Naive">The naive loop, where it took part.</param>
internal sealed record Measurement(Layer Layer, double Ours, double OnnxBlocked, double OnnxPlanar, double Limit, double? Naive)
{
    /// <summary>The faster of ONNX Runtime's two ways.</summary>
    public double OnnxRuntime => Math.Min(OnnxBlocked, OnnxPlanar);

    public double Speedup => OnnxRuntime / Ours;

    public double SpeedupOverDefault => OnnxBlocked / Ours;

    public double? NaiveSpeedup => Naive / Ours;

    /// <summary>1 for a kernel that does not take longer than reading its input and writing its output.</summary>
    public double FractionOfLimit => Limit / Ours;

    public double GigabytesPerSecond => Layer.Bytes / Ours * 1e-9;
}
