namespace PoolingGen.Benchmarks;

/// <summary>One kernel for each of <see cref="Layers"/>, with its extent fixed by the attribute.</summary>
internal static partial class FixedLayerKernels
{
    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1, Channels = 64, InputSizes = [112, 112])]
    public static partial void ResNetStem(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Global = true, Channels = 2048, InputSizes = [7, 7])]
    public static partial void ResNetHead(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 64, InputSizes = [224, 224])]
    public static partial void VggPool1(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 256, InputSizes = [56, 56])]
    public static partial void VggPool3(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 512, InputSizes = [28, 28])]
    public static partial void VggPool4(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Channels = 192, InputSizes = [27, 27])]
    public static partial void AlexNetPool2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Channels = 96, InputSizes = [109, 109])]
    public static partial void SqueezeNetPool1(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Paddings = [0, 0, 1, 1], Channels = 192, InputSizes = [56, 56])]
    public static partial void GoogLeNetPool2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 832, InputSizes = [14, 14])]
    public static partial void GoogLeNetPool4(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, Channels = 192, InputSizes = [28, 28])]
    public static partial void GoogLeNetBranch(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Channels = 192, InputSizes = [71, 71])]
    public static partial void InceptionPool2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, CountIncludePad = true, Channels = 192, InputSizes = [35, 35])]
    public static partial void InceptionMixed5b(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, CountIncludePad = true, Channels = 2048, InputSizes = [8, 8])]
    public static partial void InceptionMixed7c(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 2, Channels = 256, InputSizes = [28, 28])]
    public static partial void DenseNetTransition2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 2, Channels = 512, InputSizes = [14, 14])]
    public static partial void DenseNetTransition3(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Global = true, Channels = 1280, InputSizes = [7, 7])]
    public static partial void MobileNetHead(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 1, Padding = 2, Channels = 256, InputSizes = [20, 20])]
    public static partial void YoloSppf(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4, Channels = 512, InputSizes = [19, 19])]
    public static partial void YoloSpp9(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 16, InputSizes = [416, 416])]
    public static partial void YoloTinyPool1(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 512, InputSizes = [64, 64])]
    public static partial void UNetPool4(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, Channels = 80, InputSizes = [128, 128])]
    public static partial void CenterNetPeaks(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4, Channels = 1, InputSizes = [480, 640])]
    public static partial void SuperPointNms(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 1, Stride = 2, Channels = 256, InputSizes = [25, 25])]
    public static partial void FeaturePyramidP6(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Paddings = [0, 0, 1, 1], Channels = 256, InputSizes = [75, 75])]
    public static partial void SsdPool3(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1, Channels = 24, InputSizes = [112, 112])]
    public static partial void ShuffleNetV2Stem(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 2, Padding = 1, CountIncludePad = true, Channels = 24, InputSizes = [56, 56])]
    public static partial void ShuffleNetV1Shortcut(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, Channels = 64, InputSizes = [56, 56])]
    public static partial void PoolFormerMixer(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Strides = [2, 1], Paddings = [0, 1], Channels = 256, InputSizes = [8, 25])]
    public static partial void CrnnPool3(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 2, Channels = 64, InputSizes = [1001, 64])]
    public static partial void PannsBlock1(ReadOnlySpan<float> input, Span<float> output);
}
