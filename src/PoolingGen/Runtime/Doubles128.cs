using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <summary>Two doubles.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct Doubles128(Vector128<double> value) : IDoubles<Doubles128>
{
    public readonly Vector128<double> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Create(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 operator +(Doubles128 left, Doubles128 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 operator -(Doubles128 left, Doubles128 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 operator *(Doubles128 left, Doubles128 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 operator /(Doubles128 left, Doubles128 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles128 AddBits(long bits) => new((Value.AsInt64() + Vector128.Create(bits)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles128 SubtractBits(Doubles128 bits) => new((Value.AsInt64() - bits.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles128 OrBits(Doubles128 bits) => new(Value | bits.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles128 ShiftBitsLeft(int count) => new((Value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles128 ShiftBitsRight(int count) => new((Value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles128 LessThan(Doubles128 other) => new(Vector128.LessThan(Value, other.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles128 EqualTo(Doubles128 other) => new(Vector128.Equals(Value, other.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles128 Select(Doubles128 value, Doubles128 other) => new(Vector128.ConditionalSelect(Value, value.Value, other.Value));
}
