using System.Runtime.InteropServices;
using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>The kernels with which other libraries went wrong once, compiled together.</summary>
public sealed class KnownMistakes : IDisposable
{
    private static readonly Dictionary<string, Spec> Specs = new()
    {
        ["ceil"] = Line(PoolingMode.Max, Element.Single, "Size = 2", "Padding = 1", "CeilMode = true"),
        ["ceil average"] = Line(PoolingMode.Average, Element.Single, "Size = 2", "Padding = 1", "CeilMode = true"),
        ["overhang"] = Line(PoolingMode.Average, Element.Single, "Size = 3", "Stride = 2", "Padding = 1", "CeilMode = true", "CountIncludePad = true"),
        ["asymmetric"] = Plane(PoolingMode.Sum, Element.Single, "Sizes = [2, 3]", "Stride = 1", "Paddings = [1, 0, 0, 2]"),
        ["phase"] = Line(PoolingMode.Sum, Element.Single, "Size = 3", "Stride = 1", "Padding = 1", "Dilation = 2"),
        ["NaN max"] = Line(PoolingMode.Max, Element.Single, "Size = 3", "Stride = 1", "Padding = 1"),
        ["NaN min"] = Line(PoolingMode.Min, Element.Double, "Size = 3", "Stride = 1", "Padding = 1"),
        ["NaN average"] = Line(PoolingMode.Average, Element.Half, "Size = 3", "Stride = 1", "Padding = 1"),
        ["Half"] = Plane(PoolingMode.Average, Element.Half, "Global = true"),
        ["infinity"] = Plane(PoolingMode.Max, Element.Single, "Size = 3", "Stride = 2", "Padding = 1"),
        ["infinite ties"] = Plane(PoolingMode.Max, Element.Single, "Size = 2") with { Indices = Element.Int64 },
        ["adaptive"] = Line(PoolingMode.Average, Element.Single, "OutputSize = 3527"),
        ["long"] = Line(PoolingMode.Max, Element.Single, "Size = 2") with { Indices = Element.Int32 },
        ["long global"] = Line(PoolingMode.Max, Element.Single, "Global = true") with { Indices = Element.Int64 },
    };

    private static readonly List<string> Names = [.. Specs.Keys];

    private readonly BulkCompilation _compilation = new(Specs.Values);

    public void Dispose() => _compilation.Dispose();

    /// <summary>The results of one plane, without indices.</summary>
    internal T[] Run<T>(string name, int height, int width, T[] input, int outputs)
        where T : unmanaged => Run<T, int>(name, height, width, input, outputs).Output;

    /// <summary>The results of one plane.</summary>
    internal (T[] Output, TIndex[] Indices) Run<T, TIndex>(string name, int height, int width, T[] input, int outputs)
        where T : unmanaged
        where TIndex : unmanaged
    {
        int index = Names.IndexOf(name);
        if (_compilation.Refusals[index].FirstOrDefault() is { } refusal)
        {
            throw new InvalidOperationException($"{refusal}\n{_compilation.Source(index)}");
        }

        Kernel kernel = _compilation.Kernels[index];
        T[] output = new T[outputs];
        TIndex[] indices = new TIndex[kernel.Pooling.Indices is null ? 0 : outputs];
        Shape shape = new(1, 1, 1, height, width);
        kernel.Pool(MemoryMarshal.AsBytes<T>(input), MemoryMarshal.AsBytes(output.AsSpan()), MemoryMarshal.AsBytes(indices.AsSpan()), shape);
        return (output, indices);
    }

    private static Spec Line(PoolingMode mode, Element element, params string[] properties) =>
        new(mode, 1, element, element, null, properties, ["length"]);

    private static Spec Plane(PoolingMode mode, Element element, params string[] properties) =>
        new(mode, 2, element, element, null, properties, ["height", "width"]);
}
