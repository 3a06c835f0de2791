using System.Collections.Immutable;
using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Programs of every width against naive pooling, and against each other bit by bit.</summary>
public sealed class ProgramTests
{
    /// <summary>Rows and columns: size, stride, begin and end padding.</summary>
    private static readonly (AxisSpec Rows, AxisSpec Columns)[] s_windows =
    [
        (Axis(2, 2), Axis(2, 2)),
        (Axis(3, 2), Axis(3, 2)),
        (Axis(3, 2, 1, 1), Axis(3, 2, 1, 1)),
        (Axis(3, 1, 1, 1), Axis(3, 1, 1, 1)),
        (Axis(1, 2), Axis(1, 2)),
        (Axis(2, 2, 0, 1), Axis(2, 2, 0, 1)),
        (Axis(2, 2, 0, 0), Axis(2, 1, 1, 1)),
        (Axis(5, 1, 2, 2), Axis(5, 1, 2, 2)),
        (Axis(9, 1, 4, 4), Axis(9, 1, 4, 4)),
        (Axis(13, 1, 12, 0), Axis(13, 1, 0, 12)),
        (Axis(5, 3, 4, 0), Axis(7, 3, 0, 6)),
        (Axis(2, 5, 1, 1), Axis(2, 5, 1, 1)),
        (Axis(1, 1), Axis(31, 1, 15, 15)),
        (Axis(21, 2, 3, 20), Axis(2, 2)),
        (Axis(2, 1), Axis(40, 3, 39, 0)),
        (Axis(3, 2, 1, 1), Axis(3, 9, 2, 2)),
        (Axis(2, int.MaxValue, 1, 0), Axis(2, 2)),
        (Axis(2, 2), Axis(2, int.MaxValue, 1, 1)),
    ];

    private static readonly AxisSpec s_whole = Axis(0, 0) with { Outputs = 1 };

    private static readonly (int Height, int Width)[] s_shapes =
        [(1, 1), (1, 7), (5, 1), (2, 3), (3, 5), (4, 4), (5, 8), (7, 9), (8, 15), (6, 16), (9, 17), (13, 20), (10, 33), (4, 50)];

    public static TheoryData<string, int> Cases()
    {
        TheoryData<string, int> cases = [];
        foreach (string mode in new[] { "Max", "Min", "Average", "AveragePad" })
        {
            for (int window = -1; window < s_windows.Length; window++)
            {
                cases.Add(mode, window);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Programs_of_every_width_pool(string mode, int window)
    {
        Random random = new(window * 31 + mode.Length);
        int tried = 0;
        foreach ((int height, int width) in s_shapes)
        {
            PoolingSpec pooling = Spec(mode, window, null);
            if (PlanePooling.Outputs(pooling, 0, height) < 1 || PlanePooling.Outputs(pooling, 1, width) < 1)
            {
                continue;
            }

            foreach (float[] input in Inputs(random, 3 * height * width))
            {
                Compare(pooling, input, 3, height, width);
                Compare(Spec(mode, window, (3, height, width)), input, 3, height, width);
                Compare(Spec(mode, window, (1, height, width)), input[..(height * width)], 1, height, width);
                tried++;
            }
        }

        Assert.True(tried > 0, "No window fits any shape.");
    }

    [Fact]
    public void The_interpreter_catches_a_read_beyond_the_tensor()
    {
        KernelProgram program = new(4, Reduction.Of(PoolingMode.Max, NaNHandling.Propagate), new ConstantCondition(true),
            [new Procedure("Reads", "Reads.", [new Define(new Register("r"), new Load(Place.Input, 1))])]);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ProgramInterpreter.Run(program, new float[4], [], ImmutableDictionary<string, long>.Empty));
    }

    private static void Compare(PoolingSpec pooling, float[] input, int planes, int height, int width)
    {
        double[] expected = PlanePooling.Pool(pooling, input, planes, height, width);
        Dictionary<string, long> dimensions = new()
        {
            ["planes"] = planes,
            ["height"] = height,
            ["width"] = width,
            ["outputHeight"] = PlanePooling.Outputs(pooling, 0, height),
            ["outputWidth"] = PlanePooling.Outputs(pooling, 1, width),
        };
        float[]? first = null;
        foreach (KernelProgram program in KernelLowering.Lower(KernelPlanner.Plan(pooling)))
        {
            float[] actual = new float[expected.Length];
            Array.Fill(actual, 12345);
            ProgramInterpreter.Run(program, input, actual, dimensions);
            string what = $"{pooling.Mode}, {program.Lanes} lanes, {planes} x {height} x {width}";
            first ??= actual;
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.True(IsRight(pooling, expected[i], actual[i]), $"{what}: element {i} is {actual[i]:R}, not {expected[i]:R}.");
                Assert.True(HaveSameBits(pooling, first[i], actual[i]), $"{what}: element {i} is {actual[i]:R}, but {first[i]:R} at another width.");
            }
        }
    }

    /// <summary>Exact for a maximum or minimum; eight units in the last place of the taps, which are below 2, for an average.</summary>
    private static bool IsRight(PoolingSpec pooling, double expected, float actual) =>
        double.IsNaN(expected) ? float.IsNaN(actual)
        : pooling.Mode == PoolingMode.Average && !double.IsInfinity(expected) ? Math.Abs(actual - expected) <= 1.0 / (1 << 20)
        : actual == expected;

    private static bool HaveSameBits(PoolingSpec pooling, float left, float right) =>
        float.IsNaN(left) ? float.IsNaN(right)
        : left == right && (pooling.Mode != PoolingMode.Average || float.IsNegative(left) == float.IsNegative(right));

    /// <summary>Plain numbers, then one special value at a random place, then nothing but negative zeros.</summary>
    private static IEnumerable<float[]> Inputs(Random random, int length)
    {
        float[] numbers = [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() * 2 - 1))];
        yield return numbers;
        foreach (float special in new[] { float.NaN, float.NegativeInfinity, float.PositiveInfinity })
        {
            float[] specials = [.. numbers];
            specials[random.Next(length)] = special;
            yield return specials;
        }

        yield return [.. Enumerable.Repeat(-0f, length)];
    }

    private static AxisSpec Axis(int size, int stride, int padBegin = 0, int padEnd = 0) => new(size, stride, padBegin, padEnd, new DimensionSpec(null));

    private static PoolingSpec Spec(string mode, int window, (int Planes, int Height, int Width)? shape)
    {
        bool global = window < 0;
        (AxisSpec rows, AxisSpec columns) = global ? (s_whole, s_whole) : s_windows[window];
        return new PoolingSpec(
            mode == "AveragePad" ? PoolingMode.Average : Enum.Parse<PoolingMode>(mode),
            NaNHandling.Propagate,
            new([rows with { Input = new DimensionSpec(shape?.Height) }, columns with { Input = new DimensionSpec(shape?.Width) }]),
            HasBatch: shape is null,
            new DimensionSpec(shape?.Planes),
            CountIncludePad: mode == "AveragePad" && !global);
    }
}
