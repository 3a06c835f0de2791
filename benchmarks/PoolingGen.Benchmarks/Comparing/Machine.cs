using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Environments;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>Where a measurement was taken.</summary>
internal static class Machine
{
    public static string Processor => HostEnvironmentInfo.GetCurrent().Cpu.Value?.ProcessorName ?? "unknown processor";

    public static string Runtime => $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>The widest vectors that the JIT compiles the kernels for in this process.</summary>
    public static string InstructionLevel =>
        Vector512.IsHardwareAccelerated ? "512 bit (AVX-512)"
        : Vector256.IsHardwareAccelerated ? "256 bit (AVX2)"
        : !Vector128.IsHardwareAccelerated ? "no vectors"
        : RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "128 bit (NEON)" : "128 bit (SSE)";
}
