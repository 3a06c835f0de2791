using System.Reflection;

namespace PoolingGen.Jit.Tests;

/// <summary>Calls that make the JIT compile all of every kernel that the machine would ever run.</summary>
internal static class KernelCalls
{
    private const int Channels = 3;
    private const int Height = 24;

    /// <summary>Rows of one block for every width of vectors, and of more than one for the widest, whatever the stride.</summary>
    private static readonly int[] s_widths = [3, 6, 8, 16, 32, 64];

    private delegate void Kernel(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);

    private delegate void FixedKernel(ReadOnlySpan<float> input, Span<float> output);

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

            foreach (int width in s_widths)
            {
                // No window here makes more of the input than it had.
                int size = Channels * Height * width;
                method.CreateDelegate<Kernel>()(new float[size], new float[size], Channels, Height, width);
            }
        }
    }
}
