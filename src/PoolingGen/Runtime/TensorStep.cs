using System.ComponentModel;

namespace PoolingGen.Runtime;

/// <summary>A part of tensors whose elements follow each other: what a kernel pools in one go. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct TensorStep<TInput, TOutput, TIndex>
{
    private readonly TensorBlock _block;

    internal TensorStep(ref TInput input, ref TOutput output, ref TIndex indices, TensorBlock block)
    {
        Input = ref input;
        Output = ref output;
        Indices = ref indices;
        _block = block;
    }

    /// <summary>The part's first input element.</summary>
    public readonly ref TInput Input;

    /// <summary>Where its first result belongs.</summary>
    public readonly ref TOutput Output;

    /// <summary>Where its first index belongs; a null reference if the kernel writes none.</summary>
    public readonly ref TIndex Indices;

    /// <summary>The number of images.</summary>
    public nint Batch => _block.Images;

    /// <summary>The number of channels of each image.</summary>
    public nint Channels => _block.Channels;

    /// <summary>Batch times channels.</summary>
    public nint Planes => _block.Planes;
}
