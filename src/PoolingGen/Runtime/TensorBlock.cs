namespace PoolingGen.Runtime;

/// <summary>A part of a tensor that a kernel pools at once: some images with all channels, or one image with some.</summary>
internal readonly record struct TensorBlock(nint FirstImage, nint Images, nint FirstChannel, nint Channels)
{
    /// <summary>The number of planes.</summary>
    public nint Planes => Images * Channels;
}
