using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PoolingGen.Runtime;

/// <content>Tensors have the shapes that the kernel takes and makes.</content>
public static partial class Checks
{
    /// <summary>A batch may be empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static nint Batch(nint length, string name) => length >= 0 ? length : ThrowLength(length, name, "batch");

    /// <summary>There is at least one channel.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public static nint Channels(nint length, string name) => length > 0 ? length : ThrowLength(length, name, "channels");

    /// <summary>A spatial axis has at least one element, and no more than an <see cref="int"/> counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has not.</exception>
    public static int Dimension(nint length, string name, string dimension) =>
        (int)(length is > 0 and <= int.MaxValue ? length : ThrowLength(length, name, dimension));

    /// <summary>A dimension that the attribute fixes is what it says.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Fixed(nint length, int value, string name, string dimension)
    {
        if (length != value)
        {
            throw new ArgumentException($"The {dimension} of the tensor is {length}; the kernel is made for {value}.", name);
        }
    }

    /// <summary>The output, or the indices, have exactly the shape of the result.</summary>
    /// <exception cref="ArgumentException">They have not, or elements share a place.</exception>
    public static void Shape(in TensorView view, nint batch, nint channels, nint depth, nint height, nint width, string name)
    {
        if (view.Batch != batch || view.Channels != channels || view.Depth != depth || view.Height != height || view.Width != width)
        {
            ThrowShape(view, batch, channels, depth, height, width, name);
        }

        if (view.Repeats)
        {
            throw new ArgumentException("The tensor has elements that share a place in memory, so it cannot hold a result.", name);
        }
    }

    /// <summary>Positions in the input fit the type of the indices.</summary>
    /// <param name="view">The input.</param>
    /// <param name="countsAll">Whether an index counts from the tensor's first element, not from its plane's.</param>
    /// <param name="largest">The largest index that there can be.</param>
    /// <param name="name">The argument to blame.</param>
    /// <exception cref="ArgumentException">They do not.</exception>
    public static void IndexRange(in TensorView view, bool countsAll, long largest, string name)
    {
        Int128 positions = (Int128)view.PlaneSize * (countsAll ? view.Batch * view.Channels : 1);
        if (positions - 1 > largest)
        {
            throw new ArgumentException($"The input has {positions} positions; the largest index is {largest}.", name);
        }
    }

    /// <summary>Two tensors share no memory: neither begins between the first and the last element of the other.</summary>
    /// <exception cref="ArgumentException">One does.</exception>
    public static void Apart<TFirst, TSecond>(
        in TFirst first, in TensorView firstView, ref TSecond second, in TensorView secondView, string name, string other)
        where TFirst : unmanaged
        where TSecond : unmanaged
    {
        if (Overlap(ref Unsafe.AsRef(in first), firstView.Extent, ref second, secondView.Extent))
        {
            ThrowOverlap(name, other);
        }
    }

    [DoesNotReturn]
    private static nint ThrowLength(nint length, string name, string dimension) =>
        throw new ArgumentOutOfRangeException(name, length, $"The {dimension} of the tensor cannot be {length}.");

    [DoesNotReturn]
    private static void ThrowShape(in TensorView view, nint batch, nint channels, nint depth, nint height, nint width, string name) =>
        throw new ArgumentException($"The tensor's shape is {view}; the result's is {view.Describe(batch, channels, depth, height, width)}.", name);
}
