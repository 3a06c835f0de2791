using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Suite;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>Every kernel against the oracle, at the level of instructions that this process has.</summary>
public class NumberTests
{
    [Theory]
    [MemberData(nameof(KernelNames.All), MemberType = typeof(KernelNames))]
    public void Kernel_agrees_with_the_oracle(string kernel)
    {
        SuiteResult result = NumericalSuite.Here(KernelCatalogue.Get(kernel));

        Assert.True(result.Failure is null, result.Failure);
    }
}
