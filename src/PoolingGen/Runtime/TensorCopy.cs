using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Runtime;

/// <summary>Copies between a block of a tensor and the same elements without gaps.</summary>
internal static class TensorCopy
{
    /// <summary>Rows and columns of what a transposition moves at a time: a cache line of floats.</summary>
    private const int Tile = 16;

    /// <summary>Copies a block out of a tensor.</summary>
    /// <param name="place">The block's first element in the tensor.</param>
    /// <param name="view">How the tensor lies in memory.</param>
    /// <param name="block">The block.</param>
    /// <param name="dense">Where to copy to.</param>
    public static void Gather<T>(ref T place, in TensorView view, TensorBlock block, ref T dense)
        where T : unmanaged => Copy<T, ToDense>(ref place, ref dense, new CopyAxes(view, block));

    /// <summary>Copies a block into a tensor.</summary>
    /// <inheritdoc cref="Gather"/>
    public static void Scatter<T>(ref T dense, ref T place, in TensorView view, TensorBlock block)
        where T : unmanaged => Copy<T, ToPlace>(ref place, ref dense, new CopyAxes(view, block));

    private static void Copy<T, TDirection>(ref T place, ref T dense, in CopyAxes axes)
        where T : unmanaged
        where TDirection : IDirection
    {
        int last = axes.Count - 1;
        if (axes.Stride(last) != 1 && axes.Adjacent is >= 0 and int adjacent)
        {
            CopyOuter<T, TDirection>(ref place, ref dense, axes, 0, adjacent);
        }
        else
        {
            CopyOuter<T, TDirection>(ref place, ref dense, axes, 0, last);
        }
    }

    /// <summary>Loops over all axes but the last and <paramref name="adjacent"/>, the one along which elements lie beside each other.</summary>
    private static void CopyOuter<T, TDirection>(ref T place, ref T dense, in CopyAxes axes, int axis, int adjacent)
        where T : unmanaged
        where TDirection : IDirection
    {
        int last = axes.Count - 1;
        if (axis == last)
        {
            if (adjacent == last)
            {
                CopyRow<T, TDirection>(ref place, axes.Stride(last), ref dense, axes.Length(last));
            }
            else
            {
                Transpose<T, TDirection>(ref place, axes.Stride(last), axes.Length(last), ref dense, axes.DenseStride(adjacent), axes.Length(adjacent));
            }

            return;
        }

        nint length = axis == adjacent ? 1 : axes.Length(axis);
        for (nint i = 0; i < length; i++)
        {
            CopyOuter<T, TDirection>(
                ref Unsafe.Add(ref place, i * axes.Stride(axis)), ref Unsafe.Add(ref dense, i * axes.DenseStride(axis)), axes, axis + 1, adjacent);
        }
    }

    private static void CopyRow<T, TDirection>(ref T place, nint stride, ref T dense, nint length)
        where T : unmanaged
        where TDirection : IDirection
    {
        if (stride == 1)
        {
            TDirection.MoveRow(ref place, ref dense, checked((int)length));
            return;
        }

        for (nint i = 0; i < length; i++)
        {
            TDirection.Move(ref Unsafe.Add(ref place, i * stride), ref Unsafe.Add(ref dense, i));
        }
    }

    /// <summary>
    /// Rows that are columns on the other side, square by square: a cache line on either side is used up before it has
    /// to go, even where neighbouring rows compete for the same place in the cache.
    /// </summary>
    private static void Transpose<T, TDirection>(ref T place, nint stride, nint length, ref T dense, nint denseStride, nint adjacent)
        where T : unmanaged
        where TDirection : IDirection
    {
        for (nint top = 0; top < adjacent; top += Tile)
        {
            nint rows = nint.Min(Tile, adjacent - top);
            for (nint left = 0; left < length; left += Tile)
            {
                nint columns = nint.Min(Tile, length - left);
                ref T placeTile = ref Unsafe.Add(ref place, left * stride + top);
                ref T denseTile = ref Unsafe.Add(ref dense, top * denseStride + left);

                // The side with the longer step is the one whose lines may compete: it is walked along its lines.
                if (stride > denseStride)
                {
                    CopyTile<T, TDirection>(ref placeTile, stride, 1, ref denseTile, 1, denseStride, columns, rows);
                }
                else
                {
                    CopyTile<T, TDirection>(ref placeTile, 1, stride, ref denseTile, denseStride, 1, rows, columns);
                }
            }
        }
    }

    private static void CopyTile<T, TDirection>(
        ref T place, nint placeOuter, nint placeInner, ref T dense, nint denseOuter, nint denseInner, nint outer, nint inner)
        where T : unmanaged
        where TDirection : IDirection
    {
        for (nint i = 0; i < outer; i++)
        {
            ref T placeRow = ref Unsafe.Add(ref place, i * placeOuter);
            ref T denseRow = ref Unsafe.Add(ref dense, i * denseOuter);
            for (nint j = 0; j < inner; j++)
            {
                TDirection.Move(ref Unsafe.Add(ref placeRow, j * placeInner), ref Unsafe.Add(ref denseRow, j * denseInner));
            }
        }
    }

    /// <summary>From where to where, as a type: each direction gets loops of its own.</summary>
    private interface IDirection
    {
        static abstract void Move<T>(ref T place, ref T dense);

        static abstract void MoveRow<T>(ref T place, ref T dense, int length);
    }

    private readonly struct ToDense : IDirection
    {
        public static void Move<T>(ref T place, ref T dense) => dense = place;

        public static void MoveRow<T>(ref T place, ref T dense, int length) =>
            MemoryMarshal.CreateReadOnlySpan(ref place, length).CopyTo(MemoryMarshal.CreateSpan(ref dense, length));
    }

    private readonly struct ToPlace : IDirection
    {
        public static void Move<T>(ref T place, ref T dense) => place = dense;

        public static void MoveRow<T>(ref T place, ref T dense, int length) =>
            MemoryMarshal.CreateReadOnlySpan(ref dense, length).CopyTo(MemoryMarshal.CreateSpan(ref place, length));
    }
}
