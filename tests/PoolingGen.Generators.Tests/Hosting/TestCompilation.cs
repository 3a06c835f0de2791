using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolingGen.Generators.Tests.Hosting;

/// <summary>Compilations of a user's project: the runtime's own assemblies, PoolingGen and the given files.</summary>
internal static class TestCompilation
{
    /// <summary>What a project of today's SDK brings along without being asked.</summary>
    private const string GlobalUsings = "global using System; global using PoolingGen;";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(PoolingKernelAttribute).Assembly.Location),
    ];

    /// <summary>A library of the given files with warnings as errors and no unsafe code.</summary>
    public static CSharpCompilation Create(params string[] sources) => Create(new CompilationSettings(), sources);

    /// <summary>A library of the given files under other settings.</summary>
    public static CSharpCompilation Create(CompilationSettings settings, params string[] sources) => CSharpCompilation.Create(
        "User",
        [
            Parse(GlobalUsings, "GlobalUsings.cs", settings),
            .. sources.Select((source, index) => Parse(source, $"File{index}.cs", settings)),
        ],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: settings.AllowUnsafe,
            checkOverflow: settings.CheckOverflow,
            generalDiagnosticOption: ReportDiagnostic.Error,
            nullableContextOptions: settings.Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable));

    private static SyntaxTree Parse(string source, string path, CompilationSettings settings) =>
        CSharpSyntaxTree.ParseText(source, settings.ParseOptions, path);
}

/// <summary>What may differ from one user's project to another.</summary>
internal sealed record CompilationSettings(
    LanguageVersion LanguageVersion = LanguageVersion.Latest, bool Nullable = true, bool CheckOverflow = false, bool AllowUnsafe = false)
{
    public CSharpParseOptions ParseOptions { get; } = new(LanguageVersion, DocumentationMode.Parse);
}
