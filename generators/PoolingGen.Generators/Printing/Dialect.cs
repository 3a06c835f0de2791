using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Printing;

/// <summary>How a vector width is spelt in C#.</summary>
/// <param name="Bits">Bits of a vector; 0 for scalars.</param>
/// <param name="Class">The class with the vector's static methods; empty for scalars.</param>
/// <param name="Guard">Whether the machine has this width: a constant to the JIT. Empty if every machine does.</param>
/// <param name="Instructions">Which instruction sets this is for, in words.</param>
internal sealed record Dialect(int Bits, string Class, string Guard, string Instructions)
{
    public bool IsScalar => Bits == 0;

    /// <summary>What ends the names of types and methods of this width.</summary>
    public string Suffix => IsScalar ? "1" : $"{Bits}";

    public static Dialect Of(VectorWidth width) => width.Bits switch
    {
        512 => new(512, "Vector512", "Vector512.IsHardwareAccelerated", "AVX-512"),
        256 => new(256, "Vector256", "Vector256.IsHardwareAccelerated", "AVX2"),
        128 => new(128, "Vector128", "Vector128.IsHardwareAccelerated", "NEON, SSE or WebAssembly SIMD"),
        _ => new(0, "", "", "machines without vectors"),
    };

    /// <summary>The type of a register.</summary>
    public string TypeOf(RegisterKind kind, Arithmetic arithmetic) => (kind, arithmetic.Form) switch
    {
        (RegisterKind.Scale, _) => Vector(arithmetic.Scale),
        (RegisterKind.Column, _) => Vector(arithmetic.Lane.Position()),
        (RegisterKind.Value, LaneForm.Indexed) => Indexed(arithmetic),
        (RegisterKind.Value, LaneForm.Wide) => $"Wide{Suffix}",
        _ => Vector(arithmetic.Lane),
    };

    public string Vector(ElementType lane) => IsScalar ? lane.Name() : $"{Class}<{lane.Name()}>";

    /// <summary>The type of values with positions.</summary>
    public string Indexed(Arithmetic arithmetic) => $"Indexed{Suffix}<{arithmetic.Lane.Name()}, {arithmetic.Lane.Position().Name()}>";
}
