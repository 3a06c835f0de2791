using System.Reflection;
using PoolingGen.Kernels.Tests.Oracle;

namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>A method with a generated body, and what its attribute asks for.</summary>
/// <remarks>The attribute is the only statement of a kernel's geometry: the oracle reads it from there.</remarks>
internal sealed class Kernel(MethodInfo method)
{
    private readonly PoolingKernelAttribute _attribute = method.GetCustomAttribute<PoolingKernelAttribute>()!;

    /// <summary>Its own and its types' names, and the number of parameters where a name is overloaded.</summary>
    public string Name { get; } = NameOf(method);

    public PoolingMode Mode => _attribute.Mode;

    /// <summary>Whether the results of windows with a NaN are defined.</summary>
    public bool NaNDefined => Mode == PoolingMode.Average || _attribute.NaN == NaNHandling.Propagate;

    public bool Global => _attribute.Global;

    public bool CountIncludePad => _attribute.CountIncludePad;

    public Pool Pool { get; } = PoolMethod.Bind(method);

    /// <summary>The windows along the height of an input of that height.</summary>
    public Axis Vertical(int height) => AxisOf(0, height);

    /// <summary>The windows along the width of an input of that width.</summary>
    public Axis Horizontal(int width) => AxisOf(1, width);

    public int? FixedHeight => FixedSpatial(0);

    public int? FixedWidth => FixedSpatial(1);

    /// <summary>The channels if they cannot be chosen: fixed by the attribute, or absent.</summary>
    public int? FixedChannels => _attribute.Channels > 0 ? _attribute.Channels : HasParameter(nameof(Shape.Channels)) ? null : 1;

    /// <summary>1 if the batch is absent.</summary>
    public int? FixedBatch => HasParameter(nameof(Shape.Batch)) ? null : 1;

    public string InputName { get; } = method.GetParameters().Single(parameter => parameter.ParameterType == typeof(ReadOnlySpan<float>)).Name!;

    public string OutputName { get; } = method.GetParameters().Single(parameter => parameter.ParameterType == typeof(Span<float>)).Name!;

    /// <summary>The properties of <see cref="Shape"/> that are parameters, in the shape's order.</summary>
    public IEnumerable<string> Dimensions => Shape.Dimensions.Where(HasParameter);

    /// <summary>What the method calls a dimension, or <see langword="null"/> if it is no parameter.</summary>
    public string? ParameterName(string dimension) => PoolMethod.ParameterName(method, dimension);

    /// <summary>The shape of the result, with the same batch and channels.</summary>
    public Shape OutputOf(Shape shape) => shape with
    {
        Height = Vertical(shape.Height).Outputs(shape.Height),
        Width = Horizontal(shape.Width).Outputs(shape.Width),
    };

    public override string ToString()
    {
        string geometry = Global ? "global" : $"height {Vertical(1)}, width {Horizontal(1)}";
        return $"{Name}: {Mode}, NaN {_attribute.NaN}, CountIncludePad {CountIncludePad}, {geometry}";
    }

    private bool HasParameter(string dimension) => ParameterName(dimension) is not null;

    private Axis AxisOf(int axis, int extent)
    {
        if (Global)
        {
            return new Axis(Size: extent, Stride: 1, PadBegin: 0, PadEnd: 0);
        }

        int size = _attribute.Sizes?[axis] ?? _attribute.Size;
        int stride = _attribute.Strides?[axis] ?? (_attribute.Stride > 0 ? _attribute.Stride : size);
        int begin = _attribute.Paddings?[axis] ?? _attribute.Padding;
        int end = _attribute.Paddings is { Length: 4 } paddings ? paddings[2 + axis] : begin;
        return new Axis(size, stride, begin, end);
    }

    private int? FixedSpatial(int axis) =>
        _attribute.InputSizes?[axis] ?? (_attribute.InputSize > 0 ? _attribute.InputSize : null);

    private static string NameOf(MethodInfo method)
    {
        string name = method.Name;
        for (Type? type = method.DeclaringType; type is not null; type = type.DeclaringType)
        {
            name = $"{type.Name}.{name}";
        }

        int overloads = method.DeclaringType!.GetMember(method.Name, KernelCatalogue.AnyMethod).Length;
        return overloads > 1 ? $"{name}/{method.GetParameters().Length}" : name;
    }
}
