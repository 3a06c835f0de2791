using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Parsing;

/// <summary>Every way to declare a method: what is generated compiles, so it repeats the declaration exactly.</summary>
public sealed class MethodShapeTests
{
    private const string Attribute = "[PoolingKernel(PoolingMode.Max, Size = 2)]";

    [Theory]
    [InlineData("partial class Pools { /**/ static partial void Pool(@); }")]
    [InlineData("public partial class Pools { /**/ public partial void Pool(@); }")]
    [InlineData("static partial class Pools { /**/ internal static partial void Pool(@); }")]
    [InlineData("partial class Pools { /**/ private protected static partial void Pool(@); }")]
    [InlineData("partial class Pools { /**/ protected internal static partial void Pool(@); }")]
    [InlineData("partial class Pools { /**/ public virtual partial void Pool(@); }")]
    [InlineData("abstract class Base { public abstract void Pool(@); } partial class Pools : Base { /**/ public sealed override partial void Pool(@); }")]
    [InlineData("class Base { public void Pool(@) { } } partial class Pools : Base { /**/ public new partial void Pool(@); }")]
    [InlineData("partial struct Pools { /**/ public readonly partial void Pool(@); }")]
    [InlineData("readonly partial struct Pools { /**/ public partial void Pool(@); }")]
    [InlineData("ref partial struct Pools { /**/ public static partial void Pool(@); }")]
    [InlineData("readonly ref partial struct Pools { /**/ public partial void Pool(@); }")]
    [InlineData("partial record Pools(int Size) { /**/ public partial void Pool(@); }")]
    [InlineData("partial record class Pools { /**/ public partial void Pool(@); }")]
    [InlineData("readonly partial record struct Pools(int Size) { /**/ public partial void Pool(@); }")]
    [InlineData("partial interface IPools { /**/ public static partial void Pool(@); }")]
    [InlineData("partial class Pools(int size) { public int Size => size; /**/ public partial void Pool(@); }")]
    [InlineData("static partial class Outer { internal partial struct Middle { public partial interface IInner { /**/ static partial void Pool(@); } } }")]
    [InlineData("partial class Pools<T> where T : class, new() { /**/ public static partial void Pool(@); }")]
    [InlineData("partial interface IPools<in T, out U> { /**/ public static partial void Pool(@); }")]
    [InlineData("partial class Pools<@class> { internal partial struct @struct<@in> { /**/ public static partial void @void(@); } }")]
    [InlineData("partial class Pools { /**/ public static partial void Pool<T>(@); }")]
    [InlineData("partial class Pools { /**/ public static partial void Pool<T, U, @in>(@) where T : class?, IDisposable?, new() where U : unmanaged where @in : notnull, allows ref struct; }")]
    [InlineData("namespace A.B; partial class Pools { /**/ public static partial void Pool(@); }")]
    [InlineData("namespace A { namespace @namespace.B { partial class Pools { /**/ public static partial void Pool(@); } } }")]
    [InlineData("namespace System { partial class Pools { /**/ public static partial void Pool(@); } }")]
    [InlineData("namespace User.PoolingGen.System { partial class Pools { /**/ public static partial void Pool(@); } }")]
    [InlineData("partial class Pools { /**/ public static partial void Pool(@); } partial class Pools;")]
    public void Containers_and_modifiers(string source)
    {
        AssertImplemented(source.Replace("@)", $"{Sources.Parameters})", StringComparison.Ordinal).Replace("/**/", Attribute, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("this ReadOnlySpan<float> input, Span<float> output, int height, int width")]
    [InlineData("scoped ReadOnlySpan<float> input, scoped Span<float> output, int height, int width")]
    [InlineData("in ReadOnlySpan<float> input, in Span<float> output, in int height, in int width")]
    [InlineData("ref readonly ReadOnlySpan<float> input, ref readonly Span<float> output, ref readonly int height, ref readonly int width")]
    [InlineData("scoped in ReadOnlySpan<float> input, scoped ref readonly Span<float> output, scoped in int height, int width")]
    [InlineData("Span<float> output, int height, int width, params ReadOnlySpan<float> input")]
    [InlineData("int @height, int @width, Span<float> @out, ReadOnlySpan<float> @in")]
    [InlineData("ReadOnlySpan<float> input, Span<float> output, int height = 8, int width = 8, int batch = 1")]
    [InlineData("[System.Runtime.CompilerServices.UnscopedRef] ref readonly ReadOnlySpan<float> input, Span<float> output, int height, int width")]
    public void Parameters(string parameters)
    {
        AssertImplemented($$"""
            using System.Diagnostics.CodeAnalysis;
            static partial class Pools
            {
                {{Attribute}}
                public static partial void Pool({{parameters.Replace("System.Runtime.CompilerServices.", "", StringComparison.Ordinal)}});
            }
            """);
    }

    [Fact]
    public void Unsafe_is_repeated_but_never_added()
    {
        string source = $"partial class Pools {{ {Attribute} public static unsafe partial void Pool({Sources.Parameters}); }}";

        AssertImplemented(new CompilationSettings(AllowUnsafe: true), source);
        AssertImplemented(new CompilationSettings(AllowUnsafe: false), source.Replace("unsafe ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Line_ends_and_a_byte_order_mark_do_not_matter(string lineEnd)
    {
        string source = Sources.Kernel("PoolingMode.Max, Size = 2");
        GeneratorRun plain = GeneratorDriverHost.RunValid(source);
        GeneratorRun other = GeneratorDriverHost.RunValid("\uFEFF" + source.ReplaceLineEndings(lineEnd));

        Assert.Equal(Assert.Single(plain.Kernels), Assert.Single(other.Kernels));
        Assert.Equal(plain.Files, other.Files);
        Assert.DoesNotContain('\r', Assert.Single(other.Files).Value);
    }

    [Fact]
    public void A_classic_partial_method_is_implemented_too()
    {
        GeneratorRun run = GeneratorDriverHost.RunValid($"partial class Pools {{ {Attribute} partial void Pool({Sources.Parameters}); }}");

        Assert.Equal("", Assert.Single(run.Kernels).Method.Modifiers);
    }

    private static void AssertImplemented(string source) => AssertImplemented(new CompilationSettings(), source);

    private static void AssertImplemented(CompilationSettings settings, string source)
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(settings, source);
        Assert.NotNull(Assert.Single(run.Kernels).Pooling);
    }
}
