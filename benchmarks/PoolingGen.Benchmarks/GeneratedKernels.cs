using System.Numerics;
using System.Reflection;

namespace PoolingGen.Benchmarks;

/// <summary>Finds the kernel of a layer by its name: that of the geometry or, where the extent is fixed, of the layer.</summary>
internal static class GeneratedKernels
{
    private delegate void Kernel<T>(ReadOnlySpan<T> input, Span<T> output, int channels, int height, int width);

    private delegate void IndicesKernel<T>(ReadOnlySpan<T> input, Span<T> output, Span<long> indices, int channels, int height, int width);

    private delegate void FixedKernel<T>(ReadOnlySpan<T> input, Span<T> output);

    /// <summary>Whether there is a kernel: some classes have the maxima only.</summary>
    /// <exception cref="ArgumentException">There are no kernels of that variant at all.</exception>
    public static bool Has(Layer layer, Variant variant) => Method(layer, variant) is not null;

    public static Contender Enter<T>(Job<T> job, Variant variant)
        where T : unmanaged, INumber<T>
    {
        MethodInfo method = Method(job.Layer, variant)!;
        NativeBuffer input = job.Input(variant.DataLayout);
        (int channels, int height, int width) = job.Layer.Input;
        if (variant.FixedShapes)
        {
            var kernel = method.CreateDelegate<FixedKernel<T>>();
            return New((output, _) => kernel(input.Of<T>(), output.Of<T>()));
        }

        if (variant.Indices)
        {
            var kernel = method.CreateDelegate<IndicesKernel<T>>();
            return New((output, indices) => kernel(input.Of<T>(), output.Of<T>(), indices!.Of<long>(), channels, height, width));
        }
        else
        {
            var kernel = method.CreateDelegate<Kernel<T>>();
            return New((output, _) => kernel(input.Of<T>(), output.Of<T>(), channels, height, width));
        }

        BufferContender New(Action<NativeBuffer, NativeBuffer?> run) => BufferContender.New("kernel", variant.DataLayout, job, run);
    }

    private static MethodInfo? Method(Layer layer, Variant variant) =>
        Class(variant).GetMethod(variant.FixedShapes ? layer.Id : layer.Pool.Name);

    private static Type Class(Variant variant) =>
        Type.GetType($"{typeof(GeneratedKernels).Namespace}.Kernels.{variant.KernelClass}", throwOnError: false, ignoreCase: true)
        ?? throw new ArgumentException($"There are no kernels {variant.KernelClass}: a class in the folder Kernels would hold them.");
}
