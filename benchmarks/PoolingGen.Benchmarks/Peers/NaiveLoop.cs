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
        TensorShape input = layer.Input, windows = layer.Output;
        bool average = layer.Pool.Mode == PoolingMode.Average;
        int at = 0;
        for (int z = 0; z < windows.Depth; z++)
        {
            Range slices = Taps(z, layer.Depth, input.Depth);
            for (int y = 0; y < windows.Height; y++)
            {
                Range rows = Taps(y, layer.Vertical, input.Height);
                for (int x = 0; x < windows.Width; x++, at++)
                {
                    var window = new Window(input, slices, rows, Taps(x, layer.Horizontal, input.Width));
                    if (average)
                    {
                        output[at] = Average(plane, window, layer.Pool.CountIncludePad ? layer.Taps : window.Count);
                    }
                    else if (indices.IsEmpty)
                    {
                        output[at] = Largest(plane, window);
                    }
                    else
                    {
                        int index = IndexOfLargest(plane, window);
                        (output[at], indices[at]) = (plane[index], index);
                    }
                }
            }
        }
    }

    private static Range Taps(int window, Axis axis, int extent)
    {
        int begin = window * axis.Stride - axis.PadBegin;
        return Math.Max(begin, 0)..Math.Min(begin + axis.Window, extent);
    }

    private static T Largest<T>(ReadOnlySpan<T> plane, Window window)
        where T : INumber<T>
    {
        T largest = plane[window.First];
        for (int z = window.Front; z < window.Back; z++)
        {
            for (int y = window.Top; y < window.Bottom; y++)
            {
                for (int x = window.Left; x < window.Right; x++)
                {
                    largest = T.Max(largest, plane[window.At(z, y, x)]);
                }
            }
        }

        return largest;
    }

    private static int IndexOfLargest<T>(ReadOnlySpan<T> plane, Window window)
        where T : INumber<T>
    {
        int largest = window.First;
        for (int z = window.Front; z < window.Back; z++)
        {
            for (int y = window.Top; y < window.Bottom; y++)
            {
                for (int x = window.Left; x < window.Right; x++)
                {
                    int index = window.At(z, y, x);
                    largest = plane[index] > plane[largest] ? index : largest;
                }
            }
        }

        return largest;
    }

    private static T Average<T>(ReadOnlySpan<T> plane, Window window, int taps)
        where T : INumber<T> =>
        typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte)
            ? T.CreateChecked(Math.Round(Sum<T, int>(plane, window) / (double)taps, MidpointRounding.AwayFromZero))
            : Sum<T, T>(plane, window) / T.CreateChecked(taps);

    private static TSum Sum<T, TSum>(ReadOnlySpan<T> plane, Window window)
        where T : INumber<T>
        where TSum : INumber<TSum>
    {
        TSum sum = TSum.Zero;
        for (int z = window.Front; z < window.Back; z++)
        {
            for (int y = window.Top; y < window.Bottom; y++)
            {
                for (int x = window.Left; x < window.Right; x++)
                {
                    sum += TSum.CreateTruncating(plane[window.At(z, y, x)]);
                }
            }
        }

        return sum;
    }

    /// <summary>The taps of a window that lie inside its plane.</summary>
    private readonly struct Window(TensorShape plane, Range slices, Range rows, Range columns)
    {
        private readonly int _height = plane.Height;
        private readonly int _width = plane.Width;

        public int Front { get; } = slices.Start.Value;

        public int Back { get; } = slices.End.Value;

        public int Top { get; } = rows.Start.Value;

        public int Bottom { get; } = rows.End.Value;

        public int Left { get; } = columns.Start.Value;

        public int Right { get; } = columns.End.Value;

        public int Count => (Back - Front) * (Bottom - Top) * (Right - Left);

        public int First => At(Front, Top, Left);

        public int At(int z, int y, int x) => (z * _height + y) * _width + x;
    }
}
