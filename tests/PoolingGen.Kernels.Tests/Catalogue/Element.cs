using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>A type of elements. All other code handles tensors as bytes, and their values as <see cref="Numbers"/>.</summary>
/// <param name="Type">The type.</param>
/// <param name="Keyword">How C# spells it.</param>
/// <param name="Size">The bytes of an element.</param>
/// <param name="Digits">The binary digits of a floating-point number, the leading one included; 0 for integers.</param>
internal abstract record Element(Type Type, string Keyword, int Size, int Digits)
{
    public static Element Single { get; } = new Element<float>("float", 24)
    {
        NaNs = Bytes(0xFFC0_0000u, 0x7FC0_0000u, 0x7F80_0001u, 0x7FFF_FFFFu), // the third is signalling
    };

    public static Element Double { get; } = new Element<double>("double", 53)
    {
        NaNs = Bytes(0xFFF8_0000_0000_0000ul, 0x7FF8_0000_0000_0000ul, 0x7FF0_0000_0000_0001ul, 0x7FFF_FFFF_FFFF_FFFFul),
    };

    public static Element Half { get; } = new Element<Half>("Half", 11)
    {
        NaNs = Bytes<ushort>(0xFE00, 0x7E00, 0x7C01, 0x7FFF),
    };

    public static Element Int32 { get; } = new Element<int>("int", 0);

    public static Element Int64 { get; } = new Element<long>("long", 0);

    public static IReadOnlyList<Element> All { get; } =
    [
        Single, Double, Half, new Element<sbyte>("sbyte", 0), new Element<byte>("byte", 0), new Element<short>("short", 0),
        new Element<ushort>("ushort", 0), Int32, new Element<uint>("uint", 0), Int64, new Element<ulong>("ulong", 0),
    ];

    public bool IsFloating => Digits > 0;

    /// <summary>The least value of an integer type.</summary>
    public abstract Int128 Minimum { get; }

    /// <summary>The greatest value of an integer type.</summary>
    public abstract Int128 Maximum { get; }

    /// <summary>The greatest finite value of a floating-point type.</summary>
    public abstract double Greatest { get; }

    /// <summary>The least positive value of a floating-point type.</summary>
    public abstract double Least { get; }

    /// <summary>The bits of NaNs of several kinds; none for integers.</summary>
    public IReadOnlyList<byte[]> NaNs { get; protected init; } = [];

    /// <summary>What a kernel that reads it where it must not gives itself away by: repeated, a NaN or a large number.</summary>
    public byte Canary => IsFloating ? (byte)0xFF : (byte)0x7F;

    public static Element Of(Type type) => All.Single(element => element.Type == type);

    /// <summary>The values of a tensor.</summary>
    public abstract Numbers Decode(ReadOnlySpan<byte> tensor);

    /// <summary>The bits of the nearest value.</summary>
    public abstract byte[] Bits(double value);

    /// <summary>Writes the nearest value to one element of a tensor.</summary>
    public abstract void Set(Span<byte> tensor, int index, double value);

    /// <summary>Writes the bits of one element of a tensor.</summary>
    public void Set(Span<byte> tensor, int index, byte[] bits) => bits.CopyTo(tensor[(index * Size)..]);

    /// <summary>Writes the same value to all elements of a tensor.</summary>
    public void Fill(Span<byte> tensor, double value)
    {
        byte[] bits = Bits(value);
        for (int index = 0; index < tensor.Length / Size; index++)
        {
            Set(tensor, index, bits);
        }
    }

    public sealed override string ToString() => Keyword;

    private static byte[][] Bytes<TBits>(params TBits[] patterns)
        where TBits : unmanaged =>
        [.. patterns.Select(static pattern => MemoryMarshal.AsBytes([pattern]).ToArray())];
}

/// <inheritdoc/>
internal sealed record Element<T>(string Keyword, int Digits) : Element(typeof(T), Keyword, Unsafe.SizeOf<T>(), Digits)
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    public override Int128 Minimum => Int128.CreateChecked(T.MinValue);

    public override Int128 Maximum => Int128.CreateChecked(T.MaxValue);

    public override double Greatest => double.CreateChecked(T.MaxValue);

    public override double Least =>
        typeof(T) == typeof(float) ? float.Epsilon : typeof(T) == typeof(double) ? double.Epsilon : (double)System.Half.Epsilon;

    public override Numbers Decode(ReadOnlySpan<byte> tensor)
    {
        ReadOnlySpan<T> elements = MemoryMarshal.Cast<byte, T>(tensor);
        return IsFloating
            ? new Numbers(Convert<double>(elements), null)
            : new Numbers(null, Convert<Int128>(elements));
    }

    public override byte[] Bits(double value) => MemoryMarshal.AsBytes([T.CreateSaturating(value)]).ToArray();

    public override void Set(Span<byte> tensor, int index, double value) => MemoryMarshal.Cast<byte, T>(tensor)[index] = T.CreateSaturating(value);

    private static TWide[] Convert<TWide>(ReadOnlySpan<T> elements)
        where TWide : INumber<TWide>
    {
        TWide[] numbers = new TWide[elements.Length];
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = TWide.CreateTruncating(elements[index]);
        }

        return numbers;
    }
}
