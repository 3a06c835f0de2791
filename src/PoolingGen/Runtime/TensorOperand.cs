using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Runtime;

/// <summary>A tensor of which a kernel sees one block after the other, without gaps: in place, or in a rented buffer.</summary>
internal ref struct TensorOperand<T>(ref T origin, in TensorView view)
    where T : unmanaged
{
    private readonly ref T _origin = ref origin;
    private T[]? _buffer;

    /// <summary>How the tensor lies in memory.</summary>
    public TensorView View { get; } = view;

    /// <summary>The first element of the block that was opened last.</summary>
    public ref T First;

    /// <summary>Brings a block of the input to where <see cref="First"/> points.</summary>
    public void OpenToRead(TensorBlock block)
    {
        if (OpenToWrite(block))
        {
            TensorCopy.Gather(ref Place(block), View, block, ref First);
        }
    }

    /// <summary>Makes room for a block of the result.</summary>
    /// <returns>Whether the room is a buffer.</returns>
    public bool OpenToWrite(TensorBlock block)
    {
        if (View.IsDense(block))
        {
            First = ref Place(block);
            return false;
        }

        First = ref MemoryMarshal.GetArrayDataReference(Buffer(checked((int)(block.Planes * View.PlaneSize))));
        return true;
    }

    /// <summary>Takes what was written to where it belongs.</summary>
    public readonly void CloseWritten(TensorBlock block)
    {
        if (!View.IsDense(block))
        {
            TensorCopy.Scatter(ref First, ref Place(block), View, block);
        }
    }

    public void Dispose()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            ArrayPool<T>.Shared.Return(buffer);
        }
    }

    private T[] Buffer(int length)
    {
        if (_buffer is null || _buffer.Length < length)
        {
            Dispose();
            _buffer = ArrayPool<T>.Shared.Rent(length);
        }

        return _buffer;
    }

    private readonly ref T Place(TensorBlock block) => ref Unsafe.Add(ref _origin, View.OffsetOf(block));
}
