using CsCheck;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>Draws kernels from all that the contract allows.</summary>
internal sealed class SpecGen : Gen<Spec>
{
    public override Spec Generate(PCG pcg, Size? min, out Size size)
    {
        Spec spec = new SpecDraw(new Dice(pcg)).Draw();
        size = new Size((ulong)(spec.Properties.Count + spec.Dimensions.Count));
        return spec;
    }
}
