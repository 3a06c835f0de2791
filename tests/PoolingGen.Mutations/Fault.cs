using System.Text.RegularExpressions;

namespace PoolingGen.Mutations;

/// <summary>A mistake in the generator.</summary>
/// <param name="File">Where it is made, in the generator's folder.</param>
/// <param name="Description">What is wrong then.</param>
/// <param name="Original">What stands there.</param>
/// <param name="Replacement">What is put in its place.</param>
internal sealed partial record Fault(string File, string Description, string Original, string Replacement)
{
    /// <summary>The faults that a text lists.</summary>
    /// <exception cref="InvalidDataException">One is not written as it should be.</exception>
    public static IReadOnlyList<Fault> In(string text)
    {
        Fault[] faults =
        [
            .. Entry().Matches(text.ReplaceLineEndings("\n"))
                .Select(static entry => new Fault(entry.Groups[1].Value, entry.Groups[2].Value, entry.Groups[3].Value, entry.Groups[4].Value)),
        ];
        int begun = text.Split('\n').Count(static line => line.StartsWith('['));
        return faults.Length == begun ? faults : throw new InvalidDataException($"{begun} faults begin, and {faults.Length} can be read.");
    }

    /// <summary>The file's text with the mistake in it.</summary>
    /// <exception cref="InvalidDataException">What is to be replaced is not there exactly once.</exception>
    public string Plant(string source)
    {
        int times = source.Split(Original).Length - 1;
        return times == 1
            ? source.Replace(Original, Replacement, StringComparison.Ordinal)
            : throw new InvalidDataException($"{File} has '{Original}' {times} times, not once: {Description}");
    }

    [GeneratedRegex(@"^\[(.+)\] (.+)\n- (.+)\n\+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
