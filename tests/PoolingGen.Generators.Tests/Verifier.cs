using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyXunit;

/// <summary>
/// Compares text with the file <c>Class.Method.verified.ext</c> beside the test. It has the names and the calls of
/// Verify.Xunit, as far as they are used here: with a reference to that package this file can be deleted.
/// </summary>
/// <remarks>Nothing is ever accepted by itself: a missing or different file fails, and what was received lies beside it.</remarks>
public static class Verifier
{
    /// <summary>Compares when awaited.</summary>
    public static SettingsTask Verify(
        string? target, string extension = "txt", [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        new(target ?? "null", extension, sourceFile, method);
}

/// <summary>A comparison that can still be told more before it is awaited.</summary>
public sealed class SettingsTask(string target, string extension, string sourceFile, string method)
{
    private static readonly ConcurrentDictionary<string, string> Used = new(StringComparer.OrdinalIgnoreCase);

    private string _parameters = "";

    /// <summary>Adds the arguments of a theory to the file's name: <c>Class.Method_size=2_mode=Max</c>.</summary>
    public SettingsTask UseParameters(params object?[] arguments)
    {
        ParameterInfo[] parameters = FindMethod().GetParameters();
        Assert.Equal(parameters.Length, arguments.Length);
        _parameters = string.Concat(parameters.Zip(arguments, static (parameter, argument) => $"_{parameter.Name}={Spell(argument)}"));
        return this;
    }

    public TaskAwaiter GetAwaiter() => CompareAsync().GetAwaiter();

    private async Task CompareAsync()
    {
        string stem = Path.Combine(
            Path.GetDirectoryName(sourceFile)!, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}{_parameters}");
        string verified = $"{stem}.verified.{extension}";
        string received = $"{stem}.received.{extension}";
        string text = Normalise(target);
        Assert.True(Used.TryAdd(verified, text), $"Two comparisons share {verified}.");

        string? expected = File.Exists(verified) ? Normalise(await File.ReadAllTextAsync(verified)) : null;
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.True(expected is not null, $"There is no {verified}. If {received} is right, rename it.");
        Assert.Equal(expected, text);
    }

    /// <summary>The calling test: a test class is named after its file.</summary>
    private MethodInfo FindMethod() => typeof(SettingsTask).Assembly.GetTypes()
        .Where(type => type.Name == Path.GetFileNameWithoutExtension(sourceFile))
        .Select(type => type.GetMethod(method))
        .OfType<MethodInfo>()
        .Single();

    private static string Spell(object? argument)
    {
        string text = argument is null ? "null" : Convert.ToString(argument, CultureInfo.InvariantCulture)!;
        return string.Concat(text.Select(static character => Path.GetInvalidFileNameChars().Contains(character) ? '-' : character));
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
