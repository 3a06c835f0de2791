namespace PoolingGen;

/// <summary>The arithmetic of pooling shapes.</summary>
public static class PoolingShape
{
    /// <summary>The number of windows along one axis, as PyTorch and ONNX count them.</summary>
    /// <param name="input">The input's extent, at least 1.</param>
    /// <param name="size">The number of taps of a window, at least 1.</param>
    /// <param name="stride">The step between windows, at least 1.</param>
    /// <param name="padBegin">The padding before the input, at least 0.</param>
    /// <param name="padEnd">The padding behind the input, at least 0.</param>
    /// <param name="dilation">The distance between taps, at least 1.</param>
    /// <param name="ceilMode">Whether a last window that overhangs the padded input counts, provided it starts inside
    /// the input or the padding before it.</param>
    /// <returns>The number of windows; 0 or less if none fits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is below its least value, or the result does not fit an <see cref="int"/>.</exception>
    public static int OutputSize(int input, int size, int stride, int padBegin, int padEnd, int dilation, bool ceilMode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(input, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(padBegin);
        ArgumentOutOfRangeException.ThrowIfNegative(padEnd);
        ArgumentOutOfRangeException.ThrowIfLessThan(dilation, 1);

        long effectiveSize = (long)dilation * (size - 1) + 1;
        long room = (long)input + padBegin + padEnd - effectiveSize + (ceilMode ? stride - 1 : 0);

        // Mathematical floor: division alone would round towards zero.
        long output = (room >= 0 ? room / stride : -((-room + stride - 1) / stride)) + 1;
        if (ceilMode)
        {
            output = Math.Min(output, ((long)input + padBegin - 1) / stride + 1);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(output, int.MaxValue, nameof(input));
        return (int)Math.Max(output, int.MinValue);
    }
}
