using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolingGen.Runtime;

/// <content>Powers and roots of the Lp norm.</content>
public static partial class Lanes
{
    /// <summary>|x|^p, within an ulp for float and a few for double; NaN of NaN. The same bits on every machine.</summary>
    /// <param name="value">x, float or double.</param>
    /// <param name="p">The exponent, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Power<T>(T value, double p)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T magnitude = T.Abs(value);
        return p == 1 ? magnitude
            : p == 2 ? value * value
            : p == 3 ? value * value * magnitude
            : p == 4 ? value * value * (value * value)
            : GeneralPower(magnitude, p);
    }

    /// <summary>Lane by lane |x|^p, within an ulp for float and a few for double; NaN of NaN. The same bits on every machine.</summary>
    /// <inheritdoc cref="Power{T}(T, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Power<T>(Vector128<T> value, double p)
        where T : unmanaged
    {
        Vector128<T> magnitude = Vector128.Abs(value);
        return p == 1 ? magnitude
            : p == 2 ? value * value
            : p == 3 ? value * value * magnitude
            : p == 4 ? value * value * (value * value)
            : GeneralPower(magnitude, p);
    }

    /// <inheritdoc cref="Power{T}(Vector128{T}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Power<T>(Vector256<T> value, double p)
        where T : unmanaged
    {
        Vector256<T> magnitude = Vector256.Abs(value);
        return p == 1 ? magnitude
            : p == 2 ? value * value
            : p == 3 ? value * value * magnitude
            : p == 4 ? value * value * (value * value)
            : GeneralPower(magnitude, p);
    }

    /// <inheritdoc cref="Power{T}(Vector128{T}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Power<T>(Vector512<T> value, double p)
        where T : unmanaged
    {
        Vector512<T> magnitude = Vector512.Abs(value);
        return p == 1 ? magnitude
            : p == 2 ? value * value
            : p == 3 ? value * value * magnitude
            : p == 4 ? value * value * (value * value)
            : GeneralPower(magnitude, p);
    }

    /// <summary>x^(1/p), within an ulp for float and a few for double; NaN of NaN. The same bits on every machine.</summary>
    /// <param name="value">x, float or double, not negative.</param>
    /// <param name="p">The degree of the root, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Root<T>(T value, double p)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        p == 1 ? value : p == 2 ? T.Sqrt(value) : GeneralRoot(value, p);

    /// <summary>Lane by lane x^(1/p), within an ulp for float and a few for double; NaN of NaN. The same bits on every machine.</summary>
    /// <inheritdoc cref="Root{T}(T, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Root<T>(Vector128<T> value, double p)
        where T : unmanaged =>
        p == 1 ? value : p == 2 ? Vector128.Sqrt(value) : GeneralRoot(value, p);

    /// <inheritdoc cref="Root{T}(Vector128{T}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Root<T>(Vector256<T> value, double p)
        where T : unmanaged =>
        p == 1 ? value : p == 2 ? Vector256.Sqrt(value) : GeneralRoot(value, p);

    /// <inheritdoc cref="Root{T}(Vector128{T}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Root<T>(Vector512<T> value, double p)
        where T : unmanaged =>
        p == 1 ? value : p == 2 ? Vector512.Sqrt(value) : GeneralRoot(value, p);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T GeneralPower<T>(T value, double p)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>((float)FloatPower(new Doubles1(Unsafe.BitCast<T, float>(value)), Bounded(p)).Value)
            : Unsafe.BitCast<double, T>(Exponentials.PrecisePower(new Doubles1(Unsafe.BitCast<T, double>(value)), Bounded(p)).Value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<T> GeneralPower<T>(Vector128<T> value, double p)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            return Exponentials.PrecisePower(new Doubles128(value.AsDouble()), Bounded(p)).Value.As<double, T>();
        }

        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(value.AsSingle());
        lower = FloatPower(new Doubles128(lower), Bounded(p)).Value;
        upper = FloatPower(new Doubles128(upper), Bounded(p)).Value;
        return Vector128.Narrow(lower, upper).As<float, T>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<T> GeneralPower<T>(Vector256<T> value, double p)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            return Exponentials.PrecisePower(new Doubles256(value.AsDouble()), Bounded(p)).Value.As<double, T>();
        }

        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(value.AsSingle());
        lower = FloatPower(new Doubles256(lower), Bounded(p)).Value;
        upper = FloatPower(new Doubles256(upper), Bounded(p)).Value;
        return Vector256.Narrow(lower, upper).As<float, T>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> GeneralPower<T>(Vector512<T> value, double p)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            return Exponentials.PrecisePower(new Doubles512(value.AsDouble()), Bounded(p)).Value.As<double, T>();
        }

        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(value.AsSingle());
        lower = FloatPower(new Doubles512(lower), Bounded(p)).Value;
        upper = FloatPower(new Doubles512(upper), Bounded(p)).Value;
        return Vector512.Narrow(lower, upper).As<float, T>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T GeneralRoot<T>(T value, double p)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>((float)FloatRoot(new Doubles1(Unsafe.BitCast<T, float>(value)), Bounded(p)).Value)
            : Unsafe.BitCast<double, T>(Exponentials.PreciseRoot(new Doubles1(Unsafe.BitCast<T, double>(value)), Bounded(p)).Value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<T> GeneralRoot<T>(Vector128<T> value, double p)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            return Exponentials.PreciseRoot(new Doubles128(value.AsDouble()), Bounded(p)).Value.As<double, T>();
        }

        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(value.AsSingle());
        lower = FloatRoot(new Doubles128(lower), Bounded(p)).Value;
        upper = FloatRoot(new Doubles128(upper), Bounded(p)).Value;
        return Vector128.Narrow(lower, upper).As<float, T>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<T> GeneralRoot<T>(Vector256<T> value, double p)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            return Exponentials.PreciseRoot(new Doubles256(value.AsDouble()), Bounded(p)).Value.As<double, T>();
        }

        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(value.AsSingle());
        lower = FloatRoot(new Doubles256(lower), Bounded(p)).Value;
        upper = FloatRoot(new Doubles256(upper), Bounded(p)).Value;
        return Vector256.Narrow(lower, upper).As<float, T>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> GeneralRoot<T>(Vector512<T> value, double p)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            return Exponentials.PreciseRoot(new Doubles512(value.AsDouble()), Bounded(p)).Value.As<double, T>();
        }

        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(value.AsSingle());
        lower = FloatRoot(new Doubles512(lower), Bounded(p)).Value;
        upper = FloatRoot(new Doubles512(upper), Bounded(p)).Value;
        return Vector512.Narrow(lower, upper).As<float, T>();
    }

    /// <summary>A whole power by multiplication: in doubles it has a float's digits right. The others by logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TDoubles FloatPower<TDoubles>(TDoubles value, double p)
        where TDoubles : struct, IDoubles<TDoubles> =>
        p <= 64 && p == (int)p ? Exponentials.WholePower(value, (int)p) : Exponentials.Power(value, p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TDoubles FloatRoot<TDoubles>(TDoubles value, double p)
        where TDoubles : struct, IDoubles<TDoubles> =>
        Exponentials.Root(value, p);

    /// <summary>2^63 for all that is more: there a number other than one is a power of zero or infinity, and a root of one, already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Bounded(double p) => double.Min(p, 9223372036854775808.0);
}
