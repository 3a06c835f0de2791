using System.Numerics;
using System.Runtime.InteropServices;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>A maximum in XNNPACK, on the thread that calls. Names of functions are those of its header <c>xnnpack.h</c>.</summary>
internal sealed unsafe class XnnpackContender : Contender
{
    private static readonly delegate* unmanaged<nint, nint, int> RunOperator = (delegate* unmanaged<nint, nint, int>)Export("xnn_run_operator");

    private static readonly delegate* unmanaged<nint, int> DeleteOperator = (delegate* unmanaged<nint, int>)Export("xnn_delete_operator");

    private readonly NativeBuffer _output;
    private readonly nint _operator;

    private XnnpackContender(Layer layer, string suffix, NativeBuffer input, NativeBuffer output)
        : base("XNNPACK", DataLayout.ChannelsLast)
    {
        _output = output;
        Check(((delegate* unmanaged<nint, int>)Export("xnn_initialize"))(0));
        _operator = Create(layer, suffix);

        (nuint channels, nuint height, nuint width) = ((nuint)layer.Input.Channels, (nuint)layer.Input.Height, (nuint)layer.Input.Width);
        nuint outputHeight, outputWidth;
        var reshape = (delegate* unmanaged<nint, nuint, nuint, nuint, nuint, nuint, nuint, nuint*, nuint*, nint, int>)Export($"xnn_reshape_max_pooling2d_nhwc_{suffix}");
        Check(reshape(_operator, 1, height, width, channels, channels, channels, &outputHeight, &outputWidth, 0));

        var setup = (delegate* unmanaged<nint, nint, nint, int>)Export($"xnn_setup_max_pooling2d_nhwc_{suffix}");
        Check(setup(_operator, input.Address, output.Address));
    }

    public override nint Output => _output.Address;

    public override nint Indices => 0;

    public static XnnpackContender New<T>(Job<T> job)
        where T : unmanaged, INumber<T> =>
        new(job.Layer, SuffixOf<T>(), job.Input(DataLayout.ChannelsLast), job.NewOutput(DataLayout.ChannelsLast));

    public override void Run() => Check(RunOperator(_operator, 0));

    public override void Dispose()
    {
        Check(DeleteOperator(_operator));
        _output.Dispose();
    }

    /// <summary>The three differ in the type of the limits, which clamp the output: here to all that there is.</summary>
    private static nint Create(Layer layer, string suffix)
    {
        Axis v = layer.Vertical, h = layer.Horizontal;
        uint top = (uint)v.PadBegin, right = (uint)h.PadEnd, bottom = (uint)v.PadEnd, left = (uint)h.PadBegin;
        uint height = (uint)v.Window, width = (uint)h.Window, stepY = (uint)v.Stride, stepX = (uint)h.Stride;
        nint create = Export($"xnn_create_max_pooling2d_nhwc_{suffix}");
        nint created;
        Check(suffix switch
        {
            "s8" => ((delegate* unmanaged<uint, uint, uint, uint, uint, uint, uint, uint, uint, uint, sbyte, sbyte, uint, nint*, int>)create)(
                top, right, bottom, left, height, width, stepY, stepX, 1, 1, sbyte.MinValue, sbyte.MaxValue, 0, &created),
            "u8" => ((delegate* unmanaged<uint, uint, uint, uint, uint, uint, uint, uint, uint, uint, byte, byte, uint, nint*, int>)create)(
                top, right, bottom, left, height, width, stepY, stepX, 1, 1, byte.MinValue, byte.MaxValue, 0, &created),
            _ => ((delegate* unmanaged<uint, uint, uint, uint, uint, uint, uint, uint, uint, uint, float, float, uint, nint*, int>)create)(
                top, right, bottom, left, height, width, stepY, stepX, 1, 1, float.NegativeInfinity, float.PositiveInfinity, 0, &created),
        });
        return created;
    }

    private static string SuffixOf<T>() =>
        typeof(T) == typeof(byte) ? "u8" : typeof(T) == typeof(sbyte) ? "s8" : typeof(T) == typeof(Half) ? "f16" : "f32";

    private static void Check(int status)
    {
        if (status != 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"XNNPACK failed with status {status}."));
        }
    }

    private static nint Export(string name) => NativeLibrary.GetExport(LibTorch.Library, name);
}
