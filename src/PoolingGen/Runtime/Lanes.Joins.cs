using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Joins as types, so that what is built of them is written once.</content>
public static partial class Lanes
{
    /// <summary>How two lanes become one.</summary>
    private interface IJoin<T>
        where T : unmanaged
    {
        static abstract Vector128<T> Of(Vector128<T> left, Vector128<T> right);

        static abstract Vector256<T> Of(Vector256<T> left, Vector256<T> right);
    }

    private readonly struct SumJoin<T> : IJoin<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<T> Of(Vector128<T> left, Vector128<T> right) => left + right;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of(Vector256<T> left, Vector256<T> right) => left + right;
    }

    private readonly struct MaxJoin<T> : IJoin<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<T> Of(Vector128<T> left, Vector128<T> right) => Max(left, right);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of(Vector256<T> left, Vector256<T> right) => Max(left, right);
    }

    private readonly struct MinJoin<T> : IJoin<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<T> Of(Vector128<T> left, Vector128<T> right) => Min(left, right);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of(Vector256<T> left, Vector256<T> right) => Min(left, right);
    }

    private readonly struct MaxNumberJoin<T> : IJoin<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<T> Of(Vector128<T> left, Vector128<T> right) => MaxNumber(left, right);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of(Vector256<T> left, Vector256<T> right) => MaxNumber(left, right);
    }

    private readonly struct MinNumberJoin<T> : IJoin<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<T> Of(Vector128<T> left, Vector128<T> right) => MinNumber(left, right);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of(Vector256<T> left, Vector256<T> right) => MinNumber(left, right);
    }
}
