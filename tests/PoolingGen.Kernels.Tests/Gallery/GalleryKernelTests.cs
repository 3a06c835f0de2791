using PoolingGen.Gallery;
using Xunit;

namespace PoolingGen.Kernels.Tests.Gallery;

public partial class GalleryKernelTests
{
    [Fact]
    public void TheAttributeReadsAsInTheSource() => Assert.Equal(
        "[PoolingKernel(PoolingMode.Average, Sizes = [3, 2], Stride = 2, CountIncludePad = true, NaN = NaNHandling.Unspecified)]",
        new GalleryKernel(Average).AttributeText);

    [Fact]
    public void AMethodWithoutTheAttributeIsRefused() =>
        Assert.Throws<ArgumentException>(() => new GalleryKernel((_, _, _, _, _) => { }));

    [PoolingKernel(PoolingMode.Average, Sizes = [3, 2], Stride = 2, CountIncludePad = true, NaN = NaNHandling.Unspecified)]
    private static partial void Average(ReadOnlySpan<float> input, Span<float> output, int channels, int height, int width);
}
