namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>The extents of a tensor, whatever the order of its axes. Spatial axes that a kernel does not have are 1.</summary>
internal readonly record struct Shape(int Batch, int Channels, int Depth, int Height, int Width)
{
    public int Planes => Batch * Channels;

    public int PlaneSize => Depth * Height * Width;

    public int Length => Planes * PlaneSize;

    public static IReadOnlyList<string> Spatial { get; } = [nameof(Depth), nameof(Height), nameof(Width)];

    public static IReadOnlyList<string> Dimensions { get; } = [nameof(Batch), nameof(Channels), .. Spatial];

    public int Extent(string dimension) => dimension switch
    {
        nameof(Batch) => Batch,
        nameof(Channels) => Channels,
        nameof(Depth) => Depth,
        nameof(Height) => Height,
        _ => Width,
    };

    /// <summary>The same shape with another extent of one dimension.</summary>
    public Shape With(string dimension, int extent) => dimension switch
    {
        nameof(Batch) => this with { Batch = extent },
        nameof(Channels) => this with { Channels = extent },
        nameof(Depth) => this with { Depth = extent },
        nameof(Height) => this with { Height = extent },
        _ => this with { Width = extent },
    };

    /// <summary>Where a plane of this tensor starts, and how far it is from each of its elements to the next.</summary>
    public (int Start, int Step) Plane(PoolingLayout layout, int batch, int channel) => layout == PoolingLayout.ChannelsFirst
        ? ((batch * Channels + channel) * PlaneSize, 1)
        : (batch * PlaneSize * Channels + channel, Channels);

    public override string ToString() => $"batch {Batch}, channels {Channels}, depth {Depth}, height {Height}, width {Width}";
}
