using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Jit.Tests;

/// <summary>A set of instructions that kernels are compiled for.</summary>
/// <param name="Name">What tests call it.</param>
/// <param name="Knob">The runtime's environment variable that leaves out the rest, set to 0; <see langword="null"/> if nothing is left out.</param>
/// <param name="Has">Whether this machine has it.</param>
internal sealed record JitLevel(string Name, string? Knob, bool Has)
{
    public static IReadOnlyList<JitLevel> All { get; } =
    [
        new("AVX-512", null, Vector512.IsHardwareAccelerated),
        new("AVX2", "DOTNET_EnableAVX512", Avx2.IsSupported),
    ];

    public static JitLevel Get(string name) => All.Single(level => level.Name == name);

    /// <summary>Why nothing can be said about it here; <see langword="null"/> if something can.</summary>
    public string? Missing() =>
        !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 ? "Budgets were measured on Linux x64, whose calls leave more registers free than others."
        : Has ? null
        : $"This machine has no {Name}.";
}
