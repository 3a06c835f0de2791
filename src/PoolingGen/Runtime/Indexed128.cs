using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <summary>Lane by lane an element and where it was found.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="P">The signed integer as wide as an element.</typeparam>
/// <param name="values">The elements.</param>
/// <param name="positions">Their positions; the largest of their type stands for no tap.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Indexed128<T, P>(Vector128<T> values, Vector128<P> positions)
    where T : unmanaged
    where P : unmanaged
{
    /// <summary>The elements.</summary>
    public readonly Vector128<T> Values = values;

    /// <summary>Their positions; the largest of their type stands for no tap.</summary>
    public readonly Vector128<P> Positions = positions;

    /// <summary>Elements of which lane i was found at <paramref name="position"/> + i * <paramref name="step"/>.</summary>
    /// <param name="values">The elements.</param>
    /// <param name="position">The position of lane 0.</param>
    /// <param name="step">Positions from lane to lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> At(Vector128<T> values, nint position, nint step) => new(values, Lanes.Positions128<P>(position, step));

    /// <summary>A value that is not from the input, in all lanes.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed128<T, P> None(T value) => new(Vector128.Create(value), Vector128.Create(Lanes.NoTap<P>()));
}
