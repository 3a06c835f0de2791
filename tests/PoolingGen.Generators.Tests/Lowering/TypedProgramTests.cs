namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>As <see cref="ProgramTests"/>: all modes, types and policies.</summary>
public sealed class TypedProgramTests
{
    private static readonly Dictionary<string, ProgramCase> s_cases = ProgramCase.OfComputations().ToDictionary(static one => one.Name);

    public static TheoryData<string> Cases() => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Programs_of_every_type_pool(string name) => s_cases[name].Compare();
}
