using PoolingGen.Kernels.Tests.Catalogue;
using Xunit;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>One call of a kernel, on zeros, with spans that may not fit its shape. Lengths count elements.</summary>
internal sealed record Call(Kernel Kernel, Shape Shape, int InputLength, int OutputLength, int IndicesLength)
{
    private const byte Untouched = 0x5A;

    /// <summary>The call with the kernel's smallest shape: one window, one plane, as far as they are not fixed.</summary>
    public static Call Valid(Kernel kernel)
    {
        int Least(string dimension) => kernel.FixedOr(dimension, Math.Max(1, kernel.Pooling.AxisOf(dimension).LeastExtent(1)));

        Shape shape = new(
            kernel.FixedOr(nameof(Shape.Batch), 1),
            kernel.FixedOr(nameof(Shape.Channels), 1),
            Least(nameof(Shape.Depth)),
            Least(nameof(Shape.Height)),
            Least(nameof(Shape.Width)));
        int outputs = kernel.Pooling.OutputOf(shape).Length;
        return new Call(kernel, shape, shape.Length, outputs, kernel.Pooling.Indices is null ? 0 : outputs);
    }

    /// <summary>Makes the call and returns how many elements of the output it wrote, all of them at its start.</summary>
    public int Written()
    {
        byte[] output = NewOutput();
        Kernel.Pool(NewInput(), output, NewIndices(), Shape);
        int size = Kernel.Pooling.Output.Size;
        int written = (output.AsSpan().LastIndexOfAnyExcept(Untouched) + size) / size;
        Assert.All(output.Take(written * size), element => Assert.Equal(0, element));
        return written;
    }

    /// <summary>Makes the call, which has to fail with such an exception and to leave the output alone.</summary>
    public TException Fail<TException>()
        where TException : ArgumentException
    {
        byte[] output = NewOutput();
        TException exception = Assert.ThrowsAny<TException>(() => Kernel.Pool(NewInput(), output, NewIndices(), Shape));
        Assert.All(output, element => Assert.Equal(Untouched, element));
        return exception;
    }

    private byte[] NewInput() => new byte[InputLength * Kernel.Pooling.Input.Size];

    private byte[] NewIndices() => new byte[IndicesLength * (Kernel.Pooling.Indices?.Size ?? 0)];

    private byte[] NewOutput()
    {
        byte[] output = new byte[OutputLength * Kernel.Pooling.Output.Size];
        output.AsSpan().Fill(Untouched);
        return output;
    }
}
