namespace PoolingGen.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what an edit runs again.</summary>
internal static class TrackingNames
{
    public const string Parse = nameof(Parse);
    public const string Compile = nameof(Compile);
}
