using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolingGen.Runtime;

/// <content>Columns that lie a wide stride apart.</content>
public static partial class Lanes
{
    /// <summary>The element at <paramref name="column"/>, or <paramref name="fill"/> if the row has no such column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LoadStrided(ref float row, nint column, nint stride, nint extent, float fill) =>
        LoadEdge(ref row, column, extent, fill);

    /// <summary>Lane i is column <paramref name="column"/> + i * <paramref name="stride"/>, or <paramref name="fill"/> if the row has no such column.</summary>
    /// <param name="row">The row's first element.</param>
    /// <param name="column">The column of lane 0; may lie outside the row.</param>
    /// <param name="stride">The distance between lanes, in columns.</param>
    /// <param name="extent">The number of columns of the row.</param>
    /// <param name="fill">What lanes outside the row hold.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadStrided(ref float row, nint column, nint stride, nint extent, Vector128<float> fill) =>
        Vector128.Create(
            LoadEdge(ref row, column, extent, fill.GetElement(0)),
            LoadEdge(ref row, column + stride, extent, fill.GetElement(1)),
            LoadEdge(ref row, column + 2 * stride, extent, fill.GetElement(2)),
            LoadEdge(ref row, column + 3 * stride, extent, fill.GetElement(3)));

    /// <inheritdoc cref="LoadStrided(ref float, nint, nint, nint, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<float> LoadStrided(ref float row, nint column, nint stride, nint extent, Vector256<float> fill)
    {
        if (Avx2.IsSupported && column >= 0 && column + 7 * stride < extent && stride <= int.MaxValue / 8)
        {
            fixed (float* first = &row)
            {
                return Avx2.GatherVector256(first + column, Vector256<int>.Indices * (int)stride, sizeof(float));
            }
        }

        return Vector256.Create(
            LoadStrided(ref row, column, stride, extent, fill.GetLower()),
            LoadStrided(ref row, column + 4 * stride, stride, extent, fill.GetUpper()));
    }

    /// <inheritdoc cref="LoadStrided(ref float, nint, nint, nint, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadStrided(ref float row, nint column, nint stride, nint extent, Vector512<float> fill) =>
        Vector512.Create(
            LoadStrided(ref row, column, stride, extent, fill.GetLower()),
            LoadStrided(ref row, column + 8 * stride, stride, extent, fill.GetUpper()));
}
