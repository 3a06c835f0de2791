using System.Globalization;
using PoolingGen.Kernels.Tests.Specs;

namespace PoolingGen.Kernels.Tests.Onnx;

/// <summary>The only node of a test's model.</summary>
internal sealed class OnnxNode
{
    // Field numbers of ModelProto, GraphProto, NodeProto and AttributeProto.
    private const int ModelGraph = 7;
    private const int GraphNode = 1;
    private const int NodeOperator = 4;
    private const int NodeAttribute = 5;
    private const int AttributeName = 1;
    private const int AttributeInteger = 3;
    private const int AttributeString = 4;
    private const int AttributeIntegers = 8;

    private static readonly string[] SpatialNames = ["depth", "height", "width"];

    private readonly Dictionary<string, WireMessage> _attributes;

    public OnnxNode(string path)
    {
        WireMessage node = WireMessage.ParseFile(path).Messages(ModelGraph).Single().Messages(GraphNode).Single();
        Operator = node.Strings(NodeOperator).Single();
        _attributes = node.Messages(NodeAttribute).ToDictionary(static attribute => attribute.Strings(AttributeName).Single());
    }

    public string Operator { get; }

    /// <summary>The kernel that does what the operator does with its attributes on such tensors.</summary>
    public Spec ToSpec(OnnxTensor input, OnnxTensor output, OnnxTensor? indices)
    {
        int rank = input.Lengths.Count - 2;
        return new Spec(
            Mode(),
            rank,
            input.Element,
            output.Element,
            indices?.Element,
            [.. Operator.StartsWith("Global", StringComparison.Ordinal) ? ["Global = true"] : Window(rank), .. Options(indices is not null)],
            ["batch", "channels", .. SpatialNames.TakeLast(rank)]);
    }

    private PoolingMode Mode() => Operator switch
    {
        "MaxPool" or "GlobalMaxPool" => PoolingMode.Max,
        "AveragePool" or "GlobalAveragePool" => PoolingMode.Average,
        "LpPool" or "GlobalLpPool" => PoolingMode.LpNorm,
        _ => throw new InvalidDataException($"{Operator} is no pooling operator."),
    };

    /// <summary>ONNX's default stride is 1, not the window's size.</summary>
    private IEnumerable<string> Window(int rank)
    {
        yield return $"Sizes = {Array("kernel_shape", rank)}";
        yield return $"Strides = {Array("strides", rank, @default: 1)}";
        if (_attributes.ContainsKey("dilations"))
        {
            yield return $"Dilations = {Array("dilations", rank)}";
        }

        string autoPad = _attributes.TryGetValue("auto_pad", out WireMessage? attribute) ? attribute.Strings(AttributeString).Single() : "NOTSET";
        if (autoPad != "NOTSET")
        {
            yield return $"AutoPad = PoolingAutoPad.{autoPad switch { "SAME_UPPER" => "SameUpper", "SAME_LOWER" => "SameLower", _ => "Valid" }}";
        }
        else if (_attributes.ContainsKey("pads"))
        {
            yield return $"Paddings = {Array("pads", 2 * rank)}";
        }

        if (Integer("ceil_mode", 0) != 0)
        {
            yield return "CeilMode = true";
        }
    }

    private IEnumerable<string> Options(bool hasIndices)
    {
        if (Integer("count_include_pad", 0) != 0)
        {
            yield return "CountIncludePad = true";
        }

        if (Mode() == PoolingMode.LpNorm)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"NormOrder = {Integer("p", 2)}");
        }

        if (hasIndices)
        {
            yield return "IndexOrigin = PoolingIndexOrigin.Tensor";
            yield return $"IndexOrder = PoolingIndexOrder.{(Integer("storage_order", 0) == 1 ? "ColumnMajor" : "RowMajor")}";
        }
    }

    private string Array(string name, int length, long @default = 0)
    {
        IEnumerable<long> values = _attributes.TryGetValue(name, out WireMessage? attribute)
            ? attribute.Integers(AttributeIntegers)
            : Enumerable.Repeat(@default, length);
        return $"[{string.Join(", ", values)}]";
    }

    private long Integer(string name, long @default) =>
        _attributes.TryGetValue(name, out WireMessage? attribute) ? attribute.Integers(AttributeInteger).Single() : @default;
}
