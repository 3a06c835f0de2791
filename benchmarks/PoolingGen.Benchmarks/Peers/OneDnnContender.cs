using System.Numerics;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>A layer in oneDNN, on the thread that calls. Names of functions are those of its header <c>dnnl.h</c>.</summary>
internal sealed unsafe class OneDnnContender : Contender
{
    private const int ForwardInference = 96;
    private const int Max = 511;
    private const int AverageIncludingPadding = 767;
    private const int AverageExcludingPadding = 1023;
    private const int CpuEngine = 1;
    private const int InOrderStream = 1;
    private const int Source = 1;
    private const int Destination = 17;

    // More than the structures take, which hold everything about a tensor and about an operation.
    private const int TensorDescriptionBytes = 4096;
    private const int OperationDescriptionBytes = 32768;

    private static readonly delegate* unmanaged<nint, nint, int, Argument*, int> Execute =
        (delegate* unmanaged<nint, nint, int, Argument*, int>)OneDnn.Export("dnnl_primitive_execute");

    private static readonly nint Engine = NewEngine();
    private static readonly nint Stream = NewStream();

    private readonly NativeBuffer _output;
    private readonly nint _primitive;
    private readonly nint _sourceMemory;
    private readonly nint _destinationMemory;

    private OneDnnContender(Layer layer, DataLayout layout, int elementType, NativeBuffer input, NativeBuffer output)
        : base($"oneDNN ({layout})", layout)
    {
        _output = output;
        using var source = new NativeBuffer(TensorDescriptionBytes);
        using var destination = new NativeBuffer(TensorDescriptionBytes);
        DescribeTensor(source, layer.Input, elementType, layout);
        DescribeTensor(destination, layer.Output, elementType, layout);
        _primitive = NewPrimitive(layer, source, destination);
        _sourceMemory = NewMemory(source, input);
        _destinationMemory = NewMemory(destination, output);
    }

    public override nint Output => _output.Address;

    public override nint Indices => 0;

    public static OneDnnContender New<T>(Job<T> job, DataLayout layout)
        where T : unmanaged, INumber<T> =>
        new(job.Layer, layout, ElementTypeOf<T>(), job.Input(layout), job.NewOutput(layout));

    public override void Run()
    {
        Argument* arguments = stackalloc Argument[] { new(Source, _sourceMemory), new(Destination, _destinationMemory) };
        OneDnn.Check(Execute(_primitive, Stream, 2, arguments));
    }

    public override void Dispose()
    {
        OneDnn.Check(((delegate* unmanaged<nint, int>)OneDnn.Export("dnnl_primitive_destroy"))(_primitive));
        var destroyMemory = (delegate* unmanaged<nint, int>)OneDnn.Export("dnnl_memory_destroy");
        OneDnn.Check(destroyMemory(_sourceMemory));
        OneDnn.Check(destroyMemory(_destinationMemory));
        _output.Dispose();
    }

    private static void DescribeTensor(NativeBuffer description, TensorShape shape, int elementType, DataLayout layout)
    {
        long[] sizes = [1, shape.Channels, .. shape.Extents];
        var describe = (delegate* unmanaged<nint, int, long*, int, int, int>)OneDnn.Export("dnnl_memory_desc_init_by_tag");
        fixed (long* size = sizes)
        {
            OneDnn.Check(describe(description.Address, sizes.Length, size, elementType, TagOf(layout, shape.Rank)));
        }
    }

    private static nint NewPrimitive(Layer layer, NativeBuffer source, NativeBuffer destination)
    {
        int algorithm = layer.Pool.Mode == PoolingMode.Max ? Max : layer.Pool.CountIncludePad ? AverageIncludingPadding : AverageExcludingPadding;
        long[] strides = [.. layer.Axes.Select(axis => axis.Stride)];
        long[] windows = [.. layer.Axes.Select(axis => axis.Window)];
        long[] padsBegin = [.. layer.Axes.Select(axis => axis.PadBegin)];
        long[] padsEnd = [.. layer.Axes.Select(axis => axis.PadEnd)];
        using var operation = new NativeBuffer(OperationDescriptionBytes);
        var describe = (delegate* unmanaged<nint, int, int, nint, nint, long*, long*, long*, long*, int>)OneDnn.Export("dnnl_pooling_forward_desc_init");
        fixed (long* stride = strides, window = windows, padBegin = padsBegin, padEnd = padsEnd)
        {
            OneDnn.Check(describe(operation.Address, ForwardInference, algorithm, source.Address, destination.Address, stride, window, padBegin, padEnd));
        }

        nint description, primitive;
        OneDnn.Check(((delegate* unmanaged<nint*, nint, nint, nint, nint, int>)OneDnn.Export("dnnl_primitive_desc_create"))(&description, operation.Address, 0, Engine, 0));
        OneDnn.Check(((delegate* unmanaged<nint*, nint, int>)OneDnn.Export("dnnl_primitive_create"))(&primitive, description));
        OneDnn.Check(((delegate* unmanaged<nint, int>)OneDnn.Export("dnnl_primitive_desc_destroy"))(description));
        return primitive;
    }

    private static nint NewMemory(NativeBuffer description, NativeBuffer data)
    {
        nint memory;
        OneDnn.Check(((delegate* unmanaged<nint*, nint, nint, nint, int>)OneDnn.Export("dnnl_memory_create"))(&memory, description.Address, Engine, data.Address));
        return memory;
    }

    private static nint NewEngine()
    {
        nint engine;
        OneDnn.Check(((delegate* unmanaged<nint*, int, nuint, int>)OneDnn.Export("dnnl_engine_create"))(&engine, CpuEngine, 0));
        return engine;
    }

    private static nint NewStream()
    {
        nint stream;
        OneDnn.Check(((delegate* unmanaged<nint*, nint, uint, int>)OneDnn.Export("dnnl_stream_create"))(&stream, Engine, InOrderStream));
        return stream;
    }

    /// <summary>The numbers of <c>dnnl_format_tag_t</c>.</summary>
    private static int TagOf(DataLayout layout, int rank) => (layout, rank) switch
    {
        (DataLayout.ChannelsFirst, 1) => 4,
        (DataLayout.ChannelsFirst, 2) => 5,
        (DataLayout.ChannelsFirst, _) => 7,
        (DataLayout.ChannelsLast, 1) => 17,
        (DataLayout.ChannelsLast, 2) => 20,
        (DataLayout.ChannelsLast, _) => 21,
        (_, 1) => 47,
        (_, 2) => 69,
        _ => 112,
    };

    /// <summary>The numbers of <c>dnnl_data_type_t</c>.</summary>
    private static int ElementTypeOf<T>() => typeof(T) == typeof(float) ? 3 : typeof(T) == typeof(sbyte) ? 5 : 6;

    /// <summary>What <c>dnnl_exec_arg_t</c> is.</summary>
    private readonly record struct Argument(int Role, nint Memory);
}
