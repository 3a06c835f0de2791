using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The loops over slices of outputs, and where the slices of a window begin.</summary>
internal static class SliceLowering
{
    /// <summary>Loops over the output's slices.</summary>
    /// <param name="body">Gets the slices of the windows.</param>
    public static void ForEachSlice(Code code, LoopNest nest, Arithmetic arithmetic, Action<Code, Slices> body) =>
        Nest(code, nest, arithmetic, 0, Slices.None, body);

    private static void Nest(Code code, LoopNest nest, Arithmetic arithmetic, int axis, Slices outer, Action<Code, Slices> body)
    {
        if (axis == nest.Slices.Count)
        {
            body(code, outer);
            return;
        }

        string letter = axis == nest.Slices.Count - 1 ? "z" : "t";
        code.For(letter, 0, nest.Slices[axis].Shape.Output, 1, (loop, window) =>
            Nest(loop, nest, arithmetic, axis + 1, Windows(loop, nest, arithmetic, axis, window, letter.ToUpperInvariant(), outer), body));
    }

    /// <summary>The slices of the windows along one more axis. Taps are in row-major order: those of an outer slice follow each other.</summary>
    private static Slices Windows(Code code, LoopNest nest, Arithmetic arithmetic, int number, Index window, string suffix, Slices outer)
    {
        LoopAxis axis = nest.Slices[number];
        Index first = code.Let($"first{suffix}", axis.FirstTap(window));
        (Index Position, Register? Mask)?[] taps = new (Index, Register?)?[axis.Plan.Size];
        List<Slice> slices = [];
        foreach (Slice outside in outer.Taps)
        {
            for (int tap = 0; tap < taps.Length; tap++)
            {
                (Index position, Register? mask) = taps[tap] ??= Tap(code, axis, arithmetic, first, tap, suffix);
                slices.Add(new Slice(
                    code.Let($"slice{suffix}{slices.Count}Offset", outside.Offset + position * nest.InputStep(number)),
                    outside.Position + position * nest.PositionStep(number),
                    mask is null ? outside.Masks : [.. outside.Masks, mask]));
            }
        }

        return new Slices(slices, axis.Count(nest.Pooling, first) * outer.Counted, outer.OutputOffset + window * nest.OutputStep(number));
    }

    /// <summary>Where along the axis a tap is read, and a mask of it if it does not take part where it lies outside.</summary>
    private static (Index Position, Register? Mask) Tap(Code code, LoopAxis axis, Arithmetic arithmetic, Index first, int tap, string suffix)
    {
        int distance = tap * axis.Plan.Dilation;
        long span = axis.Plan.EffectiveSize;
        bool mayLieOutside = axis.MayLieBefore(distance) || axis.MayLieBehind(distance, span);
        Register? mask = mayLieOutside && KernelPlanner.EdgesOf(axis.Plan, arithmetic) == RowEdges.Mask
            ? code.Define($"slice{suffix}{tap}Inside", new InsideAll(first + distance, axis.Shape.Input), RegisterKind.Number)
            : null;
        return (code.Let($"slice{suffix}{tap}", axis.Nearest(first, distance, span)), mask);
    }
}

/// <summary>The slices of the windows of a slice of outputs.</summary>
/// <param name="Taps">One for each tap.</param>
/// <param name="Counted">How many of them an average counts.</param>
/// <param name="OutputOffset">Where the slice of outputs begins in its plane.</param>
internal sealed record Slices(IReadOnlyList<Slice> Taps, Index Counted, Index OutputOffset)
{
    /// <summary>A kernel without slices has one.</summary>
    public static readonly Slices None = new([new Slice(0, 0, [])], 1, 0);
}

/// <summary>One slice of a window.</summary>
/// <param name="Offset">Where it begins in its plane, in elements.</param>
/// <param name="Position">The same as a position in row-major order.</param>
/// <param name="Masks">Masks of all lanes or of none, which say together whether it is inside the input.</param>
internal sealed record Slice(Index Offset, Index Position, IReadOnlyList<Register> Masks);
