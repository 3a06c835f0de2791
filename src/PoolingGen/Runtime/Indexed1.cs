using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolingGen.Runtime;

/// <summary>An element and where it was found.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="P">The signed integer as wide as an element.</typeparam>
/// <param name="values">The element.</param>
/// <param name="positions">Its position; the largest of its type stands for no tap.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Indexed1<T, P>(T values, P positions)
    where T : unmanaged
    where P : unmanaged
{
    /// <summary>The element.</summary>
    public readonly T Values = values;

    /// <summary>Its position; the largest of its type stands for no tap.</summary>
    public readonly P Positions = positions;

    /// <summary>An element found at a position.</summary>
    /// <param name="values">The element.</param>
    /// <param name="position">Its position.</param>
    /// <param name="step">Positions from lane to lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> At(T values, nint position, nint step) => new(values, Lanes.FromInt64<P>(position));

    /// <summary>A value that is not from the input.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed1<T, P> None(T value) => new(value, Lanes.NoTap<P>());
}
