using System.IO.Enumeration;

namespace PoolingGen.Benchmarks;

/// <summary>
/// The pooling layers of well-known networks at batch 1: images first, then sequences and volumes. Where a network rounds the output size up, padding at the
/// end gives the same output.
/// </summary>
internal static class Layers
{
    public static IReadOnlyList<Layer> All { get; } =
    [
        new("R50stem", "ResNet-50/101 stem", Pools.Max3x3Stride2Pad1, new(64, 112, 112)),
        new("R50gap", "ResNet-50 head", Pools.GlobalAverage, new(2048, 7, 7)),
        new("VGG1", "VGG-16 pool1", Pools.Max2x2, new(64, 224, 224)),
        new("VGG3", "VGG-16 pool3", Pools.Max2x2, new(256, 56, 56)),
        new("VGG4", "VGG-16 pool4", Pools.Max2x2, new(512, 28, 28)),
        new("ALX2", "AlexNet pool2", Pools.Max3x3Stride2, new(192, 27, 27)),
        new("SQZ1", "SqueezeNet-1.0 pool1", Pools.Max3x3Stride2, new(96, 109, 109)),
        new("GLN2", "GoogLeNet maxpool2", Pools.Max3x3Stride2PadEnd, new(192, 56, 56)),
        new("GLN4", "GoogLeNet maxpool4", Pools.Max2x2, new(832, 14, 14)),
        new("GLNb", "GoogLeNet inception3a branch4", Pools.Max3x3Stride1, new(192, 28, 28)),
        new("INC2", "Inception-v3 maxpool2", Pools.Max3x3Stride2, new(192, 71, 71)),
        new("INCa", "Inception-v3 Mixed_5b branch_pool", Pools.Average3x3Stride1CountPad, new(192, 35, 35)),
        new("INCe", "Inception-v3 Mixed_7c branch_pool", Pools.Average3x3Stride1CountPad, new(2048, 8, 8)),
        new("DNS2", "DenseNet-121 transition2", Pools.Average2x2, new(256, 28, 28)),
        new("DNS3", "DenseNet-121 transition3", Pools.Average2x2, new(512, 14, 14)),
        new("MBV2", "MobileNetV2 / EfficientNet-B0 head", Pools.GlobalAverage, new(1280, 7, 7)),
        new("SPFs", "YOLOv5s/v8s SPPF @640", Pools.Max5x5Stride1, new(256, 20, 20)),
        new("SPP9", "YOLOv3-SPP @608", Pools.Max9x9Stride1, new(512, 19, 19)),
        new("YT1", "YOLOv3-tiny pool1 @416", Pools.Max2x2, new(16, 416, 416)),
        new("UNT4", "U-Net pool4", Pools.Max2x2, new(512, 64, 64)),
        new("CNET", "CenterNet heatmap NMS", Pools.Max3x3Stride1, new(80, 128, 128)),
        new("SPNT", "SuperPoint simple_nms r=4", Pools.Max9x9Stride1, new(1, 480, 640)),
        new("FPN6", "Feature pyramid P6 @800", Pools.Max1x1Stride2, new(256, 25, 25)),
        new("SSD3", "SSD300 VGG pool3", Pools.Max2x2PadEnd, new(256, 75, 75)),
        new("SHV2", "ShuffleNetV2 x1.0 stem", Pools.Max3x3Stride2Pad1, new(24, 112, 112)),
        new("SHV1", "ShuffleNetV1 stage2 shortcut", Pools.Average3x3Stride2, new(24, 56, 56)),
        new("PLF1", "PoolFormer-S12 stage1 token mixer", Pools.Average3x3Stride1, new(64, 56, 56)),
        new("CRN3", "CRNN pool3", Pools.Max2x2Stride2x1, new(256, 8, 25)),
        new("PANN", "PANNs CNN14 block1", Pools.Average2x2, new(64, 1001, 64)),
        new("M5", "M5 raw audio pool1", Pools.Max4, new(32, 496)),
        new("BERT", "BERT mean pooling", Pools.GlobalAverage1D, new(768, 128)),
        new("C3D2", "C3D pool2", Pools.Max2x2x2, new(128, 16, 56, 56)),
        new("I3D2", "I3D MaxPool3d_2a", Pools.Max1x3x3Stride1x2x2PadEnd, new(64, 32, 112, 112)),
        new("I3DA", "I3D final average", Pools.Average2x7x7Stride1, new(1024, 8, 7, 7)),
        new("UN3D", "3D U-Net pool1", Pools.Max2x2x2, new(64, 64, 64, 64)),
    ];

    /// <summary>Windows of several lengths over the same planes, for those who ask for them: what do longer ones cost?</summary>
    public static IReadOnlyList<Layer> Windows { get; } =
    [
        new("W5", "spatial pyramid pooling", Pools.Max5x5Stride1, new(256, 20, 20)),
        new("W9", "spatial pyramid pooling", Pools.Max9x9Stride1, new(256, 20, 20)),
        new("W13", "spatial pyramid pooling", Pools.Max13x13Stride1, new(256, 20, 20)),
    ];

    /// <summary>The least there is to compute: what is left of its time is the call.</summary>
    public static Layer Element { get; } = new("element", "none", Pools.Max3x3Stride2Pad1, new(1, 1, 1));

    /// <param name="filter">Ids or network names, separated by commas, in which * stands for anything; <see langword="null"/> for all layers of networks.</param>
    /// <exception cref="ArgumentException">No layer matches.</exception>
    public static IReadOnlyList<Layer> Matching(string? filter)
    {
        if (filter is null)
        {
            return All;
        }

        string[] parts = filter.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Layer[] matching = [.. All.Concat(Windows).Where(layer => parts.Any(part => Matches(part, layer.Id) || Matches(part, layer.Network)))];
        return matching.Length > 0
            ? matching
            : throw new ArgumentException($"No layer matches '{filter}'. There are: {string.Join(", ", All.Concat(Windows))}.");
    }

    private static bool Matches(string part, string name) => FileSystemName.MatchesSimpleExpression(part, name);
}
