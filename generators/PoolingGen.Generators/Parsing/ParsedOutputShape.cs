namespace PoolingGen.Generators.Parsing;

/// <summary>What the parser makes of one method that tells a kernel's output shape.</summary>
/// <param name="Method">The method to implement.</param>
/// <param name="Axes">The kernel's windows, or <see langword="null"/> if the method or the kernel is in error.</param>
internal sealed record ParsedOutputShape(MethodSpec Method, EquatableArray<AxisSpec>? Axes);
