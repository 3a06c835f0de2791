namespace PoolingGen;

/// <summary>Which spatial axis runs fastest in an index.</summary>
public enum PoolingIndexOrder
{
    /// <summary>The last axis, as in the tensor itself.</summary>
    RowMajor,

    /// <summary>The first spatial axis (ONNX <c>storage_order = 1</c>).</summary>
    ColumnMajor,
}
