using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Parsing;

/// <summary>What is wrong with one kernel, and where.</summary>
internal sealed class Problems
{
    private readonly List<Diagnostic> _diagnostics = [];
    private bool _leftToCompiler;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Whether there is anything that keeps the kernel from being compiled.</summary>
    public bool Any => _leftToCompiler || _diagnostics.Count > 0;

    public void Add(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        _diagnostics.Add(Diagnostic.Create(descriptor, location, arguments));

    /// <summary>Notes an error that the compiler reports by itself: saying it twice helps nobody.</summary>
    public void LeaveToCompiler() => _leftToCompiler = true;
}
