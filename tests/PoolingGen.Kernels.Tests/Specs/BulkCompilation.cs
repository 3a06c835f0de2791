extern alias generator;

using System.Collections.Immutable;
using System.Globalization;
using System.Numerics.Tensors;
using System.Reflection;
using generator::PoolingGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>Many kernels, compiled together as a user's project would be, in a library in a folder of its own.</summary>
internal sealed class BulkCompilation : IDisposable
{
    /// <summary>How many errors of different kinds are reported.</summary>
    private const int MaxErrors = 5;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        generalDiagnosticOption: ReportDiagnostic.Error,
        nullableContextOptions: NullableContextOptions.Enable);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(PoolingKernelAttribute).Assembly.Location)
            .Append(typeof(TensorSpan<>).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pooling-kernels-");
    private readonly ImmutableArray<string> _sources;
    private IReadOnlyList<Kernel>? _kernels;

    public BulkCompilation(IEnumerable<Spec> specs)
    {
        _sources = [.. specs.Select(static (spec, index) => spec.ToSource(TypeName(index)))];
        CSharpCompilation compilation = CSharpCompilation.Create(
            _folder.Name,
            _sources.Select(static (source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"{TypeName(index)}.cs")),
            References,
            Options);
        Refusals = RefusalsOf(compilation);
        Emit(Generate(compilation));
    }

    /// <summary>The file of the library.</summary>
    public string Library => Path.Combine(_folder.FullName, $"{_folder.Name}.dll");

    /// <summary>What the analyzer reports about kernels, by their number.</summary>
    public ILookup<int, string> Refusals { get; }

    /// <summary>The kernels in the order of the specs, in this process.</summary>
    public IReadOnlyList<Kernel> Kernels => _kernels ??= [.. KernelCatalogue.In(Assembly.LoadFrom(Library))];

    /// <summary>The source of the kernel with that number.</summary>
    public string Source(int index) => _sources[index];

    /// <summary>The number of the kernel with that name.</summary>
    public static int IndexOf(string kernel) => int.Parse(kernel.Split('.')[0][1..], CultureInfo.InvariantCulture);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string TypeName(int index) => string.Create(CultureInfo.InvariantCulture, $"K{index:D6}");

    private static ILookup<int, string> RefusalsOf(CSharpCompilation compilation) => compilation
        .WithAnalyzers([new PoolingKernelAnalyzer()])
        .GetAnalyzerDiagnosticsAsync()
        .GetAwaiter()
        .GetResult()
        .ToLookup(
            static diagnostic => IndexOf(diagnostic.Location.SourceTree!.FilePath),
            static diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");

    private static Compilation Generate(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new PoolingKernelGenerator().AsSourceGenerator()], parseOptions: ParseOptions);
        GeneratorDriverRunResult run = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _).GetRunResult();
        return run.Results.Single().Exception is { } exception
            ? throw new InvalidOperationException($"The generator failed: {exception}", exception)
            : generated;
    }

    private void Emit(Compilation compilation)
    {
        EmitResult result = compilation.Emit(Library);
        if (!result.Success)
        {
            IEnumerable<Diagnostic> distinct = result.Diagnostics
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .DistinctBy(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))
                .Take(MaxErrors);
            throw new InvalidOperationException($"The generated code does not compile.\n{string.Join('\n', distinct.Select(Describe))}");
        }
    }

    /// <summary>An error with its line and the source of its kernel.</summary>
    private string Describe(Diagnostic error)
    {
        string? line = error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
        return $"{error}\n{line}\n{_sources.FirstOrDefault(source => Concerns(error, source))}";
    }

    /// <summary>Whether the name of the file with the error begins with the name of the source's type.</summary>
    private static bool Concerns(Diagnostic error, string source) =>
        error.Location.SourceTree is { } tree && source.Contains($"class {Path.GetFileName(tree.FilePath).Split('.')[0]}\n", StringComparison.Ordinal);
}
