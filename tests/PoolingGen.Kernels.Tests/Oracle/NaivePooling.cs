using System.Numerics;
using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>
/// Pooling of tensors of one shape as CONTRACT.md, section 4, words it: every tap of every window.
/// It shares nothing with the generator or the library, not even the size of the output.
/// </summary>
internal sealed class NaivePooling(Pooling pooling, Shape shape)
{
    private readonly Taps[] _depth = pooling.Axes[0].Windows(shape.Depth);
    private readonly Taps[] _height = pooling.Axes[1].Windows(shape.Height);
    private readonly Taps[] _width = pooling.Axes[2].Windows(shape.Width);

    public Shape Output => shape with { Depth = _depth.Length, Height = _height.Length, Width = _width.Length };

    /// <summary>The results of all windows, in the order of the output's elements.</summary>
    public Result[] Results(Numbers input)
    {
        Result[] results = new Result[Output.Length];
        int[] positions = new int[Longest(_depth) * Longest(_height) * Longest(_width)];
        double[] floating = input.Floating is null ? [] : new double[positions.Length];
        Int128[] integers = input.Integer is null ? [] : new Int128[positions.Length];
        int window = 0;
        foreach (Taps depth in _depth)
        {
            foreach (Taps height in _height)
            {
                foreach (Taps width in _width)
                {
                    int count = Fill(positions, depth, height, width);
                    long divisor = Divisor(depth, height, width);
                    for (int plane = 0; plane < shape.Planes; plane++)
                    {
                        (int batch, int channel) = Math.DivRem(plane, shape.Channels);
                        (int start, int step) = shape.Plane(pooling.Layout, batch, channel);
                        (int outputStart, int outputStep) = Output.Plane(pooling.Layout, batch, channel);
                        ref Result result = ref results[outputStart + window * outputStep];
                        ReadOnlySpan<int> taps = positions.AsSpan(0, count);
                        if (input.Integer is { } integerInput)
                        {
                            Gather(integerInput, start, step, taps, integers);
                            result = Reduce(integers.AsSpan(0, count), divisor);
                            result = WithIndex(result, Winner<Int128>(integers.AsSpan(0, count)), taps, batch, channel);
                        }
                        else
                        {
                            Gather(input.Floating!, start, step, taps, floating);
                            result = Reduce(floating.AsSpan(0, count), divisor);
                            result = WithIndex(result, Winner<double>(floating.AsSpan(0, count)), taps, batch, channel);
                        }
                    }

                    window++;
                }
            }
        }

        return results;
    }

    private static int Longest(Taps[] windows) => windows.Length == 0 ? 0 : windows.Max(static taps => taps.Inside);

    private static void Gather<T>(T[] input, int start, int step, ReadOnlySpan<int> positions, Span<T> taps)
    {
        for (int tap = 0; tap < positions.Length; tap++)
        {
            taps[tap] = input[start + positions[tap] * step];
        }
    }

    /// <summary>The positions inside a plane of a window's taps, in row-major order.</summary>
    private int Fill(Span<int> positions, Taps depth, Taps height, Taps width)
    {
        int count = 0;
        for (int d = 0; d < depth.Inside; d++)
        {
            for (int h = 0; h < height.Inside; h++)
            {
                int row = (depth.First + d * depth.Step) * shape.Height + height.First + h * height.Step;
                for (int w = 0; w < width.Inside; w++)
                {
                    positions[count++] = row * shape.Width + width.First + w * width.Step;
                }
            }
        }

        return count;
    }

    /// <summary>S3.</summary>
    private long Divisor(Taps depth, Taps height, Taps width) =>
        pooling.DivisorOverride != 0 ? pooling.DivisorOverride
        : pooling.CountIncludePad ? (long)depth.InPadded * height.InPadded * width.InPadded
        : (long)depth.Inside * height.Inside * width.Inside;

    private Result Reduce(ReadOnlySpan<double> taps, long divisor)
    {
        if (!pooling.IsExtremum)
        {
            return new Result(pooling.Mode switch
            {
                PoolingMode.Sum => FloatingSum.Of(taps, 1, pooling.Output),
                PoolingMode.Average => taps.IsEmpty ? Expectation.Exactly(0) : FloatingSum.Of(taps, divisor, pooling.Output),
                _ => FloatingNorm.Of(taps, pooling.NormOrder, pooling.Output),
            });
        }

        int winner = Winner(taps);
        return !pooling.NaNDefined && HasNaN(taps) ? Result.Undefined
            : taps.IsEmpty ? new Result(Expectation.Exactly(pooling.Mode == PoolingMode.Max ? double.NegativeInfinity : double.PositiveInfinity))
            : new Result(Expectation.Exactly(winner < 0 ? double.NaN : taps[winner]));
    }

    private Result Reduce(ReadOnlySpan<Int128> taps, long divisor)
    {
        if (!pooling.IsExtremum)
        {
            return IntegerSum.Of(taps, pooling.Mode == PoolingMode.Average ? divisor : null, pooling.Output);
        }

        return Result.Of(
            !taps.IsEmpty ? taps[Winner(taps)]
            : pooling.Mode == PoolingMode.Max ? pooling.Input.Minimum
            : pooling.Input.Maximum);
    }

    private static bool HasNaN(ReadOnlySpan<double> taps)
    {
        foreach (double tap in taps)
        {
            if (double.IsNaN(tap))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which tap is the maximum or minimum: the last NaN if they propagate, the first of equals; -1 if none is.</summary>
    private int Winner<T>(ReadOnlySpan<T> taps)
        where T : INumber<T>
    {
        if (!pooling.IsExtremum)
        {
            return -1;
        }

        int winner = -1;
        for (int tap = 0; tap < taps.Length; tap++)
        {
            bool wins = T.IsNaN(taps[tap])
                ? pooling.NaN == NaNHandling.Propagate
                : winner < 0 || (pooling.Mode == PoolingMode.Max ? taps[tap] > taps[winner] : taps[tap] < taps[winner]);
            winner = wins ? tap : winner;
        }

        return winner;
    }

    private Result WithIndex(Result result, int winner, ReadOnlySpan<int> positions, int batch, int channel) =>
        pooling.Indices is null || winner < 0 ? result : result with { Index = IndexOf(positions[winner], batch, channel) };

    /// <summary>S7.</summary>
    private long IndexOf(int position, int batch, int channel)
    {
        long index = position;
        if (pooling.IndexOrder == PoolingIndexOrder.ColumnMajor)
        {
            (int row, int w) = Math.DivRem(position, shape.Width);
            (int d, int h) = Math.DivRem(row, shape.Height);
            index = ((long)w * shape.Height + h) * shape.Depth + d;
        }

        (long start, long step) = shape.Plane(pooling.Layout, batch, channel);
        return pooling.IndexOrigin == PoolingIndexOrigin.Tensor ? start + index * step : index;
    }
}
