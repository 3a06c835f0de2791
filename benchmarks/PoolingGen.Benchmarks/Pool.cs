using System.Runtime.CompilerServices;

namespace PoolingGen.Benchmarks;

/// <summary>
/// A geometry, whatever the extent. The peers go by it, our kernels by their attribute; that both mean the same is what
/// every <see cref="Contest"/> finds out first.
/// </summary>
/// <param name="Axes">The spatial axes, outermost first; none for a window over the whole plane.</param>
/// <param name="Name">The name of its kernels too.</param>
internal sealed record Pool(PoolingMode Mode, IReadOnlyList<Axis> Axes, [CallerMemberName] string Name = "")
{
    /// <summary>One window over the whole plane.</summary>
    public bool Global => Axes.Count == 0;

    /// <summary>An average's divisor counts the padded taps too.</summary>
    public bool CountIncludePad { get; init; }
}
