using CsCheck;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>Random choices.</summary>
internal sealed class Dice(PCG pcg)
{
    /// <summary>A number from the first to the last.</summary>
    public int Between(int first, int last) => first + (int)pcg.Next((uint)(last - first + 1));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => pcg.Next(100) < percent;

    /// <summary>Any of them.</summary>
    public T Pick<T>(params IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    /// <summary>Several drawings.</summary>
    public T[] Several<T>(int count, Func<T> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
}
