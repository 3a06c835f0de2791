using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace PoolingGen.Runtime;

/// <summary>
/// Planes, or bands of them, in parts that threads take one after the other. The caller takes parts too, so that it never
/// waits for a thread that has not begun: a thread pool without a free thread makes it slow, not stuck.
/// </summary>
/// <param name="kernel">Pools the planes of a part.</param>
/// <param name="input">The first input element; whoever calls <see cref="Run"/> keeps tensors where they are.</param>
/// <param name="output">The first output element.</param>
/// <param name="indices">The first index, or null.</param>
/// <param name="planes">How many planes.</param>
/// <param name="bands">How many bands a plane has, each a part; 1 where parts are of whole planes.</param>
/// <param name="countsAll">Whether an index counts from the first plane, not from its own.</param>
/// <param name="parts">How many parts, at most one a plane or a band.</param>
internal sealed unsafe class PlaneSplit<TKernel, TInput, TOutput, TIndex>(
    TKernel kernel, TInput* input, TOutput* output, TIndex* indices, nint planes, int bands, bool countsAll, int parts) : IThreadPoolWorkItem
    where TKernel : struct, IPlaneKernel<TInput, TOutput, TIndex>
    where TInput : unmanaged
    where TOutput : unmanaged
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    /// <summary>Bands begin at multiples of what tiles make at once.</summary>
    private const int BandUnit = 4;

    private readonly TKernel _kernel = kernel;
    private int _taken;
    private int _finished;
    private Exception? _failure;

    /// <summary>Pools all parts.</summary>
    /// <param name="helpers">How many threads to ask for help.</param>
    public void Run(int helpers)
    {
        try
        {
            for (int helper = 0; helper < helpers; helper++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }
        finally
        {
            TakeParts();
            WaitForOthers();
        }

        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }
    }

    /// <summary>One that begins when all parts are taken must not touch the tensors, which may have moved by then.</summary>
    void IThreadPoolWorkItem.Execute() => TakeParts();

    private void TakeParts()
    {
        for (int part = Take(); part < parts; part = Take())
        {
            try
            {
                Pool(part);
            }
            catch (Exception failure)
            {
                _failure = failure;
            }

            Interlocked.Increment(ref _finished);
        }
    }

    private int Take() => Interlocked.Increment(ref _taken) - 1;

    /// <summary>
    /// Others have a part each to finish, at most. An interruption has to wait for that, for they write to the tensors.
    /// </summary>
    private void WaitForOthers()
    {
        SpinWait wait = default;
        bool interrupted = false;
        while (Volatile.Read(ref _finished) < parts)
        {
            try
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    private void Pool(int part)
    {
        (nint first, int band) = bands > 1 ? Math.DivRem(part, bands) : (FirstPlane(part), 0);
        nint count = bands > 1 ? 1 : FirstPlane(part + 1) - first;
        (nint begin, nint end) = (FirstOutput(band), FirstOutput(band + 1));
        nint firstOutput = first * _kernel.OutputSize;
        ref TIndex firstIndex = ref indices is null ? ref Unsafe.NullRef<TIndex>() : ref indices[firstOutput];
        _kernel.Pool(ref input[first * _kernel.InputSize], ref output[firstOutput], ref firstIndex, count, begin, end);
        if (countsAll)
        {
            // Of several planes a part has all outputs.
            nint size = _kernel.OutputSize / _kernel.Outputs;
            IndexRebase.Shift(
                ref Unsafe.Add(ref firstIndex, begin * size),
                ((count - 1) * _kernel.Outputs + end - begin) * size,
                TIndex.CreateTruncating(first * _kernel.InputSize));
        }
    }

    private nint FirstPlane(int part) => (nint)((long)planes * part / parts);

    private nint FirstOutput(int band) =>
        band == bands ? _kernel.Outputs : (nint)(_kernel.Outputs / BandUnit * (long)band / bands) * BandUnit;
}
