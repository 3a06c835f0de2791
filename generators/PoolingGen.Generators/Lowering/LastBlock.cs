using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The last block of a row, whatever the row: what depends on nothing else is defined once, outside of all loops.</summary>
/// <param name="X">The output of its first lane.</param>
/// <param name="Column">The first column of the last that are read: its own, or those read before its outputs are made.</param>
/// <param name="Inside">For each vector of the stride, a mask of the lanes whose columns the row has; none where nothing is masked, or the mask is made row by row.</param>
/// <param name="Only">Whether rows have no other block.</param>
/// <param name="Lag">How many columns further behind lane 0 the first output's window ends than where blocks follow each other.</param>
/// <param name="ReadsAhead">Whether its columns have been read when its outputs are made.</param>
/// <param name="FirstApart">Whether the first block is made apart from those between it and this one, too.</param>
/// <param name="JoinsRowsAhead">Whether the rows of each block are joined before the columns of the block before it.</param>
/// <param name="IsHalf">Whether it has at most half as many outputs as a vector has lanes, and is made with vectors half as wide.</param>
internal sealed record LastBlock(Index X, Index Column, IReadOnlyList<Register> Inside, bool Only, int Lag, bool ReadsAhead, bool FirstApart, bool JoinsRowsAhead, Condition IsHalf)
{
    public static LastBlock Define(Code code, WindowPlan plan, TilePlan tile, LoopNest nest)
    {
        Index outputs = nest.Columns.Shape.Output;

        // Where it begins if blocks follow each other; those that need nothing of each other may overlap, so the last one ends with the row.
        int first = plan.FirstOutputOf(tile);
        Index following = (outputs - (first + 1)) / tile.Lanes * tile.Lanes + first;
        following = plan.Carries && !tile.SingleBlock ? code.Let("lastX", following) : following;
        Condition isHalf = tile.HalvesLast ? code.Let("lastIsHalf", outputs - following <= tile.Lanes / 2) : new ConstantCondition(false);
        Index x = tile.SingleBlock ? first
            : plan.Carries ? following
            : code.Let("lastX", Index.Select(isHalf, outputs - tile.Lanes / 2, outputs - tile.Lanes));
        Index column = tile.ReadsAhead ? x : code.Let("lastColumn", x * plan.ColumnAxis.Stride + (plan.ColumnOffsetOf(tile) - nest.Columns.Shape.PadBegin));
        return new LastBlock(
            x,
            column,
            plan.ColumnAxis.Overhangs && tile.KeepsMask ? DefineInside(code, plan, tile.Lanes, nest, column, "lastInside") : [],
            tile.SingleBlock,
            plan.ColumnOffset - plan.ColumnOffsetOf(tile),
            tile.ReadsAhead,
            tile.FirstApart,
            tile.JoinsRowsAhead,
            isHalf);
    }

    /// <summary>The same block for vectors half as wide.</summary>
    public LastBlock Halve(Code code) => this with { Inside = [.. Inside.Select((_, vector) => Halves.Of(code, Inside, vector))] };

    /// <summary>Masks of the lanes whose columns a row has, for each vector of a block.</summary>
    public static IReadOnlyList<Register> DefineInside(Code code, WindowPlan plan, int lanes, LoopNest nest, Index column, string name) =>
    [
        .. Enumerable.Range(0, plan.ColumnAxis.Stride).Select(vector => code.Define(
            name + BlockLowering.Suffix(plan, vector), new Inside(column + vector * lanes, nest.Columns.Shape.Input), RegisterKind.Number)),
    ];
}
