using System.Runtime.CompilerServices;

namespace PoolingGen.Runtime;

/// <summary>One double.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct Doubles1(double value) : IDoubles<Doubles1>
{
    public readonly double Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles1 Create(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles1 operator +(Doubles1 left, Doubles1 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles1 operator -(Doubles1 left, Doubles1 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles1 operator *(Doubles1 left, Doubles1 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles1 operator /(Doubles1 left, Doubles1 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles1 AddBits(long bits) => new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Value) + bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles1 SubtractBits(Doubles1 bits) => new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Value) - BitConverter.DoubleToInt64Bits(bits.Value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles1 OrBits(Doubles1 bits) => new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Value) | BitConverter.DoubleToInt64Bits(bits.Value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles1 ShiftBitsLeft(int count) => new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Value) << count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles1 ShiftBitsRight(int count) => new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Value) >>> count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles1 LessThan(Doubles1 other) => new(BitConverter.Int64BitsToDouble(Value < other.Value ? -1L : 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles1 EqualTo(Doubles1 other) => new(BitConverter.Int64BitsToDouble(Value == other.Value ? -1L : 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles1 Select(Doubles1 value, Doubles1 other) => BitConverter.DoubleToInt64Bits(Value) != 0 ? value : other;
}
