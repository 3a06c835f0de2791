using System.Runtime.CompilerServices;
using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Levels;

/// <summary>The machine that <c>tests/arm64/install.sh</c> installs.</summary>
internal static class EmulatedArm64
{
    private static readonly string Folder = FolderOf();

    /// <summary>The command that runs an assembly on it.</summary>
    public static IReadOnlyList<string> Host { get; } =
        [Path.Combine(Folder, "qemu-aarch64-static"), "-L", Path.Combine(Folder, "system"), Path.Combine(Folder, "host", "Arm64Host")];

    /// <summary>Whether the environment asks for all kernels on it. It is a dozen times slower than this machine.</summary>
    public static bool RunsAll { get; } = Environment.GetEnvironmentVariable("POOLINGGEN_ARM64") == "all";

    public static IEnumerable<Kernel> Kernels => RunsAll ? KernelCatalogue.All : KernelCatalogue.EachGeometryOnce;

    /// <summary>Why there is none; <see langword="null"/> if there is one.</summary>
    public static string? Missing() =>
        File.Exists(Host[0]) && File.Exists(Host[^1]) ? null : "There is no emulated Arm64 machine; tests/arm64/install.sh installs one.";

    private static string FolderOf([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "arm64", "bin"));
}
