using System.Globalization;

namespace PoolingGen.Benchmarks.Comparing;

/// <summary>How figures are written.</summary>
internal static class Figures
{
    private const string None = "-";

    public static string Microseconds(double? seconds) => seconds is double s ? Text($"{s * 1e6:F1}") : None;

    public static string Ratio(double? ratio) => ratio is double r ? Text($"{r:F2}") : None;

    public static string Percent(double fraction) => Text($"{fraction * 100:F0}%");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
