using System.Runtime.CompilerServices;

namespace PoolingGen.Package.Tests;

/// <summary>A copy of the sources that the package is made of, and of nothing else, in a folder of its own.</summary>
internal static class PackageSource
{
    private static readonly string[] Folders = ["src/PoolingGen", "generators/PoolingGen.Generators"];

    private static readonly string[] Files =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "README.md"];

    /// <summary>Copies the sources, without what was built from them.</summary>
    /// <param name="target">The folder to copy to.</param>
    public static void CopyTo(string target)
    {
        string root = Root();
        foreach (string file in Files.Concat(Folders.SelectMany(folder => SourcesOf(root, folder))))
        {
            string copy = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(root, file), copy);
        }
    }

    private static IEnumerable<string> SourcesOf(string root, string folder) =>
        Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
