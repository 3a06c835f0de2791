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

    private int InputBytes => InputLength * Kernel.Pooling.Input.Size;

    private int OutputBytes => OutputLength * Kernel.Pooling.Output.Size;

    private int IndicesBytes => IndicesLength * (Kernel.Pooling.Indices?.Size ?? 0);

    /// <summary>Makes the call and returns how many elements of the output and of the indices it wrote, all of them at their start.</summary>
    public (int Output, int Indices) Written()
    {
        byte[] output = Fresh(OutputBytes);
        byte[] indices = Fresh(IndicesBytes);
        Kernel.Pool(new byte[InputBytes], output, indices, Shape);
        return (WrittenOf(output, Kernel.Pooling.Output), Kernel.Pooling.Indices is { } element ? WrittenOf(indices, element) : 0);
    }

    /// <summary>Makes the call, which has to fail with such an exception and to leave output and indices alone.</summary>
    public TException Fail<TException>()
        where TException : ArgumentException
    {
        byte[] output = Fresh(OutputBytes);
        byte[] indices = Fresh(IndicesBytes);
        TException exception = Assert.ThrowsAny<TException>(() => Kernel.Pool(new byte[InputBytes], output, indices, Shape));
        AssertUntouched(output);
        AssertUntouched(indices);
        return exception;
    }

    /// <summary>
    /// Makes the call with all spans in one memory, where each is told to be after how many bytes, and returns which
    /// parameter it complains of, leaving the memory alone; <see langword="null"/> if it does its work.
    /// </summary>
    public string? Complaint(Func<Layout, Layout> place)
    {
        Layout sizes = new(InputBytes, OutputBytes, IndicesBytes);
        Layout at = place(sizes);
        byte[] memory = Fresh(InputBytes + OutputBytes + IndicesBytes);
        try
        {
            Kernel.Pool(memory.AsSpan(at.Input, InputBytes), memory.AsSpan(at.Output, OutputBytes), memory.AsSpan(at.Indices, IndicesBytes), Shape);
            return null;
        }
        catch (ArgumentException exception)
        {
            Assert.Equal(typeof(ArgumentException), exception.GetType());
            AssertUntouched(memory);
            return exception.ParamName;
        }
    }

    /// <summary>A number of bytes for each span.</summary>
    internal readonly record struct Layout(int Input, int Output, int Indices);

    private static int WrittenOf(byte[] tensor, Element element)
    {
        int written = (tensor.AsSpan().LastIndexOfAnyExcept(Untouched) + element.Size) / element.Size;
        Assert.DoesNotContain(tensor.Take(written * element.Size).Chunk(element.Size), static bytes => !bytes.ContainsAnyExcept(Untouched));
        return written;
    }

    private static void AssertUntouched(byte[] tensor) => Assert.False(tensor.AsSpan().ContainsAnyExcept(Untouched), "It wrote something.");

    private static byte[] Fresh(int length)
    {
        byte[] bytes = new byte[length];
        bytes.AsSpan().Fill(Untouched);
        return bytes;
    }
}
