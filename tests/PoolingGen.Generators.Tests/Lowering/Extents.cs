namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>The extents of an input tensor, the spatial ones in (depth, height, width) order.</summary>
internal sealed record Extents(int Batch, int Channels, EquatableArray<int> Spatial)
{
    public int PlaneSize => Spatial.Aggregate(1, static (size, extent) => size * extent);

    public int Size => Batch * Channels * PlaneSize;

    public override string ToString() => $"{Batch} x {Channels} x {string.Join(" x ", Spatial)}";
}
