using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Parsing;

/// <summary>
/// Names after the method that a kernel implements: <c>Pools.MaxPool2x2.g.cs</c> for its file and
/// <c>Pools_MaxPool2x2</c> for the code in it. Where two methods come to the same name, both get a suffix that
/// depends on nothing but their own declaration.
/// </summary>
internal static class KernelNames
{
    private const string Extension = ".g.cs";

    private static readonly SymbolDisplayFormat NamespaceFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    public static string HintName(IMethodSymbol method) => QualifiedName(method) + Extension;

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

    /// <summary>The kernel names that more than one kernel has, in an order of their own.</summary>
    /// <remarks>Casing does not tell files apart. Equal hint names come with equal kernel names.</remarks>
    public static EquatableArray<string> Ambiguous(IEnumerable<string> kernelNames) => new(
    [
        .. kernelNames
            .GroupBy(static name => name.ToUpperInvariant(), StringComparer.Ordinal)
            .Where(static group => group.Skip(1).Any())
            .Select(static group => group.Key)
            .OrderBy(static name => name, StringComparer.Ordinal),
    ]);

    /// <summary>The method with names of its own.</summary>
    public static MethodSpec MakeUnique(MethodSpec method, EquatableArray<string> ambiguous)
    {
        if (!ambiguous.Contains(method.KernelName.ToUpperInvariant()))
        {
            return method;
        }

        string suffix = Hash(Identity(method)).ToString("x8", CultureInfo.InvariantCulture);
        string file = method.HintName.Substring(0, method.HintName.Length - Extension.Length);
        return method with { HintName = $"{file}.{suffix}{Extension}", KernelName = $"{method.KernelName}_{suffix}" };
    }

    private static string QualifiedName(IMethodSymbol method)
    {
        IEnumerable<string> parts = MethodReader.ContainingTypes(method).Select(static type => type.MetadataName).Append(method.MetadataName);
        return method.ContainingNamespace.IsGlobalNamespace
            ? string.Join(".", parts)
            : $"{method.ContainingNamespace.ToDisplayString(NamespaceFormat)}.{string.Join(".", parts)}";
    }

    private static string Identity(MethodSpec method) => string.Join(
        "\n",
        [
            method.Namespace,
            .. method.ContainingTypes,
            method.Name + method.TypeParameters,
            .. method.Parameters.Select(static parameter => parameter.Declaration),
        ]);

    /// <summary>FNV-1a: <see cref="string.GetHashCode()"/> differs from run to run.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash;
    }
}
