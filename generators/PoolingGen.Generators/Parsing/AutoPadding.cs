namespace PoolingGen.Generators.Parsing;

/// <summary>
/// Padding of which there is as much as <c>ceil(input / stride)</c> windows need (ONNX <c>auto_pad</c>, TensorFlow
/// <c>SAME</c>).
/// </summary>
internal static class AutoPadding
{
    /// <summary>
    /// The axis with the padding that it needs. Where that depends on an extent at run time, it gets the most there can
    /// be, and a note how to share it out.
    /// </summary>
    public static AxisSpec Pad(AxisSpec axis, SamePadding same)
    {
        long total = Total(axis);
        int less = (int)(total / 2);
        int more = (int)(total - less);
        bool isKnown = axis.Input.Fixed is not null || axis.Stride == 1 || axis.EffectiveSize == 1;
        return axis with
        {
            PadBegin = same == SamePadding.Upper ? less : more,
            PadEnd = same == SamePadding.Upper ? more : less,
            Same = isKnown ? SamePadding.None : same,
        };
    }

    private static long Total(AxisSpec axis)
    {
        if (axis.Input.Fixed is not { } input)
        {
            // The last window starts at the last element at the latest; with a stride of 1 it always does.
            return axis.EffectiveSize - 1;
        }

        long lastStart = (input - 1) / axis.Stride * (long)axis.Stride;
        return Math.Max(lastStart + axis.EffectiveSize - input, 0);
    }
}
