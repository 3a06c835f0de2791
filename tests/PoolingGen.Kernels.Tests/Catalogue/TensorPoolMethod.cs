using System.Numerics.Tensors;
using System.Reflection;
using PoolingGen.Kernels.Tests.Oracle;

namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>Makes a <see cref="Pool"/> of a method that takes tensor spans: input, output and indices, in that order.</summary>
/// <remarks>It copies the tensors to strided ones and back. How those lie in memory depends on the shape.</remarks>
internal static class TensorPoolMethod
{
    private delegate void TensorPool<TInput, TOutput>(ReadOnlyTensorSpan<TInput> input, TensorSpan<TOutput> output);

    private delegate void TensorIndexPool<TInput, TOutput, TIndex>(
        ReadOnlyTensorSpan<TInput> input, TensorSpan<TOutput> output, TensorSpan<TIndex> indices);

    public static bool TakesTensors(MethodInfo method) =>
        method.GetParameters().Any(static parameter => parameter.ParameterType.Name.Contains("TensorSpan", StringComparison.Ordinal));

    public static Pool Bind(MethodInfo method)
    {
        Pooling pooling = PoolingReader.Read(method);
        Type[] types = [.. method.GetParameters().Select(static parameter => parameter.ParameterType.GetGenericArguments()[0])];
        string binder = types.Length == 2 ? nameof(BindValues) : nameof(BindWithIndices);
        return (Pool)typeof(TensorPoolMethod)
            .GetMethod(binder, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types)
            .Invoke(null, [method, pooling])!;
    }

    private static Pool BindValues<TInput, TOutput>(MethodInfo method, Pooling pooling)
        where TInput : unmanaged
        where TOutput : unmanaged
    {
        TensorPool<TInput, TOutput> pool = method.CreateDelegate<TensorPool<TInput, TOutput>>();
        return (input, output, _, shape) =>
        {
            StridedTensor<TInput> strided = Tensor<TInput>(pooling, shape, pooling.Input, shape.Length);
            StridedTensor<TOutput> result = Tensor<TOutput>(pooling, pooling.OutputOf(shape), pooling.Output, shape.Length + 1);
            strided.Scatter(input);
            pool(strided.Span, result.Span);
            result.Gather(output);
        };
    }

    private static Pool BindWithIndices<TInput, TOutput, TIndex>(MethodInfo method, Pooling pooling)
        where TInput : unmanaged
        where TOutput : unmanaged
        where TIndex : unmanaged
    {
        TensorIndexPool<TInput, TOutput, TIndex> pool = method.CreateDelegate<TensorIndexPool<TInput, TOutput, TIndex>>();
        return (input, output, indices, shape) =>
        {
            StridedTensor<TInput> strided = Tensor<TInput>(pooling, shape, pooling.Input, shape.Length);
            StridedTensor<TOutput> result = Tensor<TOutput>(pooling, pooling.OutputOf(shape), pooling.Output, shape.Length + 1);
            StridedTensor<TIndex> positions = Tensor<TIndex>(pooling, pooling.OutputOf(shape), pooling.Indices!, shape.Length + 2);
            strided.Scatter(input);
            pool(strided.Span, result.Span, positions.Span);
            result.Gather(output);
            positions.Gather(indices);
        };
    }

    private static StridedTensor<T> Tensor<T>(Pooling pooling, Shape shape, Element element, int kind)
        where T : unmanaged
    {
        nint[] spatial = [.. ((nint[])[shape.Depth, shape.Height, shape.Width])[^pooling.Rank..]];
        nint[] lengths = pooling.Layout == PoolingLayout.ChannelsFirst
            ? [shape.Batch, shape.Channels, .. spatial]
            : [shape.Batch, .. spatial, shape.Channels];
        return new StridedTensor<T>(lengths, (Striding)(kind % 4), element.Canary);
    }
}
