using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Levels;

/// <summary>A set of instructions that a process can be confined to.</summary>
/// <param name="Name">What tests call it.</param>
/// <param name="Knob">The runtime's environment variable; <see langword="null"/> if it takes none.</param>
/// <param name="Value">Its value.</param>
/// <param name="Missing">Why this machine cannot show it; <see langword="null"/> if it can.</param>
/// <param name="Holds">Whether the process that asks is confined to it.</param>
internal sealed record InstructionLevel(string Name, string? Knob, string Value, Func<string?> Missing, Func<bool> Holds)
{
    /// <summary>The level of another machine than this.</summary>
    public const string Arm64 = "Arm64";

    private static readonly InstructionLevel[] s_all =
    [
        // The first to start, because it takes longest. The emulator does not notice new code that the runtime writes
        // through another mapping of its memory.
        new(Arm64, "DOTNET_EnableWriteXorExecute", "0",
            EmulatedArm64.Missing,
            () => AdvSimd.Arm64.IsSupported && !Vector256.IsHardwareAccelerated && Vector128.IsHardwareAccelerated)
        {
            Host = EmulatedArm64.Host,
            Kernels = EmulatedArm64.Kernels,
        },

        new("without AVX-512", "DOTNET_EnableAVX512", "0",
            () => Without(Avx512F.IsSupported, "AVX-512"),
            () => !Avx512F.IsSupported && Avx2.IsSupported && !Vector512.IsHardwareAccelerated && Vector256.IsHardwareAccelerated),

        // 256-bit vectors, but with 32 registers and AVX-512's instructions.
        new("AVX-512 at 256 bits", "DOTNET_PreferredVectorBitWidth", "256",
            () => Without(Avx512F.IsSupported, "AVX-512"),
            () => Avx512F.IsSupported && !Vector512.IsHardwareAccelerated && Vector256.IsHardwareAccelerated),

        // What a machine needs on which the runtime holds 512 bits to be slow; elsewhere the same as no knob.
        new("AVX-512 at 512 bits", "DOTNET_PreferredVectorBitWidth", "512",
            () => Without(Avx512F.IsSupported, "AVX-512"),
            () => Avx512F.IsSupported && Vector512.IsHardwareAccelerated),

        new("without AVX2", "DOTNET_EnableAVX2", "0",
            () => Without(Avx2.IsSupported, "AVX2"),
            () => Avx.IsSupported && !Avx2.IsSupported && !Vector256.IsHardwareAccelerated && Vector128.IsHardwareAccelerated),

        new("without AVX", "DOTNET_EnableAVX", "0",
            () => Without(Avx.IsSupported, "AVX"),
            () => !Avx.IsSupported && !Vector256.IsHardwareAccelerated && Vector128.IsHardwareAccelerated),

        new("without vectors", "DOTNET_EnableHWIntrinsic", "0",
            () => Without(Vector128.IsHardwareAccelerated, "vectors"),
            () => !Vector128.IsHardwareAccelerated),
    ];

    /// <summary>The command that runs an assembly at it: by default the host of the runtime that runs this, whatever started it.</summary>
    public IReadOnlyList<string> Host { get; init; } =
        [Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))];

    /// <summary>What the numerical suite runs at it.</summary>
    public IEnumerable<Kernel> Kernels { get; init; } = KernelCatalogue.All;

    /// <summary>Those that differ from what this process has anyway.</summary>
    public static IReadOnlyList<InstructionLevel> All { get; } =
        [.. s_all.Where(static level => level.Value != (Vector512.IsHardwareAccelerated ? "512" : "256"))];

    /// <summary>Whatever a process has without being confined.</summary>
    public static InstructionLevel Unconfined { get; } = new("unconfined", null, "", () => null, () => true);

    /// <summary>What this process runs at.</summary>
    public static string Here { get; } =
        $"Vector512 {Vector512.IsHardwareAccelerated}, Vector256 {Vector256.IsHardwareAccelerated}, Vector128 {Vector128.IsHardwareAccelerated}, "
        + $"Avx512F {Avx512F.IsSupported}, Avx2 {Avx2.IsSupported}, Avx {Avx.IsSupported}, "
        + $"AdvSimd {AdvSimd.Arm64.IsSupported}";

    public static InstructionLevel Get(string name) => s_all.Append(Unconfined).Single(level => level.Name == name);

    private static string? Without(bool present, string what) => present ? null : $"This process has no {what} to be confined: {Here}.";
}
