namespace PoolingGen.Benchmarks.Peers;

/// <summary>Pooling as one writes it without a library: a loop over windows, each cut to the plane, and a loop over its taps.</summary>
internal static class NaiveLoop
{
    public static void Run(Layer layer, ReadOnlySpan<float> input, Span<float> output)
    {
        int planeLength = layer.Height * layer.Width;
        int outputLength = layer.OutputHeight * layer.OutputWidth;
        for (int channel = 0; channel < layer.Channels; channel++)
        {
            PoolPlane(layer, input.Slice(channel * planeLength, planeLength), output.Slice(channel * outputLength, outputLength));
        }
    }

    private static void PoolPlane(Layer layer, ReadOnlySpan<float> plane, Span<float> output)
    {
        bool average = layer.Pool.Mode == PoolingMode.Average;
        int width = layer.Width, outputHeight = layer.OutputHeight, outputWidth = layer.OutputWidth;
        Axis vertical = layer.Vertical, horizontal = layer.Horizontal;
        for (int y = 0; y < outputHeight; y++)
        {
            (int top, int bottom) = Taps(y, vertical, layer.Height);
            for (int x = 0; x < outputWidth; x++)
            {
                (int left, int right) = Taps(x, horizontal, width);
                int taps = layer.Pool.CountIncludePad ? vertical.Window * horizontal.Window : (bottom - top) * (right - left);
                output[y * outputWidth + x] = average
                    ? Sum(plane, width, top, bottom, left, right) / taps
                    : Largest(plane, width, top, bottom, left, right);
            }
        }
    }

    private static (int Begin, int End) Taps(int window, Axis axis, int extent)
    {
        int begin = window * axis.Stride - axis.PadBegin;
        return (Math.Max(begin, 0), Math.Min(begin + axis.Window, extent));
    }

    private static float Largest(ReadOnlySpan<float> plane, int width, int top, int bottom, int left, int right)
    {
        float largest = float.NegativeInfinity;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                largest = MathF.Max(largest, plane[y * width + x]);
            }
        }

        return largest;
    }

    private static float Sum(ReadOnlySpan<float> plane, int width, int top, int bottom, int left, int right)
    {
        float sum = 0;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                sum += plane[y * width + x];
            }
        }

        return sum;
    }
}
