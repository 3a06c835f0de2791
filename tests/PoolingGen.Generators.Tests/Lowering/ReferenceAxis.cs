namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>The windows along one axis of a certain extent, as the contract counts them.</summary>
internal sealed class ReferenceAxis(AxisSpec axis, int extent)
{
    public int Extent => extent;

    /// <summary>The number of windows; 0 or less if none fits. Rules S1, S2 and S9.</summary>
    public int Windows
    {
        get
        {
            if (axis.Outputs is { } outputs)
            {
                return outputs;
            }

            if (axis.Same != SamePadding.None)
            {
                return (int)Math.Ceiling(extent / (double)axis.Stride);
            }

            double room = extent + axis.PadBegin + axis.PadEnd - Window + (axis.CeilMode ? axis.Stride - 1.0 : 0.0);
            long windows = (long)Math.Floor(room / axis.Stride) + 1;
            while (axis.CeilMode && (windows - 1) * axis.Stride >= extent + axis.PadBegin)
            {
                windows--;
            }

            return (int)windows;
        }
    }

    public int PadBegin => axis.Same switch
    {
        SamePadding.None => axis.PadBegin,
        SamePadding.Upper => TotalPadding / 2,
        _ => TotalPadding - TotalPadding / 2,
    };

    public int PadEnd => axis.Same == SamePadding.None ? axis.PadEnd : TotalPadding - PadBegin;

    private int Window => axis.Dilation * (axis.Size - 1) + 1;

    private int TotalPadding => Math.Max((Windows - 1) * axis.Stride + Window - extent, 0);

    /// <summary>The taps of a window inside the input.</summary>
    public IEnumerable<int> Inside(int window) => Taps(window).Where(tap => tap >= 0 && tap < extent);

    /// <summary>Taps of a window in the padded input; not those in the overhang that rounding up adds.</summary>
    public int Padded(int window) => Taps(window).Count(tap => tap >= -PadBegin && tap < extent + PadEnd);

    private IEnumerable<int> Taps(int window)
    {
        if (axis.Outputs is { } outputs)
        {
            int begin = (int)((long)window * extent / outputs);
            int end = (int)(((window + 1L) * extent + outputs - 1) / outputs);
            return Enumerable.Range(begin, end - begin);
        }

        return Enumerable.Range(0, axis.Size).Select(tap => window * axis.Stride - PadBegin + tap * axis.Dilation);
    }
}
