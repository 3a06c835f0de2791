using System.Numerics;

namespace PoolingGen.Benchmarks;

/// <summary>Two contenders computed different outputs: neither may be timed.</summary>
internal sealed class WrongResultException(string message) : Exception(message)
{
    /// <exception cref="WrongResultException">The outputs differ; the message names the first place where.</exception>
    public static unsafe void ThrowIfDifferent<T>(Job<T> job, Contender expected, Contender actual)
        where T : unmanaged, INumber<T>
    {
        Layer layer = job.Layer;
        double tolerance = Tolerance<T>(layer);
        TensorShape output = layer.Output;
        foreach ((int channel, int position) in Places(output))
        {
            int wantAt = output.Offset(expected.Layout, channel, position);
            int haveAt = output.Offset(actual.Layout, channel, position);
            double want = double.CreateChecked(((T*)expected.Output)[wantAt]);
            double have = double.CreateChecked(((T*)actual.Output)[haveAt]);

            // Written so that NaN is a difference.
            if (!(Math.Abs(want - have) <= tolerance))
            {
                throw Difference("", want, have);
            }

            if (job.Variant.Indices)
            {
                // In some peers an index counts on from plane to plane.
                long wantIndex = ((long*)expected.Indices)[wantAt];
                long haveIndex = ((long*)actual.Indices)[haveAt] % layer.Input.PlaneLength;
                if (wantIndex != haveIndex)
                {
                    throw Difference("index ", wantIndex, haveIndex);
                }
            }

            WrongResultException Difference(string what, double want, double have) => new(FormattableString.Invariant(
                $"{layer.Id} ({layer.Description}), channel {channel}, element {position} of the plane: {expected.Name} {what}{want:R}, {actual.Name} {what}{have:R}"));
        }
    }

    private static IEnumerable<(int Channel, int Position)> Places(TensorShape shape) =>
        from channel in Enumerable.Range(0, shape.Channels)
        from position in Enumerable.Range(0, shape.PlaneLength)
        select (channel, position);

    /// <summary>
    /// A maximum is one of the inputs. Inputs lie in [-1, 1), so each of the additions behind an average, in whatever
    /// order, is off by at most a rounding error of the number of taps, and dividing by it leaves one each: on both sides.
    /// Where an average of integers lies halfway, libraries differ in the one they take.
    /// </summary>
    private static double Tolerance<T>(Layer layer)
        where T : INumber<T> =>
        layer.Pool.Mode == PoolingMode.Max ? 0
        : Element.IsInteger<T>() ? 1
        : 2 * layer.Taps * RoundingError<T>();

    /// <summary>Half a unit in the last place of a value in [1/2, 1).</summary>
    private static double RoundingError<T>() => double.ScaleB(1, typeof(T) == typeof(Half) ? -11 : typeof(T) == typeof(float) ? -24 : -53);
}
