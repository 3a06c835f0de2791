namespace PoolingGen.Benchmarks;

/// <summary>Two contenders computed different outputs: neither may be timed.</summary>
internal sealed class WrongResultException(string message) : Exception(message)
{
    // Half a unit in the last place of a value in [1/2, 1).
    private const float RoundingError = 1f / (1 << 24);

    /// <exception cref="WrongResultException">The outputs differ; the message names the first place where.</exception>
    public static void ThrowIfDifferent(Layer layer, Contender expected, Contender actual)
    {
        float tolerance = Tolerance(layer);
        ReadOnlySpan<float> want = expected.Output.Span, have = actual.Output.Span;
        for (int i = 0; i < want.Length; i++)
        {
            // Written so that NaN is a difference.
            if (!(MathF.Abs(want[i] - have[i]) <= tolerance))
            {
                (int channel, int position) = Math.DivRem(i, layer.OutputHeight * layer.OutputWidth);
                (int y, int x) = Math.DivRem(position, layer.OutputWidth);
                throw new WrongResultException(FormattableString.Invariant(
                    $"{layer.Id} ({layer.Description}), channel {channel}, row {y}, column {x}: {expected.Name} {want[i]:R}, {actual.Name} {have[i]:R}"));
            }
        }
    }

    /// <summary>
    /// A maximum is one of the inputs. Inputs lie in [-1, 1), so each of the additions behind an average, in whatever
    /// order, is off by at most a rounding error of the number of taps, and dividing by it leaves one each: on both sides.
    /// </summary>
    private static float Tolerance(Layer layer) =>
        layer.Pool.Mode == PoolingMode.Average ? 2 * layer.Vertical.Window * layer.Horizontal.Window * RoundingError : 0;
}
