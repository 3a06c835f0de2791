using PoolingGen.Gallery;
using GalleryProgram = PoolingGen.Gallery.Program;

namespace PoolingGen.Kernels.Tests.Gallery;

/// <summary>A run of the gallery in a folder of its own, which goes when the run is disposed of.</summary>
internal sealed class GalleryRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("gallery").FullName;

    public int ExitCode { get; private set; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a picture into the folder and gives its path.</summary>
    public string Write(string name, Picture picture)
    {
        using FileStream file = File.Create(PathOf(name));
        picture.EncodePng().SaveTo(file);
        return file.Name;
    }

    public void Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        ExitCode = GalleryProgram.Run(arguments, output, error);
        Output = output.ToString();
        Error = error.ToString();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
