using System.Numerics;

namespace PoolingGen.Benchmarks;

/// <summary>One that writes into buffers.</summary>
internal sealed class BufferContender(string name, DataLayout layout, NativeBuffer output, NativeBuffer? indices, Action run) : Contender(name, layout)
{
    public override nint Output => output.Address;

    public override nint Indices => indices?.Address ?? 0;

    public static BufferContender New<T>(string name, DataLayout layout, Job<T> job, Action<NativeBuffer, NativeBuffer?> run)
        where T : unmanaged, INumber<T>
    {
        NativeBuffer output = job.NewOutput(layout);
        NativeBuffer? indices = job.NewIndices(layout);
        return new BufferContender(name, layout, output, indices, () => run(output, indices));
    }

    public override void Run() => run();

    public override void Dispose()
    {
        output.Dispose();
        indices?.Dispose();
    }
}
