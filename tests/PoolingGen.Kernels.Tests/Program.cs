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
/// kernels, with all tensors between guard pages where the system has them. Prints each kernel's name and digest, and at
/// the end how many cases there were. <c>touch ACCESS PLACE</c> proves that guard pages guard.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments) => arguments switch
    {
        ["specs", string count, .. string[] seed] => SpecsCommand.Run(int.Parse(count, CultureInfo.InvariantCulture), seed.FirstOrDefault()),
        ["touch", string access, string place] => GuardTouch.Run(access, place),
        [string level, .. string[] library] when InstructionLevel.Get(level) is var here && here.Holds() => RunSuite(here, library.FirstOrDefault()),
        _ => Refuse(arguments),
    };

    private static int Refuse(string[] arguments)
    {
        Console.Error.WriteLine($"Not at the level \"{string.Join(' ', arguments)}\" but at: {InstructionLevel.Here}");
        return 2;
    }

    private static int RunSuite(InstructionLevel level, string? library)
    {
        Regions regions = Regions.Guarded();
        IEnumerable<Kernel> kernels = library is null ? level.Kernels : KernelCatalogue.In(Assembly.LoadFrom(library));
        int cases = 0;
        int exitCode = 0;
        foreach (Kernel kernel in kernels)
        {
            SuiteResult result = library is null ? NumericalSuite.Run(kernel, regions) : SpecSuite.Run(kernel, regions);
            Console.WriteLine($"{kernel.Name}\t{result.Digest}");
            cases += result.Cases;
            if (result.Failure is not null)
            {
                Console.Error.WriteLine(result.Failure);
                exitCode = 1;
            }
        }

        Console.WriteLine($"{cases} cases {regions.Place}");
        return exitCode;
    }
}
