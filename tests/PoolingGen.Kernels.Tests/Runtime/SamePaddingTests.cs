using PoolingGen.Runtime;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

public class SamePaddingTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    [InlineData(4, 7)]
    public void Padding_is_the_least_that_reaches_every_element(int size, int stride)
    {
        for (int input = 1; input < 40; input++)
        {
            nint windows = SamePadding.OutputExtent(input, stride);
            int total = Math.Max(((int)windows - 1) * stride + size - input, 0);

            Assert.Equal((int)Math.Ceiling((double)input / stride), windows);
            Assert.Equal(total / 2, SamePadding.BeginUpper(input, size, stride));
            Assert.Equal(total - total / 2, SamePadding.BeginLower(input, size, stride));
        }
    }
}
