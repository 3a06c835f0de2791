using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Printing;

/// <summary>Writes the implementing half of the user's partial method, inside everything that contains it.</summary>
internal static class PartialMethodPrinter
{
    private const string ToolName = "PoolingGen";

    private static readonly string Version = typeof(PartialMethodPrinter).Assembly.GetName().Version.ToString(3);

    /// <summary>Reopens the namespace and the containing types and repeats the signature.</summary>
    /// <param name="writer">Where to write, at depth 0.</param>
    /// <param name="method">The method to implement.</param>
    /// <param name="attributes">Attributes to add, without brackets.</param>
    /// <param name="body">Writes the statements.</param>
    public static void Print(SourceWriter writer, MethodSpec method, IReadOnlyList<string> attributes, Action<SourceWriter> body)
    {
        if (method.Namespace.Length == 0)
        {
            PrintInTypes(writer, method, 0, attributes, body);
            return;
        }

        using (writer.Block($"namespace {method.Namespace}"))
        {
            PrintInTypes(writer, method, 0, attributes, body);
        }
    }

    /// <summary>Whether the implementation of a method is from here and not from the user.</summary>
    public static bool HasPrinted(IMethodSymbol method) => method.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments.FirstOrDefault().Value is ToolName);

    private static void PrintInTypes(SourceWriter writer, MethodSpec method, int depth, IReadOnlyList<string> attributes, Action<SourceWriter> body)
    {
        if (depth == method.ContainingTypes.Count)
        {
            PrintMethod(writer, method, attributes, body);
            return;
        }

        using (writer.Block(method.ContainingTypes[depth]))
        {
            PrintInTypes(writer, method, depth + 1, attributes, body);
        }
    }

    private static void PrintMethod(SourceWriter writer, MethodSpec method, IReadOnlyList<string> attributes, Action<SourceWriter> body)
    {
        writer.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"{ToolName}\", \"{Version}\")]");
        foreach (string attribute in attributes)
        {
            writer.Line($"[{attribute}]");
        }

        // `partial` comes last: that is where the language wants it.
        string modifiers = method.Modifiers.Length == 0 ? "partial" : $"{method.Modifiers} partial";
        string parameters = string.Join(", ", method.Parameters.Select(static parameter => parameter.Declaration));
        string constraints = method.Constraints.Length == 0 ? "" : $" {method.Constraints}";
        using (writer.Block($"{modifiers} {method.ReturnType} {method.Name}{method.TypeParameters}({parameters}){constraints}"))
        {
            body(writer);
        }
    }
}
