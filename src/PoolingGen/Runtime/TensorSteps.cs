using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolingGen.Runtime;

/// <summary>
/// Takes a kernel through tensors of any strides: without a copy wherever blocks lie in memory as the kernel wants
/// them, through small rented buffers elsewhere. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct TensorSteps<TInput, TOutput, TIndex>
    where TInput : unmanaged
    where TOutput : unmanaged
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    /// <summary>What input and output of a buffered block take up at most, if they can be so small: a part of a second-level cache.</summary>
    private const int BlockBytes = 1 << 17;

    private const int CacheLine = 64;

    private readonly bool _hasIndices;
    private readonly bool _countsAll;
    private TensorOperand<TInput> _input;
    private TensorOperand<TOutput> _output;
    private TensorOperand<TIndex> _indices;
    private TensorBlocks _blocks;

    /// <summary>Steps of a kernel that writes indices.</summary>
    /// <param name="input">The input's first element.</param>
    /// <param name="inputView">How the input lies in memory.</param>
    /// <param name="output">The output's first element.</param>
    /// <param name="outputView">How the output lies in memory.</param>
    /// <param name="indices">The first index.</param>
    /// <param name="indicesView">How the indices lie in memory.</param>
    /// <param name="splitsChannels">Whether the kernel takes any number of channels.</param>
    /// <param name="countsAll">Whether an index counts from the tensor's first element, not from its plane's.</param>
    public TensorSteps(
        in TInput input,
        in TensorView inputView,
        ref TOutput output,
        in TensorView outputView,
        ref TIndex indices,
        in TensorView indicesView,
        bool splitsChannels,
        bool countsAll)
    {
        _hasIndices = !Unsafe.IsNullRef(ref indices);
        _countsAll = countsAll;
        _input = new TensorOperand<TInput>(ref Unsafe.AsRef(in input), inputView);
        _output = new TensorOperand<TOutput>(ref output, outputView);
        _indices = new TensorOperand<TIndex>(ref indices, indicesView);
        _blocks = new TensorBlocks(inputView.Batch, inputView.Channels, LargestBlock(splitsChannels));
    }

    /// <summary>Steps of a kernel without indices.</summary>
    /// <inheritdoc cref="TensorSteps{TInput, TOutput, TIndex}(in TInput, in TensorView, ref TOutput, in TensorView, ref TIndex, in TensorView, bool, bool)"/>
    public TensorSteps(in TInput input, in TensorView inputView, ref TOutput output, in TensorView outputView, bool splitsChannels)
        : this(in input, inputView, ref output, outputView, ref Unsafe.NullRef<TIndex>(), outputView, splitsChannels, countsAll: false)
    {
    }

    /// <summary>The step that <see cref="MoveNext"/> prepared.</summary>
    public readonly TensorStep<TInput, TOutput, TIndex> Current => new(ref _input.First, ref _output.First, ref _indices.First, _blocks.Current);

    /// <summary>What a <c>foreach</c> asks for.</summary>
    public readonly TensorSteps<TInput, TOutput, TIndex> GetEnumerator() => this;

    /// <summary>Puts away what the kernel wrote, and prepares the next step.</summary>
    public bool MoveNext()
    {
        if (_blocks.Current.Planes > 0)
        {
            Close(_blocks.Current);
        }

        if (!_blocks.MoveNext())
        {
            return false;
        }

        _input.OpenToRead(_blocks.Current);
        _output.OpenToWrite(_blocks.Current);
        if (_hasIndices)
        {
            _indices.OpenToWrite(_blocks.Current);
        }

        return true;
    }

    /// <summary>Returns the buffers.</summary>
    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        _indices.Dispose();
    }

    private readonly void Close(TensorBlock block)
    {
        _output.CloseWritten(block);
        if (_hasIndices)
        {
            if (_countsAll)
            {
                IndexRebase.Apply(ref _indices.First, block.Planes * _indices.View.PlaneSize, _input.View, block);
            }

            _indices.CloseWritten(block);
        }
    }

    private readonly TensorBlock LargestBlock(bool splitsChannels)
    {
        TensorView input = _input.View;
        TensorBlock whole = new(0, input.Batch, 0, input.Channels);
        TensorBlock image = whole with { Images = 1 };
        TensorBlock plane = image with { Channels = 1 };
        return input.Batch == 0 || IsDense(whole) ? whole
            : IsDense(image) ? image
            : splitsChannels && !input.ChannelsLast && IsDense(plane) ? plane
            : BufferedBlock(whole, splitsChannels);
    }

    private readonly TensorBlock BufferedBlock(TensorBlock whole, bool splitsChannels)
    {
        nint bytes = _input.View.PlaneSize * Unsafe.SizeOf<TInput>() + _output.View.PlaneSize * Unsafe.SizeOf<TOutput>();
        nint planes = nint.Max(BlockBytes / bytes, 1);
        if (!splitsChannels || planes >= whole.Channels)
        {
            return whole with { Images = nint.Clamp(planes / whole.Channels, 1, whole.Images) };
        }

        // Where channels lie beside each other, a cache line is read once if all that are in it are taken together.
        nint together = _input.View.ChannelsAreClosest || _output.View.ChannelsAreClosest ? nint.Max(CacheLine / Unsafe.SizeOf<TInput>(), 1) : 1;
        nint channels = nint.Max(planes / together, 1) * together;
        return whole with { Images = 1, Channels = nint.Min(channels, whole.Channels) };
    }

    private readonly bool IsDense(TensorBlock block) =>
        _input.View.IsDense(block) && _output.View.IsDense(block) && (!_hasIndices || _indices.View.IsDense(block));
}
