using System.ComponentModel;

namespace PoolingGen.Runtime;

/// <summary>Automatic padding whose amount depends on the input's extent at run time. Called by generated code.</summary>
/// <remarks>An axis with such padding has as many windows as the stride has steps in the input, the last of them perhaps cut short.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SamePadding
{
    /// <summary>The number of windows along an axis of <paramref name="input"/> elements.</summary>
    public static nint OutputExtent(nint input, nint stride) => (input - 1) / stride + 1;

    /// <summary>The padding before the input where an odd element goes to the end.</summary>
    /// <param name="input">The input's extent, at least 1.</param>
    /// <param name="size">The extent of a window, from its first tap to its last.</param>
    /// <param name="stride">The step between windows.</param>
    public static nint BeginUpper(nint input, long size, nint stride) => (nint)(Total(input, size, stride) / 2);

    /// <summary>Likewise where an odd element goes to the beginning.</summary>
    /// <inheritdoc cref="BeginUpper"/>
    public static nint BeginLower(nint input, long size, nint stride) => (nint)((Total(input, size, stride) + 1) / 2);

    private static long Total(nint input, long size, nint stride) =>
        Math.Max((OutputExtent(input, stride) - 1) * stride + size - input, 0);
}
