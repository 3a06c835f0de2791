namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Pooling window by window and tap by tap, as the contract words it: what a program has to compute.</summary>
internal sealed class ReferencePooling
{
    private readonly PoolingSpec _pooling;
    private readonly Extents _input;
    private readonly int _planeSize;
    private readonly ReferenceAxis[] _axes;
    private readonly ReferenceReduction _reduction;

    /// <summary>The taps inside the input, by axis and window.</summary>
    private readonly int[][][] _inside;

    public ReferencePooling(PoolingSpec pooling, Extents input)
    {
        _pooling = pooling;
        _input = input;
        _planeSize = input.PlaneSize;
        _axes = [.. pooling.Axes.Zip(input.Spatial, static (axis, extent) => new ReferenceAxis(axis, extent))];
        _reduction = new ReferenceReduction(pooling);
        _inside = [.. _axes.Select(static axis => Enumerable.Range(0, Math.Max(axis.Windows, 0)).Select(window => axis.Inside(window).ToArray()).ToArray())];
    }

    public IReadOnlyList<ReferenceAxis> Axes => _axes;

    /// <summary>Whether every axis has a window.</summary>
    public bool Fits => _axes.All(static axis => axis.Windows > 0);

    public Extents Output => _input with { Spatial = new([.. _axes.Select(static axis => axis.Windows)]) };

    /// <summary>The results, in the order of the output tensor.</summary>
    public Expected[] Pool(Number[] input)
    {
        Extents output = Output;
        int outputPlane = output.PlaneSize;
        Expected[] results = new Expected[output.Size];
        foreach (int batch in Enumerable.Range(0, _input.Batch))
        {
            foreach (int channel in Enumerable.Range(0, _input.Channels))
            {
                foreach (int[] window in Product([.. output.Spatial.Select(static extent => Enumerable.Range(0, extent))]))
                {
                    results[Flat(output, outputPlane, batch, channel, window)] = Pool(input, batch, channel, window);
                }
            }
        }

        return results;
    }

    private Expected Pool(Number[] input, int batch, int channel, int[] window)
    {
        List<(Number Value, long Index)> taps = [];
        foreach (int[] tap in Product([.. _inside.Select((windows, axis) => windows[window[axis]])]))
        {
            taps.Add((input[Flat(_input, _planeSize, batch, channel, tap)], Index(batch, channel, tap)));
        }

        long padded = !_pooling.CountIncludePad ? 0 : _axes.Select((axis, number) => (long)axis.Padded(window[number])).Aggregate(static (taps, count) => taps * count);
        return _reduction.Reduce(taps, padded);
    }

    private long Index(int batch, int channel, int[] tap)
    {
        if (_pooling.Indices is not { } indices)
        {
            return 0;
        }

        long position = 0;
        IEnumerable<int> slowestFirst = Enumerable.Range(0, tap.Length);
        foreach (int axis in indices.Order == PoolingIndexOrder.RowMajor ? slowestFirst : slowestFirst.Reverse())
        {
            position = position * _axes[axis].Extent + tap[axis];
        }

        return indices.Origin == PoolingIndexOrigin.Plane ? position
            : _pooling.Layout == PoolingLayout.ChannelsFirst ? ((long)batch * _input.Channels + channel) * _planeSize + position
            : ((long)batch * _planeSize + position) * _input.Channels + channel;
    }

    private int Flat(Extents extents, int planeSize, int batch, int channel, int[] place)
    {
        int position = 0;
        for (int axis = 0; axis < place.Length; axis++)
        {
            position = position * extents.Spatial[axis] + place[axis];
        }

        return _pooling.Layout == PoolingLayout.ChannelsFirst
            ? (batch * extents.Channels + channel) * planeSize + position
            : (batch * planeSize + position) * extents.Channels + channel;
    }

    /// <summary>All combinations, the last one's values running fastest.</summary>
    private static IEnumerable<int[]> Product(IEnumerable<int>[] values) => values.Aggregate(
        (IEnumerable<int[]>)[[]],
        static (heads, tails) => heads.SelectMany(_ => tails, static (head, tail) => (int[])[.. head, tail]));
}

/// <summary>What a program has to write.</summary>
/// <param name="Value">The value.</param>
/// <param name="Tolerance">How far off a rounded result may be.</param>
/// <param name="Index">The index.</param>
/// <param name="IsDefined">Whether anything is said about the result at all.</param>
internal sealed record Expected(Number Value, double Tolerance, long Index, bool IsDefined = true);
