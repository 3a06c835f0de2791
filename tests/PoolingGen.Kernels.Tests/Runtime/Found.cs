namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>The fields of lanes with positions.</summary>
internal sealed record Found<T, P>(T[] Values, P[] Positions)
{
    public (T, P) this[int lane] => (Values[lane], Positions[lane]);
}
