using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>The tensors that a program works on, as it sees them.</summary>
internal sealed record ProgramTensors(Number[] Input, Number[] Output, Number[] Indices)
{
    /// <summary>What no kernel has written.</summary>
    public static readonly Number Untouched = new(12345.678, Int128.MaxValue);

    public static ProgramTensors Of(Arithmetic arithmetic, ElementType input, Number[] elements, int outputs, bool hasIndices)
    {
        bool asBits = input == ElementType.Half && arithmetic.Storage == ElementType.Int16;
        Number[] indices = hasIndices ? Fill(outputs) : [];
        return new ProgramTensors(asBits ? [.. elements.Select(ToBits)] : elements, Fill(outputs), indices);

        static Number[] Fill(int length) => [.. Enumerable.Repeat(Untouched, length)];
    }

    /// <summary>The output as elements of its type.</summary>
    public Number[] Results(Arithmetic arithmetic, ElementType output) =>
        output == ElementType.Half && arithmetic.Output == ElementType.Int16 ? [.. Output.Select(FromBits)] : Output;

    private static Number ToBits(Number half) => Number.OfWhole(BitConverter.HalfToInt16Bits((Half)half.Real));

    private static Number FromBits(Number bits) => bits == Untouched ? bits : Number.OfReal((double)BitConverter.Int16BitsToHalf((short)bits.Whole));
}
