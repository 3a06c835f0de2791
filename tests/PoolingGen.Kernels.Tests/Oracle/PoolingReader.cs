using System.Reflection;
using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>
/// Reads from a method's attribute and parameters what it is to compute. They are the only statement of a kernel's
/// geometry: nothing here has passed through the generator.
/// </summary>
internal sealed class PoolingReader
{
    private readonly PoolingKernelAttribute _attribute;
    private readonly int _rank;

    private PoolingReader(MethodInfo method)
    {
        _attribute = method.GetCustomAttribute<PoolingKernelAttribute>()!;
        _rank = RankOf(_attribute, method);
    }

    public static Pooling Read(MethodInfo method)
    {
        PoolingReader reader = new(method);
        PoolingKernelAttribute attribute = reader._attribute;
        IEnumerable<Axis> axes = Enumerable.Range(0, reader._rank).Select(reader.AxisAt);
        return new Pooling(
            attribute.Mode,
            [.. Enumerable.Repeat(Axis.None, 3 - reader._rank), .. axes],
            reader._rank,
            ElementOf(method, ParameterRole.Input)!,
            ElementOf(method, ParameterRole.Output)!,
            ElementOf(method, ParameterRole.Indices))
        {
            Layout = attribute.Layout,
            NaN = attribute.NaN,
            CountIncludePad = attribute.CountIncludePad,
            DivisorOverride = attribute.DivisorOverride,
            NormOrder = attribute.NormOrder,
            IndexOrigin = attribute.IndexOrigin,
            IndexOrder = attribute.IndexOrder,
        };
    }

    /// <summary>The extent of a dimension (a property of <see cref="Shape"/>) if the attribute fixes it.</summary>
    public static int? FixedExtent(MethodInfo method, string dimension)
    {
        PoolingReader reader = new(method);
        int axis = Shape.Spatial.ToList().IndexOf(dimension) - (3 - reader._rank);
        return dimension switch
        {
            nameof(Shape.Batch) => null,
            nameof(Shape.Channels) => Positive(reader._attribute.Channels),
            _ when axis < 0 => 1,
            _ => reader._attribute.InputSizes?[axis] ?? Positive(reader._attribute.InputSize),
        };
    }

    private Axis AxisAt(int axis)
    {
        if (_attribute.Global)
        {
            return new Axis(Size: 1, Stride: 1, Outputs: 1);
        }

        if ((_attribute.OutputSizes?[axis] ?? Positive(_attribute.OutputSize)) is { } outputs)
        {
            return new Axis(Size: 1, Stride: 1, Outputs: outputs);
        }

        int size = _attribute.Sizes?[axis] ?? _attribute.Size;
        int begin = _attribute.Paddings?[axis] ?? _attribute.Padding;
        return new Axis(
            size,
            _attribute.Strides?[axis] ?? Positive(_attribute.Stride) ?? size,
            begin,
            _attribute.Paddings is { } paddings && paddings.Length == 2 * _rank ? paddings[_rank + axis] : begin,
            _attribute.Dilations?[axis] ?? _attribute.Dilation,
            _attribute.CeilMode,
            _attribute.AutoPad);
    }

    private static Element? ElementOf(MethodInfo method, ParameterRole role) =>
        Parameters.Find(method, role) is { } parameter ? Element.Of(parameter.ParameterType.GetGenericArguments()[0]) : null;

    private static int RankOf(PoolingKernelAttribute attribute, MethodInfo method)
    {
        int?[] witnesses =
        [
            Positive(attribute.Rank),
            Parameters.Find(method, ParameterRole.Depth) is null ? null : 3,
            Parameters.Find(method, ParameterRole.Height) is null ? null : 2,
            attribute.InputSizes?.Length,
            attribute.Sizes?.Length,
            attribute.Strides?.Length,
            attribute.Dilations?.Length,
            attribute.OutputSizes?.Length,
            Parameters.Find(method, ParameterRole.Width) is null ? null : 1,
            attribute.Paddings?.Length switch { 1 => 1, 3 or 6 => 3, _ => null },
        ];
        return witnesses.FirstOrDefault(static rank => rank is not null) ?? 2;
    }

    private static int? Positive(int value) => value > 0 ? value : null;
}
