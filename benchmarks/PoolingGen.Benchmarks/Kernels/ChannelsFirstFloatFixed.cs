namespace PoolingGen.Benchmarks.Kernels;

/// <summary>A kernel for each of <see cref="Layers"/>, with its extent fixed by the attribute. The project file says which other class this text stands for.</summary>
internal static partial class ChannelsFirstFloatFixed
{
    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1, Channels = 64, InputSizes = [112, 112])]
    public static partial void R50stem(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Global = true, Channels = 2048, InputSizes = [7, 7])]
    public static partial void R50gap(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 64, InputSizes = [224, 224])]
    public static partial void VGG1(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 256, InputSizes = [56, 56])]
    public static partial void VGG3(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 512, InputSizes = [28, 28])]
    public static partial void VGG4(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Channels = 192, InputSizes = [27, 27])]
    public static partial void ALX2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Channels = 96, InputSizes = [109, 109])]
    public static partial void SQZ1(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Paddings = [0, 0, 1, 1], Channels = 192, InputSizes = [56, 56])]
    public static partial void GLN2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 832, InputSizes = [14, 14])]
    public static partial void GLN4(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, Channels = 192, InputSizes = [28, 28])]
    public static partial void GLNb(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Channels = 192, InputSizes = [71, 71])]
    public static partial void INC2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, CountIncludePad = true, Channels = 192, InputSizes = [35, 35])]
    public static partial void INCa(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, CountIncludePad = true, Channels = 2048, InputSizes = [8, 8])]
    public static partial void INCe(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 2, Channels = 256, InputSizes = [28, 28])]
    public static partial void DNS2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 2, Channels = 512, InputSizes = [14, 14])]
    public static partial void DNS3(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Global = true, Channels = 1280, InputSizes = [7, 7])]
    public static partial void MBV2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 1, Padding = 2, Channels = 256, InputSizes = [20, 20])]
    public static partial void SPFs(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4, Channels = 512, InputSizes = [19, 19])]
    public static partial void SPP9(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 16, InputSizes = [416, 416])]
    public static partial void YT1(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 512, InputSizes = [64, 64])]
    public static partial void UNT4(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 1, Padding = 1, Channels = 80, InputSizes = [128, 128])]
    public static partial void CNET(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4, Channels = 1, InputSizes = [480, 640])]
    public static partial void SPNT(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 1, Stride = 2, Channels = 256, InputSizes = [25, 25])]
    public static partial void FPN6(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Paddings = [0, 0, 1, 1], Channels = 256, InputSizes = [75, 75])]
    public static partial void SSD3(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 3, Stride = 2, Padding = 1, Channels = 24, InputSizes = [112, 112])]
    public static partial void SHV2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 2, Padding = 1, CountIncludePad = true, Channels = 24, InputSizes = [56, 56])]
    public static partial void SHV1(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, Channels = 64, InputSizes = [56, 56])]
    public static partial void PLF1(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Strides = [2, 1], Paddings = [0, 1], Channels = 256, InputSizes = [8, 25])]
    public static partial void CRN3(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Size = 2, Channels = 64, InputSizes = [1001, 64])]
    public static partial void PANN(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 4, Channels = 32, InputSizes = [496])]
    public static partial void M5(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Global = true, Channels = 768, InputSizes = [128])]
    public static partial void BERT(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 128, InputSizes = [16, 56, 56])]
    public static partial void C3D2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Sizes = [1, 3, 3], Strides = [1, 2, 2], Paddings = [0, 0, 0, 0, 1, 1], Channels = 64, InputSizes = [32, 112, 112])]
    public static partial void I3D2(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Average, Sizes = [2, 7, 7], Stride = 1, Channels = 1024, InputSizes = [8, 7, 7])]
    public static partial void I3DA(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 2, Channels = 64, InputSizes = [64, 64, 64])]
    public static partial void UN3D(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 5, Stride = 1, Padding = 2, Channels = 256, InputSizes = [20, 20])]
    public static partial void W5(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 9, Stride = 1, Padding = 4, Channels = 256, InputSizes = [20, 20])]
    public static partial void W9(ReadOnlySpan<float> input, Span<float> output);

    [PoolingKernel(PoolingMode.Max, Size = 13, Stride = 1, Padding = 6, Channels = 256, InputSizes = [20, 20])]
    public static partial void W13(ReadOnlySpan<float> input, Span<float> output);
}
