namespace PoolingGen.Benchmarks;

/// <summary>How contenders lay tensors out. Those that compute a layer may differ in it.</summary>
internal enum DataLayout
{
    /// <summary>C H W.</summary>
    ChannelsFirst,

    /// <summary>H W C.</summary>
    ChannelsLast,

    /// <summary>C/16 H W 16, channels rounded up: a format of oneDNN.</summary>
    Blocked,
}
