namespace PoolingGen.Gallery;

/// <summary>The folder that everything is written to.</summary>
internal sealed class OutputFolder
{
    private readonly string _path;

    /// <summary>Makes the folder unless it is there.</summary>
    /// <exception cref="GalleryException">It cannot be made.</exception>
    public OutputFolder(string path)
    {
        _path = path;
        Guard(() => Directory.CreateDirectory(path));
    }

    public string PathOf(string fileName) => Path.GetFullPath(Path.Combine(_path, fileName));

    /// <summary>Writes a file, over one of the same name.</summary>
    /// <exception cref="GalleryException">It cannot be written.</exception>
    public void Write(string fileName, Action<Stream> write) => Guard(() =>
    {
        using FileStream file = File.Create(PathOf(fileName));
        write(file);
    });

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GalleryException($"The folder '{_path}' cannot be written: {exception.Message}");
        }
    }
}
