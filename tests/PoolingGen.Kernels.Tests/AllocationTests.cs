using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Suite;
using Xunit;

namespace PoolingGen.Kernels.Tests;

public class AllocationTests
{
    private const int Attempts = 5;

    [Theory]
    [MemberData(nameof(KernelNames.OfSpans), MemberType = typeof(KernelNames))]
    public void Call_allocates_nothing(string name)
    {
        Kernel kernel = KernelCatalogue.Get(name);
        Shape shape = ShapeGrid.ForSpecials(kernel, planes: 2);
        int outputs = kernel.Pooling.OutputOf(shape).Length;
        byte[] input = new byte[shape.Length * kernel.Pooling.Input.Size];
        byte[] output = new byte[outputs * kernel.Pooling.Output.Size];
        byte[] indices = new byte[outputs * (kernel.Pooling.Indices?.Size ?? 0)];
        kernel.Pool(input, output, indices, shape); // The first call compiles, and that allocates.

        // A collection on another thread ends this one's allocation context, the rest of which then counts as allocated.
        long allocated = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && allocated != 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            kernel.Pool(input, output, indices, shape);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, allocated);
    }
}
