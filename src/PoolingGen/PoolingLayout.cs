namespace PoolingGen;

/// <summary>The order of a tensor's axes, slowest first.</summary>
public enum PoolingLayout
{
    /// <summary><c>N C [D] [H] W</c>: one plane per channel (PyTorch's and ONNX's default).</summary>
    ChannelsFirst,

    /// <summary><c>N [D] [H] W C</c>: all channels of a position side by side.</summary>
    ChannelsLast,
}
