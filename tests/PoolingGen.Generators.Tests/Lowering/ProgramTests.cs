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

    /// <summary>Runs four lanes of a maximum on four elements.</summary>
    private static void Run(IReadOnlyList<Statement> body)
    {
        Arithmetic arithmetic = KernelPlanner.Plan(ProgramCase.OfWindows().First().Pooling).Arithmetic;
        KernelProgram program = new(new VectorWidth(128, 4), arithmetic, null, new ConstantCondition(true), new ConstantCondition(true), [new Procedure("Body", "Body.", body)]);
        ProgramInterpreter.Run(program, new ProgramTensors(new Number[4], [], []), ImmutableDictionary<string, long>.Empty);
    }
}
