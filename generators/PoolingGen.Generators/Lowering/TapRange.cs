using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>The taps of a window along one axis that lie inside the input.</summary>
/// <param name="Begin">The first one.</param>
/// <param name="End">Behind the last one.</param>
/// <param name="Step">The distance between them.</param>
/// <param name="Counted">How many of the window an average counts.</param>
/// <param name="MayBeEmpty">Whether there may be none.</param>
internal sealed record TapRange(Index Begin, Index End, int Step, Index Counted, bool MayBeEmpty)
{
    /// <param name="code">Gets the definitions.</param>
    /// <param name="pooling">What is computed.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="window">Which of its windows.</param>
    /// <param name="suffix">Tells the names of several axes apart.</param>
    public static TapRange Of(Code code, PoolingSpec pooling, LoopAxis axis, Index window, string suffix)
    {
        Index extent = axis.Shape.Input;
        if (axis.Plan.Windows.Outputs is { } outputs)
        {
            Index from = code.Let($"begin{suffix}", window * extent / outputs);
            Index to = code.Let($"end{suffix}", ((window + 1) * extent + (outputs - 1)) / outputs);
            bool counts = axis.CountVaries(pooling);
            return new TapRange(from, to, 1, counts ? code.Let(Counts(suffix), to - from) : 1, MayBeEmpty: false);
        }

        int step = axis.Plan.Dilation;
        Index first = axis.FirstTap(window);
        if (step > 1)
        {
            first = code.Let($"top{suffix}", first);
        }

        Index begin = axis.Plan.PadBegin == 0 ? first
            : step == 1 ? Index.Max(first, 0)
            : first + (Index.Max(0 - first, 0) + (step - 1)) / step * step;
        begin = code.Let($"begin{suffix}", begin);
        Index behind = first + new ConstantIndex(axis.Plan.EffectiveSize);
        Index end = code.Let($"end{suffix}", axis.Plan.PadEnd == 0 ? behind : Index.Min(behind, extent));
        return new TapRange(begin, end, step, Count(code, pooling, axis, first, begin, end, suffix), axis.Plan.MayBeEmpty);
    }

    private static Index Count(Code code, PoolingSpec pooling, LoopAxis axis, Index first, Index begin, Index end, string suffix) =>
        !axis.CountVaries(pooling) ? axis.Plan.Size
        : axis.Plan.Dilation == 1 && !pooling.CountIncludePad ? code.Let(Counts(suffix), end - begin)
        : code.Let(Counts(suffix), axis.Count(pooling, first));

    private static string Counts(string suffix) => suffix.Length == 0 ? "rows" : $"count{suffix}";
}
