namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Windows of every rank and kind, with shapes around the widths of vectors.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Axes">The windows along each axis.</param>
/// <param name="Layout">The order of the tensors' axes.</param>
internal sealed record ProgramWindows(string Name, EquatableArray<AxisSpec> Axes, PoolingLayout Layout)
{
    private static readonly AxisSpec s_whole = Axis(0, 0) with { Outputs = 1 };

    private static readonly int[][] s_lengths = [[1], [5], [2], [17], [9], [70], [33], [140]];

    private static readonly int[][] s_planes = [[1, 1], [2, 3], [5, 8], [7, 9], [9, 17], [11, 20], [5, 33], [3, 50], [6, 16]];

    private static readonly int[][] s_volumes = [[1, 1, 1], [3, 4, 5], [2, 2, 2], [6, 3, 7], [3, 4, 17], [2, 2, 40]];

    /// <summary>Where lanes are channels the spatial axes are loops at every width.</summary>
    private static readonly int[][] s_imagePlanes = [[1, 1], [2, 3], [5, 4], [6, 5]];
    private static readonly int[][] s_imageVolumes = [[1, 1, 1], [2, 3, 2], [3, 2, 4]];

    /// <summary>More rows, and more columns, than one filling of the scratch makes; of images, also slices enough for several together.</summary>
    private static readonly int[][] s_manyParts = [[60, 9], [10, 150]];
    private static readonly int[][] s_manyImageParts = [[3, 60], [5, 12]];

    /// <summary>Windows that slide over planes.</summary>
    public static readonly IReadOnlyList<ProgramWindows> Planes =
    [
        Of("2x2/2", Axis(2, 2), Axis(2, 2)),
        Of("3x3/2", Axis(3, 2), Axis(3, 2)),
        Of("3x3/2 padded", Axis(3, 2, 1, 1), Axis(3, 2, 1, 1)),
        Of("3x3/1 padded", Axis(3, 1, 1, 1), Axis(3, 1, 1, 1)),
        Of("1x1/2", Axis(1, 2), Axis(1, 2)),
        Of("1x1/1", Axis(1, 1), Axis(1, 1)),
        Of("2x2/2 padded behind", Axis(2, 2, 0, 1), Axis(2, 2, 0, 1)),
        Of("2x2/2x1 padded beside", Axis(2, 2, 0, 0), Axis(2, 1, 1, 1)),
        Of("5x5/1", Axis(5, 1, 2, 2), Axis(5, 1, 2, 2)),
        Of("9x9/1", Axis(9, 1, 4, 4), Axis(9, 1, 4, 4)),
        Of("13x13/1 askew", Axis(13, 1, 12, 0), Axis(13, 1, 0, 12)),
        Of("5x7/3 askew", Axis(5, 3, 4, 0), Axis(7, 3, 0, 6)),
        Of("2x2/5", Axis(2, 5, 1, 1), Axis(2, 5, 1, 1)),
        Of("1x31/1", Axis(1, 1), Axis(31, 1, 15, 15)),
        Of("21x2/2", Axis(21, 2, 3, 20), Axis(2, 2)),
        Of("2x40/1x3", Axis(2, 1), Axis(40, 3, 39, 0)),
        Of("3x3/2x9", Axis(3, 2, 1, 1), Axis(3, 9, 2, 2)),
        Of("rows far apart", Axis(2, int.MaxValue, 1, 0), Axis(2, 2)),
        Of("columns far apart", Axis(2, 2), Axis(2, int.MaxValue, 1, 1)),
        Of("dilated rows", Axis(3, 1, 2, 1, 2), Axis(2, 2)),
        Of("dilated columns", Axis(2, 2), Axis(3, 1, 2, 4, 2)),
        Of("dilated 3x3/1", Axis(3, 1, 3, 3, 3), Axis(3, 1, 3, 3, 3)),
        Of("dilated 2x2/2", Axis(2, 2, 2, 1, 3), Axis(2, 2, 2, 1, 3)),
        Of("dilated 3x3/3x2", Axis(3, 3, 1, 4, 2), Axis(3, 2, 4, 1, 3)),
        Of("dilated 2x4/4", Axis(2, 4, 0, 0, 2), Axis(4, 4, 4, 5, 4)),
        Of("dilated apart", Axis(2, 1), Axis(3, 2, 5, 5, 20)),
        Of("dilated in the padding", Axis(2, 1, 5, 5, 6), Axis(2, 1, 5, 5, 6)),
        Of("dilated by 2 of stride 6", Axis(2, 6), Axis(3, 6, 1, 3, 2)),
        Of("ceil 2x2/2", Ceil(Axis(2, 2)), Ceil(Axis(2, 2))),
        Of("ceil 3x3/2 padded", Ceil(Axis(3, 2, 1, 1)), Ceil(Axis(3, 2, 1, 1))),
        Of("ceil 2x2/5", Ceil(Axis(2, 5, 1, 0)), Ceil(Axis(2, 5, 0, 1))),
        Of("ceil 3x40/3", Ceil(Axis(3, 3, 0, 2)), Ceil(Axis(40, 3, 20, 20))),
        Of("ceil dilated", Ceil(Axis(2, 3, 1, 1, 2)), Ceil(Axis(3, 2, 2, 1, 2))),
        Of("same 3x3/2", SameUpper(3, 2), SameUpper(3, 2)),
        Of("same lower 4x2/3x2", SameLower(4, 3), SameLower(2, 2)),
        Of("same 1x9/2x3", SameUpper(1, 2), SameLower(9, 3)),
        Of("same dilated", SameLower(3, 2, 2), SameUpper(2, 2, 3)),
        Of("same 2x40/2x9", SameUpper(2, 2), SameUpper(40, 9)),
        Of("same dilated apart", SameLower(2, 3, 4), SameLower(3, 2, 20)),
        Of("whole", s_whole, s_whole),
        Of("adaptive 3x2", Adaptive(3), Adaptive(2)),
        Of("adaptive 1x7", Adaptive(1), Adaptive(7)),
        Of("adaptive 9x20", Adaptive(9), Adaptive(20)),
        Of("adaptive 3 x 3/2", Adaptive(3), Axis(3, 2, 1, 1)),
        Of("2/2 x adaptive 5", Axis(2, 2), Adaptive(5)),
        Of("dilated 12x2/1", Axis(12, 1, 15, 12, 2), Axis(2, 1)),
        Of("9x9/2", Axis(9, 2, 4, 4), Axis(9, 2, 4, 4)),
        Of("11x3/1", Axis(11, 1, 5, 5), Axis(3, 1)),
        Of("24x2/9", Axis(24, 9, 12, 12), Axis(2, 1)),
        Of("dilated by more than a vector", Axis(2, 1), Axis(3, 1, 6, 6, 6)),
        Of("4x4/4", Axis(4, 4), Axis(4, 4)),
        Of("2x8/6", Axis(2, 2), Axis(8, 6, 1, 2)),
    ];

    /// <summary>Windows that slide over rows.</summary>
    public static readonly IReadOnlyList<ProgramWindows> Rows =
    [
        Of("2/2", Axis(2, 2)),
        Of("3/2", Axis(3, 2, 1, 1)),
        Of("3/1", Axis(3, 1, 1, 1)),
        Of("1/1", Axis(1, 1)),
        Of("7/3", Axis(7, 3, 0, 6)),
        Of("4/4", Axis(4, 4)),
        Of("9/8", Axis(9, 8, 3, 0)),
        Of("31/1", Axis(31, 1, 15, 15)),
        Of("40/1", Axis(40, 1, 20, 19)),
        Of("3/9", Axis(3, 9, 2, 2)),
        Of("dilated 3/1", Axis(3, 1, 2, 4, 2)),
        Of("dilated 2/3", Axis(2, 3, 3, 1, 4)),
        Of("dilated in the padding", Axis(2, 2, 5, 5, 6)),
        Of("ceil 3/2", Ceil(Axis(3, 2, 1, 0))),
        Of("same 4/3", SameUpper(4, 3)),
        Of("whole", s_whole),
        Of("adaptive 7", Adaptive(7)),
    ];

    /// <summary>Windows that slide over volumes.</summary>
    public static readonly IReadOnlyList<ProgramWindows> Volumes =
    [
        Of("2x2x2/2", Axis(2, 2), Axis(2, 2), Axis(2, 2)),
        Of("3x3x3/2 padded", Axis(3, 2, 1, 1), Axis(3, 2, 1, 1), Axis(3, 2, 1, 1)),
        Of("2x12x2/1", Axis(2, 1, 1, 1), Axis(12, 1, 6, 6), Axis(2, 1)),
        Of("2x7x3/1", Axis(2, 1, 1, 1), Axis(7, 1, 3, 3), Axis(3, 1, 1, 1)),
        Of("3x10x2/2x1x1", Axis(3, 2, 1, 2), Axis(10, 1, 9, 5), Axis(2, 1)),
        Of("3x3x3/1 padded", Axis(3, 1, 1, 1), Axis(3, 1, 1, 1), Axis(3, 1, 1, 1)),
        Of("1x2x3/1", Axis(1, 1), Axis(2, 1, 1, 0), Axis(3, 1, 0, 2)),
        Of("4x1x2/3 askew", Axis(4, 3, 3, 1), Axis(1, 1), Axis(2, 2, 0, 1)),
        Of("21x2x2/2", Axis(21, 2, 20, 10), Axis(2, 2, 1, 0), Axis(2, 2)),
        Of("2x2x40/1", Axis(2, 1, 1, 1), Axis(2, 1), Axis(40, 1, 39, 5)),
        Of("dilated slices", Axis(2, 1, 2, 1, 2), Axis(3, 2, 1, 1), Axis(2, 1)),
        Of("dilated 2x2x2/1", Axis(2, 1, 2, 2, 3), Axis(2, 1, 2, 2, 3), Axis(2, 1, 2, 2, 3)),
        Of("ceil 3x2x2/2", Ceil(Axis(3, 2, 1, 0)), Ceil(Axis(2, 2)), Ceil(Axis(2, 2, 0, 1))),
        Of("same 3x2x3/2", SameUpper(3, 2), SameLower(2, 2), SameUpper(3, 2)),
        Of("whole", s_whole, s_whole, s_whole),
        Of("adaptive 2x3x4", Adaptive(2), Adaptive(3), Adaptive(4)),
        Of("adaptive 3 x 2/2 x 3/1", Adaptive(3), Axis(2, 2), Axis(3, 1, 1, 1)),
    ];

    /// <summary>The same with channels last.</summary>
    public static readonly IReadOnlyList<ProgramWindows> Images =
    [
        .. Planes.Where(static (_, number) => number % 2 == 0).Concat(Named(Planes, "3x3/1 padded", "5x7/3 askew", "ceil 3x3/2 padded", "same 3x3/2")).Concat(Rows.Skip(1)).Concat(Volumes)
            .Select(static windows => windows with { Layout = PoolingLayout.ChannelsLast }),
    ];

    public static IEnumerable<ProgramWindows> All => [.. Planes, .. Rows, .. Volumes, .. Images];

    /// <summary>A few windows of every way in which programs are made.</summary>
    public static IReadOnlyList<IReadOnlyList<ProgramWindows>> Kinds =>
    [
        Named(Planes, "2x2/2", "3x3/2 padded", "3x3/1 padded", "5x7/3 askew", "5x5/1"),
        Named(Planes, "whole", "2x40/1x3", "adaptive 9x20", "dilated in the padding", "same 2x40/2x9", "dilated 3x3/3x2", "dilated apart"),
        Named([.. Rows, .. Volumes], "3/1", "whole", "3x3x3/2 padded", "40/1", "adaptive 2x3x4", "ceil 3x2x2/2", "1/1"),
        Named(Images, "3x3/2 padded", "whole", "adaptive 9x20", "dilated 3/1", "2x2x2/2", "5x5/1", "dilated 2x2x2/1"),
    ];

    /// <summary>Few shapes with the longest rows, for lanes of a byte.</summary>
    public IReadOnlyList<int[]> Longest => (Layout, Axes.Count) switch
    {
        (PoolingLayout.ChannelsLast, 1) => [[9]],
        (PoolingLayout.ChannelsLast, 2) => [[5, 4]],
        (PoolingLayout.ChannelsLast, _) => [[3, 2, 4]],
        (_, 1) => [[9], [150]],
        (_, 2) => [[5, 8], [3, 100]],
        _ => [[3, 4, 5], [2, 2, 75]],
    };

    private static IReadOnlyList<ProgramWindows> Named(IReadOnlyList<ProgramWindows> windows, params string[] names) =>
        [.. names.Select(name => windows.First(window => window.Name == name))];

    public IReadOnlyList<int[]> Shapes => (Layout, Axes.Count) switch
    {
        (PoolingLayout.ChannelsFirst, 2) when FillsScratch => [.. s_planes, .. s_manyParts],
        (PoolingLayout.ChannelsLast, 2) when FillsScratch => [.. s_imagePlanes, .. s_manyImageParts],
        (PoolingLayout.ChannelsFirst, 1) => s_lengths,
        (PoolingLayout.ChannelsFirst, 2) => s_planes,
        (_, 1) => s_lengths[..5],
        (_, 2) => s_imagePlanes,
        (PoolingLayout.ChannelsLast, _) => s_imageVolumes,
        _ => s_volumes,
    };

    private bool FillsScratch => Axes.All(static axis => axis is { Dilation: 1, Outputs: null }) && Axes.Aggregate(1, static (taps, axis) => taps * axis.Size) is > 20 and < 200;

    /// <summary>Numbers of channels: where they come last, fewer and more than the lanes of most vectors.</summary>
    public IReadOnlyList<int> Channels => (Layout, Axes.Count) switch
    {
        (PoolingLayout.ChannelsLast, _) => [35, 6],
        (_, 3) => [1],
        _ => [3],
    };

    private static ProgramWindows Of(string name, params AxisSpec[] axes) => new(name, new([.. axes]), PoolingLayout.ChannelsFirst);

    private static AxisSpec Axis(int size, int stride, int padBegin = 0, int padEnd = 0, int dilation = 1) =>
        new(size, stride, padBegin, padEnd, new DimensionSpec(null), dilation);

    private static AxisSpec Ceil(AxisSpec axis) => axis with { CeilMode = true };

    private static AxisSpec Adaptive(int outputs) => s_whole with { Outputs = outputs };

    private static AxisSpec SameUpper(int size, int stride, int dilation = 1) => Same(SamePadding.Upper, size, stride, dilation);

    private static AxisSpec SameLower(int size, int stride, int dilation = 1) => Same(SamePadding.Lower, size, stride, dilation);

    /// <summary>The most padding that there can be: one less than a window, where the last one begins at the input's last element.</summary>
    private static AxisSpec Same(SamePadding same, int size, int stride, int dilation)
    {
        int total = dilation * (size - 1);
        int begin = total == 0 ? 0 : same == SamePadding.Upper ? total / 2 : total - total / 2;
        return Axis(size, stride, begin, total - begin, dilation) with { Same = total == 0 ? SamePadding.None : same };
    }
}
