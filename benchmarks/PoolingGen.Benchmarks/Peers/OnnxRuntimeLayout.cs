namespace PoolingGen.Benchmarks.Peers;

/// <summary>The ways in which ONNX Runtime pools: which is faster depends on the layer and on the machine.</summary>
internal enum OnnxRuntimeLayout
{
    /// <summary>
    /// Its default: where the number of channels allows it, the input is reordered into blocks of a vector's worth of
    /// channels, pooled, and the output reordered back.
    /// </summary>
    Blocked,

    /// <summary>On the planes as they lie there: the highest optimisation level below that reordering.</summary>
    Planar,
}
