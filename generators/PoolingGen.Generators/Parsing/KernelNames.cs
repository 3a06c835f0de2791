using System.Text;
using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators;

/// <summary>
/// Names after the method that a kernel implements: <c>Pools.MaxPool2x2.g.cs</c> for its file and
/// <c>Pools_MaxPool2x2</c> for the code in it.
/// </summary>
internal static class KernelNames
{
    private static readonly SymbolDisplayFormat NamespaceFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    public static string HintName(IMethodSymbol method) => $"{QualifiedName(method)}.g.cs";

    public static string KernelName(IMethodSymbol method)
    {
        StringBuilder name = new(QualifiedName(method));
        for (int index = 0; index < name.Length; index++)
        {
            if (!char.IsLetterOrDigit(name[index]))
            {
                name[index] = '_';
            }
        }

        return name.ToString();
    }

    private static string QualifiedName(IMethodSymbol method)
    {
        IEnumerable<string> parts = MethodReader.ContainingTypes(method).Select(static type => type.MetadataName).Append(method.MetadataName);
        return method.ContainingNamespace.IsGlobalNamespace
            ? string.Join(".", parts)
            : $"{method.ContainingNamespace.ToDisplayString(NamespaceFormat)}.{string.Join(".", parts)}";
    }
}
