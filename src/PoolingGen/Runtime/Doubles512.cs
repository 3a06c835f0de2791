using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <summary>Eight doubles.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct Doubles512(Vector512<double> value) : IDoubles<Doubles512>
{
    public readonly Vector512<double> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Create(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 operator +(Doubles512 left, Doubles512 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 operator -(Doubles512 left, Doubles512 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 operator *(Doubles512 left, Doubles512 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 operator /(Doubles512 left, Doubles512 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles512 AddBits(long bits) => new((Value.AsInt64() + Vector512.Create(bits)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles512 SubtractBits(Doubles512 bits) => new((Value.AsInt64() - bits.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles512 OrBits(Doubles512 bits) => new(Value | bits.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles512 ShiftBitsLeft(int count) => new((Value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles512 ShiftBitsRight(int count) => new((Value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles512 LessThan(Doubles512 other) => new(Vector512.LessThan(Value, other.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles512 EqualTo(Doubles512 other) => new(Vector512.Equals(Value, other.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles512 Select(Doubles512 value, Doubles512 other) => new(Vector512.ConditionalSelect(Value, value.Value, other.Value));
}
