using System.Text;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>A Markdown table whose columns line up in a terminal too: text at the left, numbers at the right.</summary>
internal static class MarkdownTable
{
    /// <param name="header">The titles of the columns.</param>
    /// <param name="rows">Their cells, as many as there are titles.</param>
    /// <param name="textColumns">How many of the first columns are text.</param>
    public static string Render(string[] header, IReadOnlyList<string[]> rows, int textColumns)
    {
        int[] widths = [.. header.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max())];
        string Row(string[] cells) => Line(cells.Select((cell, i) => i < textColumns ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])));

        var text = new StringBuilder();
        text.Append(Row(header));
        text.Append(Line(widths.Select((width, i) => i < textColumns ? new string('-', width) : new string('-', width - 1) + ':')));
        foreach (string[] row in rows)
        {
            text.Append(Row(row));
        }

        return text.ToString();
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
