using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.InteropServices;

namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>A kernel's method behind one signature, whichever parameters it has, of whichever types and in whatever order.</summary>
internal delegate void Pool(ReadOnlySpan<byte> input, Span<byte> output, Span<byte> indices, Shape shape);

/// <summary>Makes a <see cref="Pool"/> of a kernel's method.</summary>
internal static class PoolMethod
{
    public static Pool Bind(MethodInfo method)
    {
        ParameterExpression input = Expression.Parameter(typeof(ReadOnlySpan<byte>), "input");
        ParameterExpression output = Expression.Parameter(typeof(Span<byte>), "output");
        ParameterExpression indices = Expression.Parameter(typeof(Span<byte>), "indices");
        ParameterExpression shape = Expression.Parameter(typeof(Shape), "shape");

        Expression Argument(ParameterInfo parameter) => Parameters.RoleOf(parameter) switch
        {
            ParameterRole.Input => Elements(parameter, input),
            ParameterRole.Output => Elements(parameter, output),
            ParameterRole.Indices => Elements(parameter, indices),
            ParameterRole dimension => Expression.Property(shape, dimension.ToString()),
        };

        Expression? instance = method.IsStatic ? null : Expression.Constant(Activator.CreateInstance(method.DeclaringType!));
        Expression call = Expression.Call(instance, method, method.GetParameters().Select(Argument));
        return Expression.Lambda<Pool>(call, input, output, indices, shape).Compile();
    }

    /// <summary>The bytes of a tensor as a span of elements.</summary>
    private static MethodCallExpression Elements(ParameterInfo parameter, ParameterExpression bytes) => Expression.Call(
        typeof(MemoryMarshal), nameof(MemoryMarshal.Cast), [typeof(byte), parameter.ParameterType.GetGenericArguments()[0]], bytes);
}
