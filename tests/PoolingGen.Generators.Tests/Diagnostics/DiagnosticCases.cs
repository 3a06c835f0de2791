using Microsoft.CodeAnalysis.CSharp;
using PoolingGen.Generators.Tests.Parsing;
using static PoolingGen.Generators.Tests.Hosting.Sources;

namespace PoolingGen.Generators.Tests.Diagnostics;

/// <summary>One way to go wrong, and the nearest way to be right.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Wrong">A source that has exactly this one error.</param>
/// <param name="Location">The text that the diagnostic points at.</param>
/// <param name="Message">What it says.</param>
/// <param name="Right">The source put right, or <see langword="null"/> if there is no such thing yet.</param>
public sealed record DiagnosticCase(string Id, string Wrong, string Location, string Message, string? Right)
{
    /// <summary>The version of the language that the wrong source is in.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public override string ToString() => $"{Id} at {Location}: {Message}";
}

/// <summary>The cases of every diagnostic.</summary>
internal static class DiagnosticCases
{
    public static IEnumerable<DiagnosticCase> All => 
    [
        .. Declarations(), .. SignatureCases(), .. Arguments(), .. Shapes(), .. Adaptive(), .. Geometry(), .. Elements(), .. Tensors(), .. OutputShapes(),
    ];

    private static IEnumerable<DiagnosticCase> Declarations()
    {
        const string attribute = "[PoolingKernel(PoolingMode.Max, Size = 2)]";
        string right = Kernel("PoolingMode.Max, Size = 2");
        yield return new("PG0001",
            $"partial class Pools {{ {attribute} public static void Pool({Parameters}) {{ }} }}",
            "Pool", "'Pool' has to be a partial method without a body: its implementation is generated", right);
        yield return new("PG0001",
            $"class Pools {{ static void Outer() {{ Pool([], []); {attribute} static void Pool({Spans}) {{ }} }} }}",
            "Pool", "'Pool' has to be a partial method without a body: its implementation is generated", right);
        yield return new("PG0001",
            $"class Pools {{ int Size {{ {attribute} get => 1; }} }}",
            "get", "'get_Size' has to be a partial method without a body: its implementation is generated", right);
        yield return new("PG0002",
            $"partial class Pools {{ {attribute} static partial void Pool({Parameters}); static partial void Pool({Parameters}) {{ }} }}",
            "Pool", "'Pool' is implemented already: remove the implementation or the attribute", right);
        yield return new("PG0002",
            $"partial class Pools {{ static partial void Pool({Parameters}); {attribute} static partial void Pool({Parameters}) {{ }} }}",
            "Pool", "'Pool' is implemented already: remove the implementation or the attribute", right);
        yield return new("PG0003",
            $"class Outer {{ partial class Pools {{ {attribute} public static partial void Pool({Parameters}); }} }}",
            "Outer", "'Outer' contains the pooling kernel 'Pool' and has to be partial",
            $"partial class Outer {{ partial class Pools {{ {attribute} public static partial void Pool({Parameters}); }} }}");
        yield return new("PG0004",
            $"file partial class Pools {{ {attribute} public static partial void Pool({Parameters}); }}",
            "Pools", "'Pool' cannot be implemented in a generated file: its type 'Pools' is local to this file", right);
        yield return new("PG0004",
            $"file partial class Outer {{ public partial class Pools {{ {attribute} public static partial void Pool({Parameters}); }} }}",
            "Outer", "'Pool' cannot be implemented in a generated file: its type 'Outer' is local to this file", right);
        yield return new("PG0005",
            $"partial class Pools {{ {attribute} public static partial float[] Pool({Parameters}); }}",
            "float[]", "'Pool' returns 'float[]', but a pooling kernel returns void: its result goes to the output span", right);
        yield return new("PG0023", right, "Pool", "Pooling kernels need C# 11.0 or later, but the project's language version is 10.0", right)
        {
            Language = LanguageVersion.CSharp10,
        };
    }

    private static IEnumerable<DiagnosticCase> SignatureCases()
    {
        const string known = "it takes ReadOnlySpan<T> input, Span<T> output, Span<int> or Span<long> indices, and int batch, channels, depth, height and width";
        yield return Signature("PG0006", $"{Parameters}, int groups", "groups", $"A pooling kernel has no use for the parameter 'int groups': {known}");
        yield return Signature("PG0006", $"{Parameters}, string? name", "name", $"A pooling kernel has no use for the parameter 'string? name': {known}");
        yield return Signature("PG0006", $"{Spans}, long height, int width", "height",
            "A pooling kernel has no use for the parameter 'long height': the height has to be of type int");
        yield return Signature("PG0006", "float[] input, Span<float> output, int height, int width", "input",
            "A pooling kernel has no use for the parameter 'float[] input': the input has to be of type ReadOnlySpan<T>");
        yield return Signature("PG0006", "ReadOnlySpan<float> input, ReadOnlySpan<float> output, int height, int width", "output",
            "A pooling kernel has no use for the parameter 'ReadOnlySpan<float> output': the output has to be of type Span<T>");
        yield return new("PG0006", Kernel("PoolingMode.Max, Size = 2, Rank = 2", $"{Parameters}, int depth"), "depth",
            "A pooling kernel has no use for the parameter 'int depth': its spatial axes are height, width", Kernel("PoolingMode.Max, Size = 2, Rank = 2"));
        yield return Signature("PG0006", $"{Spans}, int height, int length", "length",
            "A pooling kernel has no use for the parameter 'int length': its spatial axes are height, width");
        yield return new("PG0006", Kernel("PoolingMode.Average, Size = 2", $"{Spans}, Span<long> indices, int height, int width"), "indices",
            "A pooling kernel has no use for the parameter 'Span<long> indices': only a maximum or minimum has a position", Kernel("PoolingMode.Average, Size = 2"));
        yield return Signature("PG0007", $"{Parameters}, int h", "h", "'height' and 'h' both mean the height");
        yield return Signature("PG0007", $"ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, int height, int width", "right",
            "'left' and 'right' both mean the input");
        yield return Signature("PG0008", "Span<float> output, int height, int width", "Pool", "'Pool' lacks the parameter 'ReadOnlySpan<T> input'");
        yield return Signature("PG0008", "ReadOnlySpan<float> input, int height, int width", "Pool", "'Pool' lacks the parameter 'Span<T> output'");
        yield return Signature("PG0008", $"{Spans}, int height", "Pool", "'Pool' lacks the parameter 'int width'");
        yield return new("PG0008", Kernel("PoolingMode.Max, Sizes = [2, 2]", $"{Spans}, int width"), "Pool",
            "'Pool' lacks the parameter 'int height'", Kernel("PoolingMode.Max, Sizes = [2, 2]"));
        yield return Signature("PG0009", $"{Spans}, ref int height, int width", "height",
            "'height' is passed by 'ref', but a pooling kernel does not assign its parameters: pass it by value, 'in' or 'ref readonly'");
        yield return Signature("PG0009", $"ReadOnlySpan<float> input, out Span<float> output, int height, int width", "output",
            "'output' is passed by 'out', but a pooling kernel does not assign its parameters: pass it by value, 'in' or 'ref readonly'");
        yield return Signature("PG0010", "ReadOnlySpan<decimal> input, Span<decimal> output, int height, int width", "input",
            "Elements of type 'decimal' cannot be pooled: the types are float, double, Half, sbyte, byte, short, ushort, int, uint, long and ulong");
        yield return new("PG0010",
            "partial class Pools<T> { [PoolingKernel(PoolingMode.Max, Size = 2)] partial void Pool(ReadOnlySpan<T> input, Span<T> output, int height, int width); }", "input",
            "Elements of type 'T' cannot be pooled: the types are float, double, Half, sbyte, byte, short, ushort, int, uint, long and ulong", null);
        yield return Signature("PG0011", "ReadOnlySpan<float> input, Span<double> output, int height, int width", "output",
            "The output has elements of type 'double', but pooling 'float' gives 'float'");
    }

    private static IEnumerable<DiagnosticCase> Arguments()
    {
        yield return Argument("PG0012", "Size = 2, Sizes = [2, 2]", "Sizes = [2, 2]",
            "'Size' and 'Sizes' are both set: 'Size' is one value for every axis, 'Sizes' one value per axis", "Sizes = [2, 2]");
        yield return Argument("PG0012", "Size = 2, Strides = [2, 2], Stride = 2", "Strides = [2, 2]",
            "'Stride' and 'Strides' are both set: 'Stride' is one value for every axis, 'Strides' one value per axis", "Size = 2, Stride = 2");
        yield return Argument("PG0012", "Size = 2, Padding = 1, Paddings = [1, 1]", "Paddings = [1, 1]",
            "'Padding' and 'Paddings' are both set: 'Padding' is one value for every axis, 'Paddings' one value per axis", "Size = 2, Padding = 1");
        yield return new("PG0013", Kernel("PoolingMode.Max"), "PoolingKernel(PoolingMode.Max)",
            "The window is missing: set Size, Sizes, OutputSize, OutputSizes or Global", Kernel("PoolingMode.Max, Global = true"));
        yield return Argument("PG0014", "Sizes = [2, 2, 2]", "Sizes = [2, 2, 2]",
            "'Sizes' has 3 values, but with 2 spatial axes it has to have 2", "Sizes = [2, 2]");
        yield return Argument("PG0014", "Size = 2, Strides = [1]", "Strides = [1]",
            "'Strides' has 1 value, but with 2 spatial axes it has to have 2", "Size = 2, Strides = [1, 1]");
        yield return Argument("PG0014", "Size = 2, Paddings = [1, 1, 1]", "Paddings = [1, 1, 1]",
            "'Paddings' has 3 values, but with 2 spatial axes it has to have 2 or 4", "Size = 2, Paddings = [1, 1, 1, 1]");
        yield return Argument("PG0014", "Sizes = []", "Sizes = []", "'Sizes' has 0 values, but with 2 spatial axes it has to have 2", "Sizes = [1, 1]");
        yield return Argument("PG0015", "Size = 0", "Size = 0", "'Size' is 0, but has to be at least 1", "Size = 1");
        yield return Argument("PG0015", "Sizes = [2, -3]", "Sizes = [2, -3]", "'Sizes[1]' is -3, but has to be at least 1", "Sizes = [2, 3]");
        yield return Argument("PG0015", "Size = 2, Stride = 0", "Stride = 0", "'Stride' is 0, but has to be at least 1", "Size = 2, Stride = 1");
        yield return Argument("PG0015", "Size = 2, Padding = -1", "Padding = -1", "'Padding' is -1, but has to be at least 0", "Size = 2, Padding = 0");
        yield return Argument("PG0015", "Size = 2, Dilation = 0", "Dilation = 0", "'Dilation' is 0, but has to be at least 1", "Size = 2, Dilation = 1");
        yield return Argument("PG0015", "Size = 2, Rank = 4", "Rank = 4", "'Rank' is 4, but has to be 1, 2 or 3", "Size = 2, Rank = 2");
        yield return Argument("PG0016", "Size = 3, Padding = 3", "Padding = 3",
            "The padding of 3 is not smaller than the window of 3 along the height: a window would lie in the padding alone", "Size = 4, Padding = 3");
        yield return Argument("PG0016", "Sizes = [3, 2], Paddings = [0, 0, 2, 2]", "Paddings = [0, 0, 2, 2]",
            "The padding of 2 is not smaller than the window of 2 along the width: a window would lie in the padding alone",
            "Sizes = [3, 2], Paddings = [0, 0, 2, 1]");
        foreach (string argument in (string[])["Size = 2", "Sizes = [2, 2]", "Stride = 1", "Strides = [1, 1]", "Padding = 0", "Paddings = [0, 0]", "Dilation = 1", "Dilations = [1, 1]"])
        {
            yield return Argument("PG0017", $"Global = true, {argument}", argument,
                $"'{argument.Split(' ')[0]}' is set beside Global, but a global window covers the whole spatial extent", "Global = true");
        }

        yield return new("PG0018", Kernel("(PoolingMode)42, Size = 2"), "(PoolingMode)42", "42 is not a value of PoolingMode", Kernel("(PoolingMode)2, Size = 2"));
        yield return Argument("PG0018", "Size = 2, NaN = (NaNHandling)3", "NaN = (NaNHandling)3", "3 is not a value of NaNHandling", "Size = 2, NaN = (NaNHandling)2");
        yield return Argument("PG0018", "Size = 2, Layout = (PoolingLayout)(-1)", "Layout = (PoolingLayout)(-1)",
            "-1 is not a value of PoolingLayout", "Size = 2, Layout = (PoolingLayout)0");
        yield return Argument("PG0018", "Size = 2, AutoPad = (PoolingAutoPad)4", "AutoPad = (PoolingAutoPad)4",
            "4 is not a value of PoolingAutoPad", "Size = 2, AutoPad = (PoolingAutoPad)0");
        yield return Argument("PG0018", "Size = 2, IndexOrigin = (PoolingIndexOrigin)2", "IndexOrigin = (PoolingIndexOrigin)2",
            "2 is not a value of PoolingIndexOrigin", "Size = 2, IndexOrigin = (PoolingIndexOrigin)1");
        yield return Argument("PG0018", "Size = 2, IndexOrder = (PoolingIndexOrder)2", "IndexOrder = (PoolingIndexOrder)2",
            "2 is not a value of PoolingIndexOrder", "Size = 2, IndexOrder = (PoolingIndexOrder)1");
    }

    private static IEnumerable<DiagnosticCase> Shapes()
    {
        const string window = "PoolingMode.Max, Size = 5, Padding = 2";
        yield return new("PG0015", Kernel($"{window}, Channels = 0", $"{Spans}, int height, int width"), "Channels = 0",
            "'Channels' is 0, but has to be at least 1", Kernel($"{window}, Channels = 1", $"{Spans}, int height, int width"));
        yield return new("PG0015", Kernel($"{window}, InputSizes = [20, 0]", Spans), "InputSizes = [20, 0]",
            "'InputSizes[1]' is 0, but has to be at least 1", Kernel($"{window}, InputSizes = [20, 1]", Spans));
        yield return new("PG0019", Kernel($"{window}, Channels = 64"), "channels",
            "'channels' is a parameter, but the attribute fixes it at 64", Kernel(window));
        yield return new("PG0019", Kernel($"{window}, InputSizes = [20, 30]", $"{Spans}, int w"), "w",
            "'w' is a parameter, but the attribute fixes it at 30", Kernel($"{window}, InputSizes = [20, 30]", Spans));
        yield return new("PG0020", Kernel("PoolingMode.Max, Size = 5, Paddings = [1, 0, 0, 1], InputSizes = [4, 3]", Spans), "InputSizes = [4, 3]",
            "No window of 5 fits into the width of 3 with padding 0 and 1",
            Kernel("PoolingMode.Max, Size = 5, Paddings = [1, 0, 0, 1], InputSizes = [4, 4]", Spans));
        yield return new("PG0021", Kernel("PoolingMode.Max, Size = 2, Channels = 2, InputSizes = [32768, 32768]", Spans), "InputSizes = [32768, 32768]",
            "The fixed input has 2147483648 elements, but a span holds at most 2147483647",
            Kernel("PoolingMode.Max, Size = 2, Channels = 2, InputSizes = [32768, 32767]", Spans));
        yield return new("PG0021", Kernel("PoolingMode.Max, Size = 3, Stride = 1, Padding = 2, InputSize = 46339", Spans), "InputSize = 46339",
            "The fixed output has 2147488281 elements, but a span holds at most 2147483647",
            Kernel("PoolingMode.Max, Size = 3, Stride = 1, Padding = 2, InputSize = 46338", Spans));
    }

    private static IEnumerable<DiagnosticCase> Adaptive()
    {
        foreach (string argument in (string[])
        [
            "Size = 2", "Sizes = [2, 2]", "Stride = 1", "Strides = [1, 1]", "Padding = 0", "Paddings = [0, 0]", "Dilation = 1", "Dilations = [1, 1]",
            "CeilMode = true", "AutoPad = PoolingAutoPad.Valid",
        ])
        {
            yield return Argument("PG0025", $"OutputSize = 1, {argument}", argument,
                $"'{argument.Split(' ')[0]}' is set beside OutputSize, but adaptive windows follow from the output size alone",
                "OutputSize = 1, CeilMode = false, AutoPad = PoolingAutoPad.Explicit");
        }

        yield return Argument("PG0025", "OutputSizes = [1, 2], Size = 2", "Size = 2",
            "'Size' is set beside OutputSizes, but adaptive windows follow from the output size alone", "OutputSizes = [1, 1]");
        yield return Argument("PG0017", "Global = true, OutputSize = 1", "OutputSize = 1",
            "'OutputSize' is set beside Global, but a global window covers the whole spatial extent", "Global = true, OutputSizes = null");
        yield return Argument("PG0012", "OutputSize = 1, OutputSizes = [1, 1]", "OutputSizes = [1, 1]",
            "'OutputSize' and 'OutputSizes' are both set: 'OutputSize' is one value for every axis, 'OutputSizes' one value per axis", "OutputSize = 1");
        yield return Argument("PG0014", "OutputSizes = [1, 1, 1]", "OutputSizes = [1, 1, 1]",
            "'OutputSizes' has 3 values, but with 2 spatial axes it has to have 2", "OutputSizes = [1, 1]");
        yield return Argument("PG0015", "OutputSizes = [1, 0]", "OutputSizes = [1, 0]", "'OutputSizes[1]' is 0, but has to be at least 1", "OutputSizes = [1, 1]");
        yield return Argument("PG0021", "OutputSize = 65536", "OutputSize = 65536",
            "The fixed output has 4294967296 elements, but a span holds at most 2147483647", "OutputSize = 1");
    }

    private static IEnumerable<DiagnosticCase> Geometry()
    {
        foreach ((string autoPad, string padding) in ((string, string)[])[("Valid", "Padding = 0"), ("SameUpper", "Padding = 1"), ("SameLower", "Paddings = [1, 1]")])
        {
            yield return Argument("PG0026", $"Size = 2, AutoPad = PoolingAutoPad.{autoPad}, {padding}", padding,
                $"'{padding.Split(' ')[0]}' is set beside AutoPad = {autoPad}, which decides the padding by itself", "Size = 2, AutoPad = PoolingAutoPad.Valid");
        }

        yield return Argument("PG0012", "Size = 2, Dilation = 1, Dilations = [1, 1]", "Dilations = [1, 1]",
            "'Dilation' and 'Dilations' are both set: 'Dilation' is one value for every axis, 'Dilations' one value per axis", "Size = 2, Dilation = 1");
        yield return new("PG0012", Kernel("PoolingMode.Max, Size = 2, InputSize = 2, InputSizes = [2, 2]", Spans), "InputSizes = [2, 2]",
            "'InputSize' and 'InputSizes' are both set: 'InputSize' is one value for every axis, 'InputSizes' one value per axis",
            Kernel("PoolingMode.Max, Size = 2, InputSizes = [2, 2]", Spans));
        yield return Argument("PG0014", "Size = 2, Dilations = [1, 1, 1]", "Dilations = [1, 1, 1]",
            "'Dilations' has 3 values, but with 2 spatial axes it has to have 2", "Size = 2, Dilations = [1, 1]");
        yield return Argument("PG0016", "Size = 3, Dilation = 2, Padding = 5", "Padding = 5",
            "The padding of 5 is not smaller than the window of 5 along the height: a window would lie in the padding alone", "Size = 3, Padding = 2");
        yield return new("PG0020", Kernel("PoolingMode.Max, Size = 3, Dilation = 2, InputSize = 4", Spans), "InputSize = 4",
            "No window of 5 fits into the height of 4 with padding 0 and 0", Kernel("PoolingMode.Max, Size = 3, InputSize = 4", Spans));
        yield return new("PG0020", Kernel("PoolingMode.Max, Size = 4, Stride = 2, CeilMode = true, InputSize = 2", Spans), "InputSize = 2",
            "No window of 4 fits into the height of 2 with padding 0 and 0", Kernel("PoolingMode.Max, Size = 4, Stride = 2, InputSize = 4", Spans));
        yield return new("PG0020", Kernel("PoolingMode.Max, Size = 3, AutoPad = PoolingAutoPad.Valid, InputSize = 2", Spans), "InputSize = 2",
            "No window of 3 fits into the height of 2 with padding 0 and 0", Kernel("PoolingMode.Max, Size = 2, AutoPad = PoolingAutoPad.Valid, InputSize = 2", Spans));
        yield return Argument("PG0027", "Size = 2, Dilations = [1, 2147483647]", "Dilations = [1, 2147483647]",
            "The window along the width reaches over 2147483648 elements, more than any input has", "Size = 2, Dilations = [1, 1]");
        yield return Argument("PG0027", "Size = 3, Dilation = 2147483647, Padding = 1073741823, CeilMode = true, Stride = 2", "Dilation = 2147483647",
            "The window along the height reaches over 4294967295 elements, more than any input has", "Size = 3, Padding = 1, Stride = 2");
        yield return Argument("PG0027", "Size = 3, Dilation = 1073741824, AutoPad = PoolingAutoPad.SameLower", "Dilation = 1073741824",
            "The window along the height reaches over 2147483649 elements, more than any input has", "Size = 1, AutoPad = PoolingAutoPad.SameLower");
        foreach (string order in (string[])["0.5", "-1", "double.NaN", "double.PositiveInfinity"])
        {
            string value = order.Replace("double.", "", StringComparison.Ordinal).Replace("PositiveInfinity", "Infinity", StringComparison.Ordinal);
            yield return Argument("PG0015", $"Size = 2, NormOrder = {order}", $"NormOrder = {order}",
                $"'NormOrder' is {value}, but has to be at least 1 and finite", "Size = 2, NormOrder = 1");
        }
    }

    private static IEnumerable<DiagnosticCase> Elements()
    {
        string right = Kernel("PoolingMode.Max, Size = 2");
        yield return Pooling("PG0011", "Average", "byte", "short", "output", "The output has elements of type 'short', but pooling 'byte' gives 'byte', 'float' or 'double'");
        yield return Pooling("PG0011", "Average", "int", "Half", "output", "The output has elements of type 'Half', but pooling 'int' gives 'int', 'float' or 'double'");
        yield return Pooling("PG0011", "Sum", "ushort", "short", "output",
            "The output has elements of type 'short', but pooling 'ushort' gives 'ushort', 'int', 'uint', 'long', 'ulong', 'float' or 'double'");
        yield return Pooling("PG0011", "Sum", "int", "uint", "output",
            "The output has elements of type 'uint', but pooling 'int' gives 'int', 'long', 'ulong', 'float' or 'double'");
        yield return Pooling("PG0011", "Sum", "ulong", "long", "output", "The output has elements of type 'long', but pooling 'ulong' gives 'ulong', 'float' or 'double'");
        yield return Pooling("PG0011", "Sum", "Half", "float", "output", "The output has elements of type 'float', but pooling 'Half' gives 'Half'");
        yield return Pooling("PG0011", "Max", "byte", "int", "output", "The output has elements of type 'int', but pooling 'byte' gives 'byte'");
        yield return Pooling("PG0011", "Max", "float", "string", "output", "The output has elements of type 'string', but pooling 'float' gives 'float'");
        yield return Pooling("PG0024", "LpNorm", "int", "int", "input", "A norm of elements of type 'int' is not defined: the types are float, double and Half");
        yield return Pooling("PG0024", "LpNorm", "byte", "float", "input", "A norm of elements of type 'byte' is not defined: the types are float, double and Half");
        foreach (string type in (string[])["nint", "char", "bool", "string", "DayOfWeek", "Int128"])
        {
            yield return Pooling("PG0010", "Max", type, type, "input",
                $"Elements of type '{type}' cannot be pooled: the types are float, double, Half, sbyte, byte, short, ushort, int, uint, long and ulong");
        }

        DiagnosticCase Pooling(string id, string mode, string input, string output, string location, string message) =>
            new(id, Kernel($"PoolingMode.{mode}, Size = 2", $"ReadOnlySpan<{input}> input, Span<{output}> output, int height, int width"), location, message, right);
    }

    private static IEnumerable<DiagnosticCase> Tensors()
    {
        const string input = "System.Numerics.Tensors.ReadOnlyTensorSpan<float> input";
        const string output = "System.Numerics.Tensors.TensorSpan<float> output";
        yield return Tensor("PG0028", $"{input}, Span<float> output", "output",
            "'input' is of type 'ReadOnlyTensorSpan<float>' and 'output' of type 'Span<float>': the tensors of a kernel are either all spans or all tensor spans");
        yield return Tensor("PG0028", $"ReadOnlySpan<float> input, {output}", "output",
            "'input' is of type 'ReadOnlySpan<float>' and 'output' of type 'TensorSpan<float>': the tensors of a kernel are either all spans or all tensor spans");
        yield return Tensor("PG0028", $"{input}, {output}, Span<int> indices", "indices",
            "'input' is of type 'ReadOnlyTensorSpan<float>' and 'indices' of type 'Span<int>': the tensors of a kernel are either all spans or all tensor spans");
        yield return Tensor("PG0006", $"{input}, {output}, int height", "height",
            "A pooling kernel has no use for the parameter 'int height': tensor spans bring their dimensions along");
        yield return Tensor("PG0006", $"{input}, {output}, int n", "n",
            "A pooling kernel has no use for the parameter 'int n': tensor spans bring their dimensions along");
        yield return Tensor("PG0008", input, "Pool", "'Pool' lacks the parameter 'TensorSpan<T> output'");
        yield return Tensor("PG0010", $"{input.Replace("float", "decimal", StringComparison.Ordinal)}, {output}", "input",
            "Elements of type 'decimal' cannot be pooled: the types are float, double, Half, sbyte, byte, short, ushort, int, uint, long and ulong");
        yield return Tensor("PG0011", $"{input}, {output.Replace("float", "double", StringComparison.Ordinal)}", "output",
            "The output has elements of type 'double', but pooling 'float' gives 'float'");

        static DiagnosticCase Tensor(string id, string parameters, string location, string message) =>
            new(id, Kernel("PoolingMode.Max, Size = 2", parameters) + Specs.TensorSpans, location, message, Kernel("PoolingMode.Max, Size = 2"));
    }

    private static IEnumerable<DiagnosticCase> OutputShapes()
    {
        const string method = "[PoolingOutputShape(nameof(Pool))] public static partial (int Height, int Width) PoolShape";
        string right = ShapeOf(Kernel("PoolingMode.Max, Size = 2"), $"{method}(int height, int width);");
        yield return Shape("PG0001", "[PoolingOutputShape(nameof(Pool))] static (int, int) PoolShape(int height, int width) => (1, 1);", "PoolShape",
            "'PoolShape' has to be a partial method without a body: its implementation is generated");
        yield return Shape("PG0001", "static void Outer() { Inner(); [PoolingOutputShape(nameof(Pool))] static void Inner() { } }", "Inner",
            "'Inner' has to be a partial method without a body: its implementation is generated");
        yield return Shape("PG0002", $"{method}(int height, int width); public static partial (int Height, int Width) PoolShape(int height, int width) => (1, 1);", "PoolShape",
            "'PoolShape' is implemented already: remove the implementation or the attribute");
        yield return Shape("PG0006", $"{method}(int height, int width, int channels);", "channels",
            "A shape method has no use for the parameter 'int channels': it takes int height, int width");
        yield return Shape("PG0006", $"{method}(ReadOnlySpan<float> input, int height, int width);", "input",
            "A shape method has no use for the parameter 'ReadOnlySpan<float> input': it takes int height, int width");
        yield return Shape("PG0006", $"{method}(long height, int width);", "height",
            "A shape method has no use for the parameter 'long height': the height has to be of type int");
        yield return Shape("PG0006", $"{method}(int depth, int height, int width);", "depth",
            "A shape method has no use for the parameter 'int depth': its spatial axes are height, width");
        yield return Shape("PG0006", $"{method}(int height, int length);", "length",
            "A shape method has no use for the parameter 'int length': its spatial axes are height, width");
        yield return Shape("PG0007", $"{method}(int height, int h, int width);", "h", "'height' and 'h' both mean the height");
        yield return Shape("PG0008", $"{method}(int height);", "PoolShape", "'PoolShape' lacks the parameter 'int width'");
        yield return Shape("PG0009", $"{method}(int height, ref int width);", "width",
            "'width' is passed by 'ref', but a shape method does not assign its parameters: pass it by value, 'in' or 'ref readonly'");
        yield return new("PG0019", ShapeOf(Kernel("PoolingMode.Max, Size = 2, InputSize = 8", Spans), $"{method}();").Replace("PoolShape()", "PoolShape(int width)", StringComparison.Ordinal),
            "width", "'width' is a parameter, but the attribute fixes it at 8", ShapeOf(Kernel("PoolingMode.Max, Size = 2, InputSize = 8", Spans), $"{method}();"));
        yield return Shape("PG0029", "[PoolingOutputShape(\"Pol\")] public static partial (int Height, int Width) PoolShape(int height, int width);", "\"Pol\"",
            "'Pol' is not a method with a [PoolingKernel] attribute in 'Pools'");
        yield return Shape("PG0029", "[PoolingOutputShape(nameof(Other))] public static partial (int Height, int Width) PoolShape(int height, int width); static void Other() { }", "nameof(Other)",
            "'Other' is not a method with a [PoolingKernel] attribute in 'Pools'");
        yield return Shape("PG0030", $"{method}(int height, int width); [PoolingKernel(PoolingMode.Max, Size = 3)] static partial void Pool({Parameters}, int batch);", "nameof(Pool)",
            "The pooling kernels called 'Pool' have different windows or fixed extents: give the one that is meant a name of its own");
        foreach (string type in (string[])["int", "void", "(int Width, int Height)", "(int height, int width)", "(int, int, int)", "(long, long)", "(int Height, int W)", "int[]"])
        {
            yield return Shape("PG0031", $"[PoolingOutputShape(nameof(Pool))] public static partial {type} PoolShape(int height, int width);", type,
                $"'PoolShape' returns '{type}', but the output shape is '(int Height, int Width)'");
        }

        DiagnosticCase Shape(string id, string shapeMethod, string location, string message) =>
            new(id, ShapeOf(Kernel("PoolingMode.Max, Size = 2"), shapeMethod), location, message, right);
    }

    /// <summary>Puts a method beside the kernel.</summary>
    private static string ShapeOf(string kernel, string method) => $"{kernel} partial class Pools {{ {method} }}";

    private static DiagnosticCase Signature(string id, string parameters, string location, string message) =>
        new(id, Kernel("PoolingMode.Max, Size = 2", parameters), location, message, Kernel("PoolingMode.Max, Size = 2"));

    private static DiagnosticCase Argument(string id, string wrong, string location, string message, string right) =>
        new(id, Kernel($"PoolingMode.Max, {wrong}"), location, message, Kernel($"PoolingMode.Max, {right}"));
}
