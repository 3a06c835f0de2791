using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PoolingGen.Runtime;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

public class ParallelPlanesTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 3_000_000)]
    [InlineData(2, 1_000_000)]
    [InlineData(3, 400_000)]
    [InlineData(17, 100_003)]
    [InlineData(64, 10)]
    [InlineData(1_048_576, 1)]
    [InlineData(1_048_575, 1)]
    [InlineData(300_007, 7)]
    public void Every_plane_is_pooled_once(int planes, int size)
    {
        byte[] input = new byte[planes * size + 1];
        int[] output = new int[planes * FirstElement.Results + 1];
        int[] indices = new int[output.Length];
        MarkPlanes(input, planes, size);

        ParallelPlanes.Run(new FirstElement(size), ref input[0], ref output[0], ref indices[0], planes, countsAll: false);

        int[] expected = [.. Enumerable.Range(0, planes).SelectMany(static plane => new[] { 1 + (byte)plane, 1 }), 0];
        Assert.True(output.AsSpan().SequenceEqual(expected));
        Assert.Equal(0, indices[^1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Indices_count_from_where_they_should(bool countsAll)
    {
        const int Planes = 103;
        const int Size = 20_000;
        byte[] input = new byte[Planes * Size];
        int[] output = new int[Planes * FirstElement.Results];
        int[] indices = new int[output.Length];

        ParallelPlanes.Run(new FirstElement(Size, countsAll), ref input[0], ref output[0], ref indices[0], Planes, countsAll);

        for (int plane = 0; plane < Planes; plane++)
        {
            Assert.Equal(countsAll ? plane * Size : 0, indices[plane * FirstElement.Results]);
            Assert.Equal(-1, indices[plane * FirstElement.Results + 1]);
        }
    }

    /// <summary>Every output of every plane is in one band, whatever their numbers; indices count from where they should there, too.</summary>
    [Theory]
    [InlineData(1, 4, false)]
    [InlineData(1, 7, true)]
    [InlineData(1, 103, true)]
    [InlineData(3, 50, true)]
    [InlineData(5, 1000, false)]
    [InlineData(1, 3, true)]
    public void Few_planes_are_split_into_bands(int planes, int outputs, bool countsAll)
    {
        const int Size = 3 << 20;
        byte[] input = new byte[planes * Size];
        int[] output = new int[planes * outputs * Bands.Results];
        int[] indices = new int[output.Length];
        Parts parts = new();

        ParallelPlanes.Run(new Bands(outputs, Size, parts, countsAll), ref input[0], ref output[0], ref indices[0], planes, countsAll);

        Assert.All(output, static count => Assert.Equal(1, count));
        for (int plane = 0; plane < planes; plane++)
        {
            Assert.All(indices[(plane * outputs * Bands.Results)..((plane + 1) * outputs * Bands.Results)], index => Assert.Equal(countsAll ? plane * Size : 0, index));
        }

        Assert.Equal(Environment.ProcessorCount == 1 || planes * (outputs / Bands.Least) < 2, parts.Taken.Count == 1);
        Assert.All(parts.Taken, static part => Assert.True(part.Planes >= 3));
    }

    [Fact]
    public void Little_work_stays_on_the_thread()
    {
        Parts parts = new();
        byte[] input = new byte[1 << 16];

        ParallelPlanes.Run(new Recorder(parts), ref input[0], ref input[0], input.Length);

        Assert.Equal((input.Length, Environment.CurrentManagedThreadId), Assert.Single(parts.Taken));
    }

    [Fact]
    public void Much_work_is_split_evenly()
    {
        Parts parts = new();
        byte[] input = new byte[(1 << 22) + 5];

        ParallelPlanes.Run(new Recorder(parts), ref input[0], ref input[0], input.Length);

        Assert.Equal(input.Length, parts.Taken.Sum(static part => part.Planes));
        Assert.Equal(Environment.ProcessorCount == 1, parts.Taken.Count == 1);
        Assert.InRange(parts.Taken.Max(static part => part.Planes) - parts.Taken.Min(static part => part.Planes), 0, 1);
    }

    [Fact]
    public void Size_of_the_tensors_does_not_change_what_is_allocated()
    {
        Assert.InRange(Allocated(1 << 20), 0, 256);
        Assert.InRange(Allocated(1 << 25), 0, 256);
    }

    [Fact]
    public void Failure_reaches_the_caller_when_all_is_done()
    {
        Parts parts = new() { Action = static part => throw new InvalidOperationException() };
        byte[] input = new byte[1 << 22];

        Assert.Throws<InvalidOperationException>(() => ParallelPlanes.Run(new Recorder(parts), ref input[0], ref input[0], input.Length));

        Assert.Equal(input.Length, parts.Taken.Sum(static part => part.Planes));
    }

    /// <summary>With more calls at a time than the pool has threads, each made by one of these.</summary>
    [Fact]
    public async Task Calls_from_all_threads_of_the_pool_end()
    {
        byte[] input = new byte[1 << 20];
        Parts[] calls = [.. Enumerable.Range(0, 64).Select(static _ => new Parts())];

        Task all = Task.WhenAll(calls.Select(parts => Task.Run(
            () => ParallelPlanes.Run(new Recorder(parts), ref input[0], ref input[0], input.Length))));
        await all.WaitAsync(s_patience);

        Assert.All(calls, parts => Assert.Equal(input.Length, parts.Taken.Sum(static part => part.Planes)));
    }

    /// <summary>Returning early would let the tensors move under a thread that still writes to them.</summary>
    [SkippableFact]
    public void Interrupting_the_caller_does_not_end_its_wait()
    {
        Skip.If(Environment.ProcessorCount == 1, "Needs a second core.");
        byte[] input = new byte[1 << 22];
        using ManualResetEventSlim helperIsIn = new();
        using ManualResetEventSlim callerGoesOn = new();
        Thread? caller = null;
        bool helperIsDone = false;
        Parts parts = new();
        parts.Action = _ =>
        {
            if (Thread.CurrentThread == caller)
            {
                Assert.True(callerGoesOn.IsSet || helperIsIn.Wait(s_patience));
                callerGoesOn.Set();
            }
            else if (!helperIsIn.IsSet)
            {
                helperIsIn.Set();
                Assert.True(callerGoesOn.Wait(s_patience));
                Thread.Sleep(100);
                caller!.Interrupt();
                Thread.Sleep(100);
                Volatile.Write(ref helperIsDone, true);
            }
        };
        Exception? failure = null;
        Exception? interruption = null;
        bool waited = false;
        caller = new Thread(() =>
        {
            failure = Record.Exception(() => ParallelPlanes.Run(new Recorder(parts), ref input[0], ref input[0], input.Length));
            waited = Volatile.Read(ref helperIsDone);
            interruption = Record.Exception(static () => Thread.Sleep(1));
        });
        caller.Start();

        Assert.True(caller.Join(s_patience));
        Assert.Null(failure);
        Assert.True(waited);
        Assert.IsType<ThreadInterruptedException>(interruption);
    }

    private static void MarkPlanes(byte[] input, int planes, int size)
    {
        for (int plane = 0; plane < planes; plane++)
        {
            input[plane * size] = (byte)plane;
        }
    }

    /// <summary>The least of several attempts: a collection elsewhere can make one count for more.</summary>
    private static long Allocated(int length)
    {
        byte[] input = new byte[length];
        return Enumerable.Range(0, 5).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            ParallelPlanes.Run(default(Nothing), ref input[0], ref input[0], input.Length);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    /// <summary>Adds what distinguishes a plane to its first result and 1 to its second; the second index stands for no tap.</summary>
    private readonly struct FirstElement(nint size, bool countsAll = false) : IPlaneKernel<byte, int, int>
    {
        public const int Results = 2;

        public nint InputSize => size;

        public nint OutputSize => Results;

        public nint Outputs => 1;

        public nint LeastBand => 4;

        public void Pool(ref byte input, ref int output, ref int indices, nint planes, nint bandBegin, nint bandEnd)
        {
            for (nint plane = 0; plane < planes; plane++)
            {
                ref int first = ref Unsafe.Add(ref output, plane * Results);
                ref int second = ref Unsafe.Add(ref first, 1);
                first += 1 + Unsafe.Add(ref input, plane * size);
                second++;
                ref int index = ref Unsafe.Add(ref indices, plane * Results);
                index = countsAll ? (int)(plane * size) : 0;
                Unsafe.Add(ref index, 1) = -1;
            }
        }
    }

    /// <summary>Notes what it is handed.</summary>
    private readonly struct Recorder(Parts parts) : IPlaneKernel<byte, byte, int>
    {
        public nint InputSize => 1;

        public nint OutputSize => 1;

        public nint Outputs => 1;

        public nint LeastBand => 4;

        public void Pool(ref byte input, ref byte output, ref int indices, nint planes, nint bandBegin, nint bandEnd)
        {
            parts.Taken.Add(((int)planes, Environment.CurrentManagedThreadId));
            parts.Action?.Invoke((int)planes);
        }
    }

    /// <summary>Counts how often an output is made, and notes how many are made at a time.</summary>
    private readonly struct Bands(nint outputs, nint size, Parts parts, bool countsAll) : IPlaneKernel<byte, int, int>
    {
        public const int Results = 2;

        public const int Least = 4;

        public nint InputSize => size;

        public nint OutputSize => outputs * Results;

        public nint Outputs => outputs;

        public nint LeastBand => Least;

        public void Pool(ref byte input, ref int output, ref int indices, nint planes, nint bandBegin, nint bandEnd)
        {
            parts.Taken.Add(((int)(planes * (bandEnd - bandBegin)), Environment.CurrentManagedThreadId));
            for (nint plane = 0; plane < planes; plane++)
            {
                for (nint i = bandBegin * Results; i < bandEnd * Results; i++)
                {
                    Unsafe.Add(ref output, plane * OutputSize + i)++;
                    Unsafe.Add(ref indices, plane * OutputSize + i) = countsAll ? (int)(plane * size) : 0;
                }
            }
        }
    }

    private readonly struct Nothing : IPlaneKernel<byte, byte, int>
    {
        public nint InputSize => 1;

        public nint OutputSize => 1;

        public nint Outputs => 1;

        public nint LeastBand => 4;

        public void Pool(ref byte input, ref byte output, ref int indices, nint planes, nint bandBegin, nint bandEnd)
        {
        }
    }

    private sealed class Parts
    {
        public ConcurrentBag<(int Planes, int Thread)> Taken { get; } = [];

        public Action<int>? Action { get; set; }
    }
}
