using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Tests.Hosting;

/// <summary>Walks everything that an object refers to.</summary>
internal static class ObjectGraph
{
    /// <summary>
    /// Fails if the object holds anything of a compilation: such a value keeps the whole compilation alive and is never
    /// equal to the next one's.
    /// </summary>
    public static void AssertFreeOfCompiler(object? root, string path) => Walk(root, path, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Walk(object? value, string path, HashSet<object> visited)
    {
        if (value is null || !visited.Add(value))
        {
            return;
        }

        Assert.False(
            value is ISymbol or Compilation or SyntaxNode or SyntaxTree or SyntaxReference or Location or SemanticModel or AttributeData or Diagnostic,
            $"{path} is a {value.GetType()}");

        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || value is string)
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, $"{path}[]", visited);
            }
        }

        foreach (FieldInfo field in InstanceFields(type))
        {
            Walk(field.GetValue(value), $"{path}.{field.Name}", visited);
        }
    }

    private static IEnumerable<FieldInfo> InstanceFields(Type type)
    {
        for (Type? level = type; level is not null; level = level.BaseType)
        {
            foreach (FieldInfo field in level.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
