using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Onnx;

/// <summary>A tensor in N C [D] [H] W order.</summary>
/// <param name="Element">The type of its elements.</param>
/// <param name="Lengths">Its dimensions.</param>
/// <param name="Data">Its elements' bytes.</param>
internal sealed record OnnxTensor(Element Element, IReadOnlyList<int> Lengths, byte[] Data)
{
    // Field numbers of TensorProto.
    private const int Dims = 1;
    private const int DataType = 2;
    private const int RawData = 9;

    public Shape Shape
    {
        get
        {
            int[] spatial = [.. Enumerable.Repeat(1, 5 - Lengths.Count), .. Lengths.Skip(2)];
            return new Shape(Lengths[0], Lengths[1], spatial[0], spatial[1], spatial[2]);
        }
    }

    public static OnnxTensor Read(string path)
    {
        WireMessage message = WireMessage.ParseFile(path);
        Element element = ElementOf((int)message.Integers(DataType).Single());
        int[] lengths = [.. message.Integers(Dims).Select(static length => (int)length)];
        byte[] data = message.Bytes(RawData).Single().ToByteArray();
        int needed = lengths.Aggregate(element.Size, static (product, length) => product * length);
        return data.Length == needed ? new OnnxTensor(element, lengths, data) : throw new InvalidDataException($"{path} has {data.Length} bytes, not {needed}.");
    }

    private static Element ElementOf(int dataType) => Element.Of(dataType switch
    {
        1 => typeof(float),
        2 => typeof(byte),
        3 => typeof(sbyte),
        4 => typeof(ushort),
        5 => typeof(short),
        6 => typeof(int),
        7 => typeof(long),
        10 => typeof(Half),
        11 => typeof(double),
        12 => typeof(uint),
        13 => typeof(ulong),
        _ => throw new InvalidDataException($"The data type {dataType} is not one of pooling."),
    });
}
