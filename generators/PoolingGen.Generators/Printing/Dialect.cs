namespace PoolingGen.Generators.Printing;

/// <summary>How a vector width is spelt in C#.</summary>
/// <param name="Lanes">Elements of a vector.</param>
/// <param name="Type">The type of a register.</param>
/// <param name="Class">The class with the vector's static methods; empty for scalars.</param>
/// <param name="Guard">Whether the machine has this width: a constant to the JIT. Empty if every machine does.</param>
/// <param name="Instructions">Which instruction sets this is for, in words.</param>
internal sealed record Dialect(int Lanes, string Type, string Class, string Guard, string Instructions)
{
    public bool IsScalar => Lanes == 1;

    public static Dialect Of(int lanes) => lanes switch
    {
        16 => new(16, "Vector512<float>", "Vector512", "Vector512.IsHardwareAccelerated", "AVX-512"),
        8 => new(8, "Vector256<float>", "Vector256", "Vector256.IsHardwareAccelerated", "AVX2"),
        4 => new(4, "Vector128<float>", "Vector128", "Vector128.IsHardwareAccelerated", "NEON, SSE or WebAssembly SIMD"),
        _ => new(1, "float", "", "", "machines without vectors"),
    };
}
