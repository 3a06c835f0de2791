namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Pooling of planes, tap by tap in double precision: what a program has to compute.</summary>
internal static class PlanePooling
{
    /// <summary>The number of windows along an axis, 0 or more; the whole axis is one where pooling is global.</summary>
    public static int Outputs(PoolingSpec pooling, int axis, int extent)
    {
        AxisSpec spec = pooling.Axes[axis];
        int room = extent + spec.PadBegin + spec.PadEnd - spec.Size;
        return pooling.Global ? 1 : room < 0 ? 0 : room / spec.Stride + 1;
    }

    public static double[] Pool(PoolingSpec pooling, float[] input, int planes, int height, int width)
    {
        List<double> results = [];
        for (int plane = 0; plane < planes; plane++)
        {
            for (int y = 0; y < Outputs(pooling, 0, height); y++)
            {
                for (int x = 0; x < Outputs(pooling, 1, width); x++)
                {
                    List<double> taps = [.. from row in Taps(pooling, 0, y, height)
                                            from column in Taps(pooling, 1, x, width)
                                            select (double)input[(plane * height + row) * width + column]];
                    results.Add(Reduce(pooling, taps));
                }
            }
        }

        return [.. results];
    }

    private static IEnumerable<int> Taps(PoolingSpec pooling, int axis, int window, int extent)
    {
        if (pooling.Global)
        {
            return Enumerable.Range(0, extent);
        }

        AxisSpec spec = pooling.Axes[axis];
        return Enumerable.Range(window * spec.Stride - spec.PadBegin, spec.Size).Where(tap => tap >= 0 && tap < extent);
    }

    private static double Reduce(PoolingSpec pooling, List<double> taps) => pooling.Mode switch
    {
        _ when taps.Any(double.IsNaN) => double.NaN,
        PoolingMode.Max => taps.Max(),
        PoolingMode.Min => taps.Min(),
        _ => taps.Sum() / (pooling.CountIncludePad ? pooling.Axes[0].Size * pooling.Axes[1].Size : taps.Count),
    };
}
