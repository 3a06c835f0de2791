using Google.Protobuf;

namespace PoolingGen.Kernels.Tests.Onnx;

/// <summary>A protocol buffer without its schema: what was written under each field number, in order.</summary>
internal sealed class WireMessage
{
    private readonly List<(int Field, ulong Number, ByteString? Bytes)> _values = [];

    private WireMessage(CodedInputStream stream)
    {
        while (stream.ReadTag() is var tag && tag != 0)
        {
            _values.Add(Read(stream, tag));
        }
    }

    public static WireMessage Parse(ByteString bytes) => new(bytes.CreateCodedInput());

    public static WireMessage ParseFile(string path) => Parse(ByteString.CopyFrom(File.ReadAllBytes(path)));

    public IEnumerable<WireMessage> Messages(int field) => Bytes(field).Select(Parse);

    public IEnumerable<string> Strings(int field) => Bytes(field).Select(static bytes => bytes.ToStringUtf8());

    public IEnumerable<ByteString> Bytes(int field) => Of(field).Select(static value => value.Bytes!);

    /// <summary>The integers of a field, packed or not.</summary>
    public IEnumerable<long> Integers(int field) => Of(field).SelectMany(static value => value.Bytes is { } packed ? Unpack(packed) : [(long)value.Number]);

    private IEnumerable<(int Field, ulong Number, ByteString? Bytes)> Of(int field) => _values.Where(value => value.Field == field);

    private static (int Field, ulong Number, ByteString? Bytes) Read(CodedInputStream stream, uint tag)
    {
        int field = WireFormat.GetTagFieldNumber(tag);
        return WireFormat.GetTagWireType(tag) switch
        {
            WireFormat.WireType.Varint => (field, stream.ReadUInt64(), null),
            WireFormat.WireType.Fixed32 => (field, stream.ReadFixed32(), null),
            WireFormat.WireType.Fixed64 => (field, stream.ReadFixed64(), null),
            WireFormat.WireType.LengthDelimited => (field, 0, stream.ReadBytes()),
            WireFormat.WireType type => throw new InvalidDataException($"Field {field} has wire type {type}."),
        };
    }

    private static IEnumerable<long> Unpack(ByteString packed)
    {
        CodedInputStream stream = packed.CreateCodedInput();
        while (!stream.IsAtEnd)
        {
            yield return stream.ReadInt64();
        }
    }
}
