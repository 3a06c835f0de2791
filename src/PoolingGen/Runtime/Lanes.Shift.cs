using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

// The counts become constants where the methods are inlined.
#pragma warning disable CA1857

namespace PoolingGen.Runtime;

/// <content>Neighbouring columns: the lanes of a vector moved up, those of the vector before it moved in from below.</content>
public static partial class Lanes
{
    /// <summary>Lane i is column i - <paramref name="count"/> of <paramref name="current"/>, where negative columns are the last lanes of <paramref name="previous"/>.</summary>
    /// <param name="current">The columns from 0 on.</param>
    /// <param name="previous">The columns directly before.</param>
    /// <param name="count">By how many columns; more than 0, fewer than there are lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ShiftIn(Vector128<float> current, Vector128<float> previous, [ConstantExpected] int count)
    {
        if (Ssse3.IsSupported)
        {
            return Ssse3.AlignRight(current.AsByte(), previous.AsByte(), (byte)(16 - 4 * count)).AsSingle();
        }

        if (AdvSimd.IsSupported)
        {
            return AdvSimd.ExtractVector128(previous, current, (byte)(4 - count));
        }

        Vector128<int> column = Vector128<int>.Indices - Vector128.Create(count);
        return Vector128.Shuffle(current, column) | Vector128.Shuffle(previous, column + Vector128.Create(4));
    }

    /// <inheritdoc cref="ShiftIn(Vector128{float}, Vector128{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ShiftIn(Vector256<float> current, Vector256<float> previous, [ConstantExpected] int count)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Avx512F.VL.AlignRight32(current.AsInt32(), previous.AsInt32(), (byte)(8 - count)).AsSingle();
        }

        if (Avx2.IsSupported)
        {
            // AVX2 aligns within halves: first the halves before those of `current`, then the lanes between the two.
            Vector256<byte> before = Avx2.Permute2x128(previous.AsByte(), current.AsByte(), 0x21);
            return count == 4 ? before.AsSingle()
                : count < 4 ? Avx2.AlignRight(current.AsByte(), before, (byte)(16 - 4 * count)).AsSingle()
                : Avx2.AlignRight(before, previous.AsByte(), (byte)(32 - 4 * count)).AsSingle();
        }

        Vector256<int> column = Vector256<int>.Indices - Vector256.Create(count);
        return Vector256.Shuffle(current, column) | Vector256.Shuffle(previous, column + Vector256.Create(8));
    }

    /// <inheritdoc cref="ShiftIn(Vector128{float}, Vector128{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ShiftIn(Vector512<float> current, Vector512<float> previous, [ConstantExpected] int count)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.AlignRight32(current.AsInt32(), previous.AsInt32(), (byte)(16 - count)).AsSingle();
        }

        Vector512<int> column = Vector512<int>.Indices - Vector512.Create(count);
        return Vector512.Shuffle(current, column) | Vector512.Shuffle(previous, column + Vector512.Create(16));
    }
}
