using System.Collections.Immutable;
using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Programs of every width against naive pooling, and against each other bit by bit.</summary>
public sealed class ProgramTests
{
    private static readonly Dictionary<string, ProgramCase> s_cases = Collect();

    public static TheoryData<string> Cases() => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Programs_of_every_width_pool(string name)
    {
        Random random = new(name.Length);
        bool any = false;
        foreach ((PoolingSpec pooling, Extents input) in s_cases[name].Kernels())
        {
            ProgramComparison comparison = new(pooling, input);
            foreach (Number[] elements in ProgramInputs.Of(pooling, input.Size, random))
            {
                comparison.Compare(elements);
                any = true;
            }
        }

        Assert.True(any, "No window fits any shape.");
    }

    [Fact]
    public void The_interpreter_catches_a_read_beyond_the_tensor()
    {
        PoolingSpec pooling = s_cases.Values.First().Pooling;
        KernelProgram program = new(
            new VectorWidth(128, 4), KernelPlanner.Plan(pooling).Arithmetic, null, new ConstantCondition(true),
            [new Procedure("Reads", "Reads.", [new Define(new Register("r"), new Load(Place.Input, 1, Positions.None))])]);
        ProgramTensors tensors = new(new Number[4], [], []);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ProgramInterpreter.Run(program, tensors, ImmutableDictionary<string, long>.Empty));
    }

    private static Dictionary<string, ProgramCase> Collect()
    {
        IReadOnlyList<ProgramWindows> windows = [.. ProgramWindows.Planes, .. ProgramWindows.Rows, .. ProgramWindows.Volumes, .. ProgramWindows.Images];
        Dictionary<string, ProgramCase> cases = [];
        foreach ((ProgramWindows window, int number) in windows.Select(static (window, number) => (window, number)))
        {
            foreach (PoolingSpec computation in ProgramComputations.ForWindows(number))
            {
                Add(window, computation, window.Shapes);
            }
        }

        return cases;

        void Add(ProgramWindows window, PoolingSpec computation, IReadOnlyList<int[]> shapes)
        {
            PoolingSpec pooling = computation with { Axes = window.Axes, Layout = window.Layout };
            string rank = $"{(window.Layout == PoolingLayout.ChannelsLast ? "channels last, " : "")}rank {window.Axes.Count}: {window.Name}";
            ProgramCase added = new(rank, pooling, shapes, window.Channels);
            cases[added.Name] = added;
        }
    }
}
