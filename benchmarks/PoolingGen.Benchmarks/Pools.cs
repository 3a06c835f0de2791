namespace PoolingGen.Benchmarks;

/// <summary>The geometries of <see cref="Layers"/>. Each set of kernels has a method of the same name.</summary>
internal static class Pools
{
    private static readonly Axis Single = new(Window: 1, Stride: 1);
    private static readonly Axis Skipping = new(Window: 1, Stride: 2);
    private static readonly Axis Halving2 = new(Window: 2, Stride: 2);
    private static readonly Axis Halving2PadEnd = Halving2 with { PadEnd = 1 };
    private static readonly Axis Halving3 = new(Window: 3, Stride: 2);
    private static readonly Axis Halving3Pad1 = Halving3 with { PadBegin = 1, PadEnd = 1 };
    private static readonly Axis Halving3PadEnd = Halving3 with { PadEnd = 1 };
    private static readonly Axis Quartering = new(Window: 4, Stride: 4);
    private static readonly Axis Sliding2 = new(Window: 2, Stride: 1);
    private static readonly Axis Sliding7 = new(Window: 7, Stride: 1);
    private static readonly Axis Same2 = new(Window: 2, Stride: 1, PadBegin: 1, PadEnd: 1);
    private static readonly Axis Same3 = new(Window: 3, Stride: 1, PadBegin: 1, PadEnd: 1);
    private static readonly Axis Same5 = new(Window: 5, Stride: 1, PadBegin: 2, PadEnd: 2);
    private static readonly Axis Same9 = new(Window: 9, Stride: 1, PadBegin: 4, PadEnd: 4);
    private static readonly Axis Same13 = new(Window: 13, Stride: 1, PadBegin: 6, PadEnd: 6);

    public static Pool Max1x1Stride2 { get; } = new(PoolingMode.Max, [Skipping, Skipping]);

    public static Pool Max2x2 { get; } = new(PoolingMode.Max, [Halving2, Halving2]);

    public static Pool Max2x2PadEnd { get; } = new(PoolingMode.Max, [Halving2PadEnd, Halving2PadEnd]);

    public static Pool Max2x2Stride2x1 { get; } = new(PoolingMode.Max, [Halving2, Same2]);

    public static Pool Max3x3Stride2 { get; } = new(PoolingMode.Max, [Halving3, Halving3]);

    public static Pool Max3x3Stride2Pad1 { get; } = new(PoolingMode.Max, [Halving3Pad1, Halving3Pad1]);

    public static Pool Max3x3Stride2PadEnd { get; } = new(PoolingMode.Max, [Halving3PadEnd, Halving3PadEnd]);

    public static Pool Max3x3Stride1 { get; } = new(PoolingMode.Max, [Same3, Same3]);

    public static Pool Max5x5Stride1 { get; } = new(PoolingMode.Max, [Same5, Same5]);

    public static Pool Max9x9Stride1 { get; } = new(PoolingMode.Max, [Same9, Same9]);

    public static Pool Max13x13Stride1 { get; } = new(PoolingMode.Max, [Same13, Same13]);

    public static Pool Max4 { get; } = new(PoolingMode.Max, [Quartering]);

    public static Pool Max2x2x2 { get; } = new(PoolingMode.Max, [Halving2, Halving2, Halving2]);

    public static Pool Max1x3x3Stride1x2x2PadEnd { get; } = new(PoolingMode.Max, [Single, Halving3PadEnd, Halving3PadEnd]);

    public static Pool Average2x2 { get; } = new(PoolingMode.Average, [Halving2, Halving2]);

    public static Pool Average3x3Stride2 { get; } = new(PoolingMode.Average, [Halving3Pad1, Halving3Pad1]) { CountIncludePad = true };

    public static Pool Average3x3Stride1 { get; } = new(PoolingMode.Average, [Same3, Same3]);

    public static Pool Average3x3Stride1CountPad { get; } = new(PoolingMode.Average, [Same3, Same3]) { CountIncludePad = true };

    public static Pool Average2x7x7Stride1 { get; } = new(PoolingMode.Average, [Sliding2, Sliding7, Sliding7]);

    public static Pool GlobalAverage { get; } = new(PoolingMode.Average, []);

    /// <summary>Along one axis.</summary>
    public static Pool GlobalAverage1D { get; } = new(PoolingMode.Average, []);
}
