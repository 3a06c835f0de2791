using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Suite;
using Xunit;

namespace PoolingGen.Kernels.Tests;

public class AllocationTests
{
    [Theory]
    [MemberData(nameof(KernelNames.All), MemberType = typeof(KernelNames))]
    public void Call_allocates_nothing(string name)
    {
        Kernel kernel = KernelCatalogue.Get(name);
        Shape shape = ShapeGrid.ForSpecials(kernel, planes: 2);
        float[] input = new float[shape.Length];
        float[] output = new float[kernel.OutputOf(shape).Length];
        kernel.Pool(input, output, shape); // The first call compiles, and that allocates.

        long before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Pool(input, output, shape);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }
}
