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

        LoopAxis slices = nest.Slices[axis];
        IEnumerable<LoopAxis> inner = [.. nest.Slices.Skip(axis + 1), nest.Rows, nest.Columns];
        string letter = axis == nest.Slices.Count - 1 ? "z" : "t";
        code.For(letter, 0, slices.Shape.Output, 1, (loop, window) =>
            Nest(loop, nest, arithmetic, axis + 1, Windows(loop, nest, arithmetic, slices, inner, window, letter, outer), body));
    }

    private static Slices Windows(
        Code code, LoopNest nest, Arithmetic arithmetic, LoopAxis axis, IEnumerable<LoopAxis> inner, Index window, string letter, Slices outer)
    {
        string upper = letter.ToUpperInvariant();
        Index inputSize = inner.Aggregate((Index)1, static (size, next) => size * next.Shape.Input);
        Index outputSize = inner.Aggregate((Index)1, static (size, next) => size * next.Shape.Output);
        RowEdges edges = KernelPlanner.EdgesOf(axis.Plan, arithmetic);
        Index first = code.Let($"first{upper}", axis.FirstTap(window));
        Index counted = axis.Count(nest.Pooling, first);
        List<Slice> slices = [];
        for (int tap = 0; tap < axis.Plan.Size; tap++)
        {
            int distance = tap * axis.Plan.Dilation;
            bool above = distance < axis.Plan.PadBegin;
            bool below = distance >= axis.Plan.EffectiveSize - axis.Plan.PadEnd;
            Index position = above ? Index.Max(first + distance, 0) : first + distance;
            position = below ? Index.Min(position, axis.Shape.Input - 1) : position;
            Register? mask = edges == RowEdges.Mask && (above || below)
                ? code.Define($"slice{upper}{tap}Inside", new InsideAll(first + distance, axis.Shape.Input), RegisterKind.Number)
                : null;
            position = code.Let($"slice{upper}{tap}", position);
            foreach (Slice outside in outer.Taps)
            {
                slices.Add(new Slice(
                    code.Let($"slice{upper}{slices.Count}Offset", outside.Offset + position * inputSize),
                    outside.Position + (nest.LanesAreChannels ? position * inner.Where(next => next != nest.Columns).Aggregate((Index)1, static (size, next) => size * next.Shape.Input) : position * inputSize),
                    mask is null ? outside.Masks : [.. outside.Masks, mask]));
            }
        }

        // Taps are added in row-major order: those of an outer slice first.
        IEnumerable<Slice> ordered = slices.Select((slice, number) => (slice, number))
            .OrderBy(pair => pair.number % outer.Taps.Count).ThenBy(pair => pair.number).Select(static pair => pair.slice);
        return new Slices([.. ordered], counted * outer.Counted, outer.OutputOffset + window * outputSize);
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
