namespace PoolingGen.Benchmarks;

/// <summary>How a layer is to be computed.</summary>
/// <param name="Type">The type of its elements, one of <see cref="Contest.Types"/>.</param>
/// <param name="Layout">How our kernels find them.</param>
internal sealed record Variant(string Type = Variant.Float, PoolingLayout Layout = PoolingLayout.ChannelsFirst)
{
    public const string Float = "float";

    /// <summary>Maxima with their indices.</summary>
    public bool Indices { get; init; }

    /// <summary>The attribute of our kernels fixes the extent.</summary>
    public bool FixedShapes { get; init; }

    /// <summary>Every core may be used.</summary>
    public bool Parallel { get; init; }

    public int Threads => Parallel ? Environment.ProcessorCount : 1;

    public DataLayout DataLayout => Layout == PoolingLayout.ChannelsLast ? DataLayout.ChannelsLast : DataLayout.ChannelsFirst;

    /// <summary>The class in <c>Kernels</c> that has the kernels.</summary>
    public string KernelClass => $"{Layout}{Type}{(FixedShapes ? "Fixed" : "")}{(Indices ? "Indices" : "")}{(Parallel ? "Parallel" : "")}";
}
