namespace PoolingGen.Benchmarks.Comparing;

/// <summary>The part of a document that <c>compare</c> writes, between two marker lines.</summary>
internal sealed class ReadmeSection
{
    private const string Begin = "<!-- compare:begin -->";
    private const string End = "<!-- compare:end -->";

    private readonly string _path;
    private readonly string _before;
    private readonly string _behind;

    /// <exception cref="InvalidDataException">The document does not have both markers in order.</exception>
    public ReadmeSection(string path)
    {
        _path = path;
        string document = File.ReadAllText(path);
        int begin = document.IndexOf(Begin, StringComparison.Ordinal);
        int end = document.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidDataException($"{path} has no section between {Begin} and {End}.");
        }

        _before = document[..(begin + Begin.Length)];
        _behind = document[end..];
    }

    public void Replace(string section) => File.WriteAllText(_path, $"{_before}\n{section}{_behind}");
}
