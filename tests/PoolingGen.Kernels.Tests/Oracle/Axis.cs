namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>The windows along one axis, as the attribute words them.</summary>
/// <param name="Size">Taps of a window.</param>
/// <param name="Stride">Step between windows.</param>
/// <param name="PadBegin">Padding before the input, unless <paramref name="AutoPad"/> says otherwise.</param>
/// <param name="PadEnd">Likewise behind it.</param>
/// <param name="Dilation">Distance between taps.</param>
/// <param name="CeilMode">Whether the number of windows is rounded up.</param>
/// <param name="AutoPad">Where the padding comes from.</param>
/// <param name="Outputs">Adaptive and global pooling: the number of windows, which makes all but itself meaningless.</param>
internal sealed record Axis(
    int Size,
    int Stride,
    int PadBegin = 0,
    int PadEnd = 0,
    int Dilation = 1,
    bool CeilMode = false,
    PoolingAutoPad AutoPad = PoolingAutoPad.Explicit,
    int? Outputs = null)
{
    /// <summary>An axis that a kernel does not have.</summary>
    public static Axis None { get; } = new(Size: 1, Stride: 1);

    /// <summary>From the first tap of a window to its last.</summary>
    public int EffectiveSize => Dilation * (Size - 1) + 1;

    private bool IsSame => AutoPad is PoolingAutoPad.SameUpper or PoolingAutoPad.SameLower;

    /// <summary>The windows along an input of this extent, first to last; none if none fits.</summary>
    public Taps[] Windows(int extent)
    {
        if (Outputs is { } outputs)
        {
            return Adaptive(extent, outputs);
        }

        (long begin, long end) = IsSame ? SamePadding(extent) : AutoPad == PoolingAutoPad.Valid ? (0, 0) : (PadBegin, PadEnd);
        bool overhangs = CeilMode && AutoPad == PoolingAutoPad.Explicit; // S2 rounds in its own way
        List<Taps> windows = [];
        for (long start = -begin; Fits(start); start += Stride)
        {
            windows.Add(At(start, extent, end));
        }

        return [.. windows];

        bool Fits(long start)
        {
            long beyond = start + EffectiveSize - (extent + end);
            return overhangs ? beyond < Stride && start < extent : beyond <= 0;
        }
    }

    /// <summary>The least extent that has this many windows, or more; may be less than 1.</summary>
    public int LeastExtent(int outputs)
    {
        if (Outputs is not null)
        {
            return 1;
        }

        if (IsSame)
        {
            return (outputs - 1) * Stride + 1;
        }

        bool isExplicit = AutoPad == PoolingAutoPad.Explicit;
        int padBegin = isExplicit ? PadBegin : 0;
        int whole = (outputs - 1) * Stride + EffectiveSize - padBegin - (isExplicit ? PadEnd : 0);
        return CeilMode && isExplicit ? Math.Max(whole - Stride + 1, (outputs - 1) * Stride + 1 - padBegin) : whole;
    }

    public override string ToString() => Outputs is { } outputs
        ? $"{outputs} windows"
        : $"{Size}/{Stride} dilated {Dilation} padded {(AutoPad == PoolingAutoPad.Explicit ? $"{PadBegin}+{PadEnd}" : AutoPad)}{(CeilMode ? " ceil" : "")}";

    /// <summary>S2: as much padding as <c>ceil(extent / Stride)</c> windows need.</summary>
    private (long Begin, long End) SamePadding(int extent)
    {
        long outputs = ((long)extent + Stride - 1) / Stride;
        long total = Math.Max((outputs - 1) * Stride + EffectiveSize - extent, 0);
        long less = total / 2;
        return AutoPad == PoolingAutoPad.SameUpper ? (less, total - less) : (total - less, less);
    }

    /// <summary>S9, in 64 bits.</summary>
    private static Taps[] Adaptive(int extent, int outputs)
    {
        Taps[] windows = new Taps[outputs];
        for (long window = 0; window < outputs; window++)
        {
            long begin = window * extent / outputs;
            long end = ((window + 1) * extent + outputs - 1) / outputs;
            windows[window] = new Taps((int)begin, 1, (int)(end - begin), (int)(end - begin));
        }

        return windows;
    }

    /// <summary>The window whose first tap is at <paramref name="start"/>, tap by tap.</summary>
    private Taps At(long start, int extent, long padEnd)
    {
        int first = 0;
        int inside = 0;
        int inPadded = 0;
        for (int tap = Size - 1; tap >= 0; tap--)
        {
            long position = start + (long)tap * Dilation;
            if (position >= 0 && position < extent)
            {
                first = (int)position;
                inside++;
            }

            // No window starts before the padding.
            if (position < extent + padEnd)
            {
                inPadded++;
            }
        }

        return new Taps(first, Dilation, inside, inPadded);
    }
}
