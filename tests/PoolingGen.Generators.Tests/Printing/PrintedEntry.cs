using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Printing;
using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Printing;

/// <summary>A printed entry, compiled around a <c>Dispatch</c> that only tells what it was handed.</summary>
internal sealed class PrintedEntry
{
    /// <summary>The oldest language, and overflow as an error: what is printed has to do in any project.</summary>
    private static readonly CompilationSettings s_settings = new(LanguageVersion.CSharp11, CheckOverflow: true);

    private readonly MethodInfo _call;

    /// <param name="pooling">What the kernel computes.</param>
    /// <param name="types">The types that it takes.</param>
    /// <param name="dimensions">The dimensions that are parameters.</param>
    public PrintedEntry(PoolingSpec pooling, EntryTypes types, params ParameterRole[] dimensions)
    {
        TensorShape shape = TensorShape.Of(pooling);
        ParameterRole[] spans = types.Indices is null
            ? [ParameterRole.Input, ParameterRole.Output]
            : [ParameterRole.Input, ParameterRole.Output, ParameterRole.Indices];
        SourceWriter writer = new();
        writer.Line("using System.Runtime.CompilerServices;");
        writer.Line("using System.Runtime.InteropServices;");
        writer.Line("using PoolingGen.Runtime;");
        using (writer.Block("public static class Kernel"))
        {
            EntryCalls calls = new(writer, new DispatchPrinter(writer, pooling, shape, types), single: null);
            new EntryPrinter(writer, Method([.. spans, .. dimensions]), pooling, shape, types, calls).PrintRun();
            PrintDispatch(writer, types, shape);
            PrintCall(writer, types, dimensions.Length);
        }

        Text = writer.ToString();
        _call = Load(Text).GetType("Kernel")!.GetMethod("Call")!;
    }

    public string Text { get; }

    /// <summary>Calls the entry with spans of so many elements.</summary>
    /// <returns>The variables that <c>Dispatch</c> got: <c>planes 6, height 5</c>.</returns>
    public string Call(int input, int output, int indices, params int[] dimensions) =>
        (string)_call.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [input, output, indices, dimensions], null)!;

    /// <summary>The user's names are others than the kernel's.</summary>
    public static string NameOf(ParameterRole role) => $"my{role}";

    private static MethodSpec Method(ParameterRole[] roles) => new(
        "", new([]), "public static", "void", "Pool", "", "",
        new([.. roles.Select(static role => new ParameterSpec("", NameOf(role), role))]), "Pool.g.cs", "Kernel");

    private static void PrintDispatch(SourceWriter writer, EntryTypes types, TensorShape shape)
    {
        string indices = types.Indices is null ? "" : $", ref {types.Indices} indices";
        string variables = string.Concat(shape.Variables.Select(static variable => $", nint {variable.Name}"));
        string told = string.Join(", ", shape.Variables.Select(static variable => $"{variable.Name} {{{variable.Name}}}"));
        writer.Line($"private static void Dispatch(ref {types.InputStorage} input, ref {types.OutputStorage} output{indices}{variables}) => Told = $\"{told}\";");
        writer.Line("private static string Told = \"nothing\";");
    }

    private static void PrintCall(SourceWriter writer, EntryTypes types, int dimensions)
    {
        string indices = types.Indices is null ? "" : $", new {types.Indices}[indices]";
        string arguments = string.Concat(Enumerable.Range(0, dimensions).Select(static i => $", dimensions[{i}]"));
        using (writer.Block("public static string Call(int input, int output, int indices, int[] dimensions)"))
        {
            writer.Line($"Run(new {types.Input}[input], new {types.Output}[output]{indices}{arguments});");
            writer.Line("return Told;");
        }
    }

    private static Assembly Load(string text)
    {
        using MemoryStream image = new();
        Assert.Empty(TestCompilation.Create(s_settings, text).Emit(image).Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return Assembly.Load(image.ToArray());
    }
}
