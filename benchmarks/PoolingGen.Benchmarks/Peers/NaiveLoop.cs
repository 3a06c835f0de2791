using System.Numerics;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>
/// Pooling as one writes it without a library: a loop over windows, each cut to the plane, and a loop over its taps.
/// Channels first, whatever the others take.
/// </summary>
internal static class NaiveLoop
{
    public static BufferContender Enter<T>(Job<T> job)
        where T : unmanaged, INumber<T>
    {
        NativeBuffer input = job.Input(DataLayout.ChannelsFirst);
        return BufferContender.New("naive loop", DataLayout.ChannelsFirst, job, (output, indices) =>
            Run(job.Layer, input.Of<T>(), output.Of<T>(), indices is null ? default : indices.Of<long>()));
    }

    private static void Run<T>(Layer layer, ReadOnlySpan<T> input, Span<T> output, Span<long> indices)
        where T : INumber<T>
    {
        int inputPlane = layer.Input.PlaneLength;
        int outputPlane = layer.Output.PlaneLength;
        for (int channel = 0; channel < layer.Input.Channels; channel++)
        {
            PoolPlane(
                layer,
                input.Slice(channel * inputPlane, inputPlane),
                output.Slice(channel * outputPlane, outputPlane),
                indices.IsEmpty ? default : indices.Slice(channel * outputPlane, outputPlane));
        }
    }

    private static void PoolPlane<T>(Layer layer, ReadOnlySpan<T> plane, Span<T> output, Span<long> indices)
        where T : INumber<T>
    {
        bool average = layer.Pool.Mode == PoolingMode.Average;
        (_, int outputHeight, int outputWidth) = layer.Output;
        (_, int height, int width) = layer.Input;
        Axis vertical = layer.Vertical, horizontal = layer.Horizontal;
        for (int y = 0; y < outputHeight; y++)
        {
            (int top, int bottom) = Taps(y, vertical, height);
            for (int x = 0; x < outputWidth; x++)
            {
                (int left, int right) = Taps(x, horizontal, width);
                int taps = layer.Pool.CountIncludePad ? vertical.Window * horizontal.Window : (bottom - top) * (right - left);
                int at = y * outputWidth + x;
                if (average)
                {
                    output[at] = Average(plane, width, top, bottom, left, right, taps);
                }
                else if (indices.IsEmpty)
                {
                    output[at] = Largest(plane, width, top, bottom, left, right);
                }
                else
                {
                    int index = IndexOfLargest(plane, width, top, bottom, left, right);
                    (output[at], indices[at]) = (plane[index], index);
                }
            }
        }
    }

    private static (int Begin, int End) Taps(int window, Axis axis, int extent)
    {
        int begin = window * axis.Stride - axis.PadBegin;
        return (Math.Max(begin, 0), Math.Min(begin + axis.Window, extent));
    }

    private static T Largest<T>(ReadOnlySpan<T> plane, int width, int top, int bottom, int left, int right)
        where T : INumber<T>
    {
        T largest = plane[top * width + left];
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                largest = T.Max(largest, plane[y * width + x]);
            }
        }

        return largest;
    }

    private static int IndexOfLargest<T>(ReadOnlySpan<T> plane, int width, int top, int bottom, int left, int right)
        where T : INumber<T>
    {
        int largest = top * width + left;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                int index = y * width + x;
                largest = plane[index] > plane[largest] ? index : largest;
            }
        }

        return largest;
    }

    private static T Average<T>(ReadOnlySpan<T> plane, int width, int top, int bottom, int left, int right, int taps)
        where T : INumber<T> =>
        typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte)
            ? T.CreateChecked(Math.Round(Sum<T, int>(plane, width, top, bottom, left, right) / (double)taps, MidpointRounding.AwayFromZero))
            : Sum<T, T>(plane, width, top, bottom, left, right) / T.CreateChecked(taps);

    private static TSum Sum<T, TSum>(ReadOnlySpan<T> plane, int width, int top, int bottom, int left, int right)
        where T : INumber<T>
        where TSum : INumber<TSum>
    {
        TSum sum = TSum.Zero;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                sum += TSum.CreateTruncating(plane[y * width + x]);
            }
        }

        return sum;
    }
}
