using System.Numerics;
using System.Reflection;

namespace PoolingGen.Benchmarks;

/// <summary>Finds the kernel of a layer by its name: that of the geometry or, where the extent is fixed, of the layer.</summary>
internal static class GeneratedKernels
{
    private delegate void Kernel1D<T>(ReadOnlySpan<T> input, Span<T> output, int channels, int length);

    private delegate void Kernel2D<T>(ReadOnlySpan<T> input, Span<T> output, int channels, int height, int width);

    private delegate void Kernel3D<T>(ReadOnlySpan<T> input, Span<T> output, int channels, int depth, int height, int width);

    private delegate void IndicesKernel1D<T>(ReadOnlySpan<T> input, Span<T> output, Span<long> indices, int channels, int length);

    private delegate void IndicesKernel2D<T>(ReadOnlySpan<T> input, Span<T> output, Span<long> indices, int channels, int height, int width);

    private delegate void IndicesKernel3D<T>(ReadOnlySpan<T> input, Span<T> output, Span<long> indices, int channels, int depth, int height, int width);

    private delegate void FixedKernel<T>(ReadOnlySpan<T> input, Span<T> output);

    /// <summary>Whether there is a kernel: some classes have the maxima only.</summary>
    /// <exception cref="ArgumentException">There are no kernels of that variant at all.</exception>
    public static bool Has(Layer layer, Variant variant) => Method(layer, variant) is not null;

    public static Contender Enter<T>(Job<T> job, Variant variant)
        where T : unmanaged, INumber<T>
    {
        NativeBuffer input = job.Input(variant.DataLayout);
        Action<NativeBuffer, NativeBuffer?> run = Bind<T>(Method(job.Layer, variant)!, input, job.Layer.Input, variant);
        return BufferContender.New("kernel", variant.DataLayout, job, run);
    }

    private static Action<NativeBuffer, NativeBuffer?> Bind<T>(MethodInfo method, NativeBuffer input, TensorShape shape, Variant variant)
        where T : unmanaged, INumber<T>
    {
        (int channels, int depth, int height, int width) = (shape.Channels, shape.Depth, shape.Height, shape.Width);
        if (variant.FixedShapes)
        {
            var kernel = method.CreateDelegate<FixedKernel<T>>();
            return (output, _) => kernel(input.Of<T>(), output.Of<T>());
        }

        switch (shape.Rank, variant.Indices)
        {
            case (1, false):
                var of1D = method.CreateDelegate<Kernel1D<T>>();
                return (output, _) => of1D(input.Of<T>(), output.Of<T>(), channels, width);
            case (2, false):
                var of2D = method.CreateDelegate<Kernel2D<T>>();
                return (output, _) => of2D(input.Of<T>(), output.Of<T>(), channels, height, width);
            case (_, false):
                var of3D = method.CreateDelegate<Kernel3D<T>>();
                return (output, _) => of3D(input.Of<T>(), output.Of<T>(), channels, depth, height, width);
            case (1, true):
                var indicesOf1D = method.CreateDelegate<IndicesKernel1D<T>>();
                return (output, indices) => indicesOf1D(input.Of<T>(), output.Of<T>(), indices!.Of<long>(), channels, width);
            case (2, true):
                var indicesOf2D = method.CreateDelegate<IndicesKernel2D<T>>();
                return (output, indices) => indicesOf2D(input.Of<T>(), output.Of<T>(), indices!.Of<long>(), channels, height, width);
            default:
                var indicesOf3D = method.CreateDelegate<IndicesKernel3D<T>>();
                return (output, indices) => indicesOf3D(input.Of<T>(), output.Of<T>(), indices!.Of<long>(), channels, depth, height, width);
        }
    }

    private static MethodInfo? Method(Layer layer, Variant variant) =>
        Class(variant).GetMethod(variant.FixedShapes ? layer.Id : layer.Pool.Name);

    private static Type Class(Variant variant) =>
        Type.GetType($"{typeof(GeneratedKernels).Namespace}.Kernels.{variant.KernelClass}", throwOnError: false, ignoreCase: true)
        ?? throw new ArgumentException($"There are no kernels {variant.KernelClass}: a class in the folder Kernels would hold them.");
}
