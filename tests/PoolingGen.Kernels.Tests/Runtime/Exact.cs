using System.Globalization;
using System.Numerics;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Conversions and quotients by other means: floating-point numbers from their decimal digits.</summary>
internal static class Exact
{
    public static U Convert<L, U>(L value)
        where L : INumber<L>
        where U : INumber<U> =>
        typeof(L) == typeof(U) || U.Zero is Half ? U.CreateTruncating(value) : Convert<U>(Int128.CreateChecked(value));

    public static U Convert<U>(Int128 value)
        where U : INumber<U> =>
        U.Zero is float or double ? U.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : U.CreateSaturating(value);

    public static U Quotient<U>(Int128 sum, long divisor)
        where U : INumber<U>
    {
        if (divisor == 0)
        {
            return U.Zero;
        }

        if (U.Zero is float or double)
        {
            return Convert<U>(sum) / Convert<U>(divisor);
        }

        Int128 magnitude = (2 * Int128.Abs(sum) + Int128.Abs(divisor)) / (2 * Int128.Abs(divisor));
        return U.CreateSaturating(Int128.IsNegative(sum) == divisor < 0 ? magnitude : -magnitude);
    }
}
