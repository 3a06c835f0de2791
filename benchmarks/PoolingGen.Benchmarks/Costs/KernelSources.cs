namespace PoolingGen.Benchmarks.Costs;

/// <summary>A hundred kernels, no two the same, each in a file of its own.</summary>
internal static class KernelSources
{
    private static readonly string[] Modes = ["Max", "Min", "Average", "Sum", "LpNorm"];
    private static readonly string[] Layouts = ["ChannelsFirst", "ChannelsLast"];

    public static string ReadmeExample => File("Pools", "PoolingMode.Max, Size = 2, Stride = 2");

    public static IEnumerable<string> All =>
        from mode in Modes
        from layout in Layouts
        from stride in Enumerable.Range(1, 2)
        from size in Enumerable.Range(2, 5)
        select File(
            FormattableString.Invariant($"{mode}{size}x{size}Stride{stride}{layout}"),
            FormattableString.Invariant($"PoolingMode.{mode}, Size = {size}, Stride = {stride}, Padding = {size / 2}, Layout = PoolingLayout.{layout}"));

    private static string File(string name, string arguments) =>
        $$"""
        using System;
        using PoolingGen;

        public static partial class {{name}}
        {
            [PoolingKernel({{arguments}})]
            public static partial void Pool(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
        }
        """;
}
