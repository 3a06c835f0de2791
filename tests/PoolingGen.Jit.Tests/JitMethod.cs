namespace PoolingGen.Jit.Tests;

/// <summary>What the JIT made of a method of a kernel.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Name">The method: <c>Tiles16</c>.</param>
/// <param name="Tier">How hard the JIT tried: <c>FullOpts</c>, or less.</param>
/// <param name="Bytes">Bytes of machine code.</param>
/// <param name="Spills">Instructions that move a vector to the stack or from there, but for those on the way in and out.</param>
/// <param name="Calls">What it calls.</param>
internal sealed record JitMethod(string Kernel, string Name, string Tier, int Bytes, int Spills, IReadOnlyList<string> Calls)
{
    /// <summary>Whether time is spent in it: rows one by one are for what is too small for a tile.</summary>
    public bool IsHot => !Name.Contains("Rows", StringComparison.Ordinal);

    /// <summary>Of long windows, more than the JIT inlines where rows are made one by one.</summary>
    public bool HasIndices => Kernel.EndsWith("WithIndices", StringComparison.Ordinal);

    public override string ToString() => $"{Kernel}.{Name}";
}
