using System.Linq.Expressions;
using System.Reflection;

namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>A kernel's method behind one signature, whichever parameters it has and in whatever order.</summary>
internal delegate void Pool(ReadOnlySpan<float> input, Span<float> output, Shape shape);

/// <summary>Makes a <see cref="Pool"/> of a kernel's method.</summary>
internal static class PoolMethod
{
    /// <summary>The property of <see cref="Shape"/> that a dimension's parameter means, by its lower-case name.</summary>
    private static readonly Dictionary<string, string> DimensionOf = new()
    {
        ["batch"] = nameof(Shape.Batch),
        ["n"] = nameof(Shape.Batch),
        ["channels"] = nameof(Shape.Channels),
        ["c"] = nameof(Shape.Channels),
        ["height"] = nameof(Shape.Height),
        ["h"] = nameof(Shape.Height),
        ["width"] = nameof(Shape.Width),
        ["w"] = nameof(Shape.Width),
    };

    public static Pool Bind(MethodInfo method)
    {
        ParameterExpression input = Expression.Parameter(typeof(ReadOnlySpan<float>), "input");
        ParameterExpression output = Expression.Parameter(typeof(Span<float>), "output");
        ParameterExpression shape = Expression.Parameter(typeof(Shape), "shape");

        Expression Argument(ParameterInfo parameter) =>
            parameter.ParameterType == input.Type ? input
            : parameter.ParameterType == output.Type ? output
            : Expression.Property(shape, DimensionOf[parameter.Name!.ToLowerInvariant()]);

        Expression? instance = method.IsStatic ? null : Expression.Constant(Activator.CreateInstance(method.DeclaringType!));
        Expression call = Expression.Call(instance, method, method.GetParameters().Select(Argument));
        return Expression.Lambda<Pool>(call, input, output, shape).Compile();
    }

    /// <summary>The name of the parameter that carries a dimension, or <see langword="null"/> if there is none.</summary>
    public static string? ParameterName(MethodInfo method, string dimension) =>
        method.GetParameters().FirstOrDefault(parameter => DimensionOf.GetValueOrDefault(parameter.Name!.ToLowerInvariant()) == dimension)?.Name;
}
