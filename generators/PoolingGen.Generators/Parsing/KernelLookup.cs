using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Finds the windows of a kernel by its name.</summary>
internal static class KernelLookup
{
    /// <summary>The attribute that makes a method a kernel, or <see langword="null"/>.</summary>
    public static AttributeData? AttributeOf(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(static attribute =>
        attribute.AttributeClass?.ToDisplayString() == KernelParser.AttributeName);

    /// <summary>The windows of the kernels of this name in the type of a method.</summary>
    /// <returns>The axes, or <see langword="null"/> if there is no such kernel or it is in error by itself.</returns>
    public static EquatableArray<AxisSpec>? FindAxes(
        IMethodSymbol method, string kernelName, Location location, Problems problems, CancellationToken cancellationToken)
    {
        IMethodSymbol[] kernels =
        [
            .. method.ContainingType.GetMembers(kernelName).OfType<IMethodSymbol>().Where(static kernel => AttributeOf(kernel) is not null),
        ];
        if (kernels.Length == 0)
        {
            problems.Add(KernelDiagnostics.NoSuchKernel, location, kernelName, method.ContainingType.Name);
            return null;
        }

        EquatableArray<AxisSpec>?[] geometries = [.. kernels.Select(kernel => AxesOf(kernel, cancellationToken)).Distinct()];
        if (geometries.Contains(null))
        {
            return null;
        }

        if (geometries.Length > 1)
        {
            problems.Add(KernelDiagnostics.DifferentGeometry, location, kernelName);
            return null;
        }

        return geometries[0];
    }

    /// <summary>A kernel's own problems are reported where it is.</summary>
    private static EquatableArray<AxisSpec>? AxesOf(IMethodSymbol kernel, CancellationToken cancellationToken) =>
        kernel.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax syntax
            ? KernelParser.Parse(kernel, syntax, AttributeOf(kernel)!, new Problems(), cancellationToken)?.Pooling?.Axes
            : null;
}
