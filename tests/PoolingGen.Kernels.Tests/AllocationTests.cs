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
        int outputs = kernel.Pooling.OutputOf(shape).Length;
        byte[] input = new byte[shape.Length * kernel.Pooling.Input.Size];
        byte[] output = new byte[outputs * kernel.Pooling.Output.Size];
        byte[] indices = new byte[outputs * (kernel.Pooling.Indices?.Size ?? 0)];
        kernel.Pool(input, output, indices, shape); // The first call compiles, and that allocates.

        long before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Pool(input, output, indices, shape);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }
}
