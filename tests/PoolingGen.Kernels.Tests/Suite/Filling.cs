using static System.FormattableString;
using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Oracle;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>A way to fill an input tensor, the same in every process.</summary>
/// <param name="Name">What a failing test calls it.</param>
/// <param name="Fill">Fills a tensor of a shape; another seed gives another tensor.</param>
internal sealed record Filling(string Name, Filling.Filler Fill)
{
    internal delegate void Filler(Span<byte> tensor, Shape shape, int seed);

    private static readonly double[] Normals = MakeNormals(1 << 16);

    /// <summary>The fillings of one case of a kernel; <paramref name="index"/> counts the cases.</summary>
    public static IEnumerable<Filling> For(Pooling pooling, Shape shape, int index)
    {
        Element element = pooling.Input;
        yield return element.IsFloating
            ? new("normal", (tensor, _, seed) => FillNormal(tensor, element, seed))
            : new("evenly", (tensor, _, seed) => new Random(seed).NextBytes(tensor));
        yield return Mixture(pooling, shape);
        yield return pooling.Mode switch
        {
            PoolingMode.Max => Constant(element, double.NegativeInfinity),
            PoolingMode.Min => Constant(element, double.PositiveInfinity),
            _ when index % 2 == 0 => Constant(element, element.IsFloating ? 0.1 : double.PositiveInfinity),
            _ when element.IsFloating => Positive(element),
            _ => Constant(element, double.NegativeInfinity),
        };
    }

    /// <summary>One special value in each plane: in each next plane at the next position, and on in the next seed's tensor.</summary>
    /// <remarks>
    /// The background is such that the special value wins where it can: negative for a maximum, positive for a minimum.
    /// </remarks>
    public static IEnumerable<Filling> OneSpecialPerPlane(Pooling pooling, int step) =>
        from special in pooling.NaNDefined && pooling.Input.IsFloating ? [double.NaN, .. Specials(pooling.Input)] : Specials(pooling.Input)
        select new Filling(Invariant($"one {special:R} per plane"), (tensor, shape, seed) =>
        {
            Element element = pooling.Input;
            Func<double, double> background = pooling.Mode switch
            {
                PoolingMode.Max => static number => -Math.Abs(number),
                PoolingMode.Min => Math.Abs,
                _ => static number => number,
            };
            FillNormal(tensor, element, seed, background);
            for (int plane = 0; plane < shape.Planes; plane++)
            {
                long position = ((long)seed * shape.Planes + plane) * step % shape.PlaneSize;
                (int start, int next) = shape.Plane(pooling.Layout, plane / shape.Channels, plane % shape.Channels);
                element.Set(tensor, start + (int)position * next, special);
            }
        });

    /// <summary>The values at which arithmetic can go wrong, for a maximum of them infinite in integers too: those are the extremes.</summary>
    private static double[] Specials(Element element) => element.IsFloating
        ? [double.PositiveInfinity, double.NegativeInfinity, element.Greatest, -element.Greatest, element.Least, -element.Least, 0, -0.0]
        : [double.PositiveInfinity, double.NegativeInfinity, 0];

    private static Filling Positive(Element element) => new("in [1, 2)", (tensor, _, seed) =>
    {
        Random random = new(seed);
        for (int index = 0; index < tensor.Length / element.Size; index++)
        {
            element.Set(tensor, index, 1 + random.NextDouble());
        }
    });

    private static Filling Constant(Element element, double value) =>
        new(Invariant($"{value} everywhere"), (tensor, _, _) => element.Fill(tensor, value));

    /// <summary>Special values among normal ones, so sparse that about half of the windows have none.</summary>
    private static Filling Mixture(Pooling pooling, Shape shape) => new("normal with special values", (tensor, _, seed) =>
    {
        Element element = pooling.Input;
        FillNormal(tensor, element, seed);
        byte[][] specials =
        [
            .. pooling.NaNDefined ? element.NaNs : [],
            .. Specials(element).Select(element.Bits),
        ];
        long windows = Math.Max(1, (long)pooling.OutputOf(shape).PlaneSize);
        int gap = (int)Math.Clamp(3 * pooling.Taps(shape) / windows, 4, 1 << 20);
        Random random = new(seed);
        for (int index = random.Next(gap); index < tensor.Length / element.Size; index += 1 + random.Next(gap))
        {
            element.Set(tensor, index, specials[random.Next(specials.Length)]);
        }
    });

    /// <summary>Normally distributed numbers; of integers, so small ones that many are equal.</summary>
    private static void FillNormal(Span<byte> tensor, Element element, int seed, Func<double, double>? change = null)
    {
        int from = (int)((uint)seed * 40503 % (uint)Normals.Length);
        double scale = element.IsFloating ? 1 : 8;
        for (int index = 0; index < tensor.Length / element.Size; index++)
        {
            double number = scale * Normals[(from + index) & (Normals.Length - 1)];
            element.Set(tensor, index, change is null ? number : change(number));
        }
    }

    private static double[] MakeNormals(int count)
    {
        Random random = new(20260101);
        double[] normals = new double[count];
        for (int i = 0; i < count; i++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            normals[i] = radius * Math.Cos(2 * Math.PI * random.NextDouble());
        }

        return normals;
    }
}
