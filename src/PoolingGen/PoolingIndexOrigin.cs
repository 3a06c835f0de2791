namespace PoolingGen;

/// <summary>What an index of a maximum or minimum counts from.</summary>
public enum PoolingIndexOrigin
{
    /// <summary>The start of the (n, c) plane (PyTorch).</summary>
    Plane,

    /// <summary>The start of the whole tensor (ONNX).</summary>
    Tensor,
}
