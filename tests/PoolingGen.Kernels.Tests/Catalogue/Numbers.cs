using static System.FormattableString;

namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>The values of a tensor in a type that holds all of them exactly.</summary>
/// <param name="Floating">Those of floating-point elements.</param>
/// <param name="Integer">Those of integers.</param>
internal sealed record Numbers(double[]? Floating, Int128[]? Integer)
{
    public int Length => Floating?.Length ?? Integer!.Length;

    /// <summary>One of them, for people.</summary>
    public string this[int index] => Floating is null ? Invariant($"{Integer![index]}") : Invariant($"{Floating[index]:R}");
}
