namespace PoolingGen.Mutations;

/// <summary>The checkout that this program was built in. Nothing in it is changed.</summary>
internal static class Repository
{
    public const string Generator = "generators/PoolingGen.Generators";

    public static string Folder { get; } = FolderAbove(AppContext.BaseDirectory);

    public static string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Copies what it takes to build the generator elsewhere.</summary>
    public static void CopyGenerator(string target)
    {
        foreach (string file in (string[])[".editorconfig", "global.json", "Directory.Build.props", "Directory.Packages.props"])
        {
            File.Copy(PathOf(file), Path.Combine(target, file));
        }

        CopyFolder(PathOf(Generator), Path.Combine(target, Generator));
    }

    /// <summary>Copies a folder and those in it, but for what a build has left there.</summary>
    public static void CopyFolder(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        foreach (string folder in Directory.GetDirectories(source).Where(static folder => Path.GetFileName(folder) is not ("bin" or "obj")))
        {
            CopyFolder(folder, Path.Combine(target, Path.GetFileName(folder)));
        }
    }

    private static string FolderAbove(string folder) =>
        File.Exists(Path.Combine(folder, "PoolingGen.sln"))
            ? folder
            : FolderAbove(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("This program was not built in its repository."));
}
