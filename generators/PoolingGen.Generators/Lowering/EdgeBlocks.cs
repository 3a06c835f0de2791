namespace PoolingGen.Generators.Lowering;

/// <summary>The blocks at the ends of a row whose averages have scales of their own, whatever the row.</summary>
/// <param name="All">The first block, if there is a scale for it, and the last one, if it is made apart.</param>
/// <param name="Only">Whether rows have no other block than the last.</param>
internal sealed record EdgeBlocks(IReadOnlyList<EdgeBlock> All, bool Only)
{
    public static readonly EdgeBlocks None = new([], false);
}

/// <summary>A block at an end of a row.</summary>
/// <param name="Name">What the names of its scales begin with.</param>
/// <param name="TapColumns">How many columns of each of its windows count.</param>
internal sealed record EdgeBlock(string Name, Register TapColumns)
{
    /// <param name="x">The output of the block's first lane.</param>
    /// <returns>The block; <see langword="null"/> if windows do not differ in how many columns count.</returns>
    public static EdgeBlock? Define(Code code, LoopNest nest, Index x, string name) =>
        AverageLowering.DefineTapColumns(code, nest, x, $"{name}TapColumns") is { } columns ? new EdgeBlock(name, columns) : null;
}
