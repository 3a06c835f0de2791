using PoolingGen.Kernels.Tests.Levels;
using PoolingGen.Kernels.Tests.Suite;
using Xunit;
using Xunit.Abstractions;

namespace PoolingGen.Kernels.Tests;

/// <summary>Every kernel against the oracle and between guard pages at the other levels of instructions, with the same bits as here.</summary>
public class InstructionLevelTests(ChildSuites children, ITestOutputHelper output) : IClassFixture<ChildSuites>
{
    public static TheoryData<string> Levels { get; } = [.. InstructionLevel.All.Select(level => level.Name)];

    [SkippableTheory]
    [MemberData(nameof(Levels))]
    public async Task Level_gives_the_same_bits(string name)
    {
        InstructionLevel level = InstructionLevel.Get(name);
        string? missing = level.Missing();
        Skip.If(missing is not null, missing);

        ChildSuite child = await children.OfAsync(level);

        output.WriteLine(child.Cases);
        Assert.True(child.ExitCode == 0, $"exit code {child.ExitCode} after {child.Digests.Count} kernels: {child.Errors}");
        Assert.Equal(level.Kernels.Select(kernel => $"{kernel.Name} {NumericalSuite.Here(kernel).Digest}"),
            child.Digests.Select(digest => $"{digest.Key} {digest.Value}"));
    }
}
