using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>Turns a plan into one program per vector width. The same code serves all widths.</summary>
internal static class KernelLowering
{
    public static IEnumerable<KernelProgram> Lower(KernelPlan plan)
    {
        TensorShape shape = TensorShape.Of(plan.Pooling);
        return plan switch
        {
            WindowPlan windows => windows.Tiles
                .Select(tile => LowerWindows(windows, tile, shape))
                .Where(program => program.When is not ConstantCondition { Value: false }),
            GlobalPlan global => global.Widths.Select(width => GlobalLowering.Lower(global, width, shape)),
            _ => throw new ArgumentOutOfRangeException(nameof(plan)),
        };
    }

    private static KernelProgram LowerWindows(WindowPlan plan, TilePlan tile, TensorShape shape)
    {
        List<Procedure> procedures = [];
        if (plan.Columns is null)
        {
            procedures.Add(TapLoopLowering.Lower(plan, tile, shape));
        }
        else
        {
            WindowLowering lowering = new(plan, tile, shape);
            if (tile.Rows is not null)
            {
                procedures.Add(lowering.LowerTiles());
            }

            if (lowering.LowerRows() is { } rows)
            {
                procedures.Add(rows);
            }
        }

        return new KernelProgram(tile.Lanes, plan.Reduction, Suits(plan, tile.Lanes, shape), procedures);
    }

    /// <summary>The narrowest vector that a row of outputs fits, else the widest that there is.</summary>
    private static Condition Suits(WindowPlan plan, int lanes, TensorShape shape)
    {
        Index columns = shape.Axes[1].Output + -plan.FirstOutput;
        return lanes switch
        {
            16 => columns > 8,
            8 => columns > 4,
            _ => new ConstantCondition(true),
        };
    }
}
