namespace PoolingGen.Generators.Tests.Hosting;

/// <summary>Sources that tests share.</summary>
internal static class Sources
{
    /// <summary>The parameters of a kernel whose dimensions are all known at run time only.</summary>
    public const string Parameters = "ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width";

    /// <summary>The parameters of a kernel whose dimensions are all fixed.</summary>
    public const string Spans = "ReadOnlySpan<float> input, Span<float> output";

    /// <summary>A class <c>Pools</c> with one kernel <c>Pool</c>.</summary>
    public static string Kernel(string arguments, string parameters = Parameters) => $$"""
        public static partial class Pools
        {
            [PoolingKernel({{arguments}})]
            public static partial void Pool({{parameters}});
        }
        """;
}
