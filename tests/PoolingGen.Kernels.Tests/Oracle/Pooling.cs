using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>What a kernel is to compute, in the words of CONTRACT.md.</summary>
/// <param name="Mode">What a window is reduced to.</param>
/// <param name="Axes">The windows along depth, height and width; <see cref="Axis.None"/> along those that are not there.</param>
/// <param name="Rank">How many are there.</param>
/// <param name="Input">The input's elements.</param>
/// <param name="Output">The output's elements.</param>
/// <param name="Indices">The elements of the indices; <see langword="null"/> if there are none.</param>
internal sealed record Pooling(PoolingMode Mode, IReadOnlyList<Axis> Axes, int Rank, Element Input, Element Output, Element? Indices = null)
{
    public PoolingLayout Layout { get; init; }

    public NaNHandling NaN { get; init; }

    public bool CountIncludePad { get; init; }

    /// <summary>Replaces the divisor of an average; 0 for none.</summary>
    public int DivisorOverride { get; init; }

    public double NormOrder { get; init; } = 2;

    public PoolingIndexOrigin IndexOrigin { get; init; }

    public PoolingIndexOrder IndexOrder { get; init; }

    public bool IsExtremum => Mode is PoolingMode.Max or PoolingMode.Min;

    /// <summary>Whether the results of windows with a NaN are defined.</summary>
    public bool NaNDefined => !IsExtremum || NaN != NaNHandling.Unspecified;

    public Axis AxisOf(string dimension) => Axes[Shape.Spatial.ToList().IndexOf(dimension)];

    /// <summary>The shape of the result, with the same batch and channels.</summary>
    public Shape OutputOf(Shape shape) => shape with
    {
        Depth = Axes[0].Windows(shape.Depth).Length,
        Height = Axes[1].Windows(shape.Height).Length,
        Width = Axes[2].Windows(shape.Width).Length,
    };

    /// <summary>The taps of all windows of one plane, the padding not counted.</summary>
    public long Taps(Shape shape) =>
        Axes.Zip((int[])[shape.Depth, shape.Height, shape.Width], static (axis, extent) => axis.Windows(extent).Sum(taps => (long)taps.Inside))
            .Aggregate(1L, static (product, taps) => product * taps);
}
