namespace PoolingGen.Benchmarks;

/// <summary>
/// The float 2-D pooling layers of well-known networks at batch 1. Where a network rounds the output size up,
/// padding at the end gives the same output.
/// </summary>
internal static class Layers
{
    private static readonly Axis Skipping = new(Window: 1, Stride: 2);
    private static readonly Axis Halving2 = new(Window: 2, Stride: 2);
    private static readonly Axis Halving2PadEnd = Halving2 with { PadEnd = 1 };
    private static readonly Axis Halving3 = new(Window: 3, Stride: 2);
    private static readonly Axis Halving3Pad1 = Halving3 with { PadBegin = 1, PadEnd = 1 };
    private static readonly Axis Halving3PadEnd = Halving3 with { PadEnd = 1 };
    private static readonly Axis Same3 = new(Window: 3, Stride: 1, PadBegin: 1, PadEnd: 1);
    private static readonly Axis Same5 = new(Window: 5, Stride: 1, PadBegin: 2, PadEnd: 2);
    private static readonly Axis Same9 = new(Window: 9, Stride: 1, PadBegin: 4, PadEnd: 4);

    private static readonly Pool Max1x1Stride2 = new(LayerKernels.Max1x1Stride2, PoolingMode.Max, Skipping, Skipping);
    private static readonly Pool Max2x2 = new(LayerKernels.Max2x2, PoolingMode.Max, Halving2, Halving2);
    private static readonly Pool Max2x2PadEnd = new(LayerKernels.Max2x2PadEnd, PoolingMode.Max, Halving2PadEnd, Halving2PadEnd);
    private static readonly Pool Max2x2Stride2x1 = new(LayerKernels.Max2x2Stride2x1, PoolingMode.Max, Halving2, new Axis(Window: 2, Stride: 1, PadBegin: 1, PadEnd: 1));
    private static readonly Pool Max3x3Stride2 = new(LayerKernels.Max3x3Stride2, PoolingMode.Max, Halving3, Halving3);
    private static readonly Pool Max3x3Stride2Pad1 = new(LayerKernels.Max3x3Stride2Pad1, PoolingMode.Max, Halving3Pad1, Halving3Pad1);
    private static readonly Pool Max3x3Stride2PadEnd = new(LayerKernels.Max3x3Stride2PadEnd, PoolingMode.Max, Halving3PadEnd, Halving3PadEnd);
    private static readonly Pool Max3x3Stride1 = new(LayerKernels.Max3x3Stride1, PoolingMode.Max, Same3, Same3);
    private static readonly Pool Max5x5Stride1 = new(LayerKernels.Max5x5Stride1, PoolingMode.Max, Same5, Same5);
    private static readonly Pool Max9x9Stride1 = new(LayerKernels.Max9x9Stride1, PoolingMode.Max, Same9, Same9);
    private static readonly Pool Average2x2 = new(LayerKernels.Average2x2, PoolingMode.Average, Halving2, Halving2);
    private static readonly Pool Average3x3Stride2 = new(LayerKernels.Average3x3Stride2, PoolingMode.Average, Halving3Pad1, Halving3Pad1) { CountIncludePad = true };
    private static readonly Pool Average3x3Stride1 = new(LayerKernels.Average3x3Stride1, PoolingMode.Average, Same3, Same3);
    private static readonly Pool Average3x3Stride1CountPad = new(LayerKernels.Average3x3Stride1CountPad, PoolingMode.Average, Same3, Same3) { CountIncludePad = true };
    private static readonly Pool GlobalAverage = new(LayerKernels.GlobalAverage, PoolingMode.Average, default, default) { Global = true };

    public static IReadOnlyList<Layer> All { get; } =
    [
        new("R50stem", "ResNet-50/101 stem", Max3x3Stride2Pad1, 64, 112, 112, FixedLayerKernels.ResNetStem),
        new("R50gap", "ResNet-50 head", GlobalAverage, 2048, 7, 7, FixedLayerKernels.ResNetHead),
        new("VGG1", "VGG-16 pool1", Max2x2, 64, 224, 224, FixedLayerKernels.VggPool1),
        new("VGG3", "VGG-16 pool3", Max2x2, 256, 56, 56, FixedLayerKernels.VggPool3),
        new("VGG4", "VGG-16 pool4", Max2x2, 512, 28, 28, FixedLayerKernels.VggPool4),
        new("ALX2", "AlexNet pool2", Max3x3Stride2, 192, 27, 27, FixedLayerKernels.AlexNetPool2),
        new("SQZ1", "SqueezeNet-1.0 pool1", Max3x3Stride2, 96, 109, 109, FixedLayerKernels.SqueezeNetPool1),
        new("GLN2", "GoogLeNet maxpool2", Max3x3Stride2PadEnd, 192, 56, 56, FixedLayerKernels.GoogLeNetPool2),
        new("GLN4", "GoogLeNet maxpool4", Max2x2, 832, 14, 14, FixedLayerKernels.GoogLeNetPool4),
        new("GLNb", "GoogLeNet inception3a branch4", Max3x3Stride1, 192, 28, 28, FixedLayerKernels.GoogLeNetBranch),
        new("INC2", "Inception-v3 maxpool2", Max3x3Stride2, 192, 71, 71, FixedLayerKernels.InceptionPool2),
        new("INCa", "Inception-v3 Mixed_5b branch_pool", Average3x3Stride1CountPad, 192, 35, 35, FixedLayerKernels.InceptionMixed5b),
        new("INCe", "Inception-v3 Mixed_7c branch_pool", Average3x3Stride1CountPad, 2048, 8, 8, FixedLayerKernels.InceptionMixed7c),
        new("DNS2", "DenseNet-121 transition2", Average2x2, 256, 28, 28, FixedLayerKernels.DenseNetTransition2),
        new("DNS3", "DenseNet-121 transition3", Average2x2, 512, 14, 14, FixedLayerKernels.DenseNetTransition3),
        new("MBV2", "MobileNetV2 / EfficientNet-B0 head", GlobalAverage, 1280, 7, 7, FixedLayerKernels.MobileNetHead),
        new("SPFs", "YOLOv5s/v8s SPPF @640", Max5x5Stride1, 256, 20, 20, FixedLayerKernels.YoloSppf),
        new("SPP9", "YOLOv3-SPP @608", Max9x9Stride1, 512, 19, 19, FixedLayerKernels.YoloSpp9),
        new("YT1", "YOLOv3-tiny pool1 @416", Max2x2, 16, 416, 416, FixedLayerKernels.YoloTinyPool1),
        new("UNT4", "U-Net pool4", Max2x2, 512, 64, 64, FixedLayerKernels.UNetPool4),
        new("CNET", "CenterNet heatmap NMS", Max3x3Stride1, 80, 128, 128, FixedLayerKernels.CenterNetPeaks),
        new("SPNT", "SuperPoint simple_nms r=4", Max9x9Stride1, 1, 480, 640, FixedLayerKernels.SuperPointNms),
        new("FPN6", "Feature pyramid P6 @800", Max1x1Stride2, 256, 25, 25, FixedLayerKernels.FeaturePyramidP6),
        new("SSD3", "SSD300 VGG pool3", Max2x2PadEnd, 256, 75, 75, FixedLayerKernels.SsdPool3),
        new("SHV2", "ShuffleNetV2 x1.0 stem", Max3x3Stride2Pad1, 24, 112, 112, FixedLayerKernels.ShuffleNetV2Stem),
        new("SHV1", "ShuffleNetV1 stage2 shortcut", Average3x3Stride2, 24, 56, 56, FixedLayerKernels.ShuffleNetV1Shortcut),
        new("PLF1", "PoolFormer-S12 stage1 token mixer", Average3x3Stride1, 64, 56, 56, FixedLayerKernels.PoolFormerMixer),
        new("CRN3", "CRNN pool3", Max2x2Stride2x1, 256, 8, 25, FixedLayerKernels.CrnnPool3),
        new("PANN", "PANNs CNN14 block1", Average2x2, 64, 1001, 64, FixedLayerKernels.PannsBlock1),
    ];

    public static Layer WithId(string id) => All.Single(layer => layer.Id == id);

    /// <param name="filter">Parts of ids or network names, separated by commas; <see langword="null"/> for all layers.</param>
    /// <exception cref="ArgumentException">No layer matches.</exception>
    public static IReadOnlyList<Layer> Matching(string? filter)
    {
        string[] parts = filter?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [""];
        Layer[] matching = [.. All.Where(layer => parts.Any(part =>
            layer.Id.Contains(part, StringComparison.OrdinalIgnoreCase) || layer.Network.Contains(part, StringComparison.OrdinalIgnoreCase)))];
        return matching.Length > 0
            ? matching
            : throw new ArgumentException($"No layer matches '{filter}'. There are: {string.Join(", ", All)}.");
    }
}
