using System.Runtime.CompilerServices;

namespace PoolingGen.Benchmarks;

/// <summary>
/// A geometry, whatever the extent. The peers go by it, our kernels by their attribute; that both mean the same is what
/// every <see cref="Contest"/> finds out first.
/// </summary>
/// <param name="Name">The name of its kernels too.</param>
internal sealed record Pool(PoolingMode Mode, Axis Vertical = default, Axis Horizontal = default, [CallerMemberName] string Name = "")
{
    /// <summary>One window over the whole plane; the axes are not used.</summary>
    public bool Global { get; init; }

    /// <summary>An average's divisor counts the padded taps too.</summary>
    public bool CountIncludePad { get; init; }
}
