using PoolingGen.Benchmarks.Peers;

namespace PoolingGen.Benchmarks;

/// <summary>
/// One layer with everyone who computes it, all on the same input. Nobody gets in who has not computed the same
/// as the others.
/// </summary>
internal sealed class LayerContest : IDisposable
{
    private readonly Layer _layer;
    private readonly NativeBuffer _input;
    private readonly OnnxRuntimePeer _onnxBlocked;
    private readonly OnnxRuntimePeer _onnxPlanar;

    /// <exception cref="WrongResultException">Two contenders computed different outputs.</exception>
    public LayerContest(Layer layer)
    {
        _layer = layer;
        _input = new NativeBuffer(layer.InputLength);
        FillWithNoise(_input.Span);

        (OnnxBlocked, _onnxBlocked) = NewOnnxRuntime(OnnxRuntimeLayout.Blocked);
        (OnnxPlanar, _onnxPlanar) = NewOnnxRuntime(OnnxRuntimeLayout.Planar);
        Kernel = NewContender("kernel", output => layer.Pool.Kernel(_input.Span, output.Span, layer.Channels, layer.Height, layer.Width));
        FixedKernel = NewContender("fixed kernel", output => layer.FixedKernel(_input.Span, output.Span));
        Naive = NewContender("naive loop", output => NaiveLoop.Run(layer, _input.Span, output.Span));
        Limit = NewContender("read + write", output => ReadWriteLimit.Run(_input.Span, output.Span));
        Verify();
    }

    public Contender Kernel { get; }

    public Contender FixedKernel { get; }

    public Contender OnnxBlocked { get; }

    public Contender OnnxPlanar { get; }

    public Contender Naive { get; }

    public Contender Limit { get; }

    public void Dispose()
    {
        _onnxBlocked.Dispose();
        _onnxPlanar.Dispose();
        foreach (Contender contender in (ReadOnlySpan<Contender>)[Kernel, FixedKernel, OnnxBlocked, OnnxPlanar, Naive, Limit])
        {
            contender.Output.Dispose();
        }

        _input.Dispose();
    }

    private Contender NewContender(string name, Action<NativeBuffer> run)
    {
        var output = new NativeBuffer(_layer.OutputLength);
        return new Contender(name, output, () => run(output));
    }

    private (Contender Contender, OnnxRuntimePeer Peer) NewOnnxRuntime(OnnxRuntimeLayout layout)
    {
        var output = new NativeBuffer(_layer.OutputLength);
        var peer = new OnnxRuntimePeer(_layer, layout, _input, output);
        return (new Contender($"ONNX Runtime ({layout})", output, peer.Run), peer);
    }

    private void Verify()
    {
        Compute(Naive);
        foreach (Contender contender in (ReadOnlySpan<Contender>)[OnnxBlocked, OnnxPlanar, Kernel, FixedKernel])
        {
            Compute(contender);
            WrongResultException.ThrowIfDifferent(_layer, Naive, contender);
        }
    }

    private static void Compute(Contender contender)
    {
        // An element that the contender does not write stays NaN, which equals nothing.
        contender.Output.Span.Fill(float.NaN);
        contender.Run();
    }

    /// <summary>The same values in [-1, 1) in every run.</summary>
    private static void FillWithNoise(Span<float> values)
    {
        var random = new Random(Seed: 1);
        foreach (ref float value in values)
        {
            value = random.NextSingle() * 2 - 1;
        }
    }
}
