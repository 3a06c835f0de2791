using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Printing;

/// <summary>The whole road from a spec to a source file.</summary>
internal static class KernelCompiler
{
    public static string Compile(KernelSpec spec, CancellationToken cancellationToken)
    {
        KernelPlan plan = KernelPlanner.Plan(spec.Pooling);
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<KernelProgram> programs = [.. KernelLowering.Lower(plan)];
        cancellationToken.ThrowIfCancellationRequested();
        return KernelPrinter.Print(spec.Method, plan, programs);
    }
}
