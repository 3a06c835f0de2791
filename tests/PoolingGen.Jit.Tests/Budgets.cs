using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Jit.Tests;

/// <summary>The tables of <c>Budgets.md</c>: one for each level, with a row for each kernel and a column for each method.</summary>
internal static class Budgets
{
    private const string Heading = "## ";

    /// <summary>The budgets of a level, by kernel and method.</summary>
    public static IReadOnlyDictionary<(string Kernel, string Method), Budget> Of(JitLevel level)
    {
        string[][] table =
        [
            .. File.ReadLines(FilePath())
                .SkipWhile(line => line != Heading + level.Name).Skip(1)
                .TakeWhile(static line => !line.StartsWith(Heading, StringComparison.Ordinal))
                .Where(static line => line.StartsWith('|'))
                .Select(static line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]),
        ];
        return (
            from row in table.Skip(2)
            from column in Enumerable.Range(1, row.Length - 1)
            where row[column].Length > 0
            select KeyValuePair.Create((row[0], table[0][column]), Parse(row[column]))).ToDictionary();
    }

    public static void Write(IReadOnlyDictionary<string, IReadOnlyList<JitMethod>> measured) => File.WriteAllText(FilePath(), string.Concat(
    [
        $"""
        # What the JIT makes of the kernels

        Bytes of machine code of the methods in which kernels spend their time, and after a slash, of those that have any, the
        instructions that move a vector to the stack or from there. Tests allow a little more ([Budget.cs](Budget.cs)).
        Measured with {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}. Where a kernel is meant to have changed, this is written anew by

            dotnet run -c Release --project tests/PoolingGen.Jit.Tests -- measure

        """,
        .. measured.Select(static level => $"\n{Heading}{level.Key}\n\n{Table(level.Value)}"),
    ]));

    private static string Table(IReadOnlyList<JitMethod> methods)
    {
        ILookup<string, JitMethod> kernels = methods.Where(static method => method.IsHot).ToLookup(static method => method.Kernel);
        string[] columns = [.. kernels.SelectMany(static kernel => kernel).Select(static method => method.Name).Distinct().OrderBy(static name => name.Length).ThenBy(static name => name, StringComparer.Ordinal)];
        return Line(["kernel", .. columns]) + Line(["---", .. columns.Select(static _ => "---:")])
            + string.Concat(kernels.Select(kernel => Line([kernel.Key, .. columns.Select(column => Cell(kernel.SingleOrDefault(method => method.Name == column)))])));
    }

    private static string Cell(JitMethod? method) => method is null ? "" : new Budget(method.Bytes, method.Spills).ToString();

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    private static Budget Parse(string cell)
    {
        int[] numbers = [.. cell.Split('/').Select(static number => int.Parse(number, CultureInfo.InvariantCulture))];
        return new Budget(numbers[0], numbers.Length > 1 ? numbers[1] : 0);
    }

    private static string FilePath([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Budgets.md");
}
