using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Benchmarks;

/// <summary>A layer to be computed, with the same image in every layout that is asked for.</summary>
internal sealed class Job<T>(Layer layer, Variant variant) : IDisposable
    where T : unmanaged, INumber<T>
{
    private readonly Dictionary<DataLayout, NativeBuffer> _inputs = [];

    public Layer Layer => layer;

    public Variant Variant => variant;

    public NativeBuffer Input(DataLayout layout) =>
        _inputs.TryGetValue(layout, out NativeBuffer? input) ? input : _inputs[layout] = NewInput(layout);

    public NativeBuffer NewOutput(DataLayout layout) => new(layer.Output.LengthIn(layout) * Unsafe.SizeOf<T>(), NativeBuffer.HalfPage);

    /// <returns><see langword="null"/> where none are wanted.</returns>
    public NativeBuffer? NewIndices(DataLayout layout) =>
        variant.Indices ? new NativeBuffer(layer.Output.LengthIn(layout) * sizeof(long), NativeBuffer.HalfPage / 2) : null;

    public void Dispose()
    {
        foreach (NativeBuffer input in _inputs.Values)
        {
            input.Dispose();
        }
    }

    /// <summary>The same values in every layout and in every run: [-1, 1), or all that an integer can be.</summary>
    private NativeBuffer NewInput(DataLayout layout)
    {
        TensorShape shape = layer.Input;
        var input = new NativeBuffer(shape.LengthIn(layout) * Unsafe.SizeOf<T>());
        Span<T> values = input.Of<T>();

        // The blocked layout rounds the number of channels up.
        values.Clear();
        var random = new Random(Seed: 1);
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            for (int position = 0; position < shape.PlaneLength; position++)
            {
                values[shape.Offset(layout, channel, position)] = Noise(random);
            }
        }

        return input;
    }

    private static T Noise(Random random)
    {
        if (!Element.IsInteger<T>())
        {
            return T.CreateTruncating(random.NextSingle() * 2 - 1);
        }

        var value = T.Zero;
        random.NextBytes(MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }
}
