namespace PoolingGen.Generators.Printing;

/// <summary>The element types of a kernel as C# spells them.</summary>
/// <param name="Input">The type of the input's elements: <c>Half</c>.</param>
/// <param name="Output">The type of the output's elements.</param>
/// <param name="Indices"><c>int</c> or <c>long</c>; <see langword="null"/> where no indices are written.</param>
/// <param name="InputStorage">The type that <c>Dispatch</c> takes the input as: <c>short</c> where the kernel works on the bits.</param>
/// <param name="OutputStorage">Likewise the output.</param>
internal sealed record EntryTypes(string Input, string Output, string? Indices, string InputStorage, string OutputStorage)
{
    /// <summary>A reference to an input element as <c>Dispatch</c> wants it.</summary>
    public string StoredInput(string reference) => Stored(Input, InputStorage, reference);

    /// <inheritdoc cref="StoredInput"/>
    public string StoredOutput(string reference) => Stored(Output, OutputStorage, reference);

    private static string Stored(string type, string storage, string reference) =>
        type == storage ? $"ref {reference}" : $"ref Unsafe.As<{type}, {storage}>(ref {reference})";
}
