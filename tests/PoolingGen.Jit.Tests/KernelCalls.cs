using System.Reflection;

namespace PoolingGen.Jit.Tests;

/// <summary>Calls that make the JIT compile all of every kernel that the machine would ever run.</summary>
internal static class KernelCalls
{
    private const int Channels = 3;
    private const int Height = 24;

    private const int Depth = 4;

    /// <summary>Rows of one block for every width of vectors, of two to four that are reduced as a whole, and of more than one for the widest, whatever the stride.</summary>
    private static readonly int[] s_widths = [3, 6, 8, 16, 20, 32, 64];

    private delegate void Kernel1D(ReadOnlySpan<float> input, Span<float> output, int channels, int length);

    private delegate void Kernel2D(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    private delegate void Kernel3D(ReadOnlySpan<float> input, Span<float> output, int channels, int depth, int height, int width);

    private delegate void FixedKernel(ReadOnlySpan<float> input, Span<float> output);

    private delegate void IndexedKernel(ReadOnlySpan<float> input, Span<float> output, Span<long> indices, int height, int width);

    public static IReadOnlyList<MethodInfo> Kernels { get; } =
    [
        .. from type in typeof(KernelCalls).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where method.IsDefined(typeof(PoolingKernelAttribute))
           select method,
    ];

    public static void Run()
    {
        foreach (MethodInfo method in Kernels)
        {
            if (method.GetCustomAttribute<PoolingKernelAttribute>() is { InputSizes: { } sizes, Channels: var channels })
            {
                int size = sizes.Aggregate(channels, static (product, extent) => product * extent);
                method.CreateDelegate<FixedKernel>()(new float[size], new float[size]);
                continue;
            }

            if (method.GetParameters().Any(static parameter => parameter.ParameterType == typeof(Span<long>)))
            {
                CallWithIndices(method);
                continue;
            }

            foreach (int width in s_widths)
            {
                Call(method, width);
            }
        }
    }

    /// <remarks>What is made again for a NaN is a method of its own.</remarks>
    private static void CallWithIndices(MethodInfo method)
    {
        const int Width = 20;
        float[] input = new float[method.GetCustomAttribute<PoolingKernelAttribute>()!.Channels * Height * Width];
        input[^1] = float.NaN;
        method.CreateDelegate<IndexedKernel>()(input, new float[input.Length], new long[input.Length], Height, Width);
    }

    /// <remarks>No window here makes more of the input than it had. Narrow rows are too short for some.</remarks>
    private static void Call(MethodInfo method, int width)
    {
        // Beside the tensors and the channels.
        int rank = method.GetParameters().Length - 3;
        int size = Channels * width * (rank > 1 ? Height : 1) * (rank > 2 ? Depth : 1);
        float[] input = new float[size];
        float[] output = new float[size];
        try
        {
            switch (rank)
            {
                case 1:
                    method.CreateDelegate<Kernel1D>()(input, output, Channels, width);
                    break;
                case 2:
                    method.CreateDelegate<Kernel2D>()(input, output, Channels, Height, width);
                    break;
                default:
                    method.CreateDelegate<Kernel3D>()(input, output, Channels, Depth, Height, width);
                    break;
            }
        }
        catch (ArgumentOutOfRangeException) when (width < 8)
        {
            // No window fits.
        }
    }
}
