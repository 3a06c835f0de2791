namespace PoolingGen.Generators.Printing;

/// <summary>Where the first elements of the tensors are to be had, as expressions of C# that a <c>ref</c> can stand before.</summary>
internal sealed record TensorOrigins(string Input, string Output, string Indices);
