using System.Runtime.CompilerServices;

namespace PoolingGen.Runtime;

/// <summary>A value for each axis of a tensor in the order of its layout: the batch, then channels and three spatial axes or the reverse.</summary>
[InlineArray(TensorView.Axes)]
internal struct TensorAxes
{
    private nint _batch;
}
