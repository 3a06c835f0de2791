using PoolingGen.Gallery;
using Xunit;

namespace PoolingGen.Kernels.Tests.Gallery;

public class MeasurementTests
{
    [Fact]
    public void AFirstCallThatTakesLongDoesNotHideHowShortTheOthersAre()
    {
        int calls = 0;
        Measurement measurement = Measurement.Of(
            () =>
            {
                if (calls++ == 0)
                {
                    Thread.Sleep(100);
                }
            },
            bytes: 1);

        // One call is below the clock's resolution: only many together give a time above zero.
        Assert.InRange(measurement.Seconds, 1e-11, 1e-6);
    }

    [Theory]
    [InlineData(41.23e-9, "41.2 ns", "24.3 GB/s")]
    [InlineData(41.23e-6, "41.2 µs", "0.02 GB/s")]
    [InlineData(0.4123, "412 ms", "0.00 GB/s")]
    public void TimeAndBandwidthAreRounded(double seconds, string time, string bandwidth)
    {
        var measurement = new Measurement(seconds, 1000);
        Assert.Equal((time, bandwidth), (measurement.Time, measurement.Bandwidth));
    }
}
