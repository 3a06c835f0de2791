namespace PoolingGen.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what an edit runs again.</summary>
internal static class TrackingNames
{
    /// <summary>One <see cref="Parsing.ParsedKernel"/> per attributed method.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>One <see cref="Parsing.ParsedOutputShape"/> per method that tells a kernel's output shape.</summary>
    public const string ParseShape = nameof(ParseShape);

    /// <summary>The names that more than one method has.</summary>
    public const string AmbiguousNames = nameof(AmbiguousNames);

    /// <summary>The kernels with names of their own.</summary>
    public const string Name = nameof(Name);

    /// <summary>One <see cref="GeneratedFile"/> per kernel.</summary>
    public const string Compile = nameof(Compile);

    /// <summary>The shape methods with names of their own.</summary>
    public const string NameShape = nameof(NameShape);

    /// <summary>One <see cref="GeneratedFile"/> per shape method.</summary>
    public const string PrintShape = nameof(PrintShape);
}
