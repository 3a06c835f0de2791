namespace PoolingGen.Generators.Parsing;

/// <summary>What the parser makes of one attributed method.</summary>
/// <param name="Method">The method to implement.</param>
/// <param name="Pooling">What it is to compute, or <see langword="null"/> if the source is in error.</param>
internal sealed record ParsedKernel(MethodSpec Method, PoolingSpec? Pooling);
