using Microsoft.ML.OnnxRuntime.Tensors;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>A layer as an ONNX model of one node. Field numbers are those of <c>onnx.proto</c>.</summary>
internal sealed class OnnxModel(Layer layer, TensorElementType elementType, bool indices)
{
    public const string Input = "x";
    public const string Output = "y";
    public const string Indices = "i";

    // AveragePool of opset 19 and later runs a slower path in ONNX Runtime: this is its best.
    private const int Opset = 17;
    private const int IrVersion = 8;
    private const int IntegerAttribute = 2;
    private const int IntegersAttribute = 7;

    public TensorElementType ElementType => elementType;

    public long[] InputShape => Shape(layer.Input);

    public long[] OutputShape => Shape(layer.Output);

    public static TensorElementType ElementTypeOf<T>() => Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.Single => TensorElementType.Float,
        TypeCode.Double => TensorElementType.Double,
        TypeCode.Byte => TensorElementType.UInt8,
        TypeCode.SByte => TensorElementType.Int8,
        _ => throw new NotSupportedException($"No ONNX model of {typeof(T)} is needed."),
    };

    /// <returns>The bytes of a serialised <c>ModelProto</c>.</returns>
    public byte[] Write()
    {
        var model = new ProtobufWriter();
        model.Integer(1, IrVersion);
        model.Message(7, graph =>
        {
            graph.Message(1, WriteNode);
            graph.Text(2, layer.Id);
            graph.Message(11, value => WriteTensor(value, Input, elementType, InputShape));
            graph.Message(12, value => WriteTensor(value, Output, elementType, OutputShape));
            if (indices)
            {
                graph.Message(12, value => WriteTensor(value, Indices, TensorElementType.Int64, OutputShape));
            }
        });
        model.Message(8, opset => opset.Integer(2, Opset));
        return model.ToArray();
    }

    private static long[] Shape(TensorShape shape) => [1, shape.Channels, .. shape.Extents];

    private void WriteNode(ProtobufWriter node)
    {
        bool average = layer.Pool.Mode == PoolingMode.Average;
        node.Text(1, Input);
        node.Text(2, Output);
        if (indices)
        {
            node.Text(2, Indices);
        }

        node.Text(4, (layer.Pool.Global ? "Global" : "") + (average ? "AveragePool" : "MaxPool"));
        if (layer.Pool.Global)
        {
            return;
        }

        IReadOnlyList<Axis> axes = layer.Axes;
        WriteIntegers(node, "kernel_shape", axes.Select(axis => axis.Window));
        WriteIntegers(node, "strides", axes.Select(axis => axis.Stride));
        WriteIntegers(node, "pads", [.. axes.Select(axis => axis.PadBegin), .. axes.Select(axis => axis.PadEnd)]);
        if (average)
        {
            WriteInteger(node, "count_include_pad", layer.Pool.CountIncludePad ? 1 : 0);
        }
    }

    private static void WriteInteger(ProtobufWriter node, string name, long value) => node.Message(5, attribute =>
    {
        attribute.Text(1, name);
        attribute.Integer(3, value);
        attribute.Integer(20, IntegerAttribute);
    });

    private static void WriteIntegers(ProtobufWriter node, string name, IEnumerable<int> values) => node.Message(5, attribute =>
    {
        attribute.Text(1, name);
        foreach (int value in values)
        {
            attribute.Integer(8, value);
        }

        attribute.Integer(20, IntegersAttribute);
    });

    private static void WriteTensor(ProtobufWriter value, string name, TensorElementType elements, long[] shape)
    {
        value.Text(1, name);
        value.Message(2, type => type.Message(1, tensor =>
        {
            tensor.Integer(1, (int)elements);
            tensor.Message(2, dimensions => Array.ForEach(shape, extent => dimensions.Message(1, dimension => dimension.Integer(1, extent))));
        }));
    }
}
