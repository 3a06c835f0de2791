namespace PoolingGen.Benchmarks;

/// <summary>One image of C channels of [D] [H] W elements.</summary>
/// <param name="Channels">C.</param>
/// <param name="Extents">The spatial extents, one to three of them, outermost first.</param>
internal sealed record TensorShape(int Channels, params int[] Extents)
{
    /// <summary>The channels that lie together in <see cref="DataLayout.Blocked"/>.</summary>
    private const int Block = 16;

    public int Rank => Extents.Length;

    public int Depth => Rank < 3 ? 1 : Extents[0];

    public int Height => Rank < 2 ? 1 : Extents[^2];

    public int Width => Extents[^1];

    public int PlaneLength => Depth * Height * Width;

    /// <summary>Elements, without padding.</summary>
    public int Length => Channels * PlaneLength;

    /// <summary>Elements that a tensor takes in memory.</summary>
    public int LengthIn(DataLayout layout) =>
        layout == DataLayout.Blocked ? (Channels + Block - 1) / Block * Block * PlaneLength : Length;

    /// <summary>Where an element lies in memory.</summary>
    /// <param name="position">Where it lies in its plane, in row-major order.</param>
    public int Offset(DataLayout layout, int channel, int position) => layout switch
    {
        DataLayout.ChannelsFirst => channel * PlaneLength + position,
        DataLayout.ChannelsLast => position * Channels + channel,
        _ => (channel / Block * PlaneLength + position) * Block + channel % Block,
    };
}
