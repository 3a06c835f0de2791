using System.Runtime.InteropServices;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>oneDNN 2, as Debian packages it.</summary>
internal static unsafe class OneDnn
{
    private const string File = "libdnnl.so.2";
    private const string OpenCl = "libOpenCL.so.1";
    private const string OpenMp = "libgomp.so.1";

    private static readonly Lazy<nint> LazyLibrary = new(Load);

    public static string? Missing => NativeLibraries.WhyMissing(LazyLibrary.Value, File);

    public static string Version
    {
        get
        {
            int* version = ((delegate* unmanaged<int*>)Export("dnnl_version"))();
            return FormattableString.Invariant($"{version[0]}.{version[1]}.{version[2]}");
        }
    }

    public static nint Export(string name) => NativeLibrary.GetExport(LazyLibrary.Value, name);

    public static void Check(int status)
    {
        if (status != 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"oneDNN failed with status {status}."));
        }
    }

    /// <summary>With one thread, whatever OpenMP would take.</summary>
    private static nint Load()
    {
        // It names OpenCL as a need, which a machine without a GPU does not have: loaded before, it is found.
        if (!OperatingSystem.IsLinux() || NativeLibraries.TryLoad(OpenCl) == 0 || NativeLibraries.TryLoad(OpenMp) is not (not 0 and var openMp))
        {
            return 0;
        }

        ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(openMp, "omp_set_num_threads"))(1);
        return NativeLibraries.TryLoad(File);
    }
}
