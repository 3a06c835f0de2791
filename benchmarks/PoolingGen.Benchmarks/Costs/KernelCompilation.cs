using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolingGen.Generators;

namespace PoolingGen.Benchmarks.Costs;

/// <summary>A user's library in memory.</summary>
internal sealed class KernelCompilation
{
    private const string Elsewhere = "internal static class Elsewhere { }";
    private const string ElsewhereEdited = "internal static class Elsewhere { internal static int Added; }";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private readonly CSharpCompilation _compilation;
    private readonly SyntaxTree _elsewhere = Parse(Elsewhere, "Elsewhere.cs");

    private KernelCompilation(IEnumerable<string> sources) => _compilation = CSharpCompilation.Create(
        "User",
        [.. sources.Select((source, index) => Parse(source, $"File{index}.cs")), _elsewhere],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(PoolingKernelAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

    public static KernelCompilation OfReadmeExample() => new([KernelSources.ReadmeExample]);

    /// <summary>A hundred different kernels.</summary>
    public static KernelCompilation OfAll() => new(KernelSources.All);

    public static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new PoolingKernelGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public GeneratorDriver Generate(GeneratorDriver driver) => driver.RunGenerators(_compilation);

    /// <summary>After an edit to a file that no kernel is in.</summary>
    public GeneratorDriver GenerateAfterEdit(GeneratorDriver driver) =>
        driver.RunGenerators(_compilation.ReplaceSyntaxTree(_elsewhere, Parse(ElsewhereEdited, _elsewhere.FilePath)));

    /// <returns>The compiled library.</returns>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public Stream Emit()
    {
        NewDriver().RunGeneratorsAndUpdateCompilation(_compilation, out Compilation generated, out _);
        var assembly = new MemoryStream();
        if (generated.Emit(assembly) is { Success: false, Diagnostics: var diagnostics })
        {
            throw new InvalidOperationException(string.Join('\n', diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        }

        assembly.Position = 0;
        return assembly;
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);
}
