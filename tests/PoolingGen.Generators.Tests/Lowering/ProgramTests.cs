using System.Collections.Immutable;
using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Programs of every width against naive pooling, and against each other bit by bit: all windows.</summary>
public sealed class ProgramTests
{
    private static readonly Dictionary<string, ProgramCase> s_cases = ProgramCase.OfWindows().ToDictionary(static one => one.Name);

    public static TheoryData<string> Cases() => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Programs_of_every_width_pool(string name) => s_cases[name].Compare();

    [Fact]
    public void The_interpreter_catches_a_read_beyond_the_tensor() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Run([new Define(new Register("r"), new Load(Place.Input, 1, Positions.None))]));

    [Fact]
    public void The_interpreter_catches_a_name_that_is_declared_twice() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Run([new LetIndex(new VariableIndex("i"), 1), new Scope([new LetIndex(new VariableIndex("i"), 1)])]));

    [Fact]
    public void The_interpreter_catches_a_name_whose_scope_has_ended() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Run([new Scope([new LetIndex(new VariableIndex("i"), 1)]), new LetIndex(new VariableIndex("j"), new VariableIndex("i"))]));

    [Fact]
    public void The_interpreter_catches_a_register_of_another_width() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Run(
            [new Define(new Register("r"), new Identity()), new Halved([new Store(Place.Input, 0, new Register("r"), null)])]));

    [Fact]
    public void The_interpreter_catches_a_register_from_around_what_is_apart() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Run(
            [new Define(new Register("r"), new Identity()), new Apart("Careful", "", [new Store(Place.Input, 0, new Register("r"), null)])]));

    [Fact]
    public void The_interpreter_catches_a_procedure_that_is_left_from_a_scope() =>
        Assert.ThrowsAny<Exception>(() => Run([new Scope([new Leave(new ConstantCondition(true))])]));

    [Fact]
    public void A_procedure_that_is_left_does_nothing_more()
    {
        Number[] output = new Number[4];
        Run(
            [new Leave(new ConstantCondition(true)), new Define(new Register("one"), new SplatIndex(1)), new Store(Place.Output, 0, new Register("one"), null)],
            new ProgramTensors([], output, []));
        Assert.Equal(new Number[4], output);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 2)]
    public void Halved_statements_take_half_of_a_register(bool upper, int first)
    {
        Register whole = new("whole");
        Register half = new("half");
        Number[] elements = [Number.OfReal(1), Number.OfReal(2), Number.OfReal(3), Number.OfReal(4)];
        Number[] output = new Number[2];
        Run(
            [
                new Define(whole, new Load(Place.Input, 0, Positions.None)),
                new Halved([new Define(half, upper ? new UpperHalf(whole) : new LowerHalf(whole)), new Store(Place.Output, 0, half, null)]),
            ],
            new ProgramTensors(elements, output, []));
        Assert.Equal(elements[first..(first + 2)], output);
    }

    [Fact]
    public void Half_a_register_is_added_to_the_lower_half_of_a_whole_one()
    {
        Register whole = new("whole");
        Register half = new("half");
        Number[] output = new Number[4];
        Run(
            [
                new Declare(whole, new SplatIndex(1)),
                new Halved([new Define(half, new SplatIndex(2)), new Assign(whole, new AddHalf(whole, half))]),
                new Store(Place.Output, 0, whole, null),
            ],
            new ProgramTensors([], output, []));
        Assert.Equal([3, 3, 1, 1], output.Select(static number => number.Real));
    }

    /// <summary>Runs four lanes of a maximum on four elements.</summary>
    private static void Run(IReadOnlyList<Statement> body) => Run(body, new ProgramTensors(new Number[4], [], []));

    private static void Run(IReadOnlyList<Statement> body, ProgramTensors tensors)
    {
        Arithmetic arithmetic = KernelPlanner.Plan(ProgramCase.OfWindows().First().Pooling).Arithmetic;
        KernelProgram program = new(new VectorWidth(128, 4), arithmetic, null, new ConstantCondition(true), new ConstantCondition(true), [new Procedure("Body", "Body.", body)]);
        ProgramInterpreter.Run(program, tensors, ImmutableDictionary<string, long>.Empty);
    }
}
