using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace PoolingGen.Runtime;

/// <summary>
/// Planes in parts that threads take one after the other. The caller takes parts too, so that it never waits for a
/// thread that has not begun: a thread pool without a free thread makes it slow, not stuck.
/// </summary>
/// <param name="kernel">Pools the planes of a part.</param>
/// <param name="input">The first input element; whoever calls <see cref="Run"/> keeps tensors where they are.</param>
/// <param name="output">The first output element.</param>
/// <param name="indices">The first index, or null.</param>
/// <param name="planes">How many planes.</param>
/// <param name="countsAll">Whether an index counts from the first plane, not from its own.</param>
/// <param name="parts">How many parts, at most one a plane.</param>
internal sealed unsafe class PlaneSplit<TKernel, TInput, TOutput, TIndex>(
    TKernel kernel, TInput* input, TOutput* output, TIndex* indices, nint planes, bool countsAll, int parts) : IThreadPoolWorkItem
    where TKernel : struct, IPlaneKernel<TInput, TOutput, TIndex>
    where TInput : unmanaged
    where TOutput : unmanaged
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
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
        nint first = FirstPlane(part);
        nint count = FirstPlane(part + 1) - first;
        nint firstOutput = first * _kernel.OutputSize;
        ref TIndex firstIndex = ref indices is null ? ref Unsafe.NullRef<TIndex>() : ref indices[firstOutput];
        _kernel.Pool(ref input[first * _kernel.InputSize], ref output[firstOutput], ref firstIndex, count);
        if (countsAll)
        {
            IndexRebase.Shift(ref firstIndex, count * _kernel.OutputSize, TIndex.CreateTruncating(first * _kernel.InputSize));
        }
    }

    private nint FirstPlane(int part) => (nint)((long)planes * part / parts);
}
