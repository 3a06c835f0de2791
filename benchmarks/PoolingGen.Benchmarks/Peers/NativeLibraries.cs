using System.Reflection;
using System.Runtime.InteropServices;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>Native libraries that no package of this project brings along.</summary>
internal static class NativeLibraries
{
    private const string Folder = "libraries";
    private const string HowToInstall = "run benchmarks/install-peers.sh";

    /// <summary>Loads a library from the folder that <c>install-peers.sh</c> fills, or from where the system has it.</summary>
    /// <returns>0 if it is in neither.</returns>
    public static nint TryLoad(string file)
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            string path = Path.Combine(directory.FullName, Folder, file);
            if (File.Exists(path))
            {
                return NativeLibrary.Load(path);
            }
        }

        return NativeLibrary.TryLoad(file, out nint library) ? library : 0;
    }

    /// <returns>What <see cref="Peer.Missing"/> has to say.</returns>
    public static string? WhyMissing(nint library, string file) => library == 0 ? $"{file} is not installed; {HowToInstall}" : null;

    public static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
