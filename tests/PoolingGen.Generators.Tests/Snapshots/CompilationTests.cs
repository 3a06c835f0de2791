using Microsoft.CodeAnalysis.CSharp;
using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Snapshots;

/// <summary>Generated code compiles without a warning whatever the user's project is set to.</summary>
public sealed class CompilationTests
{
    /// <summary>The first version that has types local to a file.</summary>
    private const LanguageVersion Oldest = LanguageVersion.CSharp11;

    private static readonly string[] Kernels =
    [
        Sources.Kernel("PoolingMode.Max, Size = 2"),
        Sources.Kernel("PoolingMode.Min, Size = 3, Stride = 2, Padding = 1, NaN = NaNHandling.Unspecified"),
        Sources.Kernel("PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, CountIncludePad = true"),
        Sources.Kernel("PoolingMode.Average, Global = true"),
        Sources.Kernel("PoolingMode.Max, Size = 5, Stride = 1, Padding = 2, Channels = 256, InputSize = 20", Sources.Spans),
        Sources.Kernel("PoolingMode.Max, Size = 2, Parallel = true"),
        Sources.Kernel("PoolingMode.Max, Size = 2, Stride = 1, Dilation = 2147483646, Layout = PoolingLayout.ChannelsLast, Parallel = true"),
        Sources.Kernel("PoolingMode.Min, Global = true, Channels = 3, InputSize = 20, Parallel = true", "ReadOnlySpan<Half> input, Span<Half> output, Span<long> indices"),
    ];

    public static TheoryData<int, LanguageVersion, bool, bool> Settings
    {
        get
        {
            TheoryData<int, LanguageVersion, bool, bool> settings = [];
            for (int kernel = 0; kernel < Kernels.Length; kernel++)
            {
                settings.Add(kernel, Oldest, false, true);
                settings.Add(kernel, Oldest, true, false);
                settings.Add(kernel, LanguageVersion.Preview, false, false);
                settings.Add(kernel, LanguageVersion.Preview, true, true);
            }

            return settings;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Any_project_compiles_a_kernel(int kernel, LanguageVersion language, bool nullable, bool checkOverflow)
    {
        GeneratorRun run = GeneratorDriverHost.RunValid(new CompilationSettings(language, nullable, checkOverflow), Kernels[kernel]);

        Assert.NotNull(Assert.Single(run.Kernels).Pooling);
    }
}
