namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>The fields of wide lanes.</summary>
internal sealed record Wides(long[] High, long[] Low)
{
    public Int128[] Values => High.Zip(Low, (high, low) => ((Int128)high << 32) + low).ToArray();

    /// <summary>Lanes of any value.</summary>
    public static Wides Of(IEnumerable<Int128> values) =>
        new(values.Select(value => (long)(value >> 32)).ToArray(), values.Select(value => (long)(uint)(value & uint.MaxValue)).ToArray());
}
