using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PoolingGen.Runtime;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>
/// A kernel as the generator would write it, but for its loops: maxima of pairs along the last spatial axis, with
/// their positions. A pair of zeros has no maximum, as if both were padding.
/// </summary>
internal sealed class PairMaximum(int spatialAxes, bool channelsLast, bool countsAll, bool splitsChannels)
{
    /// <summary>How many times the kernel was called, and how many planes it saw.</summary>
    public (int Calls, nint Planes) Seen { get; private set; }

    /// <summary>The lengths of the result.</summary>
    public nint[] OutputLengths(nint[] lengths)
    {
        nint[] output = [.. lengths];
        output[channelsLast ? ^2 : ^1] /= 2;
        return output;
    }

    public void Run(ReadOnlyTensorSpan<short> input, TensorSpan<float> output, TensorSpan<long> indices)
    {
        TensorView inputView = TensorView.Of(input.Lengths, input.Strides, spatialAxes, channelsLast, "input");
        TensorView outputView = TensorView.Of(output.Lengths, output.Strides, spatialAxes, channelsLast, "output");
        TensorView indicesView = TensorView.Of(indices.Lengths, indices.Strides, spatialAxes, channelsLast, "indices");
        Checks.Shape(outputView, inputView.Batch, inputView.Channels, inputView.Depth, inputView.Height, inputView.Width / 2, "output");
        Checks.Shape(indicesView, inputView.Batch, inputView.Channels, inputView.Depth, inputView.Height, inputView.Width / 2, "indices");
        ref readonly short firstInput = ref TensorMarshal.GetReference(input);
        ref float firstOutput = ref TensorMarshal.GetReference(output);
        ref long firstIndex = ref TensorMarshal.GetReference(indices);
        Seen = default;
        foreach (TensorStep<short, float, long> step in new TensorSteps<short, float, long>(
            in firstInput, inputView, ref firstOutput, outputView, ref firstIndex, indicesView, splitsChannels, countsAll))
        {
            Seen = (Seen.Calls + 1, Seen.Planes + step.Planes);
            Dispatch(ref step.Input, ref step.Output, ref step.Indices, step.Batch, step.Channels, inputView.Depth * inputView.Height, inputView.Width);
        }
    }

    /// <summary>Likewise without indices.</summary>
    public void Run(ReadOnlyTensorSpan<short> input, TensorSpan<float> output)
    {
        TensorView inputView = TensorView.Of(input.Lengths, input.Strides, spatialAxes, channelsLast, "input");
        TensorView outputView = TensorView.Of(output.Lengths, output.Strides, spatialAxes, channelsLast, "output");
        ref readonly short firstInput = ref TensorMarshal.GetReference(input);
        ref float firstOutput = ref TensorMarshal.GetReference(output);
        Seen = default;
        foreach (TensorStep<short, float, long> step in new TensorSteps<short, float, long>(
            in firstInput, inputView, ref firstOutput, outputView, splitsChannels))
        {
            Seen = (Seen.Calls + 1, Seen.Planes + step.Planes);
            Dispatch(ref step.Input, ref step.Output, ref step.Indices, step.Batch, step.Channels, inputView.Depth * inputView.Height, inputView.Width);
        }
    }

    /// <summary>All rows of an image together are one axis, as windows are one row high.</summary>
    private void Dispatch(ref short input, ref float output, ref long indices, nint batch, nint channels, nint rows, nint width)
    {
        nint half = width / 2;
        for (nint image = 0; image < batch; image++)
        {
            for (nint channel = 0; channel < channels; channel++)
            {
                for (nint row = 0; row < rows; row++)
                {
                    for (nint x = 0; x < half; x++)
                    {
                        nint plane = image * channels + channel;
                        nint position = row * width + 2 * x;
                        nint step = channelsLast ? channels : 1;
                        nint first = channelsLast ? (image * rows * width + position) * channels + channel : plane * rows * width + position;
                        nint result = channelsLast ? ((image * rows + row) * half + x) * channels + channel : (plane * rows + row) * half + x;
                        short left = Unsafe.Add(ref input, first);
                        short right = Unsafe.Add(ref input, first + step);
                        Unsafe.Add(ref output, result) = Math.Max(left, right);
                        if (!Unsafe.IsNullRef(ref indices))
                        {
                            nint taken = right > left ? 1 : 0;
                            Unsafe.Add(ref indices, result) = left == 0 && right == 0 ? -1 : countsAll ? first + taken * step : position + taken;
                        }
                    }
                }
            }
        }
    }
}
