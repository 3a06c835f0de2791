using System.Collections.Concurrent;
using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>Runs one kernel of the catalogue on all shapes and fillings.</summary>
internal sealed class NumericalSuite
{
    /// <summary>Windows times taps per special value, so that the oracle stays quick.</summary>
    private const int MaxTapsPerSpecial = 250_000;

    private static readonly ConcurrentDictionary<string, Lazy<SuiteResult>> InProcess = [];

    private readonly Kernel _kernel;
    private readonly CaseRunner _cases;

    private NumericalSuite(Kernel kernel, Regions regions)
    {
        _kernel = kernel;
        _cases = new CaseRunner(kernel, regions);
    }

    /// <summary>The result at the level of instructions of this process; each kernel runs once.</summary>
    public static SuiteResult Here(Kernel kernel) =>
        InProcess.GetOrAdd(kernel.Name, _ => new(() => Run(kernel, Regions.OfArrays()))).Value;

    /// <summary>Runs a kernel with its tensors in these regions.</summary>
    public static SuiteResult Run(Kernel kernel, Regions regions)
    {
        NumericalSuite suite = new(kernel, regions);
        suite.RunShapes();
        suite.RunSpecials();
        suite.RunSpecialsAtEnds();
        return suite._cases.Result();
    }

    private void RunShapes()
    {
        int index = 0;
        foreach (Shape shape in ShapeGrid.For(_kernel))
        {
            foreach (Filling filling in Filling.For(_kernel.Pooling, shape, index))
            {
                _cases.Run(shape, filling, index);
            }

            index++;
        }
    }

    /// <summary>Every special value at every position of a plane, as far as the oracle's time allows; then evenly spread.</summary>
    private void RunSpecials()
    {
        Shape plane = ShapeGrid.ForSpecials(_kernel, planes: 1);
        long affordable = Math.Max(1, MaxTapsPerSpecial / _kernel.Pooling.Taps(plane));
        int positions = (int)Math.Min(plane.PlaneSize, affordable);
        Shape shape = ShapeGrid.ForSpecials(_kernel, positions);
        int step = plane.PlaneSize / positions;
        foreach (Filling filling in Filling.OneSpecialPerPlane(_kernel.Pooling, step))
        {
            for (int seed = 0; seed * shape.Planes < positions; seed++)
            {
                _cases.Run(shape, filling, seed);
            }
        }
    }

    /// <summary>Every special value in the last blocks of rows: in each next plane one row lower, one column before.</summary>
    private void RunSpecialsAtEnds()
    {
        foreach (Shape shape in ShapeGrid.ForEnds(_kernel))
        {
            foreach (Filling filling in Filling.OneSpecialPerPlane(_kernel.Pooling, shape.Width - 1))
            {
                _cases.Run(shape, filling, seed: 0);
            }
        }
    }
}
