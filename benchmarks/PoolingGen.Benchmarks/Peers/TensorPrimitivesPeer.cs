namespace PoolingGen.Benchmarks.Peers;

/// <summary>What .NET has without a library for pooling: whole rows, joined by System.Numerics.Tensors.</summary>
internal sealed class TensorPrimitivesPeer : Peer
{
    public override string Id => "tensors";

    public override string Title => "TensorPrimitives";

    public override string Version => NativeLibraries.VersionOf(typeof(System.Numerics.Tensors.TensorPrimitives));

    /// <summary>A sum of bytes does not fit into a byte, and a maximum has no index there.</summary>
    public override IEnumerable<Contender> Enter<T>(Job<T> job)
    {
        if (job.Variant.Indices || job.Layer.Pool.Mode == PoolingMode.Average && Element.IsInteger<T>())
        {
            return [];
        }

        NativeBuffer input = job.Input(job.Variant.DataLayout);
        var rows = new TensorPrimitivesRows<T>(job.Layer);
        return [BufferContender.New(Title, job.Variant.DataLayout, job, job.Variant.Layout == PoolingLayout.ChannelsLast
            ? (output, _) => rows.PoolChannelsLast(input.Of<T>(), output.Of<T>())
            : (output, _) => rows.PoolChannelsFirst(input.Of<T>(), output.Of<T>()))];
    }
}
