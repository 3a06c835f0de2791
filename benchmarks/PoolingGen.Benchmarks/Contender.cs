namespace PoolingGen.Benchmarks;

/// <summary>One way to compute a layer, with an input in a layout of its choice and an output of its own.</summary>
internal abstract class Contender(string name, DataLayout layout) : IDisposable
{
    public string Name => name;

    public DataLayout Layout => layout;

    /// <summary>Where the last <see cref="Run"/> left its output.</summary>
    public abstract nint Output { get; }

    /// <summary>Where it left the indices, if they were wanted; 64 bits each.</summary>
    public abstract nint Indices { get; }

    public abstract void Run();

    public abstract void Dispose();
}
