using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <summary>
/// Vector operations that generated kernels are made of, each for all widths. A lane is an element of a vector; lane 0
/// is the one at the lowest address. Called by generated code.
/// </summary>
/// <remarks>
/// <para>Every width works on every machine; a kernel uses those that the machine has. Where the instruction sets differ,
/// the best spelling of each is chosen here, by conditions that the JIT decides.</para>
/// <para>A name that ends in 128, 256 or 512 gives vectors of so many bits, one that ends in 1 gives single elements.
/// Type parameters are S for an element in memory, L for a lane, P for a signed integer as wide as a lane, U for an
/// element of the output.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
    /// <summary>The larger of two elements; NaN if either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(T left, T right)
        where T : unmanaged, INumber<T> =>
        T.Max(left, right);

    /// <summary>Lane by lane the larger element; NaN if either is. The sign of a zero is unspecified.</summary>
    /// <remarks>
    /// The x86 instruction returns its second operand if either is NaN, so one of the two orders has the NaN; its
    /// exponent and quiet bits survive the OR. Of two numbers both orders give the same one. Three instructions, where
    /// the IEEE maximum takes nine on AVX2. Arm and WebAssembly propagate NaN by themselves.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Max<T>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged =>
        IsFloating<T>() && X86Base.IsSupported ? Vector128.MaxNative(left, right) | Vector128.MaxNative(right, left) : Vector128.Max(left, right);

    /// <inheritdoc cref="Max{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Max<T>(Vector256<T> left, Vector256<T> right)
        where T : unmanaged =>
        IsFloating<T>() && X86Base.IsSupported ? Vector256.MaxNative(left, right) | Vector256.MaxNative(right, left) : Vector256.Max(left, right);

    /// <inheritdoc cref="Max{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Max<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged =>
        IsFloating<T>() && X86Base.IsSupported ? Vector512.MaxNative(left, right) | Vector512.MaxNative(right, left) : Vector512.Max(left, right);

    /// <summary>The larger of two elements, by the fastest instruction: defined for numbers only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxNative<T>(T left, T right)
        where T : unmanaged, INumber<T> =>
        left > right ? left : right;

    /// <summary>Lane by lane the larger element, by the fastest instruction: defined for numbers only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MaxNative<T>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged =>
        Vector128.MaxNative(left, right);

    /// <inheritdoc cref="MaxNative{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MaxNative<T>(Vector256<T> left, Vector256<T> right)
        where T : unmanaged =>
        Vector256.MaxNative(left, right);

    /// <inheritdoc cref="MaxNative{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MaxNative<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged =>
        Vector512.MaxNative(left, right);

    /// <summary>The larger of two elements; the number if the other is NaN, NaN if both are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxNumber<T>(T left, T right)
        where T : unmanaged, INumber<T> =>
        T.MaxNumber(left, right);

    /// <summary>Lane by lane the larger element; the number if the other is NaN, NaN if both are. The sign of a zero is unspecified.</summary>
    /// <remarks>The x86 instruction returns its second operand if either is NaN: right if that is the number, so the first is taken instead where the second is NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MaxNumber<T>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged =>
        !IsFloating<T>() ? Vector128.Max(left, right)
        : X86Base.IsSupported ? Vector128.ConditionalSelect(Vector128.Equals(right, right), Vector128.MaxNative(left, right), left)
        : Vector128.MaxNumber(left, right);

    /// <inheritdoc cref="MaxNumber{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MaxNumber<T>(Vector256<T> left, Vector256<T> right)
        where T : unmanaged =>
        !IsFloating<T>() ? Vector256.Max(left, right)
        : X86Base.IsSupported ? Vector256.ConditionalSelect(Vector256.Equals(right, right), Vector256.MaxNative(left, right), left)
        : Vector256.MaxNumber(left, right);

    /// <inheritdoc cref="MaxNumber{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MaxNumber<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged =>
        !IsFloating<T>() ? Vector512.Max(left, right)
        : X86Base.IsSupported ? Vector512.ConditionalSelect(Vector512.Equals(right, right), Vector512.MaxNative(left, right), left)
        : Vector512.MaxNumber(left, right);

    /// <summary>The smaller of two elements; NaN if either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min<T>(T left, T right)
        where T : unmanaged, INumber<T> =>
        T.Min(left, right);

    /// <summary>Lane by lane the smaller element; NaN if either is. The sign of a zero is unspecified.</summary>
    /// <remarks>As <see cref="Max{T}(Vector128{T}, Vector128{T})"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Min<T>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged =>
        IsFloating<T>() && X86Base.IsSupported ? Vector128.MinNative(left, right) | Vector128.MinNative(right, left) : Vector128.Min(left, right);

    /// <inheritdoc cref="Min{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Min<T>(Vector256<T> left, Vector256<T> right)
        where T : unmanaged =>
        IsFloating<T>() && X86Base.IsSupported ? Vector256.MinNative(left, right) | Vector256.MinNative(right, left) : Vector256.Min(left, right);

    /// <inheritdoc cref="Min{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Min<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged =>
        IsFloating<T>() && X86Base.IsSupported ? Vector512.MinNative(left, right) | Vector512.MinNative(right, left) : Vector512.Min(left, right);

    /// <summary>The smaller of two elements, by the fastest instruction: defined for numbers only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinNative<T>(T left, T right)
        where T : unmanaged, INumber<T> =>
        left < right ? left : right;

    /// <summary>Lane by lane the smaller element, by the fastest instruction: defined for numbers only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MinNative<T>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged =>
        Vector128.MinNative(left, right);

    /// <inheritdoc cref="MinNative{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MinNative<T>(Vector256<T> left, Vector256<T> right)
        where T : unmanaged =>
        Vector256.MinNative(left, right);

    /// <inheritdoc cref="MinNative{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MinNative<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged =>
        Vector512.MinNative(left, right);

    /// <summary>The smaller of two elements; the number if the other is NaN, NaN if both are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinNumber<T>(T left, T right)
        where T : unmanaged, INumber<T> =>
        T.MinNumber(left, right);

    /// <summary>Lane by lane the smaller element; the number if the other is NaN, NaN if both are. The sign of a zero is unspecified.</summary>
    /// <remarks>As <see cref="MaxNumber{T}(Vector128{T}, Vector128{T})"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MinNumber<T>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged =>
        !IsFloating<T>() ? Vector128.Min(left, right)
        : X86Base.IsSupported ? Vector128.ConditionalSelect(Vector128.Equals(right, right), Vector128.MinNative(left, right), left)
        : Vector128.MinNumber(left, right);

    /// <inheritdoc cref="MinNumber{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MinNumber<T>(Vector256<T> left, Vector256<T> right)
        where T : unmanaged =>
        !IsFloating<T>() ? Vector256.Min(left, right)
        : X86Base.IsSupported ? Vector256.ConditionalSelect(Vector256.Equals(right, right), Vector256.MinNative(left, right), left)
        : Vector256.MinNumber(left, right);

    /// <inheritdoc cref="MinNumber{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MinNumber<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged =>
        !IsFloating<T>() ? Vector512.Min(left, right)
        : X86Base.IsSupported ? Vector512.ConditionalSelect(Vector512.Equals(right, right), Vector512.MinNative(left, right), left)
        : Vector512.MinNumber(left, right);

    /// <summary>Whether the element is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN<T>(T value)
        where T : unmanaged, INumber<T> =>
        T.IsNaN(value);

    /// <summary>Whether any lane is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN<T>(Vector128<T> value)
        where T : unmanaged =>
        !Vector128.EqualsAll(value, value);

    /// <inheritdoc cref="AnyNaN{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN<T>(Vector256<T> value)
        where T : unmanaged =>
        !Vector256.EqualsAll(value, value);

    /// <inheritdoc cref="AnyNaN{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN<T>(Vector512<T> value)
        where T : unmanaged =>
        !Vector512.EqualsAll(value, value);
}
