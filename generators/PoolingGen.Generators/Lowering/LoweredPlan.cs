using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>A plan and the programs that it has become.</summary>
internal sealed record LoweredPlan(KernelPlan Plan, IReadOnlyList<KernelProgram> Programs)
{
    public static LoweredPlan Of(KernelPlan plan) => new(plan, [.. KernelLowering.Lower(plan)]);
}
