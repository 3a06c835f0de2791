using PoolingGen.Runtime;
using Xunit;

namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Asking for memory ahead: it changes nothing, wherever it points.</summary>
public class PrefetchTests
{
    private static readonly float[] s_numbers = [.. Enumerable.Range(0, 40).Select(static number => (float)number)];

    private readonly float[] _tensor = [.. s_numbers];

    [Theory]
    [InlineData(0, 40)]
    [InlineData(39, 40)]
    [InlineData(40, 40)]
    [InlineData(7, 3)]
    [InlineData(1 << 20, (1 << 20) + 40)]
    public void Elements_stay_as_they_are(int from, int to)
    {
        Lanes.Prefetch(ref _tensor[0], from, to);

        Assert.Equal(s_numbers, _tensor);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(39)]
    [InlineData(1 << 20)]
    public void A_line_may_lie_behind_the_tensor(int column)
    {
        Lanes.PrefetchLine(ref _tensor[0], column);

        Assert.Equal(s_numbers, _tensor);
    }
}
