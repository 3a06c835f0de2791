namespace PoolingGen.Package.Tests;

/// <summary>Projects as users have them, built from the package without a warning, print the right numbers.</summary>
/// <param name="package">The package.</param>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackageFixture package)
{
    /// <summary>The maxima of 2x2 windows with stride 2 on two planes of 4 rows and 40 columns that count from 0: each
    /// window's last element.</summary>
    private static readonly string Ramp = string.Join(
        ' ', from plane in Enumerable.Range(0, 2) from y in Enumerable.Range(0, 2) from x in Enumerable.Range(0, 20)
             select (plane * 4 + 2 * y + 1) * 40 + 2 * x + 1);

    private static readonly string[] SpanResults =
    [
        "max: 6 8 3 4",
        "indices: 5 7 8 15",
        "shape: 2 20",
        $"ramp: {Ramp}",
        $"parallel ramp: {Ramp}",
        "byte average: 3 4 4 5 5 6 6 7 7",
        "half average: 1.5 3.5",
        "channels last min: 0 1 4 5",
        "adaptive average: 3 4.5 6 10.5 12 13.5 18 19.5 21",
        "global sum: 6 15 24",
        "norm: 5",
        "refused: input",
    ];

    private static readonly string[] TensorResults = ["tensor max: 6 8 3 4", "strided tensor max: 7 3"];

    [Fact]
    public async Task A_program_with_spans() =>
        Assert.Equal(SpanResults, await new ConsumerProject(package, "Spans", ["Spans"]).RunAsync());

    [Fact]
    public async Task A_program_with_tensors() =>
        Assert.Equal(TensorResults, await new ConsumerProject(package, "Tensors", ["Tensors"]).RunAsync());

    [SkippableTheory]
    [InlineData("Trimmed", "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained>")]
    [InlineData("Native", "<PublishAot>true</PublishAot>")]
    public async Task A_published_program(string name, string properties)
    {
        ConsumerProject project = new(
            package, name, ["Spans", "Tensors"], $"{properties}<TrimmerSingleWarn>false</TrimmerSingleWarn>");

        string[] printed = await project.PublishAndRunAsync();

        Assert.Equal([.. SpanResults, .. TensorResults], printed);
    }

    [Fact]
    public async Task A_wrong_kernel_is_the_only_error()
    {
        Command build = await new ConsumerProject(package, "Wrong", ["Wrong"]).BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(": error PG", Assert.Single(build.LinesWith(": error ").Distinct()));
    }
}
