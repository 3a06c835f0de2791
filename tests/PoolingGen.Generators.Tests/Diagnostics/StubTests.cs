using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Diagnostics;

/// <summary>What becomes of a method whose attribute or signature is in error.</summary>
public sealed class StubTests
{
    [Fact]
    public void A_method_in_error_throws()
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(Sources.Kernel("PoolingMode.Max, Size = 0", "out string? name, ref readonly (int A, dynamic B)[]? tuples"));

        Assert.Null(Assert.Single(run.Kernels).Pooling);
        Assert.Contains("throw new global::System.NotSupportedException(", Assert.Single(run.Files).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ref int")]
    [InlineData("ref readonly int")]
    [InlineData("string?")]
    [InlineData("System.Collections.Generic.List<(int A, string? B)>")]
    public void Its_return_type_is_repeated(string type)
    {
        GeneratorDriverHost.RunValid(Sources.Kernel("PoolingMode.Max, Size = 2").Replace("void", type, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_neighbours_are_kernels_all_the_same()
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(
            Sources.Kernel("PoolingMode.Max, Size = 0"), Sources.Kernel("PoolingMode.Max, Size = 2").Replace("Pools", "Others", StringComparison.Ordinal));

        Assert.Equal([false, true], run.Kernels.Select(kernel => kernel.Pooling is not null));
    }
}
