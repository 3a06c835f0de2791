using PoolingGen.Kernels.Tests.Catalogue;
using Xunit;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>One call of a kernel, on zeros, with spans that may not fit its shape.</summary>
internal sealed record Call(Kernel Kernel, Shape Shape, int InputLength, int OutputLength)
{
    private const float Untouched = 12345.678f;

    /// <summary>The call with the kernel's smallest shape: one window, one plane, as far as they are not fixed.</summary>
    public static Call Valid(Kernel kernel)
    {
        int height = kernel.FixedHeight ?? (kernel.Global ? 1 : Math.Max(1, kernel.Vertical(1).LeastExtent(1)));
        int width = kernel.FixedWidth ?? (kernel.Global ? 1 : Math.Max(1, kernel.Horizontal(1).LeastExtent(1)));
        Shape shape = new(kernel.FixedBatch ?? 1, kernel.FixedChannels ?? 1, height, width);
        return new Call(kernel, shape, shape.Length, kernel.OutputOf(shape).Length);
    }

    /// <summary>Makes the call and returns how many elements of the output it wrote, all of them at its start.</summary>
    public int Written()
    {
        float[] output = NewOutput();
        Kernel.Pool(new float[InputLength], output, Shape);
        int written = output.AsSpan().LastIndexOfAnyExcept(Untouched) + 1;
        Assert.All(output.Take(written), element => Assert.Equal(0, element));
        return written;
    }

    /// <summary>Makes the call, which has to fail with such an exception and to leave the output alone.</summary>
    public TException Fail<TException>()
        where TException : ArgumentException
    {
        float[] output = NewOutput();
        TException exception = Assert.ThrowsAny<TException>(() => Kernel.Pool(new float[InputLength], output, Shape));
        Assert.All(output, element => Assert.Equal(Untouched, element));
        return exception;
    }

    private float[] NewOutput()
    {
        float[] output = new float[OutputLength];
        output.AsSpan().Fill(Untouched);
        return output;
    }
}
