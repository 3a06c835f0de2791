namespace PoolingGen.Benchmarks;

/// <summary>One image of C channels of H W elements.</summary>
internal readonly record struct TensorShape(int Channels, int Height, int Width)
{
    /// <summary>The channels that lie together in <see cref="DataLayout.Blocked"/>.</summary>
    private const int Block = 16;

    public int PlaneLength => Height * Width;

    /// <summary>Elements, without padding.</summary>
    public int Length => Channels * PlaneLength;

    /// <summary>Elements that a tensor takes in memory.</summary>
    public int LengthIn(DataLayout layout) =>
        layout == DataLayout.Blocked ? (Channels + Block - 1) / Block * Block * PlaneLength : Length;

    /// <summary>Where an element lies in memory.</summary>
    public int Offset(DataLayout layout, int channel, int y, int x) => layout switch
    {
        DataLayout.ChannelsFirst => (channel * Height + y) * Width + x,
        DataLayout.ChannelsLast => (y * Width + x) * Channels + channel,
        _ => ((channel / Block * Height + y) * Width + x) * Block + channel % Block,
    };
}
