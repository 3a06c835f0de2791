namespace PoolingGen.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what an edit runs again.</summary>
internal static class TrackingNames
{
    /// <summary>One <see cref="Parsing.ParsedKernel"/> per attributed method.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>The names that more than one kernel has.</summary>
    public const string AmbiguousNames = nameof(AmbiguousNames);

    /// <summary>The kernels with names of their own.</summary>
    public const string Name = nameof(Name);

    /// <summary>One <see cref="GeneratedFile"/> per kernel.</summary>
    public const string Compile = nameof(Compile);
}
