using System.Globalization;

namespace PoolingGen.Benchmarks;

/// <summary>A pooling layer of a published network: one image in.</summary>
/// <param name="Id">A short name for tables and filters.</param>
/// <param name="Network">Where the layer stands.</param>
/// <param name="Pool">Its geometry.</param>
/// <param name="Input">The extent of the image.</param>
internal sealed record Layer(string Id, string Network, Pool Pool, TensorShape Input)
{
    /// <summary>The spatial axes, outermost first, with the window of a global layer filled in.</summary>
    public IReadOnlyList<Axis> Axes { get; } =
        Pool.Global ? [.. Input.Extents.Select(extent => new Axis(extent, 1))] : Pool.Axes;

    public Axis Depth => Axes.Count < 3 ? Axis.Absent : Axes[0];

    public Axis Vertical => Axes.Count < 2 ? Axis.Absent : Axes[^2];

    public Axis Horizontal => Axes[^1];

    /// <summary>Elements of a window.</summary>
    public int Taps => Axes.Aggregate(1, (taps, axis) => taps * axis.Window);

    public TensorShape Output => new(Input.Channels, [.. Input.Extents.Zip(Axes, Windows)]);

    /// <summary>The layer in the words of its field: <c>64x112x112 max 3x3/2 p1</c>.</summary>
    public string Description =>
        string.Create(CultureInfo.InvariantCulture, $"{Input.Channels}x{Joined("x", Input.Extents)} {ModeName} {WindowName}");

    public override string ToString() => Id;

    private string ModeName => Pool.Mode == PoolingMode.Average ? "avg" : Pool.Mode.ToString().ToLowerInvariant();

    private string WindowName => Pool.Global
        ? "global"
        : $"{Joined("x", Axes.Select(axis => axis.Window))}/{Tuple(axis => axis.Stride)}{PaddingName}";

    private string PaddingName
    {
        get
        {
            string begin = Tuple(axis => axis.PadBegin);
            string end = Tuple(axis => axis.PadEnd);
            return (begin, end) switch
            {
                ("0", "0") => "",
                _ when begin == end => $" p{begin}",
                _ => $" p{begin}..{end}",
            };
        }
    }

    /// <summary>A value of every axis, or the one that all have.</summary>
    private string Tuple(Func<Axis, int> value)
    {
        int[] values = [.. Axes.Select(value)];
        return values.Distinct().Count() == 1 ? Joined("", values[..1]) : $"({Joined(",", values)})";
    }

    private static string Joined(string separator, IEnumerable<int> values) =>
        string.Join(separator, values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    private static int Windows(int input, Axis axis) =>
        PoolingShape.OutputSize(input, axis.Window, axis.Stride, axis.PadBegin, axis.PadEnd, dilation: 1, ceilMode: false);
}
