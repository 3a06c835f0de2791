using System.Globalization;
using System.Reflection;
using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Levels;
using PoolingGen.Kernels.Tests.Specs;
using PoolingGen.Kernels.Tests.Suite;

namespace PoolingGen.Kernels.Tests;

/// <summary>
/// <c>specs COUNT [SEED]</c> tests that many kernels drawn at random at every level of instructions. Else the numerical
/// suite at the level that the argument names and the environment has set, of the catalogue or of an assembly of drawn
/// kernels, with all tensors between guard pages where the system has them. Prints each kernel's name and digest.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments) => arguments switch
    {
        ["specs", string count, .. string[] seed] => SpecsCommand.Run(int.Parse(count, CultureInfo.InvariantCulture), seed.FirstOrDefault()),
        [string level, .. string[] library] when InstructionLevel.Get(level).Holds() => RunSuite(library.FirstOrDefault()),
        _ => Refuse(arguments),
    };

    private static int Refuse(string[] arguments)
    {
        Console.Error.WriteLine($"Not at the level \"{string.Join(' ', arguments)}\" but at: {InstructionLevel.Here}");
        return 2;
    }

    private static int RunSuite(string? library)
    {
        Regions regions = Regions.Guarded();
        IEnumerable<Kernel> kernels = library is null ? KernelCatalogue.All : KernelCatalogue.In(Assembly.LoadFrom(library));
        int exitCode = 0;
        foreach (Kernel kernel in kernels)
        {
            SuiteResult result = library is null ? NumericalSuite.Run(kernel, regions) : SpecSuite.Run(kernel, regions);
            Console.WriteLine($"{kernel.Name}\t{result.Digest}");
            if (result.Failure is not null)
            {
                Console.Error.WriteLine(result.Failure);
                exitCode = 1;
            }
        }

        return exitCode;
    }
}
