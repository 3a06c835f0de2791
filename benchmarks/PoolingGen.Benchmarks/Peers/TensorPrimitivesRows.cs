using System.Numerics;
using System.Numerics.Tensors;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>
/// The rows of a window are joined first, then its columns: shifted rows where columns lie side by side, and one by one
/// where a stride leaves some out, because no TensorPrimitives method takes every other element.
/// </summary>
internal sealed class TensorPrimitivesRows<T>(Layer layer)
    where T : unmanaged, INumber<T>
{
    private readonly bool _average = layer.Pool.Mode == PoolingMode.Average;
    private readonly T[] _joined = new T[layer.Input.Width * layer.Input.Channels];
    private readonly T[] _columnTaps = [.. Enumerable.Range(0, layer.Output.Width).Select(x => T.CreateChecked(Taps(layer, layer.Horizontal, x, layer.Input.Width).Count))];

    private T Identity => _average ? T.Zero : T.CreateSaturating(double.NegativeInfinity);

    public void PoolChannelsFirst(ReadOnlySpan<T> input, Span<T> output)
    {
        TensorShape windows = layer.Output;
        for (int channel = 0; channel < windows.Channels; channel++)
        {
            ReadOnlySpan<T> plane = input.Slice(channel * layer.Input.PlaneLength, layer.Input.PlaneLength);
            if (layer.Pool.Global)
            {
                output[channel] = TensorPrimitives.Sum(plane) / T.CreateChecked(plane.Length);
                continue;
            }

            Span<T> outputPlane = output.Slice(channel * windows.PlaneLength, windows.PlaneLength);
            for (int z = 0; z < windows.Depth; z++)
            {
                for (int y = 0; y < windows.Height; y++)
                {
                    Span<T> row = outputPlane.Slice((z * windows.Height + y) * windows.Width, windows.Width);
                    int rowTaps = JoinRows(plane, layer.Input.Width, z, y);
                    JoinColumns(_joined.AsSpan(0, layer.Input.Width), row);
                    if (_average)
                    {
                        TensorPrimitives.Divide(row, _columnTaps, row);
                        TensorPrimitives.Divide(row, T.CreateChecked(rowTaps), row);
                    }
                }
            }
        }
    }

    public void PoolChannelsLast(ReadOnlySpan<T> input, Span<T> output)
    {
        TensorShape windows = layer.Output;
        int channels = windows.Channels;
        for (int z = 0; z < windows.Depth; z++)
        {
            for (int y = 0; y < windows.Height; y++)
            {
                int rowTaps = JoinRows(input, layer.Input.Width * channels, z, y);
                for (int x = 0; x < windows.Width; x++)
                {
                    (int left, int right, int columnTaps) = Taps(layer, layer.Horizontal, x, layer.Input.Width);
                    Span<T> pixel = output.Slice(((z * windows.Height + y) * windows.Width + x) * channels, channels);
                    Reduce(_joined.AsSpan(left * channels), channels, right - left, pixel);
                    if (_average)
                    {
                        TensorPrimitives.Divide(pixel, T.CreateChecked(rowTaps * columnTaps), pixel);
                    }
                }
            }
        }
    }

    /// <returns>The number of rows that an average divides by.</returns>
    private int JoinRows(ReadOnlySpan<T> image, int rowLength, int z, int y)
    {
        (int front, int back, int slices) = Taps(layer, layer.Depth, z, layer.Input.Depth);
        (int top, int bottom, int rows) = Taps(layer, layer.Vertical, y, layer.Input.Height);
        Span<T> joined = _joined.AsSpan(0, rowLength);
        Reduce(RowsOf(image, front), rowLength, bottom - top, joined);
        for (int slice = front + 1; slice < back; slice++)
        {
            for (int row = 0; row < bottom - top; row++)
            {
                Join(joined, RowsOf(image, slice).Slice(row * rowLength, rowLength), joined);
            }
        }

        return slices * rows;

        ReadOnlySpan<T> RowsOf(ReadOnlySpan<T> of, int slice) => of[((slice * layer.Input.Height + top) * rowLength)..];
    }

    private void JoinColumns(ReadOnlySpan<T> joined, Span<T> row)
    {
        Axis axis = layer.Horizontal;
        if (axis.Stride > 1)
        {
            for (int x = 0; x < row.Length; x++)
            {
                (int left, int right, _) = Taps(layer, axis, x, joined.Length);
                row[x] = JoinOneByOne(joined[left..right]);
            }

            return;
        }

        row.Fill(Identity);
        for (int tap = 0; tap < axis.Window; tap++)
        {
            int shift = tap - axis.PadBegin;
            int begin = Math.Max(-shift, 0);
            int end = Math.Min(row.Length, joined.Length - shift);
            if (begin < end)
            {
                Join(row[begin..end], joined[(begin + shift)..(end + shift)], row[begin..end]);
            }
        }
    }

    private T JoinOneByOne(ReadOnlySpan<T> taps)
    {
        T result = taps[0];
        foreach (T tap in taps[1..])
        {
            result = _average ? result + tap : T.Max(result, tap);
        }

        return result;
    }

    /// <summary>Joins so many parts of the same length.</summary>
    private void Reduce(ReadOnlySpan<T> parts, int length, int count, Span<T> result)
    {
        if (count == 1)
        {
            parts[..length].CopyTo(result);
            return;
        }

        Join(parts[..length], parts.Slice(length, length), result);
        for (int part = 2; part < count; part++)
        {
            Join(result, parts.Slice(part * length, length), result);
        }
    }

    private void Join(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result)
    {
        if (_average)
        {
            TensorPrimitives.Add(a, b, result);
        }
        else
        {
            TensorPrimitives.Max(a, b, result);
        }
    }

    private static (int Begin, int End, int Count) Taps(Layer layer, Axis axis, int window, int extent)
    {
        int first = window * axis.Stride - axis.PadBegin;
        int begin = Math.Max(first, 0), end = Math.Min(first + axis.Window, extent);
        return (begin, end, layer.Pool.CountIncludePad ? axis.Window : end - begin);
    }
}
