using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Pipeline;

/// <summary>
/// What an edit runs again. That edits elsewhere run nothing again is part of every run of
/// <see cref="GeneratorDriverHost"/>: see <see cref="EditScript"/>.
/// </summary>
public sealed class IncrementalTests
{
    private const IncrementalStepRunReason New = IncrementalStepRunReason.New;
    private const IncrementalStepRunReason Cached = IncrementalStepRunReason.Cached;
    private const IncrementalStepRunReason Modified = IncrementalStepRunReason.Modified;
    private const IncrementalStepRunReason Removed = IncrementalStepRunReason.Removed;

    private static readonly string Kernel = Sources.Kernel("PoolingMode.Max, Size = 2");

    private const string ShapeMethod =
        "partial class Pools { [PoolingOutputShape(nameof(Pool))] public static partial (int Height, int Width) PoolShape(int height, int width); }";

    [Fact]
    public void The_first_run_is_new()
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(Kernel, ShapeMethod);

        Assert.All(GeneratorDriverHost.Steps, step => Assert.Equal([New], Reasons(run, step)));
        Assert.Equal([New, New], run.FileReasons);
    }

    [Theory]
    [InlineData("Size = 2", "Size = 3")]
    [InlineData("Max", "Min")]
    [InlineData("int height", "int h")]
    [InlineData("public static partial void", "internal static partial void")]
    public void An_edit_of_the_kernel_modifies_it(string from, string to)
    {
        GeneratorRun run = Edit(Kernel, Kernel.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal([Modified], Reasons(run, TrackingNames.Parse));
        Assert.Equal([Modified], Reasons(run, TrackingNames.Compile));
        Assert.Equal([Modified], run.FileReasons);
    }

    [Theory]
    [InlineData("    [", "    /// <summary>Documented.</summary>\n    [")]
    [InlineData("Size = 2", "Size = /* taps */ 1 + 1")]
    [InlineData("Size = 2", "Sizes = new[] { 2, 2 }")]
    [InlineData("\n", "\r\n")]
    [InlineData("static partial class", "partial class")]
    [InlineData("int width);", "int width); private static int Neighbour() => 1;")]
    [InlineData("public static partial class", "using System.Text; public static partial class")]
    public void An_edit_around_the_kernel_leaves_its_values_unchanged(string from, string to)
    {
        EditScript.AssertCached(Edit(Kernel, Kernel.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_kernel_whose_windows_change_changes_its_shape_method_in_another_file()
    {
        GeneratorRun run = Edit(Kernel, Kernel.Replace("Size = 2", "Size = 3", StringComparison.Ordinal), ShapeMethod);

        Assert.Equal([Modified], Reasons(run, TrackingNames.ParseShape));
        Assert.Equal([Modified], Reasons(run, TrackingNames.PrintShape));
        Assert.Equal([Modified, Modified], run.FileReasons);
    }

    [Theory]
    [InlineData("Max", "Min")]
    [InlineData("int channels", "int batch")]
    [InlineData("public static partial void", "internal static partial void")]
    public void A_kernel_that_changes_otherwise_leaves_its_shape_method_alone(string from, string to)
    {
        GeneratorRun run = Edit(Kernel, Kernel.Replace(from, to, StringComparison.Ordinal), ShapeMethod);

        Assert.Equal([Cached], Reasons(run, TrackingNames.ParseShape));
        Assert.Equal([Cached], Reasons(run, TrackingNames.PrintShape));
        Assert.Equal([Modified, Cached], run.FileReasons.Order());
    }

    [Fact]
    public void An_edit_of_a_shape_method_leaves_its_kernel_alone()
    {
        GeneratorRun run = GeneratorDriverHost.RunAgain(
            GeneratorDriverHost.RunValid(Kernel, ShapeMethod), ShapeMethod, ShapeMethod.Replace("int width", "int w", StringComparison.Ordinal));

        Assert.Equal([Modified], Reasons(run, TrackingNames.PrintShape));
        Assert.Equal([Cached], Reasons(run, TrackingNames.Compile));
    }

    [Fact]
    public void A_shape_method_comes_and_goes_without_its_kernel()
    {
        GeneratorRun first = GeneratorDriverHost.RunValid(Kernel, "// Nothing yet.");
        GeneratorRun added = GeneratorDriverHost.RunAgain(first, "// Nothing yet.", ShapeMethod);
        GeneratorRun removed = GeneratorDriverHost.RunAgain(added, ShapeMethod, "// Nothing left.");

        Assert.Equal([Cached], Reasons(added, TrackingNames.Compile));
        Assert.Equal([New], Reasons(added, TrackingNames.PrintShape));
        Assert.Equal([Removed], Reasons(removed, TrackingNames.PrintShape));
        Assert.Equal(first.Files, removed.Files);
    }

    [Fact]
    public void A_second_kernel_leaves_the_first_alone()
    {
        string other = Sources.Kernel("PoolingMode.Min, Size = 3").Replace("Pool(", "Other(", StringComparison.Ordinal);
        GeneratorRun first = GeneratorDriverHost.RunValid(Kernel, "// Nothing yet.");
        GeneratorRun added = GeneratorDriverHost.RunAgain(first, "// Nothing yet.", other);
        GeneratorRun removed = GeneratorDriverHost.RunAgain(added, other, "// Nothing left.");

        Assert.Equal([Cached, New], Reasons(added, TrackingNames.Compile));
        Assert.Equal(["Pools.Other.g.cs", "Pools.Pool.g.cs"], added.Files.Keys);
        Assert.Equal([Cached, Removed], Reasons(removed, TrackingNames.Compile));
        Assert.Equal(first.Files, removed.Files);
    }

    [Fact]
    public void An_overload_renames_the_first_and_its_removal_brings_the_name_back()
    {
        string overload = Sources.Kernel("PoolingMode.Min, Size = 3", $"{Sources.Parameters}, int batch");
        GeneratorRun first = GeneratorDriverHost.RunValid(Kernel, "// Nothing yet.");
        GeneratorRun added = GeneratorDriverHost.RunAgain(first, "// Nothing yet.", overload);
        GeneratorRun removed = GeneratorDriverHost.RunAgain(added, overload, "// Nothing left.");

        Assert.Equal([Modified, New], Reasons(added, TrackingNames.Compile));
        Assert.Equal(2, added.Files.Count);
        Assert.Equal(first.Files, removed.Files);
    }

    [Fact]
    public void The_order_of_members_changes_no_file()
    {
        const string attribute = "[PoolingKernel(PoolingMode.Max, Size = 2)]";
        string one = $"{attribute} public static partial void One({Sources.Parameters});";
        string two = $"{attribute} public static partial void Two({Sources.Parameters}, int batch);";
        string source = $"partial class Pools {{ {one} {two} }}";
        GeneratorRun first = GeneratorDriverHost.RunValid(source);
        GeneratorRun reordered = GeneratorDriverHost.RunAgain(first, source, $"partial class Pools {{ {two} {one} }}");

        Assert.Equal(["Two", "One"], reordered.Kernels.Select(kernel => kernel.Method.Name));
        Assert.Equal(first.Files, reordered.Files);
    }

    [Fact]
    public void Without_kernels_there_are_no_files()
    {
        Assert.Empty(GeneratorDriverHost.RunValid("public static class Pools;").Files);
    }

    private static GeneratorRun Edit(string source, string edited, params string[] others)
    {
        Assert.NotEqual(source, edited);
        return GeneratorDriverHost.RunAgain(GeneratorDriverHost.RunValid([source, .. others]), source, edited);
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) =>
        run.Outputs(step).Select(output => output.Reason);
}
