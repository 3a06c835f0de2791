namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>Memory for the tensors of one call.</summary>
/// <param name="Place">Where it is, in words.</param>
internal sealed record Regions(string Place, Region Inputs, Region Outputs, Region Indices)
{
    /// <summary>In arrays.</summary>
    public static Regions OfArrays() => new("in arrays", new ArrayRegion(), new ArrayRegion(), new ArrayRegion());

    /// <summary>Between guard pages where the system has them: only for processes that may end.</summary>
    public static Regions Guarded() => GuardPages.IsSupported
        ? new("between guard pages", new GuardedRegion(), new GuardedRegion(), new GuardedRegion())
        : OfArrays();
}
