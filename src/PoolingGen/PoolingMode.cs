namespace PoolingGen;

/// <summary>What a window is reduced to.</summary>
public enum PoolingMode
{
    /// <summary>The largest tap (ONNX <c>MaxPool</c>).</summary>
    Max,

    /// <summary>The smallest tap.</summary>
    Min,

    /// <summary>The sum of the taps over a divisor (ONNX <c>AveragePool</c>).</summary>
    Average,

    /// <summary>The sum of the taps.</summary>
    Sum,

    /// <summary>The p-norm of the taps, without a divisor (ONNX <c>LpPool</c>).</summary>
    LpNorm,
}
