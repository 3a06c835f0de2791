using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Loads of elements as lanes of their own or of a wider type. As many elements are read as there are lanes.</content>
public static unsafe partial class Lanes
{
    /// <summary>The element at <paramref name="at"/> as a lane.</summary>
    /// <typeparam name="S">The element in memory.</typeparam>
    /// <typeparam name="L">The lane: the same type, a wider integer, or <see cref="float"/> of a <see cref="Half"/>.</typeparam>
    /// <param name="at">The first element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Load1<S, L>(ref S at)
        where S : unmanaged
        where L : unmanaged =>
        Extended<S, L>(at);

    /// <summary>The elements from <paramref name="at"/> on, each exactly.</summary>
    /// <inheritdoc cref="Load1{S, L}(ref S)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<L> Load128<S, L>(ref S at)
        where S : unmanaged
        where L : unmanaged =>
        IsPlain<S, L>() ? Vector128.LoadUnsafe(ref Unsafe.As<S, L>(ref at))
        : typeof(S) == typeof(Half) ? ToSingle(Load128<short, int>(ref Unsafe.As<S, short>(ref at))).As<float, L>()
        : Widen128<S, L>(LoadPart(ref at, 16 * sizeof(S) / sizeof(L)));

    /// <inheritdoc cref="Load128{S, L}(ref S)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<L> Load256<S, L>(ref S at)
        where S : unmanaged
        where L : unmanaged =>
        IsPlain<S, L>() ? Vector256.LoadUnsafe(ref Unsafe.As<S, L>(ref at))
        : typeof(S) == typeof(Half) ? ToSingle(Load256<short, int>(ref Unsafe.As<S, short>(ref at))).As<float, L>()
        : Avx2.IsSupported ? Widen256<S, L>(LoadPart(ref at, 32 * sizeof(S) / sizeof(L)))
        : Vector256.Create(Load128<S, L>(ref at), Load128<S, L>(ref Unsafe.Add(ref at, Vector128<L>.Count)));

    /// <inheritdoc cref="Load128{S, L}(ref S)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<L> Load512<S, L>(ref S at)
        where S : unmanaged
        where L : unmanaged =>
        IsPlain<S, L>() ? Vector512.LoadUnsafe(ref Unsafe.As<S, L>(ref at))
        : typeof(S) == typeof(Half) ? ToSingle(Load512<short, int>(ref Unsafe.As<S, short>(ref at))).As<float, L>()
        : !Avx512F.IsSupported ? Vector512.Create(Load256<S, L>(ref at), Load256<S, L>(ref Unsafe.Add(ref at, Vector256<L>.Count)))
        : 2 * sizeof(S) == sizeof(L) ? Widen512<S, L>(Vector256.LoadUnsafe(ref Unsafe.As<S, byte>(ref at)).As<byte, S>())
        : Widen512<S, L>(LoadPart(ref at, 64 * sizeof(S) / sizeof(L)).ToVector256Unsafe());

    /// <summary>Four elements; the other lanes are undefined.</summary>
    /// <param name="at">The first element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadFew256(ref float at) => Vector128.LoadUnsafe(ref at).ToVector256Unsafe();

    /// <inheritdoc cref="LoadFew256(ref float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadFew512(ref float at) => LoadFew256(ref at).ToVector512Unsafe();
}
