using System.ComponentModel;

namespace PoolingGen.Runtime;

/// <summary>A kernel that pools any number of planes, or of images where channels come last, or a band of them. Used by generated code.</summary>
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

    /// <summary>A plane's outputs along the axis that it can be split along, of which each band has some; 1 if it cannot be.</summary>
    nint Outputs { get; }

    /// <summary>The fewest of them that make a band worth it.</summary>
    nint LeastBand { get; }

    /// <summary>Pools planes that follow each other, or a band of them.</summary>
    /// <param name="input">The first plane's first element.</param>
    /// <param name="output">Where its first result belongs.</param>
    /// <param name="indices">Where its first index belongs; a null reference if the kernel writes none.</param>
    /// <param name="planes">How many planes.</param>
    /// <param name="bandBegin">The first of the <see cref="Outputs"/> to be made of each plane.</param>
    /// <param name="bandEnd">The one behind the last.</param>
    void Pool(ref TInput input, ref TOutput output, ref TIndex indices, nint planes, nint bandBegin, nint bandEnd);
}
