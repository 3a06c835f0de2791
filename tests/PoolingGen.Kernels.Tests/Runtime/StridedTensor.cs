using System.Numerics.Tensors;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>A tensor somewhere in an array, the rest of which is to stay as it is.</summary>
/// <param name="name">What is special about it.</param>
/// <param name="lengths">Its lengths.</param>
/// <param name="strides">Its strides.</param>
internal sealed class StridedTensor<T>(string name, nint[] lengths, nint[] strides)
    where T : unmanaged
{
    private const int Margin = 3;

    private readonly T[] _memory = new T[2 * Margin + 1 + lengths.Zip(strides, static (length, stride) => (int)((length - 1) * stride)).Sum()];
    private IReadOnlyList<int>? _places;

    public TensorSpan<T> Span => new(_memory, Margin, lengths, strides);

    /// <summary>Everything there is, inside the tensor and outside.</summary>
    public Span<T> Memory => _memory;

    /// <summary>Where the elements lie, in the order of the axes.</summary>
    public IReadOnlyList<int> Places => _places ??= FindPlaces();

    public override string ToString() => name;

    /// <summary>The elements in the order of the axes.</summary>
    public T[] ToDense() => [.. Places.Select(place => _memory[place])];

    private IReadOnlyList<int> FindPlaces()
    {
        int[] places = [Margin];
        foreach ((nint length, nint stride) in lengths.Zip(strides))
        {
            places = [.. places.SelectMany(place => Enumerable.Range(0, (int)length).Select(i => place + i * (int)stride))];
        }

        return places;
    }
}
