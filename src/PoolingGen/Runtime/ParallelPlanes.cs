using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolingGen.Runtime;

/// <summary>Splits a kernel's planes, or bands of them, over the cores where there is enough to do. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ParallelPlanes
{
    /// <summary>
    /// The input, in bytes, from which on a split pays. Waking a thread costs about 5 microseconds, in which a core reads
    /// 200 KB: measured on two cores, maxima of 3x3 and of 2x2 and global averages break even between 200 and 800 KB.
    /// </summary>
    private const long LeastBytes = 1 << 20;

    /// <summary>The least input of a part, in bytes: some 3 microseconds of work, beside which taking a part is nothing.</summary>
    private const long LeastPartBytes = 1 << 17;

    /// <summary>More parts than cores, so that those who come early do the work of those who come late.</summary>
    private const int PartsPerCore = 16;

    /// <summary>Pools all planes without indices.</summary>
    /// <inheritdoc cref="Run{TKernel, TInput, TOutput, TIndex}"/>
    public static void Run<TKernel, TInput, TOutput>(TKernel kernel, ref TInput input, ref TOutput output, nint planes)
        where TKernel : struct, IPlaneKernel<TInput, TOutput, int>
        where TInput : unmanaged
        where TOutput : unmanaged =>
        Run(kernel, ref input, ref output, ref Unsafe.NullRef<int>(), planes, countsAll: false);

    /// <summary>Pools all planes, and returns when that is done.</summary>
    /// <param name="kernel">Pools some of them.</param>
    /// <param name="input">The input's first element.</param>
    /// <param name="output">The output's first element.</param>
    /// <param name="indices">The first index.</param>
    /// <param name="planes">How many planes, or images where channels come last; they are split into bands if they are few.</param>
    /// <param name="countsAll">Whether an index counts from the first plane that the kernel is handed, not from its own.</param>
    public static void Run<TKernel, TInput, TOutput, TIndex>(
        TKernel kernel, ref TInput input, ref TOutput output, ref TIndex indices, nint planes, bool countsAll)
        where TKernel : struct, IPlaneKernel<TInput, TOutput, TIndex>
        where TInput : unmanaged
        where TOutput : unmanaged
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        int cores = Environment.ProcessorCount;
        int wanted = cores < 2 || planes == 0 ? 1 : Parts((long)planes * kernel.InputSize * sizeof(TInput), cores);
        int bands = Bands(kernel.Outputs / kernel.LeastBand, planes, wanted);
        int parts = bands > 1 ? (int)planes * bands : (int)Math.Min(planes, wanted);
        if (parts < 2)
        {
            kernel.Pool(ref input, ref output, ref indices, planes, 0, kernel.Outputs);
            return;
        }

        fixed (TInput* firstInput = &input)
        fixed (TOutput* firstOutput = &output)
        fixed (TIndex* firstIndex = &indices)
        {
            PlaneSplit<TKernel, TInput, TOutput, TIndex> split = new(kernel, firstInput, firstOutput, firstIndex, planes, bands, countsAll, parts);
            split.Run(Math.Min(parts, cores) - 1);
        }
    }

    private static int Parts(long bytes, int cores) =>
        bytes < LeastBytes ? 1 : (int)Math.Min(bytes / LeastPartBytes, (long)cores * PartsPerCore);

    /// <summary>How many bands each plane is split into: 1 where there are planes enough.</summary>
    private static int Bands(nint most, nint planes, int wanted) =>
        wanted < 2 || planes >= wanted ? 1 : (int)Math.Max(1, Math.Min(most, (wanted + planes - 1) / planes));
}
