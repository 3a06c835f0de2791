using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>What an average multiplies by.</content>
public static partial class Lanes
{
    /// <summary>One over a whole number, rounded once; zero of zero.</summary>
    /// <param name="counts">The whole numbers.</param>
    /// <param name="most">The largest that there can be.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Reciprocal<T>(T counts, int most)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        counts == T.Zero ? T.Zero : T.One / counts;

    /// <summary>Lane by lane one over a whole number, rounded once; zero of zero.</summary>
    /// <inheritdoc cref="Reciprocal{T}(T, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Reciprocal<T>(Vector128<T> counts, int most)
        where T : unmanaged =>
        Vector128.AndNot(Vector128<T>.One / counts, Vector128.Equals(counts, Vector128<T>.Zero));

    /// <inheritdoc cref="Reciprocal{T}(Vector128{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Reciprocal<T>(Vector256<T> counts, int most)
        where T : unmanaged =>
        Vector256.AndNot(Vector256<T>.One / counts, Vector256.Equals(counts, Vector256<T>.Zero));

    /// <inheritdoc cref="Reciprocal{T}(Vector128{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Reciprocal<T>(Vector512<T> counts, int most)
        where T : unmanaged
    {
        // A look-up takes three cycles, a division ten.
        if (Avx512F.IsSupported && typeof(T) == typeof(float) && most < 16)
        {
            Vector512<float> reciprocals = Vector512.Create(
                0, 1, 1f / 2, 1f / 3, 1f / 4, 1f / 5, 1f / 6, 1f / 7, 1f / 8, 1f / 9, 1f / 10, 1f / 11, 1f / 12, 1f / 13, 1f / 14, 1f / 15);
            return Avx512F.PermuteVar16x32(reciprocals, Avx512F.ConvertToVector512Int32(counts.AsSingle())).As<float, T>();
        }

        if (Avx512DQ.IsSupported && typeof(T) == typeof(double) && most < 16)
        {
            Vector512<double> first = Vector512.Create(0, 1, 1.0 / 2, 1.0 / 3, 1.0 / 4, 1.0 / 5, 1.0 / 6, 1.0 / 7);
            Vector512<double> second = Vector512.Create(1.0 / 8, 1.0 / 9, 1.0 / 10, 1.0 / 11, 1.0 / 12, 1.0 / 13, 1.0 / 14, 1.0 / 15);
            return Avx512F.PermuteVar8x64x2(first, Avx512DQ.ConvertToVector512Int64(counts.AsDouble()), second).As<double, T>();
        }

        return Vector512.AndNot(Vector512<T>.One / counts, Vector512.Equals(counts, Vector512<T>.Zero));
    }
}
