using PoolingGen.Kernels.Tests.Levels;
using PoolingGen.Kernels.Tests.Suite;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>The guard pages between which kernels are tested do end a process, one element beside a tensor and no nearer.</summary>
public class GuardTests
{
    /// <summary>How a process ends that touched memory which it must not: an access violation on Windows, elsewhere SIGABRT.</summary>
    private static readonly int Killed = OperatingSystem.IsWindows() ? unchecked((int)0xC000_0005) : 128 + 6;

    [SkippableTheory]
    [InlineData("unconfined", "read")]
    [InlineData("unconfined", "write")]
    [InlineData(InstructionLevel.Arm64, "read")]
    [InlineData(InstructionLevel.Arm64, "write")]
    public async Task Element_of_a_tensor_can_be_touched(string level, string access)
    {
        foreach (string place in (string[])["first", "last"])
        {
            ChildProcess child = await TouchAsync(level, access, place);

            Assert.Equal(0, child.ExitCode);
            Assert.StartsWith(place, Assert.Single(child.Output), StringComparison.Ordinal);
        }
    }

    [SkippableTheory]
    [InlineData("unconfined", "read")]
    [InlineData("unconfined", "write")]
    [InlineData(InstructionLevel.Arm64, "read")]
    [InlineData(InstructionLevel.Arm64, "write")]
    public async Task Element_beside_a_tensor_ends_the_process(string level, string access)
    {
        foreach (string place in (string[])["before", "behind"])
        {
            ChildProcess child = await TouchAsync(level, access, place);

            Assert.Equal(Killed, child.ExitCode);
            Assert.Empty(child.Output);
            Assert.Contains(nameof(AccessViolationException), child.Errors, StringComparison.Ordinal);
        }
    }

    private static async Task<ChildProcess> TouchAsync(string levelName, string access, string place)
    {
        InstructionLevel level = InstructionLevel.Get(levelName);
        Skip.If(level.Missing() is not null, level.Missing());
        Skip.IfNot(GuardPages.IsSupported, "This system's guard pages are unknown here.");
        return await ChildProcess.RunAsync(level, "touch", access, place);
    }
}
