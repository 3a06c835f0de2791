using System.Reflection;

namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>What a parameter of a kernel means. The dimensions are named like the properties of <see cref="Shape"/>.</summary>
internal enum ParameterRole
{
    Input,
    Output,
    Indices,
    Batch,
    Channels,
    Depth,
    Height,
    Width,
}

/// <summary>Tells parameters apart by type and name.</summary>
internal static class Parameters
{
    private static readonly Dictionary<string, ParameterRole> Dimensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["batch"] = ParameterRole.Batch,
        ["n"] = ParameterRole.Batch,
        ["channels"] = ParameterRole.Channels,
        ["c"] = ParameterRole.Channels,
        ["depth"] = ParameterRole.Depth,
        ["d"] = ParameterRole.Depth,
        ["height"] = ParameterRole.Height,
        ["h"] = ParameterRole.Height,
        ["width"] = ParameterRole.Width,
        ["w"] = ParameterRole.Width,
        ["length"] = ParameterRole.Width,
    };

    public static ParameterRole RoleOf(ParameterInfo parameter)
    {
        string type = parameter.ParameterType.Name;
        return type.StartsWith("ReadOnly", StringComparison.Ordinal) ? ParameterRole.Input
            : !type.Contains("Span", StringComparison.Ordinal) ? Dimensions[parameter.Name!]
            : parameter.Name!.Equals("indices", StringComparison.OrdinalIgnoreCase) ? ParameterRole.Indices
            : ParameterRole.Output;
    }

    /// <summary>The parameter of this role; <see langword="null"/> if the method has none.</summary>
    public static ParameterInfo? Find(MethodInfo method, ParameterRole role) =>
        method.GetParameters().FirstOrDefault(parameter => RoleOf(parameter) == role);

    /// <summary>The parameter of this dimension, a property of <see cref="Shape"/>.</summary>
    public static ParameterInfo? Find(MethodInfo method, string dimension) => Find(method, Enum.Parse<ParameterRole>(dimension));
}
