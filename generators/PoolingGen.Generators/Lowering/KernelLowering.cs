using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>Turns a plan into one program per vector width. The same code serves all widths.</summary>
internal static class KernelLowering
{
    public static IEnumerable<KernelProgram> Lower(KernelPlan plan) =>
        Programs(plan).Select(static program => program with
        {
            Procedures = [.. program.Procedures.Select(static procedure => procedure with { Body = DeadCode.Remove(procedure.Body) })],
        });

    private static IEnumerable<KernelProgram> Programs(KernelPlan plan)
    {
        LoopNest nest = LoopNest.Of(plan.Pooling, plan.Geometry);
        return plan switch
        {
            WindowPlan windows => Lower(windows, nest),
            TapPlan taps => Lower(taps, nest),
            GlobalPlan global => Lower(global, nest),
            _ => throw new ArgumentOutOfRangeException(nameof(plan)),
        };
    }

    private static IEnumerable<KernelProgram> Lower(WindowPlan plan, LoopNest nest)
    {
        int bits = int.MaxValue;
        foreach (TilePlan tile in plan.Tiles)
        {
            if (tile.Width.Bits >= bits)
            {
                continue;
            }

            if (tile.Rolling is not null || tile.Scratch is { Blocks: > 0 })
            {
                if (LowerSome(plan, tile, nest) is { } some)
                {
                    // One that suits whatever the shape leaves nothing to others of its width.
                    bits = some.Fits is ConstantCondition { Value: true } ? tile.Width.Bits : bits;
                    yield return some;
                }

                continue;
            }

            // A row that a single block does not hold is for the others.
            TilePlan single = plan.Tiles.FirstOrDefault(other => other.Lanes == tile.Lanes && other.SingleBlock) ?? tile;
            Index columns = nest.Columns.Shape.Output + -plan.FirstOutputOf(single);
            Condition fits = tile.Scratch is { BlocksOverlap: true } ? Has(columns, tile.Lanes)
                : tile.TakesAnyLength ? new ConstantCondition(true)
                : tile.SingleBlock ? columns <= tile.Lanes : columns > tile.Lanes;
            Condition when = Has(columns, tile.FewestColumns + plan.FirstOutputOf(tile) - plan.FirstOutputOf(single));
            if ((when & fits) is ConstantCondition { Value: false })
            {
                continue;
            }

            Procedure? tiles = tile.Scratch is null
                ? new WindowLowering(plan, tile, nest).LowerTiles("", unless: tile.Pairs)
                : ScratchLowering.LowerTiles(plan, tile, nest);
            Procedure? pairs = tile.Pairs is null ? null : new WindowLowering(plan, tile.Pairs, nest).LowerTiles("Paired");
            // Rows that no tile makes are few: not worth other ways to make their first and last blocks.
            Procedure? rows = new WindowLowering(plan, tile with { FirstApart = false, HalvesLast = false, JoinsRowsAhead = false }, nest).LowerRows();
            Procedure[] procedures = [.. new[] { pairs, tiles, rows }.OfType<Procedure>()];
            yield return new KernelProgram(tile.Width, plan.Arithmetic, nest.IndexFormat(plan.Arithmetic), fits, when, procedures);
        }
    }

    /// <summary>For some shapes alone: rows of whole parts, or of so many blocks in planes that have enough of them for a tile.</summary>
    private static KernelProgram? LowerSome(WindowPlan plan, TilePlan tile, LoopNest nest)
    {
        Index width = nest.Columns.Shape.Input;
        if (tile.Rolling is { Columns: var part })
        {
            return For(Comparison.Of(width / part * part, IndexRelation.Equal, width), RollingLowering.Lower(plan, tile, nest));
        }

        int most = tile.Scratch!.Blocks * tile.Lanes;

        // Planes of as many rows as a tile makes have enough of them to be made abreast.
        return ScratchLowering.LowerTiles(plan, tile, nest) is { } tiles
            ? For(width > most - tile.Lanes & width <= most & nest.Rows.Shape.Input >= tile.OutputRows & nest.Has(tile.OutputRows, tile.OutputSlices), tiles)
            : null;

        KernelProgram For(Condition fits, Procedure procedure) =>
            new(tile.Width, plan.Arithmetic, nest.IndexFormat(plan.Arithmetic), fits, new ConstantCondition(true), [procedure]);
    }

    private static IEnumerable<KernelProgram> Lower(TapPlan plan, LoopNest nest) =>
        from width in plan.Widths
        let when = Has(nest.Columns.Shape.Output, width.FewestColumns)
        where when is not ConstantCondition { Value: false }
        select new KernelProgram(width, plan.Arithmetic, nest.IndexFormat(plan.Arithmetic), new ConstantCondition(true), when, [TapLowering.Lower(plan, width, nest)]);

    private static IEnumerable<KernelProgram> Lower(GlobalPlan plan, LoopNest nest) =>
        from width in plan.Widths
        select new KernelProgram(
            width.Width, plan.Arithmetic, nest.IndexFormat(plan.Arithmetic), new ConstantCondition(true), new ConstantCondition(true), GlobalLowering.Lower(plan, width, nest));

    /// <summary>Whether a row has so many columns; one it has always.</summary>
    private static Condition Has(Index columns, int count) => count > 1 ? columns > count - 1 : new ConstantCondition(true);
}
