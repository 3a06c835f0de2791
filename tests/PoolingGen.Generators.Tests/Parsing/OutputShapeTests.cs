using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using PoolingGen.Generators.Parsing;
using PoolingGen.Generators.Printing;
using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Parsing;

/// <summary>The methods that tell a kernel's output shape.</summary>
public sealed class OutputShapeTests
{
    private const string Dimensions = "int height, int width";

    [Theory]
    [InlineData("Size = 2", 4, 7, 2, 3)]
    [InlineData("Size = 3, Stride = 2, Padding = 1", 112, 7, 56, 4)]
    [InlineData("Sizes = [3, 2], Strides = [2, 1], Paddings = [1, 0, 1, 0]", 5, 5, 3, 4)]
    [InlineData("Global = true", 5, 6, 1, 1)]
    [InlineData("OutputSize = 1", 5, 6, 1, 1)]
    [InlineData("Size = 3, AutoPad = PoolingAutoPad.Valid", 6, 8, 2, 2)]
    public void A_shape_is_the_kernels(string window, int height, int width, int outputHeight, int outputWidth)
    {
        Func<int, int, (int, int)> shape = Compile(window);

        Assert.Equal((outputHeight, outputWidth), shape(height, width));
    }

    [Theory]
    [InlineData("Size = 3, Stride = 2", "int", "int length", "7", "3")]
    [InlineData("Size = 3, Stride = 2", "int", "int w", "8", "3")]
    [InlineData("Sizes = [2, 3, 4], Strides = [1, 2, 3]", "(int Depth, int Height, int Width)", "int depth, int height, int width", "5 6 7", "(4, 2, 2)")]
    [InlineData("Size = 3, Stride = 2, CeilMode = true", "(int Height, int Width)", "int height, int width", "6 7", "(3, 3)")]
    [InlineData("Size = 2, Stride = 3, Padding = 1, CeilMode = true", "(int Height, int Width)", "int h, int w", "5 6", "(2, 3)")]
    [InlineData("Size = 3, Stride = 3, Dilation = 2", "(int Height, int Width)", "int w, int h", "5 9", "(2, 1)")]
    [InlineData("Size = 3, Stride = 2, AutoPad = PoolingAutoPad.SameUpper", "(int Height, int Width)", "int height, int width", "7 8", "(4, 4)")]
    [InlineData("Size = 2, Strides = [1, 5], AutoPad = PoolingAutoPad.SameLower", "(int Height, int Width)", "int height, int width", "1 2147483647", "(1, 429496730)")]
    [InlineData("OutputSizes = [5, 7]", "(int Height, int Width)", "int height, int width", "1 100", "(5, 7)")]
    [InlineData("Global = true", "(int, int, int)", "int d, int h, int w", "1 2 3", "(1, 1, 1)")]
    public void Every_kind_of_window_has_a_shape(string window, string type, string parameters, string extents, string expected)
    {
        string declaration = $"public static partial {type} Shape({parameters});";
        object[] arguments = [.. extents.Split(' ').Select(static extent => (object)int.Parse(extent, CultureInfo.InvariantCulture))];

        Assert.Equal(expected, Implement(window, parameters, declaration).Invoke(null, arguments)!.ToString());
    }

    [Theory]
    [InlineData(0, 4, "height")]
    [InlineData(-1, 0, "height")]
    [InlineData(4, 0, "width")]
    [InlineData(2, 4, "height")]
    [InlineData(4, 2, "width")]
    [InlineData(int.MinValue, 4, "height")]
    public void An_extent_that_is_too_small_is_named(int height, int width, string name)
    {
        Func<int, int, (int, int)> shape = Compile("Size = 3");

        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => shape(height, width)).ParamName);
    }

    [Theory]
    [InlineData(0, 4, "height")]
    [InlineData(4, -3, "width")]
    public void An_extent_of_one_window_is_checked_too(int height, int width, string name)
    {
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => Compile("Global = true")(height, width)).ParamName);
    }

    [Fact]
    public void More_windows_than_an_int_counts_are_reported()
    {
        Func<int, int, (int, int)> shape = Compile("Size = 3, Stride = 1, Padding = 2");

        Assert.Equal((int.MaxValue, 3), shape(int.MaxValue - 2, 1));
        Assert.Equal("height", Assert.Throws<ArgumentOutOfRangeException>(() => shape(int.MaxValue - 1, 1)).ParamName);
        Assert.Equal("width", Assert.Throws<ArgumentOutOfRangeException>(() => shape(1, int.MaxValue)).ParamName);
    }

    [Fact]
    public void A_shape_reads_like_written_by_hand()
    {
        string text = File(Sources.Kernel("PoolingMode.Max, Sizes = [3, 1], Stride = 2"), "(int height, int @width)");

        Assert.EndsWith(
            """
                {
                    global::System.ArgumentOutOfRangeException.ThrowIfLessThan(height, 1, "height");
                    int outputHeight = global::PoolingGen.PoolingShape.OutputSize(height, size: 3, stride: 2, padBegin: 0, padEnd: 0, dilation: 1, ceilMode: false);
                    if (outputHeight < 1)
                    {
                        throw new global::System.ArgumentOutOfRangeException("height", height, "No window of 3 fits, padded by 0 and 0.");
                    }
                    global::System.ArgumentOutOfRangeException.ThrowIfLessThan(width, 1, "width");
                    int outputWidth = global::PoolingGen.PoolingShape.OutputSize(width, size: 1, stride: 2, padBegin: 0, padEnd: 0, dilation: 1, ceilMode: false);
                    return (outputHeight, outputWidth);
                }
            }

            """,
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_fixed_shape_needs_no_parameters()
    {
        string text = File(Sources.Kernel("PoolingMode.Max, Size = 3, Stride = 2, InputSizes = [20, 30]", Sources.Spans), "()");

        Assert.Contains("    return (9, 14);\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static partial (int Height, int Width) Shape(int height, int width)")]
    [InlineData("public static partial (int, int) Shape(int height, int width)")]
    [InlineData("public static partial (int Height, int) Shape(int height, int width)")]
    [InlineData("public static partial ValueTuple<int, int> Shape(int height, int width)")]
    [InlineData("internal static partial (int Height, int Width) Shape(in int W, ref readonly int @h)")]
    [InlineData("private protected static partial (int Height, int Width) Shape<T>(int width = 1, int height = 2) where T : class")]
    [InlineData("public static partial (int Height, int Width) Pool(int height, int width)")]
    [InlineData("public static partial (int Height, int Width) pool(int height, int width)")]
    public void A_declaration_is_repeated_exactly(string declaration)
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(
            Sources.Kernel("PoolingMode.Max, Size = 2").Replace("static partial class", "partial class", StringComparison.Ordinal),
            $"partial class Pools {{ [PoolingOutputShape(nameof(Pool))] {declaration}; }}");

        Assert.NotNull(Assert.Single(Shapes(run)).Axes);
        Assert.Equal(2, run.Files.Count);
    }

    [Fact]
    public void Overloads_of_one_geometry_have_one_shape()
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(
            Sources.Kernel("PoolingMode.Max, Size = 2"),
            Sources.Kernel("PoolingMode.Average, Sizes = [2, 2], Strides = [2, 2]", $"{Sources.Parameters}, int batch"),
            $"partial class Pools {{ {Shape($"({Dimensions})")} }}");

        Assert.NotNull(Assert.Single(Shapes(run)).Axes);
    }

    [Fact]
    public async Task A_kernel_in_error_is_reported_once()
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(
            Sources.Kernel("PoolingMode.Max, Size = 0"), $"partial class Pools {{ {Shape($"({Dimensions})")} }}");

        Assert.Equal("PG0015", Assert.Single(await AnalyzerHost.AnalyzeAsync(run)).Id);
        Assert.Null(Assert.Single(Shapes(run)).Axes);
        Assert.Contains("throw new global::System.NotSupportedException(", run.Files["Pools.Shape.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_is_a_kernel_or_tells_a_shape()
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(Sources.Kernel("PoolingMode.Max, Size = 2), PoolingOutputShape(nameof(Pool)"));

        Assert.Empty(Shapes(run));
        Assert.Equal("PG0031", Assert.Single(await AnalyzerHost.AnalyzeAsync(run), static diagnostic => diagnostic.Id == "PG0031").Id);
    }

    private static Func<int, int, (int, int)> Compile(string window)
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(
            Sources.Kernel($"PoolingMode.Max, {window}"), $"partial class Pools {{ {Shape($"({Dimensions})")} }}");
        return Load(run.Output).CreateDelegate<Func<int, int, (int, int)>>();
    }

    /// <summary>Implements a shape method whose kernel is not compiled.</summary>
    private static MethodInfo Implement(string window, string parameters, string declaration)
    {
        ParsedOutputShape shape = Specs.ParseShape(
            Sources.Kernel($"PoolingMode.Max, {window}", $"{Sources.Spans}, {parameters}"), $"[PoolingOutputShape(nameof(Pool))] {declaration}");
        string text = OutputShapePrinter.Print(shape.Method, shape.Axes);
        return Load(TestCompilation.Create($"static partial class Pools {{ {declaration} }}", text));
    }

    private static MethodInfo Load(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return Assembly.Load(image.ToArray()).GetType("Pools")!.GetMethod("Shape")!;
    }

    private static string File(string kernel, string parameters) =>
        GeneratorDriverHost.RunValid(kernel, $"partial class Pools {{ {Shape(parameters)} }}").Files["Pools.Shape.g.cs"];

    private static string Shape(string parameters) =>
        $"[PoolingOutputShape(nameof(Pool))] public static partial (int Height, int Width) Shape{parameters};";

    private static IEnumerable<ParsedOutputShape> Shapes(GeneratorRun run) =>
        run.Outputs(TrackingNames.NameShape).Select(static output => (ParsedOutputShape)output.Value);
}
