using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>What one window has to give.</summary>
/// <param name="Floating">Which values of a floating-point output are right.</param>
/// <param name="Integer">The value of an integer output.</param>
/// <param name="Index">The index of a maximum or minimum.</param>
/// <param name="IsUndefined">Whether the contract leaves open what it gives.</param>
internal readonly record struct Result(Expectation Floating, Int128 Integer = default, long Index = -1, bool IsUndefined = false)
{
    public static Result Undefined { get; } = new(default, IsUndefined: true);

    public static Result Of(Int128 value) => new(Expectation.Exactly((double)value), value);

    /// <summary>Whether the element of an output is right.</summary>
    public bool Admits(Numbers output, int element) =>
        IsUndefined || (output.Floating is { } floating ? Floating.Admits(floating[element]) : output.Integer![element] == Integer);

    /// <summary>Whether the element of the indices is right.</summary>
    public bool AdmitsIndex(Numbers indices, int element) => IsUndefined || indices.Integer![element] == Index;
}
