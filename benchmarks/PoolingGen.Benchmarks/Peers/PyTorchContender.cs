using System.Numerics;
using System.Runtime.InteropServices;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>A layer in PyTorch. Names of functions are those of its header <c>c_shim_cpu.h</c>.</summary>
internal sealed unsafe class PyTorchContender : Contender
{
    private const int Cpu = 0;
    private const int NoDeviceIndex = -1;

    private static readonly delegate* unmanaged<void*, long, long*, long*, long, int, int, int, nint*, int> NewTensor =
        (delegate* unmanaged<void*, long, long*, long*, long, int, int, int, nint*, int>)Export("aoti_torch_create_tensor_from_blob");

    private static readonly delegate* unmanaged<nint, int> DeleteTensor =
        (delegate* unmanaged<nint, int>)Export("aoti_torch_delete_tensor_object");

    private static readonly delegate* unmanaged<nint, nint*, int> GetData =
        (delegate* unmanaged<nint, nint*, int>)Export("aoti_torch_get_data_ptr");

    private static readonly delegate* unmanaged<nint, long*, long, long*, long, long*, long, long*, long, int, nint*, nint*, int> MaxPool =
        (delegate* unmanaged<nint, long*, long, long*, long, long*, long, long*, long, int, nint*, nint*, int>)Export("aoti_torch_cpu_max_pool2d_with_indices");

    private static readonly delegate* unmanaged<nint, long*, long, long*, long, long*, long, int, int, long*, nint*, int> AveragePool =
        (delegate* unmanaged<nint, long*, long, long*, long, long*, long, int, int, long*, nint*, int>)Export("aoti_torch_cpu_avg_pool2d");

    private static readonly delegate* unmanaged<nint, long*, long, nint*, int> AdaptiveAveragePool =
        (delegate* unmanaged<nint, long*, long, nint*, int>)Export("aoti_torch_cpu__adaptive_avg_pool2d");

    private static readonly delegate* unmanaged<int, void> SetThreads =
        (delegate* unmanaged<int, void>)Export("_ZN2at15set_num_threadsEi");

    private readonly Layer _layer;
    private readonly nint _input;
    private nint _output;
    private nint _indices;

    private PyTorchContender(Layer layer, DataLayout layout, int elementType, NativeBuffer input, int threads)
        : base("PyTorch", layout)
    {
        _layer = layer;
        (int channels, int height, int width) = layer.Input;
        long* sizes = stackalloc long[] { 1, channels, height, width };
        bool last = layout == DataLayout.ChannelsLast;
        long* strides = stackalloc long[]
        {
            layer.Input.Length,
            last ? 1 : layer.Input.PlaneLength,
            last ? (long)width * channels : width,
            last ? channels : 1,
        };
        SetThreads(threads);
        nint tensor;
        Check(NewTensor((void*)input.Address, 4, sizes, strides, 0, elementType, Cpu, NoDeviceIndex, &tensor));
        _input = tensor;
    }

    public override nint Output => Data(_output);

    public override nint Indices => Data(_indices);

    public static PyTorchContender New<T>(Job<T> job)
        where T : unmanaged, INumber<T> =>
        new(job.Layer, job.Variant.DataLayout, ElementTypeOf<T>(), job.Input(job.Variant.DataLayout), job.Variant.Threads);

    public override void Run()
    {
        DeleteOutputs();
        Axis v = _layer.Vertical, h = _layer.Horizontal;
        long* window = stackalloc long[] { v.Window, h.Window };
        long* stride = stackalloc long[] { v.Stride, h.Stride };
        long* padding = stackalloc long[] { v.PadBegin, h.PadBegin };
        long* dilation = stackalloc long[] { 1, 1 };
        long* one = stackalloc long[] { 1, 1 };

        // Padding at the end alone stands for an output size that is rounded up.
        int ceil = v.PadEnd > v.PadBegin ? 1 : 0;
        nint output, indices = 0;
        Check(_layer.Pool switch
        {
            { Mode: PoolingMode.Max } => MaxPool(_input, window, 2, stride, 2, padding, 2, dilation, 2, ceil, &output, &indices),
            { Global: true } => AdaptiveAveragePool(_input, one, 2, &output),
            _ => AveragePool(_input, window, 2, stride, 2, padding, 2, ceil, _layer.Pool.CountIncludePad ? 1 : 0, null, &output),
        });
        (_output, _indices) = (output, indices);
    }

    public override void Dispose()
    {
        DeleteOutputs();
        Check(DeleteTensor(_input));
    }

    private void DeleteOutputs()
    {
        if (_output != 0)
        {
            Check(DeleteTensor(_output));
        }

        if (_indices != 0)
        {
            Check(DeleteTensor(_indices));
        }

        (_output, _indices) = (0, 0);
    }

    private static nint Data(nint tensor)
    {
        nint data;
        Check(GetData(tensor, &data));
        return data;
    }

    /// <summary>The numbers of <c>c10::ScalarType</c>.</summary>
    private static int ElementTypeOf<T>() =>
        typeof(T) == typeof(byte) ? 0 : typeof(T) == typeof(sbyte) ? 1 : typeof(T) == typeof(Half) ? 5 : typeof(T) == typeof(float) ? 6 : 7;

    private static void Check(int status)
    {
        if (status != 0)
        {
            throw new InvalidOperationException("PyTorch failed; it has written why to the standard error.");
        }
    }

    private static nint Export(string name) => NativeLibrary.GetExport(LibTorch.Library, name);
}
