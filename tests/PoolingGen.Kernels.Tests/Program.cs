using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Levels;
using PoolingGen.Kernels.Tests.Suite;

namespace PoolingGen.Kernels.Tests;

/// <summary>
/// The numerical suite at the level of instructions that the argument names and the environment has set, with all
/// tensors between guard pages where the system has them. Prints each kernel's name and digest.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [string name] || !InstructionLevel.Get(name).Holds())
        {
            Console.Error.WriteLine($"Not at the level \"{string.Join(' ', arguments)}\" but at: {InstructionLevel.Here}");
            return 2;
        }

        Region inputs = NewRegion();
        Region outputs = NewRegion();
        int exitCode = 0;
        foreach (Kernel kernel in KernelCatalogue.All)
        {
            SuiteResult result = NumericalSuite.Run(kernel, inputs, outputs);
            Console.WriteLine($"{kernel.Name}\t{result.Digest}");
            if (result.Failure is not null)
            {
                Console.Error.WriteLine(result.Failure);
                exitCode = 1;
            }
        }

        return exitCode;
    }

    private static Region NewRegion() => GuardedRegion.IsSupported ? new GuardedRegion() : new ArrayRegion();
}
