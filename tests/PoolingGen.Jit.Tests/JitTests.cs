using Xunit;

namespace PoolingGen.Jit.Tests;

/// <summary>What the JIT makes of the kernels of the benchmarks' layers, on which their speed rests.</summary>
public class JitTests(JitListings listings) : IClassFixture<JitListings>
{
    /// <summary>Memory on the stack is cleared on the way in, and what guards it is looked at on the way out.</summary>
    private static readonly string[] s_scratchCalls = ["[CORINFO_HELP_MEMZERO]", "CORINFO_HELP_FAIL_FAST"];

    public static TheoryData<string> Levels { get; } = [.. JitLevel.All.Select(static level => level.Name)];

    [SkippableTheory]
    [MemberData(nameof(Levels))]
    public void Methods_are_fully_optimised(string level)
    {
        IReadOnlyList<JitMethod> methods = MethodsOf(level);

        Assert.Equal(
            KernelCalls.Kernels.Select(static kernel => kernel.Name).Order(StringComparer.Ordinal),
            methods.Select(static method => method.Kernel).Distinct().Order(StringComparer.Ordinal));
        Assert.All(methods, static method => Assert.True(method.Tier == "FullOpts", $"{method} is compiled as {method.Tier}."));
    }

    [SkippableTheory]
    [MemberData(nameof(Levels))]
    public void Methods_call_nothing(string level) => Assert.All(MethodsOf(level).Where(static method => method.IsHot || !method.HasIndices), static method =>
    {
        // What is made again for a NaN is apart.
        string[] calls = [.. method.Calls.Except(s_scratchCalls).Where(static call => !call.Contains(":Careful", StringComparison.Ordinal))];
        Assert.True(calls.Length == 0, $"{method} calls {string.Join(", ", calls)}.");
    });

    [SkippableTheory]
    [MemberData(nameof(Levels))]
    public void Methods_stay_within_their_budgets(string level)
    {
        JitMethod[] methods = [.. MethodsOf(level).Where(static method => method.IsHot)];
        IReadOnlyDictionary<(string, string), Budget> budgets = Budgets.Of(JitLevel.Get(level));

        Assert.Equal(
            budgets.Keys.Order(),
            methods.Select(static method => (method.Kernel, method.Name)).Order());
        Assert.All(methods, method =>
        {
            Budget budget = budgets[(method.Kernel, method.Name)];
            Assert.True(method.Bytes <= budget.MostBytes, $"{method} has {method.Bytes} bytes; at most {budget.MostBytes} were to be expected.");
            Assert.True(method.Spills <= budget.MostSpills, $"{method} moves vectors to the stack and back {method.Spills} times; at most {budget.MostSpills} were to be expected.");
        });
    }

    private IReadOnlyList<JitMethod> MethodsOf(string name)
    {
        JitLevel level = JitLevel.Get(name);
        Skip.If(level.Missing() is not null, level.Missing());
        return listings.Of(level).Methods;
    }
}
