using System.Numerics;

namespace PoolingGen.Benchmarks;

/// <summary>What a type of elements is.</summary>
internal static class Element
{
    public static bool IsInteger<T>()
        where T : INumber<T> => T.IsInteger(T.CreateTruncating(0.5));
}
