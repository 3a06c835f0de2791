namespace PoolingGen;

/// <summary>
/// What a NaN in a window does to a <see cref="PoolingMode.Max"/> or <see cref="PoolingMode.Min"/>.
/// The other modes always propagate.
/// </summary>
public enum NaNHandling
{
    /// <summary>Any NaN in the window makes the result NaN (PyTorch).</summary>
    Propagate,

    /// <summary>NaN taps do not take part; a window of nothing but NaN gives NaN.</summary>
    Ignore,

    /// <summary>The fastest: results are defined only for windows without NaN.</summary>
    Unspecified,
}
