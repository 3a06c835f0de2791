using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace PoolingGen.Runtime;

/// <summary>
/// Lengths and strides of a tensor with a batch, channels and three spatial axes, of which those before the tensor's
/// own have length 1. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TensorView
{
    internal const int Axes = 5;

    private const int BatchAxis = 0;

    private readonly TensorAxes _lengths;
    private readonly TensorAxes _strides;

    private TensorView(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, bool channelsLast)
    {
        (SpatialAxes, ChannelsLast) = (lengths.Length - 2, channelsLast);
        ((Span<nint>)_lengths).Fill(1);
        int first = channelsLast ? 1 : 2;
        int missing = Axes - lengths.Length;
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            int place = axis < first ? axis : axis + missing;
            (_lengths[place], _strides[place]) = (lengths[axis], strides[axis]);
        }
    }

    private int SpatialAxes { get; }

    /// <summary>Whether channels are the last axis; the second otherwise.</summary>
    internal bool ChannelsLast { get; }

    /// <summary>The number of images.</summary>
    public nint Batch => _lengths[BatchAxis];

    /// <summary>The number of channels of each.</summary>
    public nint Channels => _lengths[ChannelAxis];

    /// <summary>The extent of the first of three spatial axes; 1 if there are fewer.</summary>
    public nint Depth => _lengths[FirstSpatialAxis];

    /// <summary>The extent of the last but one spatial axis; 1 if there is one.</summary>
    public nint Height => _lengths[FirstSpatialAxis + 1];

    /// <summary>The extent of the last spatial axis.</summary>
    public nint Width => _lengths[FirstSpatialAxis + 2];

    /// <summary>The elements of one channel of one image.</summary>
    internal nint PlaneSize => checked(Depth * Height * Width);

    /// <summary>The elements from the first to the last in memory; 0 if there are none.</summary>
    internal nint Extent
    {
        get
        {
            nint last = 0;
            for (int axis = 0; axis < Axes; axis++)
            {
                if (_lengths[axis] == 0)
                {
                    return 0;
                }

                last += (_lengths[axis] - 1) * _strides[axis];
            }

            return last + 1;
        }
    }

    /// <summary>Whether one place in memory is more than one element, along an axis that was broadcast.</summary>
    internal bool Repeats
    {
        get
        {
            for (int axis = 0; axis < Axes; axis++)
            {
                if (_lengths[axis] > 1 && _strides[axis] == 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether the same channel of two neighbouring columns lies further apart than two neighbouring channels of a column.</summary>
    internal bool ChannelsAreClosest => Channels > 1 && _strides[ChannelAxis] < _strides[FirstSpatialAxis + 2];

    private int ChannelAxis => ChannelsLast ? Axes - 1 : 1;

    private int FirstSpatialAxis => ChannelsLast ? 1 : 2;

    /// <summary>The view of a tensor with so many spatial axes.</summary>
    /// <exception cref="ArgumentException">The tensor has another number of dimensions.</exception>
    public static TensorView Of(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, int spatialAxes, bool channelsLast, string name)
    {
        if (lengths.Length != spatialAxes + 2)
        {
            ThrowRank(lengths, spatialAxes + 2, name);
        }

        return new TensorView(lengths, strides, channelsLast);
    }

    /// <summary>How far a block's first element is behind the tensor's first.</summary>
    internal nint OffsetOf(TensorBlock block) => block.FirstImage * _strides[BatchAxis] + block.FirstChannel * _strides[ChannelAxis];

    /// <summary>The lengths of a block.</summary>
    internal TensorAxes LengthsOf(TensorBlock block)
    {
        TensorAxes lengths = _lengths;
        lengths[BatchAxis] = block.Images;
        lengths[ChannelAxis] = block.Channels;
        return lengths;
    }

    /// <summary>Whether the elements of a block follow each other in memory without gaps, in the order of the axes.</summary>
    internal bool IsDense(TensorBlock block)
    {
        TensorAxes lengths = LengthsOf(block);
        nint size = 1;
        for (int axis = Axes - 1; axis >= 0; axis--)
        {
            if (lengths[axis] != 1 && _strides[axis] != size)
            {
                return false;
            }

            size *= lengths[axis];
        }

        return true;
    }

    /// <summary>The lengths: <c>[1, 64, 56, 56]</c>.</summary>
    public override string ToString() => Describe(Batch, Channels, Depth, Height, Width);

    /// <summary>The shape of another tensor of the same rank and layout.</summary>
    internal string Describe(nint batch, nint channels, nint depth, nint height, nint width)
    {
        nint[] spatial = new[] { depth, height, width }[^SpatialAxes..];
        nint[] lengths = ChannelsLast ? [batch, .. spatial, channels] : [batch, channels, .. spatial];
        return $"[{string.Join(", ", lengths)}]";
    }

    internal nint Stride(int axis) => _strides[axis];

    [DoesNotReturn]
    private static void ThrowRank(ReadOnlySpan<nint> lengths, int needed, string name) => throw new ArgumentException(
        $"The tensor's shape is [{string.Join(", ", lengths.ToArray())}]; the kernel takes {needed} dimensions.", name);
}
