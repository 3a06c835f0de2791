using System.Reflection;
using PoolingGen.Kernels.Tests.Oracle;

namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>A method with a generated body, and what it is to compute.</summary>
internal sealed class Kernel(MethodInfo method)
{
    private readonly Lazy<Pool> _pool = new(() => TensorPoolMethod.TakesTensors(method) ? TensorPoolMethod.Bind(method) : PoolMethod.Bind(method));

    /// <summary>Its own and its types' names, and the number of parameters where a name is overloaded.</summary>
    public string Name { get; } = NameOf(method);

    public Pooling Pooling { get; } = PoolingReader.Read(method);

    public Pool Pool => _pool.Value;

    public bool TakesTensors { get; } = TensorPoolMethod.TakesTensors(method);

    public string InputName { get; } = Parameters.Find(method, ParameterRole.Input)!.Name!;

    public string OutputName { get; } = Parameters.Find(method, ParameterRole.Output)!.Name!;

    /// <summary>The properties of <see cref="Shape"/> that are parameters, in the shape's order.</summary>
    public IEnumerable<string> Dimensions => Shape.Dimensions.Where(dimension => ParameterName(dimension) is not null);

    /// <summary>What the method calls a dimension, or <see langword="null"/> if it is no parameter.</summary>
    public string? ParameterName(string dimension) => Parameters.Find(method, dimension)?.Name;

    /// <summary>The extent of a dimension that cannot be chosen: fixed by the attribute, or absent and so 1.</summary>
    public int? Fixed(string dimension) =>
        PoolingReader.FixedExtent(method, dimension)
        ?? (ParameterName(dimension) is null && !TakesTensors ? 1 : null);

    /// <summary>That extent, or else the chosen one.</summary>
    public int FixedOr(string dimension, int extent) => Fixed(dimension) ?? extent;

    public override string ToString() => $"{Name}: {Pooling}, {string.Join("; ", Pooling.Axes)}";

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
