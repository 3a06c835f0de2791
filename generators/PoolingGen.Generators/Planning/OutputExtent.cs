namespace PoolingGen.Generators.Planning;

/// <summary>How many windows fit along an axis, where that is known at compile time.</summary>
internal static class OutputExtent
{
    /// <summary>The number of windows, or <see langword="null"/> if the input's extent is a parameter.</summary>
    public static int? Of(AxisSpec axis) =>
        axis.Input.Fixed is { } input
            ? (int)(((long)input + axis.PadBegin + axis.PadEnd - axis.Size) / axis.Stride) + 1
            : null;
}
