using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolingGen.Generators.Parsing;

namespace PoolingGen.Generators.Tests.Hosting;

/// <summary>What one run of the generator gave.</summary>
/// <param name="Driver">The driver, to run again after an edit.</param>
/// <param name="Input">The user's code.</param>
/// <param name="Output">The user's code with the generated files.</param>
internal sealed record GeneratorRun(GeneratorDriver Driver, CSharpCompilation Input, CSharpCompilation Output)
{
    private GeneratorRunResult Result { get; } = Driver.GetRunResult().Results.Single();

    /// <summary>The generated text by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Files => Result.GeneratedSources
        .ToImmutableSortedDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>The exception that ended the run, if one did.</summary>
    public Exception? Exception => Result.Exception;

    /// <summary>What the parser made of each kernel, in the order of the source.</summary>
    public IReadOnlyList<ParsedKernel> Kernels => [.. Outputs(TrackingNames.Name).Select(static output => (ParsedKernel)output.Value)];

    /// <summary>The outputs of one step of the pipeline with why it ran.</summary>
    public IReadOnlyList<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? [.. runs.SelectMany(static run => run.Outputs)]
            : [];

    /// <summary>Why each generated file was or was not written again.</summary>
    public IReadOnlyList<IncrementalStepRunReason> FileReasons =>
        [.. Result.TrackedOutputSteps.Values.SelectMany(static runs => runs).SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    /// <summary>Errors and warnings of the compiler in the user's code and the generated files together.</summary>
    public IReadOnlyList<Diagnostic> CompilerDiagnostics =>
        [.. Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
}
