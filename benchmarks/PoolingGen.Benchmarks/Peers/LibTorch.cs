namespace PoolingGen.Benchmarks.Peers;

/// <summary>
/// The CPU library of PyTorch: its C interface for compiled models, which calls the same kernels as Python does, and the
/// copy of XNNPACK inside.
/// </summary>
internal static class LibTorch
{
    public const string Version = "2.10.0";

    private const string File = "libtorch_cpu.so";

    private static readonly Lazy<nint> LazyLibrary = new(Load);

    public static string? Missing => NativeLibraries.WhyMissing(LazyLibrary.Value, File);

    public static nint Library => LazyLibrary.Value;

    /// <summary>Those that it needs lie beside it, and find each other.</summary>
    private static nint Load() => OperatingSystem.IsLinux() ? NativeLibraries.TryLoad(File) : 0;
}
