using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Oracle;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>A way to fill an input tensor, the same in every process.</summary>
/// <param name="Name">What a failing test calls it.</param>
/// <param name="Fill">Fills a tensor of a shape; another seed gives another tensor.</param>
internal sealed record Filling(string Name, Filling.Filler Fill)
{
    internal delegate void Filler(Span<float> tensor, Shape shape, int seed);

    private static readonly float[] Normals = MakeNormals(1 << 16);

    private static readonly float[] NaNs =
    [
        float.NaN, // negative and quiet on x64
        BitConverter.UInt32BitsToSingle(0x7FC0_0000),
        BitConverter.UInt32BitsToSingle(0x7F80_0001), // signalling
        BitConverter.UInt32BitsToSingle(0x7FFF_FFFF),
    ];

    private static readonly float[] Numbers =
    [
        float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon, 0f, -0f,
    ];

    public static Filling Normal { get; } = new("normal", FillNormal);

    private static Filling Positive { get; } = new("in [1, 2)", (tensor, _, seed) =>
    {
        Random random = new(seed);
        foreach (ref float element in tensor)
        {
            element = 1 + random.NextSingle();
        }
    });

    private static Filling Constant { get; } = new("0.1 everywhere", (tensor, _, _) => tensor.Fill(0.1f));

    /// <summary>The fillings of one case of a kernel; <paramref name="index"/> counts the cases.</summary>
    public static IEnumerable<Filling> For(Kernel kernel, Shape shape, int index)
    {
        yield return Normal;
        yield return Mixture(kernel, shape);
        yield return kernel.Mode switch
        {
            PoolingMode.Max => new("-inf everywhere", (tensor, _, _) => tensor.Fill(float.NegativeInfinity)),
            PoolingMode.Min => new("+inf everywhere", (tensor, _, _) => tensor.Fill(float.PositiveInfinity)),
            _ => index % 2 == 0 ? Constant : Positive,
        };
    }

    /// <summary>One special value in each plane: in each next plane at the next position, and on in the next seed's tensor.</summary>
    /// <remarks>
    /// The background is such that the special value wins where it can: negative for a maximum, positive for a minimum.
    /// </remarks>
    public static IEnumerable<Filling> OneSpecialPerPlane(Kernel kernel, int step) =>
        from special in kernel.NaNDefined ? [float.NaN, .. Numbers] : Numbers
        select new Filling($"one {special:R} per plane", (tensor, shape, seed) =>
        {
            FillNormal(tensor, shape, seed);
            if (kernel.Mode != PoolingMode.Average)
            {
                foreach (ref float element in tensor)
                {
                    element = kernel.Mode == PoolingMode.Max ? -MathF.Abs(element) : MathF.Abs(element);
                }
            }

            for (int plane = 0; plane < shape.Planes; plane++)
            {
                long position = ((long)seed * shape.Planes + plane) * step % shape.PlaneSize;
                tensor[plane * shape.PlaneSize + (int)position] = special;
            }
        });

    /// <summary>Special values among normal ones, so sparse that about half of the windows have none.</summary>
    private static Filling Mixture(Kernel kernel, Shape shape) => new("normal with special values", (tensor, _, seed) =>
    {
        FillNormal(tensor, shape, seed);
        float[] specials = kernel.NaNDefined ? [.. NaNs, .. Numbers] : Numbers;
        Axis vertical = kernel.Vertical(shape.Height);
        Axis horizontal = kernel.Horizontal(shape.Width);
        int gap = Math.Max(4, 3 * Math.Min(vertical.Size, shape.Height) * Math.Min(horizontal.Size, shape.Width));
        Random random = new(seed);
        for (int i = random.Next(gap); i < tensor.Length; i += 1 + random.Next(gap))
        {
            tensor[i] = specials[random.Next(specials.Length)];
        }
    });

    private static void FillNormal(Span<float> tensor, Shape shape, int seed)
    {
        int from = (int)((uint)seed * 40503 % (uint)Normals.Length);
        for (int i = 0; i < tensor.Length; i++)
        {
            tensor[i] = Normals[(from + i) & (Normals.Length - 1)];
        }
    }

    private static float[] MakeNormals(int count)
    {
        Random random = new(20260101);
        float[] normals = new float[count];
        for (int i = 0; i < count; i++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            normals[i] = (float)(radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return normals;
    }
}
