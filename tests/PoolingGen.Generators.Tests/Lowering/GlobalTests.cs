using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Whole planes of so many elements that vectors leave none, a few or many over, and of several levels of sums.</summary>
public sealed class GlobalTests
{
    /// <summary>Two groups of planes with more of the tensor behind them, and what is left.</summary>
    private const int Channels = 11;

    [Theory]
    [InlineData(nameof(PoolingMode.Max))]
    [InlineData(nameof(PoolingMode.Min))]
    [InlineData(nameof(PoolingMode.Average))]
    [InlineData(nameof(PoolingMode.LpNorm))]
    public void Planes_of_any_size_are_right(string mode)
    {
        foreach (int width in new[] { 1, 3, 4, 5, 15, 16, 17, 20, 21, 31, 49, 256, 260, 271, 272, 273, 4100 })
        {
            Compare(Pooling(Enum.Parse<PoolingMode>(mode), null), width);
            Compare(Pooling(Enum.Parse<PoolingMode>(mode), width), width);
        }
    }

    /// <summary>Sums have levels in large planes; of planes of a known size, only one of two procedures is left.</summary>
    [Theory]
    [InlineData(null, nameof(PoolingMode.Average), "Planes LargePlanes")]
    [InlineData(271, nameof(PoolingMode.Average), "Planes")]
    [InlineData(272, nameof(PoolingMode.Average), "LargePlanes")]
    [InlineData(null, nameof(PoolingMode.Max), "Planes")]
    [InlineData(4100, nameof(PoolingMode.Max), "Planes")]
    public void Only_large_planes_have_levels(int? width, string mode, string expected) => Assert.All(
        KernelLowering.Lower(KernelPlanner.Plan(Pooling(Enum.Parse<PoolingMode>(mode), width))),
        program => Assert.Equal(expected, string.Join(' ', program.Procedures.Select(static procedure => procedure.Name))));

    private static void Compare(PoolingSpec pooling, int width)
    {
        Extents input = new(1, Channels, new([width]));
        ProgramComparison comparison = new(pooling, input);
        foreach (Number[] numbers in ProgramInputs.Of(pooling, input.Size, new Random(width)))
        {
            comparison.Compare(numbers);
        }
    }

    private static PoolingSpec Pooling(PoolingMode mode, int? width)
    {
        AxisSpec whole = ProgramWindows.Rows.First(static windows => windows.Name == "whole").Axes[0];
        return new(mode, NaNHandling.Propagate, new([whole with { Input = new DimensionSpec(width) }]), HasBatch: true, new DimensionSpec(null), ElementType.Single, ElementType.Single);
    }
}
