namespace PoolingGen.Generators.Tests.Fuzzing;

/// <summary>What became of a source.</summary>
internal enum FuzzOutcome
{
    /// <summary>The compiler reports errors of the user's.</summary>
    UserError,

    /// <summary>The analyzer reports some, and the compiler none.</summary>
    Reported,

    /// <summary>All compiles, and there is no kernel.</summary>
    NoKernel,

    /// <summary>All compiles, kernels included.</summary>
    Kernel,
}
