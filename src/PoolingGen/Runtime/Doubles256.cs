using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <summary>Four doubles.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct Doubles256(Vector256<double> value) : IDoubles<Doubles256>
{
    public readonly Vector256<double> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Create(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 operator +(Doubles256 left, Doubles256 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 operator -(Doubles256 left, Doubles256 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 operator *(Doubles256 left, Doubles256 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 operator /(Doubles256 left, Doubles256 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles256 AddBits(long bits) => new((Value.AsInt64() + Vector256.Create(bits)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles256 SubtractBits(Doubles256 bits) => new((Value.AsInt64() - bits.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles256 OrBits(Doubles256 bits) => new(Value | bits.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles256 ShiftBitsLeft(int count) => new((Value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles256 ShiftBitsRight(int count) => new((Value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles256 LessThan(Doubles256 other) => new(Vector256.LessThan(Value, other.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles256 EqualTo(Doubles256 other) => new(Vector256.Equals(Value, other.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles256 Select(Doubles256 value, Doubles256 other) => new(Vector256.ConditionalSelect(Value, value.Value, other.Value));
}
