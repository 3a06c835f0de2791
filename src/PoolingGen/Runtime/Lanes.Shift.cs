using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

// The counts become constants where the methods are inlined.
#pragma warning disable CA1857

namespace PoolingGen.Runtime;

/// <content>Neighbouring columns: the lanes of a vector moved up, those of the vector before it moved in from below.</content>
public static unsafe partial class Lanes
{
    /// <summary>Lane i is column i - <paramref name="count"/> of <paramref name="current"/>, where negative columns are the last lanes of <paramref name="previous"/>.</summary>
    /// <param name="current">The columns from 0 on.</param>
    /// <param name="previous">The columns directly before.</param>
    /// <param name="count">By how many columns; more than 0, fewer than there are lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftIn<T>(Vector128<T> current, Vector128<T> previous, [ConstantExpected] int count)
        where T : unmanaged
    {
        if (Ssse3.IsSupported)
        {
            return Ssse3.AlignRight(current.AsByte(), previous.AsByte(), (byte)(16 - sizeof(T) * count)).As<byte, T>();
        }

        if (AdvSimd.IsSupported)
        {
            return AdvSimd.ExtractVector128(previous.AsByte(), current.AsByte(), (byte)(16 - sizeof(T) * count)).As<byte, T>();
        }

        Vector128<byte> at = Vector128<byte>.Indices - Vector128.Create((byte)(sizeof(T) * count));
        return (Vector128.Shuffle(current.AsByte(), at) | Vector128.Shuffle(previous.AsByte(), at + Vector128.Create((byte)16))).As<byte, T>();
    }

    /// <inheritdoc cref="ShiftIn{T}(Vector128{T}, Vector128{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftIn<T>(Vector256<T> current, Vector256<T> previous, [ConstantExpected] int count)
        where T : unmanaged
    {
        if (Avx512F.VL.IsSupported && sizeof(T) >= 4)
        {
            return sizeof(T) == 4
                ? Avx512F.VL.AlignRight32(current.AsInt32(), previous.AsInt32(), (byte)(8 - count)).As<int, T>()
                : Avx512F.VL.AlignRight64(current.AsInt64(), previous.AsInt64(), (byte)(4 - count)).As<long, T>();
        }

        int bytes = sizeof(T) * count;
        if (Avx2.IsSupported)
        {
            // AVX2 aligns within halves: first the halves before those of `current`, then the lanes between the two.
            Vector256<byte> before = Avx2.Permute2x128(previous.AsByte(), current.AsByte(), 0x21);
            return bytes == 16 ? before.As<byte, T>()
                : bytes < 16 ? Avx2.AlignRight(current.AsByte(), before, (byte)(16 - bytes)).As<byte, T>()
                : Avx2.AlignRight(before, previous.AsByte(), (byte)(32 - bytes)).As<byte, T>();
        }

        Vector128<T> between = previous.GetUpper();
        return bytes == 16 ? Vector256.Create(between, current.GetLower())
            : bytes < 16 ? Vector256.Create(ShiftIn(current.GetLower(), between, count), ShiftIn(current.GetUpper(), current.GetLower(), count))
            : Vector256.Create(
                ShiftIn(between, previous.GetLower(), count - Vector128<T>.Count),
                ShiftIn(current.GetLower(), between, count - Vector128<T>.Count));
    }

    /// <summary>The last column in every lane.</summary>
    /// <param name="columns">Columns of rows as a whole, which are made with vectors of 256 bits alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SplatLast(Vector256<float> columns) => Vector256.Shuffle(columns, Vector256.Create(Vector256<float>.Count - 1));

    /// <inheritdoc cref="ShiftIn{T}(Vector128{T}, Vector128{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftIn<T>(Vector512<T> current, Vector512<T> previous, [ConstantExpected] int count)
        where T : unmanaged
    {
        int bytes = sizeof(T) * count;
        if (Avx512BW.IsSupported)
        {
            if (sizeof(T) == 8)
            {
                return Avx512F.AlignRight64(current.AsInt64(), previous.AsInt64(), (byte)(8 - count)).As<long, T>();
            }

            if (bytes % 4 == 0)
            {
                return Avx512F.AlignRight32(current.AsInt32(), previous.AsInt32(), (byte)(16 - bytes / 4)).As<int, T>();
            }

            // Bytes are aligned within quarters: first to the quarters above and below, then the lanes between the two.
            Vector512<int> above = bytes < 16 ? current.AsInt32() : Avx512F.AlignRight32(current.AsInt32(), previous.AsInt32(), (byte)(16 - bytes / 16 * 4));
            Vector512<int> below = bytes > 48 ? previous.AsInt32() : Avx512F.AlignRight32(current.AsInt32(), previous.AsInt32(), (byte)(12 - bytes / 16 * 4));
            return Avx512BW.AlignRight(above.AsByte(), below.AsByte(), (byte)(16 - bytes % 16)).As<byte, T>();
        }

        Vector256<T> between = previous.GetUpper();
        return bytes == 32 ? Vector512.Create(between, current.GetLower())
            : bytes < 32 ? Vector512.Create(ShiftIn(current.GetLower(), between, count), ShiftIn(current.GetUpper(), current.GetLower(), count))
            : Vector512.Create(
                ShiftIn(between, previous.GetLower(), count - Vector256<T>.Count),
                ShiftIn(current.GetLower(), between, count - Vector256<T>.Count));
    }
}
