namespace PoolingGen.Gallery;

/// <summary>The plans of the kernels, and their results as an aligned table.</summary>
internal static class TerminalTable
{
    private const int LineWidth = 110;

    public static void WritePlans(TextWriter output, IEnumerable<Exhibit> exhibits)
    {
        output.WriteLine("The plans of the generated kernels");
        output.WriteLine();
        foreach (Exhibit exhibit in exhibits)
        {
            output.WriteLine($"  {exhibit.Title}");
            foreach (string line in exhibit.Kernel.Plan.SelectMany(Wrap))
            {
                output.WriteLine(line);
            }

            output.WriteLine();
        }
    }

    public static void WriteHeader(TextWriter output)
    {
        WriteLine(output, "kernel", "result", "time", "bandwidth", "attribute");
        WriteLine(output, new string('-', 16), new string('-', 16), new string('-', 9), new string('-', 10), new string('-', 54));
    }

    public static void WriteRow(TextWriter output, GalleryResult result)
    {
        GalleryKernel kernel = result.Exhibit.Kernel;
        if (result.Pooled is { } pooled)
        {
            WriteLine(output, result.Exhibit.Title, pooled.Description, pooled.Measurement.Time, pooled.Measurement.Bandwidth, kernel.AttributeText);
        }
        else
        {
            WriteLine(output, result.Exhibit.Title, "none fits", "", "", kernel.AttributeText);
        }
    }

    /// <summary>The yardstick for the bandwidths above it.</summary>
    public static void WriteCopy(TextWriter output, Measurement copy)
    {
        WriteLine(output, "plain copy", "", copy.Time, copy.Bandwidth, "for comparison: the picture read and written unchanged");
        output.WriteLine();
    }

    private static void WriteLine(TextWriter output, string kernel, string result, string time, string bandwidth, string attribute) =>
        output.WriteLine($"  {kernel,-16}  {result,-16}  {time,9}  {bandwidth,10}  {attribute}");

    /// <summary>A sentence in lines, set in, those after the first a little more.</summary>
    private static IEnumerable<string> Wrap(string sentence)
    {
        string line = "   ";
        foreach (string word in sentence.Split(' '))
        {
            if (line.Length + 1 + word.Length > LineWidth)
            {
                yield return line;
                line = "     ";
            }

            line += " " + word;
        }

        yield return line;
    }
}
