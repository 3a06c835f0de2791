namespace PoolingGen.Jit.Tests;

/// <summary>What a method was measured to take, and how much more it may take before that is a regression.</summary>
/// <param name="Bytes">Bytes of machine code.</param>
/// <param name="Spills">Instructions that move a vector to the stack or from there.</param>
internal sealed record Budget(int Bytes, int Spills)
{
    /// <summary>A tenth, and the length of a dozen instructions: what another version of the JIT may do.</summary>
    public int MostBytes => Bytes + Bytes / 10 + 64;

    /// <summary>A quarter, and one vector stored and loaded again.</summary>
    public int MostSpills => Spills + Spills / 4 + 2;

    public override string ToString() => Spills == 0 ? $"{Bytes}" : $"{Bytes} / {Spills}";
}
