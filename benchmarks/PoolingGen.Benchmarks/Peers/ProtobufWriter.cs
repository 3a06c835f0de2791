using System.Text;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>The little of the protobuf wire format that an ONNX model needs: integers, strings and nested messages.</summary>
internal sealed class ProtobufWriter
{
    private const int VarintType = 0;
    private const int LengthDelimitedType = 2;

    private readonly MemoryStream _bytes = new();

    public byte[] ToArray() => _bytes.ToArray();

    public void Integer(int field, long value)
    {
        Tag(field, VarintType);
        Varint((ulong)value);
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Message(int field, Action<ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        write(message);
        Bytes(field, message.ToArray());
    }

    private void Bytes(int field, byte[] value)
    {
        Tag(field, LengthDelimitedType);
        Varint((ulong)value.Length);
        _bytes.Write(value);
    }

    private void Tag(int field, int wireType) => Varint((ulong)(field << 3 | wireType));

    /// <summary>Seven bits a byte, the lowest first; a set top bit means that more follow.</summary>
    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.WriteByte((byte)(value | 0x80));
        }

        _bytes.WriteByte((byte)value);
    }
}
