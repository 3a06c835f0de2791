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

    private static readonly delegate* unmanaged<int, void> SetThreads =
        (delegate* unmanaged<int, void>)Export("_ZN2at15set_num_threadsEi");

    private readonly delegate* unmanaged<nint, long*, long, long*, long, long*, long, long*, long, int, nint*, nint*, int> _maxPool;
    private readonly delegate* unmanaged<nint, long*, long, long*, long, long*, long, int, int, long*, nint*, int> _averagePool;
    private readonly delegate* unmanaged<nint, long*, long, nint*, int> _adaptiveAveragePool;

    private readonly Layer _layer;
    private readonly Axis[] _axes;
    private readonly nint _input;
    private nint _output;
    private nint _indices;

    private PyTorchContender(Layer layer, DataLayout layout, int elementType, NativeBuffer input, int threads)
        : base("PyTorch", layout)
    {
        _layer = layer;

        // To PyTorch too, a sequence is an image of one row.
        _axes = layer.Input.Rank == 1 ? [layer.Vertical, layer.Horizontal] : [.. layer.Axes];
        int rank = _axes.Length;
        _maxPool = (delegate* unmanaged<nint, long*, long, long*, long, long*, long, long*, long, int, nint*, nint*, int>)Export($"aoti_torch_cpu_max_pool{rank}d_with_indices");
        _averagePool = (delegate* unmanaged<nint, long*, long, long*, long, long*, long, int, int, long*, nint*, int>)Export($"aoti_torch_cpu_avg_pool{rank}d");
        _adaptiveAveragePool = (delegate* unmanaged<nint, long*, long, nint*, int>)Export($"aoti_torch_cpu__adaptive_avg_pool{rank}d");

        TensorShape shape = layer.Input;
        long[] sizes = [1, shape.Channels, .. rank == shape.Rank ? [] : (long[])[1], .. shape.Extents];
        long[] strides = Strides(sizes, layout);
        SetThreads(threads);
        nint tensor;
        fixed (long* size = sizes, stride = strides)
        {
            Check(NewTensor((void*)input.Address, sizes.Length, size, stride, 0, elementType, Cpu, NoDeviceIndex, &tensor));
        }

        _input = tensor;
    }

    public override nint Output => Data(_output);

    public override nint Indices => Data(_indices);

    public static PyTorchContender New<T>(Job<T> job, DataLayout layout)
        where T : unmanaged, INumber<T> =>
        new(job.Layer, layout, ElementTypeOf<T>(), job.Input(layout), job.Variant.Threads);

    public override void Run()
    {
        DeleteOutputs();
        int rank = _axes.Length;
        long* window = stackalloc long[rank];
        long* stride = stackalloc long[rank];
        long* padding = stackalloc long[rank];
        long* one = stackalloc long[rank];

        // Padding at the end alone stands for an output size that is rounded up.
        int ceil = 0;
        for (int i = 0; i < rank; i++)
        {
            (window[i], stride[i], padding[i], one[i]) = (_axes[i].Window, _axes[i].Stride, _axes[i].PadBegin, 1);
            ceil = _axes[i].PadEnd > _axes[i].PadBegin ? 1 : ceil;
        }

        nint output, indices = 0;
        Check(_layer.Pool switch
        {
            { Mode: PoolingMode.Max } => _maxPool(_input, window, rank, stride, rank, padding, rank, one, rank, ceil, &output, &indices),
            { Global: true } => _adaptiveAveragePool(_input, one, rank, &output),
            _ => _averagePool(_input, window, rank, stride, rank, padding, rank, ceil, _layer.Pool.CountIncludePad ? 1 : 0, null, &output),
        });
        (_output, _indices) = (output, indices);
    }

    public override void Dispose()
    {
        DeleteOutputs();
        Check(DeleteTensor(_input));
    }

    /// <summary>How far neighbours along each dimension of N C [D] H W lie apart.</summary>
    private static long[] Strides(long[] sizes, DataLayout layout)
    {
        int[] innermostFirst = layout == DataLayout.ChannelsLast
            ? [1, .. Enumerable.Range(2, sizes.Length - 2).Reverse(), 0]
            : [.. Enumerable.Range(0, sizes.Length).Reverse()];
        long[] strides = new long[sizes.Length];
        long step = 1;
        foreach (int dimension in innermostFirst)
        {
            strides[dimension] = step;
            step *= sizes[dimension];
        }

        return strides;
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
