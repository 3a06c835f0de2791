namespace PoolingGen.Benchmarks;

/// <summary>A kernel of any extent: an input of C H W elements, one plane per channel.</summary>
internal delegate void PlanarKernel(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

/// <summary>A kernel whose extent the attribute fixes.</summary>
internal delegate void FixedKernel(ReadOnlySpan<float> input, Span<float> output);

/// <summary>
/// A geometry and the kernel generated for it. The peers go by the geometry, the kernel by its attribute;
/// that they mean the same is what <see cref="Comparing.Verification"/> finds out.
/// </summary>
internal sealed record Pool(PlanarKernel Kernel, PoolingMode Mode, Axis Vertical, Axis Horizontal)
{
    /// <summary>One window over the whole plane; the axes are not used.</summary>
    public bool Global { get; init; }

    /// <summary>An average's divisor counts the padded taps too.</summary>
    public bool CountIncludePad { get; init; }
}
