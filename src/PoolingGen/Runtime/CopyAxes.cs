namespace PoolingGen.Runtime;

/// <summary>
/// The axes that a copy loops over: those of a block with more than one element, where neighbours that lie in the
/// tensor as they do in the copy count as one axis.
/// </summary>
internal readonly struct CopyAxes
{
    private readonly TensorAxes _lengths;
    private readonly TensorAxes _strides;
    private readonly TensorAxes _denseStrides;

    public CopyAxes(in TensorView view, TensorBlock block)
    {
        TensorAxes lengths = view.LengthsOf(block);
        (_lengths[0], _strides[0], Count) = (1, 1, 1);
        for (int axis = 0; axis < TensorView.Axes; axis++)
        {
            (nint length, nint stride) = (lengths[axis], view.Stride(axis));
            if (length == 1)
            {
                continue;
            }

            // An axis of one element, which only the first can be, joins anything.
            bool joins = _lengths[Count - 1] == 1 || _strides[Count - 1] == length * stride;
            Count += joins ? 0 : 1;
            int last = Count - 1;
            (_lengths[last], _strides[last]) = (joins ? _lengths[last] * length : length, stride);
        }

        nint size = 1;
        for (int axis = Count - 1; axis >= 0; axis--)
        {
            _denseStrides[axis] = size;
            size *= _lengths[axis];
        }
    }

    /// <summary>At least one.</summary>
    public int Count { get; }

    /// <summary>The axis along which the tensor's elements lie beside each other; -1 if there is none.</summary>
    public int Adjacent => ((ReadOnlySpan<nint>)_strides)[..Count].IndexOf(1);

    public nint Length(int axis) => _lengths[axis];

    /// <summary>The step to the next element in the tensor.</summary>
    public nint Stride(int axis) => _strides[axis];

    /// <summary>The step to the next element in the copy.</summary>
    public nint DenseStride(int axis) => _denseStrides[axis];
}
