using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace PoolingGen.Jit.Tests;

/// <summary>The JIT's listing of the kernels' methods.</summary>
internal sealed partial record JitListing(IReadOnlyList<JitMethod> Methods)
{
    /// <summary>The host of the runtime that runs this, whatever started it.</summary>
    private static readonly string s_host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    /// <summary>Runs this assembly's kernels in a process of its own, which is confined to a level and lists what it compiles.</summary>
    public static JitListing Of(JitLevel level)
    {
        string file = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start = new(s_host, [typeof(JitListing).Assembly.Location, "run"]);
            start.Environment["DOTNET_JitStdOutFile"] = file;
            start.Environment["DOTNET_JitDisasm"] = "PoolingGen.Generated.*:*";
            if (level.Knob is not null)
            {
                start.Environment[level.Knob] = "0";
            }

            using Process process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0
                ? Parse(File.ReadAllText(file))
                : throw new InvalidOperationException($"The kernels ended with exit code {process.ExitCode}.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Reads a listing. The entry and the dispatch of a kernel, which run once a call, are left out.</summary>
    public static JitListing Parse(string text) => new(
    [
        .. text.ReplaceLineEndings("\n").Split("; Assembly listing for method ").Skip(1).Select(ParseMethod)
            .Where(static method => method.Name is not ("Run" or "Dispatch")),
    ]);

    private static JitMethod ParseMethod(string listing)
    {
        Match title = Title().Match(listing);
        string frame = listing.Contains("; rbp based frame", StringComparison.Ordinal) ? "[rbp" : "[rsp";

        // The first group of instructions comes in, those that return go out.
        IEnumerable<string> body = Group().Split(listing).Skip(2).Where(static group => !Return().IsMatch(group)).SelectMany(static group => group.Split('\n'));
        return new JitMethod(
            title.Groups["kernel"].Value,
            title.Groups["method"].Value,
            title.Groups["tier"].Value,
            int.Parse(Size().Match(listing).Groups[1].Value, CultureInfo.InvariantCulture),
            body.Count(line => VectorRegister().IsMatch(line) && line.Contains(frame, StringComparison.Ordinal)),
            [.. Call().Matches(listing).Select(static call => call.Groups[1].Value)]);
    }

    /// <summary>Types have the kernel's full name, with underscores.</summary>
    [GeneratedRegex(@"\A.*_(?<kernel>[^_:]+):(?<method>\w+)\(.*\) \((?<tier>[^()]+)\)$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex(@"^G_M\d+_IG\d+:", RegexOptions.Multiline)]
    private static partial Regex Group();

    [GeneratedRegex(@"^ +ret\b", RegexOptions.Multiline)]
    private static partial Regex Return();

    [GeneratedRegex(@"\b[xyz]mm\d+\b")]
    private static partial Regex VectorRegister();

    [GeneratedRegex(@"^ +(?:call|tail\.jmp) +(.+)$", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"^; Total bytes of code (\d+)", RegexOptions.Multiline)]
    private static partial Regex Size();
}
