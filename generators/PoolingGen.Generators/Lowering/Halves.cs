namespace PoolingGen.Generators.Lowering;

/// <summary>What <see cref="Halved"/> statements take of the registers around them.</summary>
internal static class Halves
{
    public static Register Lower(Code code, Register whole) => code.Define($"{whole.Name}Lower", new LowerHalf(whole), whole.Kind);

    public static Register Upper(Code code, Register whole) => code.Define($"{whole.Name}Upper", new UpperHalf(whole), whole.Kind);

    /// <summary>One of the halves of registers whose columns follow each other.</summary>
    public static Register Of(Code code, IReadOnlyList<Register> wholes, int number) =>
        number % 2 == 0 ? Lower(code, wholes[number / 2]) : Upper(code, wholes[number / 2]);
}
