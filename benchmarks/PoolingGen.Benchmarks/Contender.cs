namespace PoolingGen.Benchmarks;

/// <summary>One way to compute a layer, with an output of its own.</summary>
internal sealed record Contender(string Name, NativeBuffer Output, Action Run);
