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
public readonly struct Indexed256<T, P>(Vector256<T> values, Vector256<P> positions)
    where T : unmanaged
    where P : unmanaged
{
    /// <summary>The elements.</summary>
    public readonly Vector256<T> Values = values;

    /// <summary>Their positions; the largest of their type stands for no tap.</summary>
    public readonly Vector256<P> Positions = positions;

    internal Indexed128<T, P> Lower
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Values.GetLower(), Positions.GetLower());
    }

    internal Indexed128<T, P> Upper
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Values.GetUpper(), Positions.GetUpper());
    }

    /// <summary>Elements of which lane i was found at <paramref name="position"/> + i * <paramref name="step"/>.</summary>
    /// <param name="values">The elements.</param>
    /// <param name="position">The position of lane 0.</param>
    /// <param name="step">Positions from lane to lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> At(Vector256<T> values, nint position, nint step) => new(values, Lanes.Positions256<P>(position, step));

    /// <summary>What <see cref="StoreScratch(ref T, nint)"/> wrote.</summary>
    /// <param name="at">The element of lane 0.</param>
    /// <param name="distance">How many elements behind it its position lies.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> LoadScratch(ref T at, nint distance) =>
        new(Vector256.LoadUnsafe(ref at), Vector256.LoadUnsafe(ref Unsafe.As<T, P>(ref Unsafe.Add(ref at, distance))));

    /// <summary>A value that is not from the input, in all lanes.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Indexed256<T, P> None(T value) => new(Vector256.Create(value), Vector256.Create(Lanes.NoTap<P>()));

    /// <summary>Writes elements and positions apart.</summary>
    /// <param name="at">Where the element of lane 0 goes.</param>
    /// <param name="distance">How many elements behind it its position goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreScratch(ref T at, nint distance)
    {
        Values.StoreUnsafe(ref at);
        Positions.StoreUnsafe(ref Unsafe.As<T, P>(ref Unsafe.Add(ref at, distance)));
    }
}
