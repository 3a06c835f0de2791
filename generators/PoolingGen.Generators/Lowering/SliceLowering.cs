using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The loops over slices of outputs, and where the slices of a window begin.</summary>
internal static class SliceLowering
{
    /// <summary>Loops over the output's slices.</summary>
    /// <param name="together">How many neighbouring slices of outputs are made together; the last ones are moved up so that they end with the last.</param>
    /// <param name="body">Gets the slices of the windows.</param>
    public static void ForEachSlice(Code code, LoopNest nest, Arithmetic arithmetic, int together, Action<Code, Slices> body) =>
        Nest(code, nest, arithmetic, together, 0, Slices.None, body);

    private static void Nest(Code code, LoopNest nest, Arithmetic arithmetic, int together, int axis, Slices outer, Action<Code, Slices> body)
    {
        if (axis == nest.Slices.Count)
        {
            body(code, outer);
            return;
        }

        string letter = axis == nest.Slices.Count - 1 ? "z" : "t";
        AxisShape shape = nest.Slices[axis].Shape;
        code.For(together == 1 ? letter : "next" + letter.ToUpperInvariant(), shape.Begin, shape.End, together, (loop, next) =>
        {
            Index window = together == 1 ? next : loop.Let(letter, Index.Min(next, shape.End - together));
            Nest(loop, nest, arithmetic, together, axis + 1, Windows(loop, nest, arithmetic, axis, window, together, letter.ToUpperInvariant(), outer), body);
        });
    }

    /// <summary>The slices of the windows along one more axis. Taps are in row-major order: those of an outer slice follow each other.</summary>
    private static Slices Windows(Code code, LoopNest nest, Arithmetic arithmetic, int number, Index window, int together, string suffix, Slices outer)
    {
        LoopAxis axis = nest.Slices[number];
        Index first = code.Let($"first{suffix}", axis.FirstTap(window));
        (Index Position, Register? Mask)?[] taps = new (Index, Register?)?[axis.Plan.Size + (together - 1) * axis.Plan.Stride];
        List<Slice> slices = [];
        foreach (Slice outside in outer.Taps)
        {
            for (int tap = 0; tap < taps.Length; tap++)
            {
                (Index position, Register? mask) = taps[tap] ??= Tap(code, axis, arithmetic, first, tap, taps.Length, suffix);
                slices.Add(new Slice(
                    code.Let($"slice{suffix}{slices.Count}Offset", outside.Offset + position * nest.InputStep(number)),
                    outside.Position + position * nest.PositionStep(number),
                    mask is null ? outside.Masks : [.. outside.Masks, mask]));
            }
        }

        OutputSlice[] outputs = [.. Enumerable.Range(0, together).Select(output => new OutputSlice(
            axis.Count(nest.Pooling, first + output * axis.Plan.Stride) * outer.Outputs[0].Counted,
            outer.Outputs[0].Offset + (window + output) * nest.OutputStep(number)))];
        return new Slices(slices, outputs);
    }

    /// <summary>Where along the axis one of so many taps is read, and a mask of it if it does not take part where it lies outside.</summary>
    private static (Index Position, Register? Mask) Tap(Code code, LoopAxis axis, Arithmetic arithmetic, Index first, int tap, int taps, string suffix)
    {
        int distance = tap * axis.Plan.Dilation;
        long span = (taps - 1L) * axis.Plan.Dilation + 1;
        bool mayLieOutside = axis.MayLieBefore(distance) || axis.MayLieBehind(distance, span);
        Register? mask = mayLieOutside && KernelPlanner.EdgesOf(axis.Plan, arithmetic) == RowEdges.Mask
            ? code.Define($"slice{suffix}{tap}Inside", new InsideAll(first + distance, axis.Shape.Input), RegisterKind.Number)
            : null;
        return (code.Let($"slice{suffix}{tap}", axis.Nearest(first, distance, span)), mask);
    }
}

/// <summary>The slices of the windows of neighbouring slices of outputs.</summary>
/// <param name="Taps">Those that the windows span, in order.</param>
/// <param name="Outputs">The slices of outputs.</param>
internal sealed record Slices(IReadOnlyList<Slice> Taps, IReadOnlyList<OutputSlice> Outputs)
{
    /// <summary>A kernel without slices has one.</summary>
    public static readonly Slices None = new([new Slice(0, 0, [])], [new OutputSlice(1, 0)]);
}

/// <summary>A slice of outputs.</summary>
/// <param name="Counted">How many slices of its windows an average counts.</param>
/// <param name="Offset">Where it begins in its plane.</param>
internal sealed record OutputSlice(Index Counted, Index Offset);

/// <summary>One slice of a window.</summary>
/// <param name="Offset">Where it begins in its plane, in elements.</param>
/// <param name="Position">The same as a position in row-major order.</param>
/// <param name="Masks">Masks of all lanes or of none, which say together whether it is inside the input.</param>
internal sealed record Slice(Index Offset, Index Position, IReadOnlyList<Register> Masks);
