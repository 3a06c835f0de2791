using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Tests.Hosting;

/// <summary>Cancels as soon as the compiler looks at the types in a file: when a kernel there is being parsed.</summary>
internal sealed class CancellingOptions(SyntaxTree watched, CancellationTokenSource source) : SyntaxTreeOptionsProvider
{
    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (tree == watched)
        {
            source.Cancel();
        }

        return GeneratedKind.NotGenerated;
    }

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out severity);

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = ReportDiagnostic.Default;
        return false;
    }
}
