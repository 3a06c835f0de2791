using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>The order in which the elements of a tensor lie in memory.</summary>
internal enum Striding
{
    Dense,

    /// <summary>Something else between the rows.</summary>
    Padded,

    /// <summary>Something else between the elements.</summary>
    Spread,

    /// <summary>The axes the other way round.</summary>
    Reversed,
}

/// <summary>A tensor with gaps in memory, filled with canaries.</summary>
internal sealed class StridedTensor<T>
    where T : unmanaged
{
    private const int Gap = 3;

    private readonly nint[] _lengths;
    private readonly nint[] _strides;
    private readonly T[] _memory;
    private readonly int[] _places;

    /// <param name="lengths">The tensor's dimensions.</param>
    /// <param name="striding">How its elements lie in memory.</param>
    /// <param name="canary">The byte that fills the gaps.</param>
    public StridedTensor(nint[] lengths, Striding striding, byte canary)
    {
        _lengths = lengths;
        nint[] strides = striding == Striding.Reversed
            ? [.. StridesOf([.. lengths.Reverse()], Striding.Dense).Reverse()]
            : StridesOf(lengths, striding);

        // A tensor span has no stride along an axis of one element.
        _strides = [.. strides.Zip(lengths, static (stride, length) => length == 1 ? 0 : stride)];
        _places = Places();
        _memory = new T[_places.Max() + 1];
        Bytes.Fill(canary);
        Canary = _memory[0];
    }

    public TensorSpan<T> Span => new(_memory, _lengths, _strides);

    private T Canary { get; }

    private Span<byte> Bytes => MemoryMarshal.AsBytes(_memory.AsSpan());

    /// <summary>Takes the elements from a contiguous tensor.</summary>
    public void Scatter(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<T> elements = MemoryMarshal.Cast<byte, T>(bytes);
        for (int element = 0; element < _places.Length; element++)
        {
            _memory[_places[element]] = elements[element];
        }
    }

    /// <summary>Gives the elements to a contiguous tensor, and fails if anything was written between them.</summary>
    public void Gather(Span<byte> bytes)
    {
        Span<T> elements = MemoryMarshal.Cast<byte, T>(bytes);
        for (int element = 0; element < _places.Length; element++)
        {
            elements[element] = _memory[_places[element]];
            _memory[_places[element]] = Canary;
        }

        if (Bytes.IndexOfAnyExcept(MemoryMarshal.AsBytes([Canary])[0]) >= 0)
        {
            throw new InvalidOperationException("Wrote between the elements of a strided tensor.");
        }
    }

    private static nint[] StridesOf(nint[] lengths, Striding striding)
    {
        nint[] strides = new nint[lengths.Length];
        nint stride = striding == Striding.Spread ? 2 : 1;
        for (int axis = lengths.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride = stride * lengths[axis] + (striding == Striding.Padded ? Gap : 0);
        }

        return strides;
    }

    /// <summary>Where in memory each element is, in row-major order.</summary>
    private int[] Places()
    {
        int[] places = [0];
        for (int axis = 0; axis < _lengths.Length; axis++)
        {
            int stride = (int)_strides[axis];
            int length = (int)_lengths[axis];
            places = [.. places.SelectMany(place => Enumerable.Range(0, length).Select(index => place + index * stride))];
        }

        return places;
    }
}
