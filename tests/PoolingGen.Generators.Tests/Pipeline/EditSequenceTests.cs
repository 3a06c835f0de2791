using System.Collections.Immutable;
using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Pipeline;

/// <summary>Whatever a file has been, a driver that has seen all of it gives the files that a new one gives.</summary>
public sealed class EditSequenceTests
{
    private const string Kernel = """
        partial class Pools
        {
            [PoolingKernel(PoolingMode.Max, OutputSize = 2)]
            static partial void Pool(ReadOnlySpan<int> input, Span<int> output, int length);
        }
        """;

    private static readonly string Neighbour = Kernel.Replace("Pools", "Neighbour", StringComparison.Ordinal);

    private static readonly ImmutableArray<string> States =
    [
        Kernel,
        Kernel.Replace("OutputSize", "Missing", StringComparison.Ordinal),
        Kernel.Replace("partial void", "void", StringComparison.Ordinal),
        Kernel.Replace("[PoolingKernel(", "[Obsolete(", StringComparison.Ordinal),
        Kernel.Replace("Pools", "Neighbour", StringComparison.Ordinal).Replace("input", "other", StringComparison.Ordinal).Replace("int>", "long>", StringComparison.Ordinal),
        "class Pools;",
    ];

    public static TheoryData<int> FirstStates => [.. Enumerable.Range(0, States.Length)];

    [Theory]
    [MemberData(nameof(FirstStates))]
    public void A_driver_is_as_good_as_new_after_two_edits(int state)
    {
        Edit(GeneratorDriverHost.Start(TestCompilation.Create(States[state], Neighbour)), file: 1, edits: 2);
        Edit(GeneratorDriverHost.Start(TestCompilation.Create(Neighbour, States[state])), file: 2, edits: 2);
    }

    private static void Edit(GeneratorRun run, int file, int edits)
    {
        foreach (string state in States)
        {
            GeneratorRun edited = GeneratorDriverHost.RunAgain(run, TestCompilation.Edit(run.Input, run.Input.SyntaxTrees[file], state));
            Assert.Equal(GeneratorDriverHost.Start(edited.Input).Files, edited.Files);
            if (edits > 1)
            {
                Edit(edited, file, edits - 1);
            }
        }
    }
}
