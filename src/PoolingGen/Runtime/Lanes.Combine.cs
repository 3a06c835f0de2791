using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <summary>
/// Vector operations that generated kernels are made of, each for all widths. A lane is an element of a vector; lane 0
/// is the one at the lowest address. Called by generated code.
/// </summary>
/// <remarks>
/// Every width works on every machine; a kernel uses those that the machine has. Where the instruction sets differ, the
/// best spelling of each is chosen here, by conditions that the JIT decides.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
    /// <summary>The larger of two elements; NaN if either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float left, float right) => float.Max(left, right);

    /// <summary>The smaller of two elements; NaN if either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float left, float right) => float.Min(left, right);

    /// <summary>Lane by lane the larger element; NaN if either is. The sign of a zero is unspecified.</summary>
    /// <remarks>
    /// The x86 instruction returns its second operand if either is NaN, so one of the two orders has the NaN; its
    /// exponent and quiet bits survive the OR. Of two numbers both orders give the same one. Three instructions, where
    /// the IEEE maximum takes nine on AVX2. Arm and WebAssembly propagate NaN by themselves.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> left, Vector128<float> right) =>
        X86Base.IsSupported ? Vector128.MaxNative(left, right) | Vector128.MaxNative(right, left) : Vector128.Max(left, right);

    /// <inheritdoc cref="Max(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> left, Vector256<float> right) =>
        X86Base.IsSupported ? Vector256.MaxNative(left, right) | Vector256.MaxNative(right, left) : Vector256.Max(left, right);

    /// <inheritdoc cref="Max(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> left, Vector512<float> right) =>
        X86Base.IsSupported ? Vector512.MaxNative(left, right) | Vector512.MaxNative(right, left) : Vector512.Max(left, right);

    /// <summary>Lane by lane the smaller element; NaN if either is. The sign of a zero is unspecified.</summary>
    /// <remarks>As <see cref="Max(Vector128{float}, Vector128{float})"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Min(Vector128<float> left, Vector128<float> right) =>
        X86Base.IsSupported ? Vector128.MinNative(left, right) | Vector128.MinNative(right, left) : Vector128.Min(left, right);

    /// <inheritdoc cref="Min(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> left, Vector256<float> right) =>
        X86Base.IsSupported ? Vector256.MinNative(left, right) | Vector256.MinNative(right, left) : Vector256.Min(left, right);

    /// <inheritdoc cref="Min(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> left, Vector512<float> right) =>
        X86Base.IsSupported ? Vector512.MinNative(left, right) | Vector512.MinNative(right, left) : Vector512.Min(left, right);

    /// <summary>Whether any lane is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector256<float> value) => !Vector256.EqualsAll(value, value);

    /// <inheritdoc cref="AnyNaN(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector512<float> value) => !Vector512.EqualsAll(value, value);
}
