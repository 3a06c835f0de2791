namespace PoolingGen.Runtime;

/// <summary>In which blocks a kernel goes through its tensors.</summary>
/// <param name="images">The number of images.</param>
/// <param name="channels">The number of channels of each.</param>
/// <param name="largest">The first block; the others are as large but for the last ones.</param>
internal struct TensorBlocks(nint images, nint channels, TensorBlock largest)
{
    /// <summary>The present block; before the first one, an empty one.</summary>
    public TensorBlock Current { get; private set; } = largest with { Images = 0, Channels = 0 };

    public bool MoveNext()
    {
        if (Current.Images == 0)
        {
            Current = largest;
            return images > 0;
        }

        nint image = Current.FirstImage;
        nint channel = Current.FirstChannel + Current.Channels;
        if (channel == channels)
        {
            (image, channel) = (image + Current.Images, 0);
        }

        Current = new TensorBlock(image, nint.Min(largest.Images, images - image), channel, nint.Min(largest.Channels, channels - channel));
        return image < images;
    }
}
