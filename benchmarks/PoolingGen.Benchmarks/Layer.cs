using System.Globalization;

namespace PoolingGen.Benchmarks;

/// <summary>A pooling layer of a published network: one image in.</summary>
/// <param name="Id">A short name for tables and filters.</param>
/// <param name="Network">Where the layer stands.</param>
/// <param name="Pool">Its geometry.</param>
/// <param name="Input">The extent of the image.</param>
internal sealed record Layer(string Id, string Network, Pool Pool, TensorShape Input)
{
    /// <summary>The axes with the window of a global layer filled in.</summary>
    public Axis Vertical => Pool.Global ? new Axis(Input.Height, 1) : Pool.Vertical;

    /// <inheritdoc cref="Vertical"/>
    public Axis Horizontal => Pool.Global ? new Axis(Input.Width, 1) : Pool.Horizontal;

    public TensorShape Output => new(Input.Channels, Windows(Input.Height, Vertical), Windows(Input.Width, Horizontal));

    /// <summary>The layer in the words of its field: <c>64x112x112 max 3x3/2 p1</c>.</summary>
    public string Description =>
        string.Create(CultureInfo.InvariantCulture, $"{Input.Channels}x{Input.Height}x{Input.Width} {ModeName} {WindowName}");

    public override string ToString() => Id;

    private string ModeName => Pool.Mode == PoolingMode.Average ? "avg" : Pool.Mode.ToString().ToLowerInvariant();

    private string WindowName => Pool.Global
        ? "global"
        : $"{Vertical.Window}x{Horizontal.Window}/{Pair(Vertical.Stride, Horizontal.Stride)}{PaddingName}";

    private string PaddingName
    {
        get
        {
            string begin = Pair(Vertical.PadBegin, Horizontal.PadBegin);
            string end = Pair(Vertical.PadEnd, Horizontal.PadEnd);
            return (begin, end) switch
            {
                ("0", "0") => "",
                _ when begin == end => $" p{begin}",
                _ => $" p{begin}..{end}",
            };
        }
    }

    private static string Pair(int vertical, int horizontal) =>
        vertical == horizontal ? $"{vertical}" : $"({vertical},{horizontal})";

    private static int Windows(int input, Axis axis) =>
        PoolingShape.OutputSize(input, axis.Window, axis.Stride, axis.PadBegin, axis.PadEnd, dilation: 1, ceilMode: false);
}
