namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>Memory for the tensors of one call.</summary>
internal sealed record Regions(Region Inputs, Region Outputs, Region Indices)
{
    /// <summary>In arrays.</summary>
    public static Regions OfArrays() => new(new ArrayRegion(), new ArrayRegion(), new ArrayRegion());

    /// <summary>Between guard pages where the system has them: only for processes that may end.</summary>
    public static Regions Guarded() =>
        GuardedRegion.IsSupported ? new(new GuardedRegion(), new GuardedRegion(), new GuardedRegion()) : OfArrays();
}
