namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>The extents of an N C H W tensor.</summary>
internal readonly record struct Shape(int Batch, int Channels, int Height, int Width)
{
    public int Planes => Batch * Channels;

    public int PlaneSize => Height * Width;

    public int Length => Planes * PlaneSize;

    public static IReadOnlyList<string> Dimensions { get; } = [nameof(Batch), nameof(Channels), nameof(Height), nameof(Width)];

    public int Extent(string dimension) => dimension switch
    {
        nameof(Batch) => Batch,
        nameof(Channels) => Channels,
        nameof(Height) => Height,
        _ => Width,
    };

    /// <summary>The same shape with another extent of one dimension.</summary>
    public Shape With(string dimension, int extent) => dimension switch
    {
        nameof(Batch) => this with { Batch = extent },
        nameof(Channels) => this with { Channels = extent },
        nameof(Height) => this with { Height = extent },
        _ => this with { Width = extent },
    };

    public override string ToString() => $"batch {Batch}, channels {Channels}, height {Height}, width {Width}";
}
