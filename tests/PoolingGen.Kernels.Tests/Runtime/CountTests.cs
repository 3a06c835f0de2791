using System.Numerics;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Windows of adaptive pooling, tap counts and what averages multiply by.</summary>
public class CountTests
{
    [Fact]
    public void Adaptive_windows_are_rounded_outwards()
    {
        foreach (Width width in Width.All)
        {
            Windows<int>(width);
            Windows<long>(width);
        }
    }

    [Fact]
    public void Taps_inside_the_row_are_counted()
    {
        foreach (Width width in Width.All)
        {
            TapCounts<float>(width);
            TapCounts<double>(width);
            TapCounts<int>(width);
            TapCounts<long>(width);
        }
    }

    [Fact]
    public void Reciprocals_are_rounded_once()
    {
        foreach (Width width in Width.All)
        {
            Reciprocal<float>(width);
            Reciprocal<double>(width);
        }
    }

    private static void Windows<P>(Width width)
        where P : unmanaged, IBinaryInteger<P>
    {
        foreach ((long extent, long outputs) in new[] { (7L, 3L), (3, 7), (1, 1), (20, 20), (100, 7), (int.MaxValue, int.MaxValue - 1), (int.MaxValue, 3), (5, 64) })
        {
            foreach (long output in new[] { 0, 1, 5, outputs / 2, outputs - 1, outputs })
            {
                long[] lanes = Enumerable.Range(0, width.Count<P>()).Select(lane => output + lane).ToArray();
                P[] begins = lanes.Select(at => P.CreateChecked(at < outputs ? at * extent / outputs : 0)).ToArray();
                P[] ends = lanes.Select(at => P.CreateChecked(at < outputs ? ((at + 1) * extent + outputs - 1) / outputs : 0)).ToArray();
                Elements.AssertSame(begins, width.WindowBegins<P>((nint)output, (nint)extent, (nint)outputs), $"begins from {output} of {outputs} over {extent}");
                Elements.AssertSame(ends, width.WindowEnds<P>((nint)output, (nint)extent, (nint)outputs), $"ends from {output} of {outputs} over {extent}");
            }
        }
    }

    private static void TapCounts<L>(Width width)
        where L : unmanaged, INumber<L>
    {
        foreach (int window in new[] { 1, 2, 3, 5, 9 })
        foreach (int stride in new[] { 1, 2, 7 })
        foreach (int extent in new[] { 1, 2, 5, 30, 100 })
        foreach (int dilation in new[] { 1, 2, 3, 11 })
        {
            for (int first = -40; first < 110; first += 1 + window / 3)
            {
                L[] expected = Enumerable.Range(0, width.Count<L>())
                    .Select(lane => L.CreateChecked(Enumerable.Range(0, window).Count(tap => (uint)(first + lane * stride + tap * dilation) < extent)))
                    .ToArray();
                Elements.AssertSame(expected, width.TapCounts<L>(first, window, stride, extent, dilation), $"{typeof(L)} in {width.Bits} bits: {window} from {first} by {stride}, {dilation} apart, of {extent}");
            }
        }
    }

    private static void Reciprocal<L>(Width width)
        where L : unmanaged, IFloatingPointIeee754<L>
    {
        foreach (int most in new[] { 15, 1000 })
        {
            for (int first = 0; first + width.Count<L>() - 1 <= most; first++)
            {
                L[] counts = Enumerable.Range(first, width.Count<L>()).Select(L.CreateChecked).ToArray();
                L[] expected = counts.Select(count => count == L.Zero ? L.Zero : L.One / count).ToArray();
                Elements.AssertSame(expected, width.Reciprocal(counts, most), $"{typeof(L)} in {width.Bits} bits from {first}");
            }
        }
    }
}
