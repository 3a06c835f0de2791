using System.ComponentModel;

namespace PoolingGen.Runtime;

/// <summary>A kernel that pools any number of planes, or of images where channels come last. Used by generated code.</summary>
/// <typeparam name="TInput">The input's elements.</typeparam>
/// <typeparam name="TOutput">The output's elements.</typeparam>
/// <typeparam name="TIndex">The indices; any if the kernel writes none.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPlaneKernel<TInput, TOutput, TIndex>
{
    /// <summary>The input elements of one plane.</summary>
    nint InputSize { get; }

    /// <summary>The output elements of one plane.</summary>
    nint OutputSize { get; }

    /// <summary>Pools planes that follow each other.</summary>
    /// <param name="input">The first plane's first element.</param>
    /// <param name="output">Where its first result belongs.</param>
    /// <param name="indices">Where its first index belongs; a null reference if the kernel writes none.</param>
    /// <param name="planes">How many planes.</param>
    void Pool(ref TInput input, ref TOutput output, ref TIndex indices, nint planes);
}
