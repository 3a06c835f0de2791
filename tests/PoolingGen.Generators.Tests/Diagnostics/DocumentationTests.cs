using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolingGen.Generators.Diagnostics;
using PoolingGen.Generators.Tests.Hosting;
using PoolingGen.Generators.Tests.Parsing;

namespace PoolingGen.Generators.Tests.Diagnostics;

/// <summary>Each diagnostic has a page, and what the page says is so.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Ids => [.. KernelDiagnostics.All.Select(static descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_a_page_with_the_title(string id)
    {
        DiagnosticDescriptor descriptor = KernelDiagnostics.All.Single(descriptor => descriptor.Id == id);

        Assert.EndsWith($"/generators/docs/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}\n", File.ReadAllText(PagePath(id)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_first_example_is_reported_and_the_second_is_not(string id)
    {
        string[] examples = [.. Example().Matches(File.ReadAllText(PagePath(id))).Select(match => match.Groups[1].Value)];

        Assert.Equal(2, examples.Length);
        Assert.Contains(id, (await AnalyzerHost.AnalyzeAsync(Run(examples[0]))).Select(diagnostic => diagnostic.Id));
        Assert.Empty(await AnalyzerHost.AnalyzeAsync(GeneratorDriverHost.AssertValid(Run(examples[1]))));
    }

    [Fact]
    public void No_page_is_left_over()
    {
        ImmutableArray<string> ids = [.. Directory.GetFiles(Path.GetDirectoryName(PagePath(""))!, "PG*.md").Select(path => Path.GetFileNameWithoutExtension(path))];

        Assert.Equal(KernelDiagnostics.All.Select(descriptor => descriptor.Id), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_list_of_pages_is_complete()
    {
        IEnumerable<string> lines = KernelDiagnostics.All.Select(static descriptor =>
            $"- [{descriptor.Id}]({descriptor.Id}.md): {descriptor.Title.ToString(CultureInfo.InvariantCulture)}\n");

        Assert.Equal($"# Diagnostics\n\n{string.Concat(lines)}", File.ReadAllText(PagePath("README")));
    }

    private static GeneratorRun Run(string example)
    {
        Match version = LanguageVersionProperty().Match(example);
        return version.Success && LanguageVersionFacts.TryParse(version.Groups[1].Value, out LanguageVersion language)
            ? GeneratorDriverHost.Run(new CompilationSettings(language), Sources.Kernel("PoolingMode.Max, Size = 2"))
            : GeneratorDriverHost.Run(Complete(example));
    }

    /// <summary>Adds the method and the class that an example leaves out.</summary>
    private static string Complete(string example)
    {
        string dimensions = example.Contains("InputSize", StringComparison.Ordinal) ? "" : ", int height, int width";
        string method = example.TrimEnd().EndsWith(']') ? $"{example} static partial void Pool({Sources.Spans}{dimensions});" : example;
        string source = method.Contains("class ", StringComparison.Ordinal) ? method : $"static partial class Pools {{ {method} }}";
        return source.Contains("TensorSpan<", StringComparison.Ordinal) ? source + Specs.TensorSpans : source;
    }

    [GeneratedRegex("<LangVersion>(.*)</LangVersion>")]
    private static partial Regex LanguageVersionProperty();

    [GeneratedRegex("```(?:csharp|xml)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    private static string PagePath(string id, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../generators/docs", $"{id}.md");
}
