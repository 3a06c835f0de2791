using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Pipeline;

/// <summary>
/// Code that is being typed: neither the generator nor the analyzer throws, whatever it looks like. Both hosts fail on
/// an exception by themselves.
/// </summary>
public sealed class HalfTypedTests
{
    private const string Complete = """
        namespace A.B;

        public static partial class Pools<T>
            where T : class
        {
            [PoolingKernel(PoolingMode.Max, Sizes = [3, 2], Strides = [2, 1], Paddings = [1, 0, 1, 0])]
            public static partial void Pool<U>(this ReadOnlySpan<float> input, scoped in Span<float> output, int height, int width)
                where U : unmanaged;

            [PoolingOutputShape(nameof(Pool))]
            public static partial (int Height, int Width) PoolShape(int height, int width);
        }
        """;

    public static TheoryData<string> Sources => [.. Fragments.Concat(Truncated()).Concat(WithoutOneToken()).Concat(WithOneTokenTwice()).Distinct()];

    private static readonly string[] Fragments =
    [
        "[PoolingKernel",
        "[PoolingKernel]",
        "[PoolingKernel(PoolingMode.Max)] partial void Pool();",
        "partial class Pools { [PoolingKernel] partial void Pool(); }",
        "partial class Pools { [PoolingKernel()] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(null)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(\"Max\", Size = \"2\")] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, PoolingMode.Min)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(mode: PoolingMode.Max, mode: PoolingMode.Min)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, Size = 2, Size = 3)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, Sizes = [1, ])] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, Sizes = [1, \"2\", Missing])] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, Sizes = [.. Missing])] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, Sizes = null, Size = default, Strides = default)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, Sizes = new int[99999])] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, Size = int.MaxValue, Stride = int.MaxValue, Padding = int.MaxValue, InputSize = int.MaxValue, Channels = int.MaxValue)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, Size = 2147483648)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, NaN = PoolingMode.Max, Layout = 1)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max, Mode = PoolingMode.Max, Missing = 1)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max), PoolingKernel(PoolingMode.Min)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] [PoolingKernel] partial void Pool(); }",
        "partial class Pools { [method: PoolingKernel(PoolingMode.Max)] [return: PoolingKernel(PoolingMode.Max)] partial void Pool(); }",
        "[assembly: PoolingKernel(PoolingMode.Max)] [module: PoolingKernel(PoolingMode.Max)]",
        "[PoolingKernel(PoolingMode.Max)] partial class Pools;",
        "partial class { [PoolingKernel(PoolingMode.Max)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void (); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(,); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(int, ReadOnlySpan<>, Span<float); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(ReadOnlySpan<Missing> input, Span<Missing> output, Missing height); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(ReadOnlySpan input, Span<float, float> output); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(ReadOnlySpan<int*> input, delegate*<void> output, void width, __arglist); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(this this in out ref scoped params int a, int a); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool<>(); [PoolingKernel(PoolingMode.Max)] partial void Pool<T, T>(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial Missing<int>.Type Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] public public async static extern unsafe abstract partial void Pool(); }",
        "partial class Pools : IDisposable { [PoolingKernel(PoolingMode.Max)] partial void IDisposable.Dispose(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(); [PoolingKernel(PoolingMode.Max)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(); } partial struct Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(ref int a); [PoolingKernel(PoolingMode.Max)] partial void Pool(out int a); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(); partial void Pool() { } partial void Pool() { } }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool() { } }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool() => }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] partial int Size { get; } [PoolingKernel(PoolingMode.Max)] partial Pools(); }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] public static Pools operator +(Pools a, Pools b) => a; }",
        "partial class Pools { [PoolingKernel(PoolingMode.Max)] ~Pools() { } event Action E { [PoolingKernel(PoolingMode.Max)] add { } remove { } } }",
        "partial class Pools { Action a = [PoolingKernel(PoolingMode.Max)] () => { }; }",
        "partial enum Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(); }",
        "partial delegate void Pools(); [PoolingKernel(PoolingMode.Max)] partial void Pool();",
        "static partial class Pools { extension(string text) { [PoolingKernel(PoolingMode.Max)] public partial void Pool(ReadOnlySpan<float> input); } }",
        "partial class Pools<T { [PoolingKernel(PoolingMode.Max)] partial void Pool(); }",
        "partial class Pools { partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pools(); } }",
        "namespace { partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(); } }",
        "namespace A..B { partial class Pools { [PoolingKernel(PoolingMode.Max)] partial void Pool(); } }",
        "using K = PoolingGen.PoolingKernelAttribute; partial class Pools { [K(PoolingMode.Max)] partial void Pool(); }",
        "partial class Pools { [PoolingOutputShape] public static partial int Shape(); }",
        "partial class Pools { [PoolingOutputShape()] public static partial int Shape(); }",
        "partial class Pools { [PoolingOutputShape(null)] public static partial int Shape(); }",
        "partial class Pools { [PoolingOutputShape(\"\")] public static partial int Shape(); }",
        "partial class Pools { [PoolingOutputShape(nameof(Missing))] public static partial int Shape(); }",
        "partial class Pools { [PoolingOutputShape(nameof(Shape))] public static partial int Shape(); }",
        "partial class Pools { [PoolingOutputShape(nameof())] public static partial int Shape(int height, int width); }",
        "partial class Pools { [PoolingOutputShape(1, 2)] public static partial int Shape(); }",
        "partial class Pools { [PoolingOutputShape(nameof(Shape)), PoolingKernel(PoolingMode.Max, Size = 2)] public static partial void Shape(ReadOnlySpan<float> input, Span<float> output, int height, int width); }",
        "partial class Pools { [PoolingOutputShape(nameof(Shape)), PoolingKernel(PoolingMode.Max, Size = 2)] public static partial int Shape(ReadOnlySpan<float> input, Span<float> output, int height, int width); }",
        "partial class Pools { [PoolingOutputShape(nameof(Pool))] public static partial (int, Missing) Shape(int, Missing width); [PoolingKernel(PoolingMode.Max, Size = 2)] partial void Pool(ReadOnlySpan<float> input, Span<float> output, int height, int width); }",
        "partial class Pools { [PoolingOutputShape(nameof(Pool))] public static partial (int Height, int) Shape(int height, int width); [PoolingKernel(PoolingMode.Max, Size = )] partial void Pool(ReadOnlySpan<float> input, Span<float> output, int height, int width); }",
        "partial class Pools { [PoolingOutputShape(nameof(Pool))] public static partial (int Height, int Width) Shape(int height, int width) [PoolingKernel(PoolingMode.Max, Size = 2)] void Pool(ReadOnlySpan<float> input, Span<float> output, int height, int width); }",
        "[PoolingOutputShape(\"Pool\")] partial int Shape(int length);",
        "namespace PoolingGen { class PoolingKernelAttribute : System.Attribute { } } partial class Pools { [PoolingKernel(1)] partial void Pool(); }",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Nothing_throws(string source)
    {
        await AnalyzerHost.AnalyzeUserFilesAsync(GeneratorDriverHost.Run(source));
    }

    /// <summary>As the code grows while it is typed.</summary>
    private static IEnumerable<string> Truncated() => Tokens().Select(token => Complete[..token.Span.End]);

    private static IEnumerable<string> WithoutOneToken() => Tokens().Select(token => Complete.Remove(token.SpanStart, token.Span.Length));

    private static IEnumerable<string> WithOneTokenTwice() => Tokens().Select(token => Complete.Insert(token.Span.End, $" {token.Text}"));

    private static ImmutableArray<SyntaxToken> Tokens() =>
        [.. CSharpSyntaxTree.ParseText(Complete).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
}
