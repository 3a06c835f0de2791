namespace PoolingGen;

/// <summary>Where the padding comes from (ONNX <c>auto_pad</c>).</summary>
public enum PoolingAutoPad
{
    /// <summary>From <see cref="PoolingKernelAttribute.Padding"/> or <see cref="PoolingKernelAttribute.Paddings"/>.</summary>
    Explicit,

    /// <summary>As much as an output of <c>ceil(input / stride)</c> needs; an odd element goes to the end.</summary>
    SameUpper,

    /// <summary>As much as an output of <c>ceil(input / stride)</c> needs; an odd element goes to the beginning.</summary>
    SameLower,

    /// <summary>No padding.</summary>
    Valid,
}
