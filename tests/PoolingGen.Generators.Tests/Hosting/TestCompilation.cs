using System.Collections.Immutable;
using System.Numerics.Tensors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolingGen.Generators.Tests.Hosting;

/// <summary>Compilations of a user's project: the runtime's own assemblies, PoolingGen and the given files.</summary>
internal static class TestCompilation
{
    /// <summary>What a project of today's SDK brings along without being asked.</summary>
    private const string GlobalUsings = "global using System; global using PoolingGen;";

    private static readonly MetadataReference Tensors = MetadataReference.CreateFromFile(typeof(TensorSpan<>).Assembly.Location);

    /// <summary>Those of the runtime's assemblies that generated code needs: a compilation of all of them is twice as slow.</summary>
    private static readonly string[] Framework =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Memory", "System.Collections", "System.Linq", "System.Linq.Expressions", "System.Runtime.Intrinsics", "System.Runtime.InteropServices",
    ];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Framework.Select(static name => MetadataReference.CreateFromFile(
            Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, $"{name}.dll"))),
        MetadataReference.CreateFromFile(typeof(PoolingKernelAttribute).Assembly.Location),
    ];

    /// <summary>A library of the given files with warnings as errors and no unsafe code.</summary>
    public static CSharpCompilation Create(params string[] sources) => Create(new CompilationSettings(), sources);

    /// <summary>A library of the given files under other settings.</summary>
    public static CSharpCompilation Create(CompilationSettings settings, params string[] sources) => CSharpCompilation.Create(
        "User",
        [
            Parse(settings.GlobalUsings ? GlobalUsings : "", "GlobalUsings.cs", settings),
            .. sources.Select((source, index) => Parse(source, $"File{index}.cs", settings)),
        ],
        settings.Tensors ? References.Add(Tensors) : References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: settings.AllowUnsafe,
            checkOverflow: settings.CheckOverflow,
            generalDiagnosticOption: ReportDiagnostic.Error,
            nullableContextOptions: settings.Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable));

    /// <summary>The compilation after one file was replaced.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, SyntaxTree tree, string edited) => compilation.ReplaceSyntaxTree(
        tree, CSharpSyntaxTree.ParseText(edited, (CSharpParseOptions)tree.Options, tree.FilePath));

    private static SyntaxTree Parse(string source, string path, CompilationSettings settings) =>
        CSharpSyntaxTree.ParseText(source, settings.ParseOptions, path);
}

/// <summary>What may differ from one user's project to another.</summary>
internal sealed record CompilationSettings(
    LanguageVersion LanguageVersion = LanguageVersion.Latest,
    bool Nullable = true,
    bool CheckOverflow = false,
    bool AllowUnsafe = false,
    bool GlobalUsings = true,
    bool Tensors = false)
{
    public CSharpParseOptions ParseOptions { get; } = new(LanguageVersion, DocumentationMode.Parse);
}
