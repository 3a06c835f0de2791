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
        LoweredPlan all = LoweredPlan.Of(plan);
        LoweredPlan? single = plan.SingleChannel is { } other ? LoweredPlan.Of(other) : null;
        cancellationToken.ThrowIfCancellationRequested();
        return KernelPrinter.Print(spec, all, single);
    }
}
