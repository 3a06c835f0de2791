using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>
/// Memory between two pages that cannot be touched. Tensors lie at its very end and its very start in turn, so a
/// read outside ends the process: only for processes that may end.
/// </summary>
internal sealed class GuardedRegion : Region
{
    private const int Bytes = 1 << 26;

    private readonly nint _address = GuardPages.Around(Bytes);

    protected override Span<byte> Whole(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length + 2 * Margin, Bytes, nameof(length));
        return MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), _address), Bytes);
    }

    protected override int StartOf(int whole, int length, int size, int turn) => turn % 2 == 0 ? whole - length : 0;
}
